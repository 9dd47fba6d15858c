// The chain rule: the derivative of a function of a function is the outer derivative, taken at the inner function,
// times the inner derivative. f(x = g) and compose(f, g) put functions into each other; the rule then is a theorem.

#include <iostream>

#include <nabla/nabla.hpp>

using namespace nabla::literals;
namespace hana = boost::hana;

namespace {

constexpr auto x = nabla::variable<"x">;
constexpr auto u = nabla::variable<"u">;
constexpr auto t = nabla::variable<"t">;

// (2x + 3)^2: outer u^2, inner 2x + 3.
constexpr auto squared = square(u);
constexpr auto line = 2_c * x + 3_c;
static_assert(squared(u = line) == square(2_c * x + 3_c));
static_assert(derivative(squared(u = line), x) == derivative(squared, u)(u = line) * derivative(line, x));
static_assert(derivative(squared(u = line), x) == 8_c * x + 12_c);

// h(g(x)) = (x^2)^3 = x^6.
constexpr auto g = square(x);
constexpr auto h = pow(u, 3_c);
static_assert(compose(h, g) == pow(x, 6_c));
static_assert(derivative(compose(h, g), x) == derivative(h, u)(u = g) * derivative(g, x));
static_assert(derivative(compose(h, g), x) == 6_c * pow(x, 5_c));

// Three functions, sin((4x)^2): a factor for each, each taken where its own function stands.
constexpr auto outer = sin(t);
constexpr auto middle = square(u);
constexpr auto inner = 4_c * x;
constexpr auto wave = compose(outer, middle, inner);
static_assert(wave == sin(square(4_c * x)));
static_assert(derivative(wave, x) == derivative(outer, t)(t = compose(middle, inner)) *
                                         derivative(middle, u)(u = inner) * derivative(inner, x));
static_assert(derivative(wave, x) == 32_c * x * cos(16_c * square(x)));

// Nothing in this depends on the example: every outer function with every inner one.
constexpr auto outers = hana::make_tuple(square(u), exp(u), sin(u), 1_c / u, log(u));
constexpr auto inners = hana::make_tuple(line, pow(x, 3_c), cos(x), exp(x), 1_c / (1_c + square(x)));
constexpr auto pairs = hana::cartesian_product(hana::make_tuple(outers, inners));
static_assert(hana::all_of(pairs, hana::fuse([](auto f, auto inside) {
  return hana::bool_c<derivative(f(u = inside), x) == derivative(f, u)(u = inside) * derivative(inside, x)>;
})));

void show(auto f, auto inside) {
  std::cout << "f(u) = " << f << ", u = " << inside << "\n  f(u(x))        = " << f(u = inside)
            << "\n  f'(u(x)) u'(x) = " << derivative(f, u)(u = inside) * derivative(inside, x)
            << "\n  in short       = " << derivative(f(u = inside), x) << '\n';
}

}  // namespace

int main() {
  show(squared, line);
  show(h, g);
  std::cout << "f(t) = " << outer << ", t = " << middle << ", u = " << inner << "\n  f(t(u(x)))     = " << wave
            << "\n  its derivative = " << derivative(wave, x) << ", at x = 0.25: " << derivative(wave, x)(0.25) << '\n';
}
