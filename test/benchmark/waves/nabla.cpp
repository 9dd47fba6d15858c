#include "../harness/kernel.hpp"
#include "../harness/nabla.hpp"

using namespace nabla::literals;
constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto f = sin(exp(cos(x * y) + x / y)) * log(1_c + x * x + y * y);

BENCHMARK_KERNEL(waves, nabla) {
  constexpr auto F = nabla::function(f, x, y);
  write_value_and_gradient<decltype(F), 2>(in, out);
}

BENCHMARK_KERNEL(waves_third, nabla) {
  out[0] = nabla::value_and_derivatives<3>(f, x)(x = in[0], y = in[1])[3];
}
