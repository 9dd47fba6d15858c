#include "../harness/kernel.hpp"
#include "nabla.hpp"

BENCHMARK_KERNEL(nbody_8, nabla) { energy<8>(in, out); }
