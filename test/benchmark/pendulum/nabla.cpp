#include "../harness/kernel.hpp"
#include "nabla.hpp"

BENCHMARK_KERNEL(pendulum_2, nabla) { constraints<2>(in, out); }
BENCHMARK_KERNEL(pendulum_10, nabla) { constraints<10>(in, out); }
