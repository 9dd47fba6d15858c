#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

#include <cmath>

#include "model.hpp"

constexpr auto rows = nabla::trace<2, 1000>([](auto const& x, auto const& data) { return normal_log_density<1000>()(x, data); });

BENCHMARK_KERNEL(normal_log_density, nabla) { write_value_and_gradient<decltype(rows), 2, 1000>(in, out); }
