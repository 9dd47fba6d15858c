#include <special/check.hpp>

#include <nabla/rules/gamma.hpp>

#include <limits>

namespace {

using namespace special;

// Form

static_assert(derivative(tgamma(x), x) == tgamma(x) * digamma(x));
static_assert(nabla::derivative<2>(tgamma(x), x) == tgamma(x) * (square(digamma(x)) + trigamma(x)));
static_assert(derivative(lgamma(x), x) == digamma(x));
static_assert(derivative(digamma(x), x) == trigamma(x));
static_assert(derivative(trigamma(x), x) == polygamma(2_c, x));
static_assert(derivative(polygamma(7_c, x), x) == polygamma(8_c, x));
static_assert(nabla::derivative<5>(lgamma(x), x) == polygamma(4_c, x));
static_assert(derivative(polygamma(3_c, 2_c * x), x) == 2_c * polygamma(4_c, 2_c * x));
static_assert(std::is_same_v<decltype(polygamma(0_c, x)), decltype(digamma(x))>);
static_assert(std::is_same_v<decltype(polygamma(1_c, x)), decltype(trigamma(x))>);
static_assert(std::is_same_v<decltype(polygamma(std::integral_constant<int, 2>{}, x)), decltype(polygamma(2_c, x))>);
static_assert(tgamma(6_c) == 120_c && lgamma(2_c) == 0_c);
static_assert(to_string(polygamma(3_c, x)) == "polygamma(3, x)");

// Values in constant expressions, on every compiler

constexpr bool near(double found, double expected) {
  double const distance = found - expected;
  return (distance < 0 ? -distance : distance) <= 1e-15 * (expected < 0 ? -expected : expected);
}
static_assert(near(digamma(x)(1.0), -0.5772156649015328606));
static_assert(near(digamma(x)(1e300), 690.7755278982137052));
static_assert(near(trigamma(x)(0.5), 4.934802200544679309));
static_assert(near(polygamma(2_c, x)(1.0), -2.404113806319188571));
static_assert(near(derivative(lgamma(x), x)(2.0), 0.4227843350984671394));
static_assert(near(derivative(digamma(x), x)(-0.5), 8.934802200544679309));

// Values

BOOST_AUTO_TEST_SUITE(special_gamma)

BOOST_AUTO_TEST_CASE(gamma_and_its_derivatives) {
  check("tgamma", tgamma(x));
  check("lgamma", lgamma(x));
  check("digamma", digamma(x));
  check("trigamma", trigamma(x));
  check("polygamma 2", polygamma(2_c, x));
  check("polygamma 5", polygamma(5_c, x));
  check("polygamma 20", polygamma(20_c, x));
}

BOOST_AUTO_TEST_CASE(poles_and_infinities) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  BOOST_TEST(digamma(x)(0.0) == -infinity);
  BOOST_TEST(digamma(x)(-0.0) == infinity);
  BOOST_TEST(std::isnan(digamma(x)(-1.0)));
  BOOST_TEST(std::isnan(digamma(x)(-1e300)));
  BOOST_TEST(std::isnan(digamma(x)(-infinity)));
  BOOST_TEST(digamma(x)(infinity) == infinity);
  BOOST_TEST(trigamma(x)(0.0) == infinity);
  BOOST_TEST(trigamma(x)(-3.0) == infinity);
  BOOST_TEST(trigamma(x)(infinity) == 0);
  BOOST_TEST(polygamma(2_c, x)(0.0) == -infinity);
  BOOST_TEST(polygamma(2_c, x)(-0.0) == infinity);
  BOOST_TEST(std::isnan(polygamma(2_c, x)(-2.0)));
  BOOST_TEST(polygamma(3_c, x)(-2.0) == infinity);
  BOOST_TEST(polygamma(3_c, x)(infinity) == 0);
  BOOST_TEST(std::isnan(trigamma(x)(std::numeric_limits<double>::quiet_NaN())));
}

BOOST_AUTO_TEST_CASE(other_precisions) {
  BOOST_TEST(digamma(x)(0.5f) == -1.9635100260214234794f);
  BOOST_TEST(trigamma(x)(-0.5f) == 8.934802200544679309f);
  BOOST_TEST(std::abs(digamma(x)(0.5L) + 1.96351002602142347944097633299875556719315960466L) <
             4 * std::numeric_limits<long double>::epsilon());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
