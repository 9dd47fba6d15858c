// The table of basic derivatives, and the rules by which all others follow from it. A rule is a statement about every
// pair of functions; here it is proved for each pair of a list, as an equality of formulas.

#include <iostream>

#include <nabla/nabla.hpp>

using namespace nabla::literals;
namespace hana = boost::hana;

namespace {

constexpr auto x = nabla::variable<"x">;
constexpr auto n = nabla::variable<"n">;
constexpr auto a = nabla::variable<"a">;
constexpr auto c = nabla::variable<"c">;

// The table.
static_assert(derivative(c, x) == 0_c);
static_assert(derivative(x, x) == 1_c);
static_assert(derivative(pow(x, 5_c), x) == 5_c * pow(x, 4_c));
static_assert(derivative(pow(x, n), x) == n * pow(x, n - 1_c));
static_assert(derivative(1_c / x, x) == -1_c / square(x));
static_assert(derivative(sqrt(x), x) == 1_c / (2_c * sqrt(x)));
static_assert(derivative(exp(x), x) == exp(x));
static_assert(derivative(pow(a, x), x) == log(a) * pow(a, x));
static_assert(derivative(log(x), x) == 1_c / x);
static_assert(derivative(sin(x), x) == cos(x));
static_assert(derivative(cos(x), x) == -sin(x));
static_assert(derivative(tan(x), x) == 1_c + square(tan(x)));
static_assert(derivative(atan(x), x) == 1_c / (1_c + square(x)));

// The rules, of any two functions.
constexpr auto dx(auto f) { return derivative(f, x); }

constexpr bool constant_multiple_rule(auto f) { return dx(c * f) == c * dx(f); }
constexpr bool sum_rule(auto f, auto g) { return dx(f + g) == dx(f) + dx(g) && dx(f - g) == dx(f) - dx(g); }
constexpr bool product_rule(auto f, auto g) { return dx(f * g) == dx(f) * g + f * dx(g); }
constexpr bool quotient_rule(auto f, auto g) { return equivalent(dx(f / g), (dx(f) * g - f * dx(g)) / square(g)); }

constexpr auto functions = hana::make_tuple(pow(x, n), sin(x), 1_c / (square(x) - c));

// One function at a time, then each with each.
static_assert(hana::all_of(functions, [](auto f) { return hana::bool_c<constant_multiple_rule(f)>; }));
constexpr auto pairs = hana::cartesian_product(hana::make_tuple(functions, functions));
static_assert(hana::all_of(pairs, hana::fuse([](auto f, auto g) {
  return hana::bool_c<sum_rule(f, g) && product_rule(f, g) && quotient_rule(f, g)>;
})));

void row(auto f) { std::cout << "d(" << f << ")/dx = " << derivative(f, x) << '\n'; }

}  // namespace

int main() {
  row(c);
  row(x);
  row(pow(x, 5_c));
  row(pow(x, n));
  row(1_c / x);
  row(sqrt(x));
  row(exp(x));
  row(pow(a, x));
  row(log(x));
  row(sin(x));
  row(cos(x));
  row(tan(x));
  row(atan(x));

  constexpr auto f = square(x);
  constexpr auto g = sin(x);
  std::cout << "\nwith f = " << f << " and g = " << g << ":\n"
            << "(c f)'  = " << derivative(c * f, x) << '\n'
            << "(f + g)' = " << derivative(f + g, x) << '\n'
            << "(f g)'  = " << derivative(f * g, x) << '\n'
            << "(f / g)' = " << derivative(f / g, x) << '\n';
}
