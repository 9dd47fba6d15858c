#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>
#include <random>

// Levels of rewriting that a user can choose.

namespace {

using namespace nabla::literals;
using nabla::rewriting;

constexpr auto x = nabla::variable<"x">;
constexpr auto f = sin(x) * sin(x) / (1_c + exp(x) * exp(x));
constexpr auto slope = derivative<1, rewriting::as_written>(f, x);

static_assert(std::is_same_v<decltype(simplify<rewriting::as_written>(x + x)), decltype(x + x)>);
static_assert(std::is_same_v<decltype(simplify<rewriting::real>(x + x)), decltype(2_c * x)>);
static_assert(std::is_same_v<decltype(derivative<1, rewriting::real>(f, x)), decltype(derivative(f, x))>);

// The subexpressions of f stay as they are written.
static_assert(to_string(derivative<1, rewriting::as_written>(exp(x * x + 0_c), x)) == "2*(exp(x*x + 0)*x)");
static_assert(to_string(derivative(exp(x * x + 0_c), x)) == "2*x*exp(x^2)");
static_assert(slope == derivative(f, x) && !std::is_same_v<decltype(slope), decltype(derivative(f, x)) const>);
static_assert(derivative<2, rewriting::as_written>(x * x * x, x) == 6_c * x);

}  // namespace

BOOST_AUTO_TEST_SUITE(levels_of_rewriting)

// The gradient multiplies the factors of a product in an order of its own, so that the last digit may differ.
BOOST_AUTO_TEST_CASE(as_written_is_what_the_gradient_evaluates) {
  constexpr double epsilon = std::numeric_limits<double>::epsilon();
  std::mt19937 random(7);
  std::uniform_real_distribution<double> uniform(-3, 3);
  for (int i = 0; i < 100; ++i) {
    double const at = uniform(random);
    double const other = gradient(f, x)(x = at)[0];
    BOOST_TEST(std::abs(slope(x = at) - other) <= 2 * epsilon * std::abs(other));
    BOOST_TEST(std::abs(slope(x = at) - derivative(f, x)(x = at)) < 1e-15);
  }
}

BOOST_AUTO_TEST_SUITE_END()
