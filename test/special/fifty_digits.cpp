// Boost.Math would call libquadmath in GNU mode, which is not linked.
#define BOOST_MATH_DISABLE_FLOAT128
#include <boost/multiprecision/cpp_bin_float.hpp>

#include <special/check.hpp>

#include <nabla/rules/gamma.hpp>
#include <nabla/rules/special/bessel.hpp>
#include <nabla/rules/special/elliptic.hpp>
#include <nabla/rules/special/lambert_w.hpp>

#include <limits>

// The same rules with 50 digits: the library's own series at another precision, and Boost.Math's.

namespace {

using namespace special;
using fifty_digits = boost::multiprecision::cpp_bin_float_50;

BOOST_AUTO_TEST_SUITE(special_fifty_digits)

BOOST_AUTO_TEST_CASE(polygamma_functions) {
  check<fifty_digits>("digamma", digamma(x));
  check<fifty_digits>("trigamma", trigamma(x));
  check<fifty_digits>("polygamma 5", polygamma(5_c, x));
}

BOOST_AUTO_TEST_CASE(functions_of_boost) {
  check<fifty_digits>("j1", j1(x));
  check<fifty_digits>("comp_ellint_1", comp_ellint_1(x));
  check<fifty_digits>("comp_ellint_2", comp_ellint_2(x));
  check<fifty_digits>("lambert_w0", lambert_w0(x));
}

BOOST_AUTO_TEST_CASE(no_exceptions) {
  BOOST_TEST(isnan(lambert_w0(x)(fifty_digits(-1))));
  BOOST_TEST(comp_ellint_1(x)(fifty_digits(1)) == std::numeric_limits<fifty_digits>::infinity());
  BOOST_TEST(isnan(digamma(x)(fifty_digits(-2))));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
