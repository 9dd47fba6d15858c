#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

using namespace nabla::literals;
constexpr auto x = nabla::variable<"x">;
constexpr auto z = nabla::variable<"z">;

BENCHMARK_KERNEL(polynomial, nabla) {
  constexpr auto F = nabla::function(3_c * x * x - 4_c * x, x);
  write_value_and_gradient<decltype(F), 1>(in, out);
}

BENCHMARK_KERNEL(monomial, nabla) {
  constexpr auto F = nabla::function(2_c * pow(z, 3_c) * pow(x, 2_c), z, x);
  write_value_and_gradient<decltype(F), 2>(in, out);
}
