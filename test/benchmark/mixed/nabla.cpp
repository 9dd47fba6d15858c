#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

using namespace nabla::literals;
constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto w = nabla::variable<"w">;

BENCHMARK_KERNEL(mixed, nabla) {
  constexpr auto F = nabla::function((x + y) * (z - w) + exp(x * z) + sin(y * w) + x * y * z * w, x, y, z, w);
  write_value_and_gradient<decltype(F), 4>(in, out);
}

BENCHMARK_KERNEL(sine_fourth, nabla) {
  constexpr auto fourth = nabla::derivative<4>(sin(x), x);
  out[0] = fourth(x = in[0]);
}
