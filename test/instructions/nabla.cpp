#include "rosenbrock.hpp"

#include <nabla/nabla.hpp>

#include <cstddef>
#include <span>

void rosenbrock_nabla(double const* in, double* out) {
  using namespace nabla::literals;
  constexpr auto x = nabla::variables<"x", 4>;
  constexpr auto valley = [](auto a, auto b) { return 100_c * pow(b - pow(a, 2_c), 2_c) + pow(1_c - a, 2_c); };
  constexpr auto f = valley(x[0_c], x[1_c]) + valley(x[1_c], x[2_c]) + valley(x[2_c], x[3_c]);
  constexpr auto F = nabla::function(f, x);
  auto const [value, gradient] = nabla::value_and_gradient(F)(std::span<double const, 4>(in, 4));
  out[0] = value;
  for (std::size_t i = 0; i < 4; ++i) out[i + 1] = gradient[i];
}
