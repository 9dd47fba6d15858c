#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

#include <array>
#include <cmath>

#include <nabla/batch.hpp>

#include "model.hpp"

// A row's term; the rows are what nabla sums over.
constexpr auto term = nabla::trace<2, 1>([](auto const& x, auto const& row) { return normal_log_density<1>()(x, row); });
constexpr auto exponentials = nabla::trace<32>([](auto const& x) { return log_sum_exp<32>()(x, nullptr); });

BENCHMARK_KERNEL(normal_log_density, nabla) {
  auto const [value, gradient] = nabla::sum_over_rows(nabla::value_and_gradient(term))(view<2>(in), std::array{view<1000>(in + 2)});
  out[0] = value;
  out[1] = gradient[0];
  out[2] = gradient[1];
}

BENCHMARK_KERNEL(log_sum_exp, nabla) { write_value_and_gradient<decltype(exponentials), 32>(in, out); }
