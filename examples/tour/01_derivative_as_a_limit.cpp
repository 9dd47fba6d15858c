// The derivative is what the slope of a secant becomes as its two points meet. Here it is three times over: as a table
// of slopes, as a formula in which the distance h is a variable, and as the library gives it.

#include <iostream>

#include <nabla/nabla.hpp>
#include <nabla/numeric/difference_table.hpp>

using namespace nabla::literals;

namespace {

constexpr auto x = nabla::variable<"x">;
constexpr auto h = nabla::variable<"h">;

constexpr auto f = 3_c * square(x) - 4_c * x;
constexpr auto g = square(x);
constexpr auto k = pow(x, 3_c) + square(x);

// The slope of the secant through (a, f(a)) and (b, f(b)).
constexpr auto secant(auto function, auto a, auto b) { return (function(x = b) - function(x = a)) / (b - a); }

// Of x^2 + 3 through (1, 4) and (3, 12).
constexpr auto parabola = square(x) + 3_c;
static_assert(parabola(1) == 4 && parabola(3) == 12);
static_assert(secant(parabola, 1_c, 3_c) == 4_c);

// With h kept as a variable the secants are formulas in h; at h = 0 the derivative is left.
static_assert(equivalent(secant(f, 1_c, 1_c + h), 3_c * h + 2_c));
static_assert(equivalent(secant(g, 3_c, 3_c + h), h + 6_c));
static_assert(equivalent(secant(k, 3_c, 3_c + h), square(h) + 10_c * h + 33_c));

// And so at every x, not only at one point.
static_assert(equivalent(secant(f, x, x + h), 3_c * h + 6_c * x - 4_c));

// The library's derivatives, as formulas and at the points.
static_assert(derivative(f, x) == 6_c * x - 4_c);
static_assert(derivative(g, x) == 2_c * x);
static_assert(derivative(k, x) == 3_c * square(x) + 2_c * x);
static_assert(derivative(f, x)(1) == 2 && derivative(g, x)(3) == 6 && derivative(k, x)(3) == 33);

// Where halving is exact the table too is exact, and can be proved: the secants of f at 1 have the slope 3 h + 2.
constexpr auto exact = nabla::numeric::difference_table<3>(f, 1.0, 0.5, 0.5);
static_assert(exact[0].forward == 3.5 && exact[1].forward == 2.75 && exact[2].forward == 2.375);
static_assert(exact[0].central == 2 && exact[2].central == 2);

void show(auto function, double at) {
  std::cout << "f(x) = " << function << " at x = " << at << '\n'
            << nabla::numeric::difference_table(function, at, 0.1, 0.1, 5) << "f'(x) = " << derivative(function, x)
            << ", f'(" << at << ") = " << derivative(function, x)(at) << "\n\n";
}

}  // namespace

int main() {
  std::cout << "The secant of " << parabola << " through (1, 4) and (3, 12) has the slope "
            << secant(parabola, 1_c, 3_c) << ".\n\n";
  show(f, 1);
  show(g, 3);
  show(k, 3);
}
