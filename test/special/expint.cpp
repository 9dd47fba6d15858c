#include <special/check.hpp>

#include <nabla/rules/special/expint.hpp>

#include <limits>

namespace {

using namespace special;

static_assert(derivative(expint(x), x) == exp(x) / x);

BOOST_AUTO_TEST_SUITE(special_expint)

BOOST_AUTO_TEST_CASE(exponential_integral) { check("expint", expint(x)); }

BOOST_AUTO_TEST_CASE(pole_and_infinities) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  BOOST_TEST(expint(x)(0.0) == -infinity);
  BOOST_TEST(expint(x)(infinity) == infinity);
  BOOST_TEST(expint(x)(-infinity) == 0);
  BOOST_TEST(std::isnan(expint(x)(std::numeric_limits<double>::quiet_NaN())));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
