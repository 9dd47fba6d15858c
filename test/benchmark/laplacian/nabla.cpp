#include "../harness/kernel.hpp"
#include "nabla.hpp"

BENCHMARK_KERNEL(laplacian_16, nabla) { write_energy<16>(in, out); }
BENCHMARK_KERNEL(laplacian_hessian_16, nabla) { write_hessian<16>(in, out); }
