// The chain rule in several variables: the Jacobian of a composition is the product of the Jacobians, the outer one
// taken where the inner functions stand. Here from Cartesian through polar coordinates, proved entry by entry.

#include <iostream>

#include <nabla/nabla.hpp>

using namespace nabla::literals;
namespace hana = boost::hana;

namespace {

constexpr auto r = nabla::variable<"r">;
constexpr auto s = nabla::variable<"s">;
constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

// Inner: (r, s) -> (x, y). Outer: (x, y) -> three functions.
constexpr auto inner_x = r * cos(s);
constexpr auto inner_y = r * sin(s);
constexpr auto inner = hana::make_tuple(inner_x, inner_y);
constexpr auto outer = hana::make_tuple(square(x) + square(y), x * y, exp(x) / y);

constexpr auto compose_outer = [](auto f) { return f(x = inner_x, y = inner_y); };
constexpr auto composed = hana::transform(outer, compose_outer);

// Entry by entry: each row of the outer Jacobian, at the inner functions, times each column of the inner one.
constexpr auto entry_of_product(auto f, auto variable) {
  return compose_outer(derivative(f, x)) * derivative(inner_x, variable) +
         compose_outer(derivative(f, y)) * derivative(inner_y, variable);
}
constexpr auto entries = hana::cartesian_product(hana::make_tuple(outer, hana::make_tuple(r, s)));
static_assert(hana::all_of(entries, hana::fuse([](auto f, auto variable) {
  return hana::bool_c<derivative(compose_outer(f), variable) == entry_of_product(f, variable)>;
})));

// One outer function of one variable t through many inner ones: the sum over all paths from t.
constexpr auto t = nabla::variable<"t">;
constexpr auto area = x * y;
constexpr auto growing = area(x = square(t), y = 3_c * t + 1_c);
static_assert(derivative(growing, t) == (3_c * t + 1_c) * (2_c * t) + square(t) * 3_c);

template <std::size_t M, std::size_t N>
void print(char const* name, std::array<std::array<double, N>, M> const& matrix) {
  std::cout << name << '\n';
  for (auto const& row : matrix) {
    for (double entry : row) {
      std::cout.width(12);
      std::cout << entry;
    }
    std::cout << '\n';
  }
}

}  // namespace

int main() {
  std::cout.precision(6);
  std::cout << "x = " << inner_x << ", y = " << inner_y << "\n\n";
  hana::for_each(outer, [](auto f) {
    std::cout << "f = " << f << "\n  by r: " << derivative(compose_outer(f), r)
              << "\n  by s: " << derivative(compose_outer(f), s) << '\n';
  });

  // The same with numbers.
  auto const at = nabla::function(inner, r, s)(2.0, 0.5);
  auto const a = jacobian(outer, x, y)(x = at[0], y = at[1]);
  auto const b = jacobian(inner, r, s)(r = 2.0, s = 0.5);
  std::array<std::array<double, 2>, 3> product{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 2; ++j) product[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j];
  }
  std::cout << "\nat r = 2, s = 0.5:\n";
  print("Jacobian of the outer functions", a);
  print("Jacobian of the inner functions", b);
  print("their product", product);
  print("Jacobian of the composition", jacobian(composed, r, s)(r = 2.0, s = 0.5));
}
