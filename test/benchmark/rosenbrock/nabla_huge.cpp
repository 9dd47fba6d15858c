#include "../harness/kernel.hpp"
#include "nabla.hpp"

BENCHMARK_KERNEL(rosenbrock_4096, nabla) { write_value_and_gradient<decltype(traced<rosenbrock, 4096>()), 4096>(in, out); }
BENCHMARK_KERNEL(rosenbrock_sum_4096, nabla) { write_value_and_gradient<decltype(traced<rosenbrock_sum, 4096>()), 4096>(in, out); }
