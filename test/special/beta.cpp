#include <special/check.hpp>

#include <nabla/rules/special/beta.hpp>

#include <limits>

namespace {

using namespace special;

constexpr auto y = nabla::variable<"y">;

static_assert(beta(x, y) == beta(y, x));
static_assert(derivative(beta(x, y), x) == -beta(x, y) * digamma_increment(x, y));
static_assert(derivative(beta(x, y), y) == -beta(x, y) * digamma_increment(y, x));
static_assert(derivative(digamma_increment(x, y), y) == trigamma(x + y));

BOOST_AUTO_TEST_SUITE(special_beta)

BOOST_AUTO_TEST_CASE(beta_function) {
  check("beta x 5/2", beta(x, 5_c / 2_c));
  // Second derivatives hold differences of two trigammas, which lose digits where one operand is small beside the other.
  check("beta 1/8 x", beta(1_c / 8_c, x), {.second = 1e5, .third = 1e6});
  check("beta x 1/1024", beta(x, 1_c / 1024_c), {.second = 1e6, .third = 1e7});
}

BOOST_AUTO_TEST_CASE(ends_of_the_domain) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr auto f = beta(x, y);
  BOOST_TEST(f(x = 0.0, y = 1.5) == infinity);
  BOOST_TEST(f(x = 1.5, y = 0.0) == infinity);
  BOOST_TEST(std::isnan(f(x = -0.5, y = 1.5)));
  BOOST_TEST(std::isnan(f(x = 1.5, y = std::numeric_limits<double>::quiet_NaN())));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
