#include "../harness/kernel.hpp"
#include "nabla.hpp"

BENCHMARK_KERNEL(rosenbrock_256, nabla) { write_value_and_gradient<decltype(traced<rosenbrock, 256>()), 256>(in, out); }
BENCHMARK_KERNEL(rosenbrock_1024, nabla) { write_value_and_gradient<decltype(traced<rosenbrock, 1024>()), 1024>(in, out); }
BENCHMARK_KERNEL(rosenbrock_sum_256, nabla) { write_value_and_gradient<decltype(traced<rosenbrock_sum, 256>()), 256>(in, out); }
BENCHMARK_KERNEL(rosenbrock_sum_1024, nabla) { write_value_and_gradient<decltype(traced<rosenbrock_sum, 1024>()), 1024>(in, out); }
BENCHMARK_KERNEL(rosenbrock_4096, nabla) { write_value_and_gradient<decltype(traced<rosenbrock, 4096>()), 4096>(in, out); }
BENCHMARK_KERNEL(rosenbrock_sum_4096, nabla) { write_value_and_gradient<decltype(traced<rosenbrock_sum, 4096>()), 4096>(in, out); }
