#include "../harness/kernel.hpp"
#include "nabla.hpp"

BENCHMARK_KERNEL(pendulum_50, nabla) { constraints<50>(in, out); }
