#include "rosenbrock.hpp"

#include <nabla/nabla.hpp>

#include <cstddef>
#include <span>

void rosenbrock_nabla(double const* in, double* out) {
  using namespace nabla::literals;
  constexpr auto x = nabla::variables<"x", 4>;
  // The differences are taken in the direction in which the hand-written function takes them: the primal is evaluated as written.
  constexpr auto valley = [](auto a, auto b) { return 100_c * pow(pow(a, 2_c) - b, 2_c) + pow(a - 1_c, 2_c); };
  constexpr auto f = valley(x[0_c], x[1_c]) + valley(x[1_c], x[2_c]) + valley(x[2_c], x[3_c]);
  constexpr auto F = nabla::function(f, x);
  auto const [value, gradient] = nabla::value_and_gradient(F)(std::span<double const, 4>(in, 4));
  out[0] = value;
  for (std::size_t i = 0; i < 4; ++i) out[i + 1] = gradient[i];
}
