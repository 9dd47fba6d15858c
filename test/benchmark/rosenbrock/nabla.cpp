#include "../harness/kernel.hpp"
#include "nabla.hpp"

using namespace nabla::literals;

// Up to 16 variables as named formulas.
template <std::size_t N>
static constexpr auto chain() {
  constexpr auto x = nabla::variables<"x", N>;
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    constexpr auto valley = [](auto a, auto b) { return 100_c * pow(b - pow(a, 2_c), 2_c) + pow(1_c - a, 2_c); };
    return nabla::function((... + valley(x.template get<I>(), x.template get<I + 1>())), x);
  }(std::make_index_sequence<N - 1>{});
}

BENCHMARK_KERNEL(rosenbrock_4, nabla) { write_value_and_gradient<decltype(chain<4>()), 4>(in, out); }
BENCHMARK_KERNEL(rosenbrock_16, nabla) { write_value_and_gradient<decltype(chain<16>()), 16>(in, out); }

// Beyond, the generic code.
BENCHMARK_KERNEL(rosenbrock_64, nabla) { write_value_and_gradient<decltype(traced<rosenbrock, 64>()), 64>(in, out); }
BENCHMARK_KERNEL(rosenbrock_sum_64, nabla) { write_value_and_gradient<decltype(traced<rosenbrock_sum, 64>()), 64>(in, out); }
