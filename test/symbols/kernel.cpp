// A formula and its gradient as a user would call them: the object file may need nothing but the mathematical library.
#include <nabla/nabla.hpp>

double kernel(double at_x, double at_z) {
  using namespace nabla::literals;
  constexpr auto x = nabla::variable<"x">;
  constexpr auto z = nabla::variable<"z">;
  constexpr auto f = 2_c * pow(z, 3_c) * pow(x, 2_c) + exp(sin(x * z)) / (1_c + x * x);
  auto const partials = gradient(f, x, z)(x = at_x, z = at_z);
  return f(x = at_x, z = at_z) + partials[0] * partials[1];
}
