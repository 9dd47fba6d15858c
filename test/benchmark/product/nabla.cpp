#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

#include "model.hpp"

using namespace nabla::literals;
constexpr auto x = nabla::variables<"x", 8>;

BENCHMARK_KERNEL(product_8, nabla) {
  constexpr auto F = nabla::function(x[0_c] * x[1_c] * x[2_c] * x[3_c] * x[4_c] * x[5_c] * x[6_c] * x[7_c], x);
  write_value_and_gradient<decltype(F), 8>(in, out);
}

template <std::size_t N>
static constexpr auto traced() {
  return nabla::trace<N>([](auto const& x) { return product<int(N)>()(x, nullptr); });
}

BENCHMARK_KERNEL(product_32, nabla) { write_value_and_gradient<decltype(traced<32>()), 32>(in, out); }
BENCHMARK_KERNEL(product_128, nabla) { write_value_and_gradient<decltype(traced<128>()), 128>(in, out); }
