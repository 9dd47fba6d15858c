#include "../harness/kernel.hpp"
#include "nabla.hpp"

BENCHMARK_KERNEL(chain_energy_64, nabla) { energy<64>(in, out); }
