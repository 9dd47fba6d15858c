// A partial derivative holds all variables but one still; the gradient is the vector of all partials. It is evaluated
// in one go with whatever the partials share, and gives each of them as a formula too.

#include <iostream>

#include <nabla/nabla.hpp>

using namespace nabla::literals;

namespace {

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;

// Partials: every other variable counts as a number.
constexpr auto f = 2_c * pow(z, 3_c) * square(x);
static_assert(derivative(f, x) == 4_c * pow(z, 3_c) * x);
static_assert(derivative(f, z) == 6_c * square(z) * square(x));
static_assert(derivative(f, y) == 0_c);
static_assert(d(f) / d(x) == derivative(f, x));

// The order in which one differentiates does not matter.
static_assert(derivative(f, x, z) == derivative(f, z, x));
static_assert(derivative(f, x, z) == 12_c * square(z) * x);

// Gradients: by the variables that are named, in their order.
constexpr auto g = 3_c * square(x) + 2_c * y;
static_assert(gradient(g, x, y)[x] == 6_c * x);
static_assert(gradient(g, x, y)[y] == 2_c);
static_assert(gradient(g, x, y)(x = 2, y = 7) == std::array{12.0, 2.0});
static_assert(gradient(g, y, x)(x = 2, y = 7) == std::array{2.0, 12.0});
static_assert(gradient(f, x, z)(x = 3, z = 1) == std::array{12.0, 54.0});

// The value comes along for nearly nothing.
static_assert(value_and_gradient(f, x, z)(x = 3, z = 1).value == 18);

// A gradient is linear in the function.
static_assert(gradient(f + 5_c * g, x, y, z)[x] == derivative(f, x) + 5_c * derivative(g, x));

}  // namespace

int main() {
  std::cout << "f = " << f << "\n  df/dx   = " << derivative(f, x) << "\n  df/dz   = " << derivative(f, z)
            << "\n  d2f/dxdz = " << derivative(f, x, z) << '\n';
  auto const [value, slopes] = value_and_gradient(f, x, z)(x = 3.0, z = 1.0);
  std::cout << "  at x = 3, z = 1: f = " << value << ", gradient = (" << slopes[0] << ", " << slopes[1] << ")\n\n";

  std::cout << "g = " << g << "\n  gradient = (" << gradient(g, x, y)[x] << ", " << gradient(g, x, y)[y] << ")\n";
  for (double at : {-1.0, 0.0, 2.0}) {
    auto const [by_x, by_y] = gradient(g, x, y)(x = at, y = 7.0);
    std::cout << "  at x = " << at << ", y = 7: (" << by_x << ", " << by_y << ")\n";
  }
}
