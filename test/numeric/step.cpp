#include <nabla/numeric/step.hpp>

#include "support.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

namespace {

using nabla::numeric::automatic_step;

// powers of two: 2^-26 is sqrt(epsilon) for double, and the step grows with |x|, not below 1
static_assert(automatic_step(1.0, 2) == 0x1p-26 && automatic_step(0.0, 2) == 0x1p-26);
static_assert(automatic_step(0.001, 2) == 0x1p-26 && automatic_step(-1000.0, 2) == 0x1p-17);
static_assert(automatic_step(1, 3) == 0x1p-17 && automatic_step(1.0f, 3) == 0x1p-7f);

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_step)

BOOST_AUTO_TEST_CASE(near_the_root_of_the_rounding_unit) {
  for (int power = 1; power <= 8; ++power) {
    double const ideal = std::pow(std::numeric_limits<double>::epsilon(), 1.0 / power);
    double const step = automatic_step(1.5, power);
    BOOST_TEST(step >= ideal);
    BOOST_TEST(step <= 2 * ideal);
  }
}

BOOST_AUTO_TEST_CASE(every_scalar_has_its_own) {
  using real = boost::multiprecision::cpp_bin_float_50;
  real const step = automatic_step(real(1), 2);
  BOOST_TEST((step * step >= std::numeric_limits<real>::epsilon()));
  BOOST_TEST((step * step <= 4 * std::numeric_limits<real>::epsilon()));
  BOOST_TEST(automatic_step(std::complex<double>(0, 1000), 2) == automatic_step(1000.0, 2));
}

BOOST_AUTO_TEST_CASE(points_that_are_not_finite_do_not_hang) {
  BOOST_TEST(automatic_step(std::numeric_limits<double>::infinity(), 2) == 0x1p-26);
  BOOST_TEST(automatic_step(std::numeric_limits<double>::quiet_NaN(), 2) == 0x1p-26);
  BOOST_TEST(std::isfinite(automatic_step(std::numeric_limits<double>::max(), 1)));
}

BOOST_AUTO_TEST_CASE(an_exact_scalar_needs_a_given_step) {
  using rational = boost::multiprecision::cpp_rational;
  BOOST_TEST(support::refusal([] { automatic_step(rational(1), 2); }) ==
             "nabla::numeric::automatic_step: expected a scalar that rounds, but this one is exact: give a step");
}

BOOST_AUTO_TEST_SUITE_END()
