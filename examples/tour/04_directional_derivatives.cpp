// The directional derivative is how fast a function changes along a direction: the gradient's dot product with the unit
// vector. No direction climbs faster than the gradient's own, and its rate is the gradient's length.

#include <cmath>
#include <iostream>
#include <numbers>

#include <nabla/nabla.hpp>

using namespace nabla::literals;
namespace hana = boost::hana;

namespace {

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;

constexpr auto f = square(x) * y + y * z - pow(z, 3_c);
constexpr auto fx = derivative(f, x);
constexpr auto fy = derivative(f, y);
constexpr auto fz = derivative(f, z);

// Along (2, 3, -1), of length sqrt(14): per unit of length the slope is the dot product over that.
constexpr auto v = hana::make_tuple(2_c, 3_c, -1_c);
constexpr auto along_v = directional_derivative(f, v, x, y, z);
constexpr auto slope = directional_derivative(f, unit(v), x, y, z);
static_assert(along_v == 2_c * fx + 3_c * fy - fz);
static_assert(slope == along_v / sqrt(14_c));
static_assert(along_v(x = 1, y = 2, z = 1) == 15);

// Along an axis it is the partial, and along the opposite of v it changes sign.
static_assert(directional_derivative(f, hana::make_tuple(1_c, 0_c, 0_c), x, y, z) == fx);
static_assert(directional_derivative(f, hana::make_tuple(-2_c, -3_c, 1_c), x, y, z) == -along_v);

// Along any direction (a, b, c) it is the dot product with the gradient ...
constexpr auto a = nabla::variable<"a">;
constexpr auto b = nabla::variable<"b">;
constexpr auto c = nabla::variable<"c">;
constexpr auto along_any = directional_derivative(f, hana::make_tuple(a, b, c), x, y, z);
static_assert(along_any == a * fx + b * fy + c * fz);

// ... and for any two vectors the product of the squared lengths exceeds the square of the dot product by the squared
// length of the cross product (Lagrange's identity). So no direction of length 1 beats the gradient's length ...
constexpr auto p = nabla::variable<"p">;
constexpr auto q = nabla::variable<"q">;
constexpr auto r = nabla::variable<"r">;
static_assert((square(a) + square(b) + square(c)) * (square(p) + square(q) + square(r)) -
                  square(a * p + b * q + c * r) ==
              square(b * r - c * q) + square(c * p - a * r) + square(a * q - b * p));

// ... and the gradient's own direction reaches it.
constexpr auto squared_length = square(fx) + square(fy) + square(fz);
static_assert(directional_derivative(f, gradient(f, x, y, z), x, y, z) == squared_length);
static_assert(equivalent(directional_derivative(f, unit(gradient(f, x, y, z)), x, y, z), sqrt(squared_length)));

}  // namespace

int main() {
  std::cout.precision(6);
  std::cout << "f = " << f << "\nalong (2, 3, -1) = " << along_v << "\nper unit of length = " << slope << "\n\n";

  auto const at = [](auto formula) { return formula(x = 1.0, y = 2.0, z = 1.0); };
  std::cout << "at (1, 2, 1): gradient = (" << at(fx) << ", " << at(fy) << ", " << at(fz) << "), its length "
            << std::sqrt(at(squared_length)) << "\n  along (2, 3, -1), per unit of length: " << at(slope) << '\n';

  // Directions spread evenly over the sphere: equal steps of height, turning by the golden angle.
  constexpr int count = 10000;
  double steepest = 0;
  for (int i = 0; i < count; ++i) {
    double const height = 1 - (2 * i + 1.0) / count, radius = std::sqrt(1 - height * height);
    double const turn = i * 2 * std::numbers::pi / (std::numbers::phi * std::numbers::phi);
    double const rate = along_any(a = radius * std::cos(turn), b = radius * std::sin(turn), c = height,  //
                                  x = 1.0, y = 2.0, z = 1.0);
    if (rate > steepest) steepest = rate;
  }
  double const bound = std::sqrt(at(squared_length));
  std::cout << "  the steepest of " << count << " directions: " << steepest << ", of the bound "
            << 100 * steepest / bound << " %\n";
  return steepest <= bound ? 0 : 1;
}
