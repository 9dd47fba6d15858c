#include "../harness/kernel.hpp"
#include "nabla.hpp"

BENCHMARK_KERNEL(laplacian_64, nabla) { write_energy<64>(in, out); }
BENCHMARK_KERNEL(laplacian_hessian_64, nabla) { write_hessian<64>(in, out); }
