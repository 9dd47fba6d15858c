#include "../harness/kernel.hpp"
#include "nabla.hpp"

BENCHMARK_KERNEL(nbody_32, nabla) { energy<32>(in, out); }
