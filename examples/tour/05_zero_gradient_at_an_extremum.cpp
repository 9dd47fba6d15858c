// Where a smooth function has a minimum or maximum its gradient is zero: otherwise a step along the gradient would lead
// higher, and one against it lower. The second derivatives tell which of them it is, or that it is neither.

#include <iostream>

#include <nabla/nabla.hpp>

using namespace nabla::literals;

namespace {

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

constexpr auto bowl = square(x - 1_c) + 2_c * square(y + 2_c) + 3_c;
constexpr auto hill = 5_c - square(x) - square(x - y);
constexpr auto saddle = square(x) - square(y);

constexpr auto is_zero_vector = [](auto const& v) { return v[0] == 0 && v[1] == 0; };

static_assert(is_zero_vector(gradient(bowl, x, y)(x = 1, y = -2)));
static_assert(is_zero_vector(gradient(hill, x, y)(x = 0, y = 0)));
static_assert(is_zero_vector(gradient(saddle, x, y)(x = 0, y = 0)));
static_assert(!is_zero_vector(gradient(bowl, x, y)(x = 1, y = 0)));

// The Hessian's determinant is positive at an extremum, and its first entry tells up from down; a saddle's is negative.
constexpr double determinant(auto const& h) { return h[0][0] * h[1][1] - h[0][1] * h[1][0]; }
constexpr auto curvature(auto f, double at_x, double at_y) { return hessian(f, x, y)(x = at_x, y = at_y); }
static_assert(determinant(curvature(bowl, 1, -2)) > 0 && curvature(bowl, 1, -2)[0][0] > 0);
static_assert(determinant(curvature(hill, 0, 0)) > 0 && curvature(hill, 0, 0)[0][0] < 0);
static_assert(determinant(curvature(saddle, 0, 0)) < 0);

// In one variable: a cubic has its maximum and its minimum where its derivative, a parabola, has its zeros.
constexpr auto cubic = pow(x, 3_c) - 3_c * x;
static_assert(equivalent(derivative(cubic, x), 3_c * (x - 1_c) * (x + 1_c)));
static_assert(derivative(cubic, x)(1) == 0 && derivative<2>(cubic, x)(1) > 0);
static_assert(derivative(cubic, x)(-1) == 0 && derivative<2>(cubic, x)(-1) < 0);

// 0.0 is added because -0 + 0 prints as 0.
void show(char const* name, auto f, double at_x, double at_y) {
  auto const [value, slope, curve] = value_gradient_hessian(f, x, y)(x = at_x, y = at_y);
  std::cout << name << ": f = " << f << "\n  at (" << at_x << ", " << at_y << "): f = " << value << ", gradient = ("
            << slope[0] + 0.0 << ", " << slope[1] + 0.0 << "), Hessian = ((" << curve[0][0] << ", " << curve[0][1]
            << "), (" << curve[1][0] << ", " << curve[1][1] << "))\n  steps of 0.1 around it change f by";
  for (auto [dx, dy] : {std::array{0.1, 0.0}, {0.0, 0.1}, {-0.1, 0.0}, {0.0, -0.1}}) {
    std::cout << ' ' << f(x = at_x + dx, y = at_y + dy) - value;
  }
  std::cout << "\n\n";
}

}  // namespace

int main() {
  std::cout.precision(6);
  show("minimum", bowl, 1, -2);
  show("maximum", hill, 0, 0);
  show("neither", saddle, 0, 0);
  std::cout << "f = " << cubic << ", f' = " << derivative(cubic, x) << ", f'' = " << derivative<2>(cubic, x) << '\n';
  for (double at : {-1.0, 1.0}) {
    std::cout << "  at " << at << ": f = " << cubic(at) << ", f' = " << derivative(cubic, x)(at)
              << ", f'' = " << derivative<2>(cubic, x)(at) << '\n';
  }
}
