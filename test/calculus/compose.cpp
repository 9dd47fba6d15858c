#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <cmath>
#include <type_traits>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto t = nabla::variable<"t">;

template <class A, class B>
constexpr bool same(A, B) {
  return std::is_same_v<A, B>;
}

// f(g(h)), from the outside in
static_assert(same(compose(exp(x), sin(y), t * t), exp(sin(t * t))));
static_assert(same(compose(x + 1_c, 2_c * x), 2_c * x + 1_c) && same(compose(2_c * x, x + 1_c), 2_c * (x + 1_c)));
static_assert(compose(x * x, x + 1_c, 3_c * x)(2) == 49);
static_assert(same(compose(x * x, x * y), (x * y) * (x * y)));
static_assert(same(compose(5_c, sin(x)), 5_c) && same(compose(sin(x), 0_c), 0_c));

// The chain rule as a theorem, in the words of the page.
constexpr auto f = sin(x) * x;
constexpr auto g = t * t + 1_c;
static_assert(derivative(f(x = g), t) == derivative(f, x)(x = g) * derivative(g, t));
static_assert(derivative(compose(f, g), t) == compose(derivative(f), g) * derivative(g));
constexpr auto h = x * x * y;
static_assert(derivative(h(x = sin(t), y = exp(t)), t) ==
              derivative(h, x)(x = sin(t), y = exp(t)) * derivative(sin(t), t) +
                  derivative(h, y)(x = sin(t), y = exp(t)) * derivative(exp(t), t));

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_compose)

BOOST_AUTO_TEST_CASE(values) {
  BOOST_TEST(compose(exp(x), sin(y), t * t)(0.8) == std::exp(std::sin(0.8 * 0.8)));
  BOOST_TEST(support::near(derivative(compose(exp(x), sin(y), t * t))(0.8),
                           std::exp(std::sin(0.64)) * std::cos(0.64) * 1.6, 1e-15));
}

BOOST_AUTO_TEST_SUITE_END()
