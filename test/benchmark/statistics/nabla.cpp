#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

#include <cmath>

#include "model.hpp"

constexpr auto exponentials = nabla::trace<32>([](auto const& x) { return log_sum_exp<32>()(x, nullptr); });

BENCHMARK_KERNEL(log_sum_exp, nabla) { write_value_and_gradient<decltype(exponentials), 32>(in, out); }
