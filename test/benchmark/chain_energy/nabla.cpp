#include "../harness/kernel.hpp"
#include "nabla.hpp"

BENCHMARK_KERNEL(chain_energy_4, nabla) { energy<4>(in, out); }
BENCHMARK_KERNEL(chain_energy_8, nabla) { energy<8>(in, out); }
