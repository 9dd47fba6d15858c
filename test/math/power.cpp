#include <nabla/math/power.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <complex>

namespace {

namespace math = nabla::math;

CORRECTLY_ROUNDED(sqrt);
CORRECTLY_ROUNDED(cbrt);
CORRECTLY_ROUNDED(pow);
CORRECTLY_ROUNDED(hypot);
FOLDED_BY_COMPILER(sqrt);
FOLDED_BY_COMPILER(cbrt);
FOLDED_BY_COMPILER(pow);
FOLDED_BY_COMPILER(hypot);

static_assert(math::hypot(2.0, 3.0, 6.0) == 7 && math::hypot(-2e300, 3e300, 6e300) == 7e300 && math::hypot(0, 0, -0.0) == 0);
static_assert(math::hypot(3e-320, 4e-320, 0.0) == 5e-320);
static_assert(math::hypot(1.0, reference::inf, reference::nan) == reference::inf);

// kinds of numbers mix as they do in the library
static_assert(math::pow(2, 10) == 1024.0 && math::pow(2.0f, 0.5f) == 1.41421356f && math::pow(2.0f, 2) == 4.0);
static_assert(std::is_same_v<decltype(math::pow(2.0f, 2)), double> && std::is_same_v<decltype(math::pow(2.0f, 2.0f)), float>);
static_assert(math::sqrt(2.0L) * math::sqrt(2.0L) - 2 < 1e-18L);

static_assert(!support::constant<[] { return math::sqrt(-1.0); }>);
static_assert(!support::constant<[] { return math::pow(0.0, -1.0); }>);
static_assert(!support::constant<[] { return math::pow(0.0f, -0.5f); }>);
static_assert(!support::constant<[] { return math::pow(-1.0, 0.5); }>);
static_assert(support::constant<[] { return math::pow(-1.0, 3.0); }>);

}  // namespace

BOOST_AUTO_TEST_SUITE(math_power)

BOOST_AUTO_TEST_CASE(the_library_at_run_time) {
  IS_THE_LIBRARY(sqrt);
  IS_THE_LIBRARY(cbrt);
  double volatile x = 1.7, y = -2.3;
  BOOST_TEST(math::pow(double{x}, double{y}) == std::pow(x, y));
  BOOST_TEST(math::hypot(double{x}, double{y}) == std::hypot(x, y));
  BOOST_TEST(math::hypot(double{x}, double{y}, 1.0) == std::hypot(std::hypot(x, y), 1.0));
}

BOOST_AUTO_TEST_CASE(complex_numbers) {
  std::complex<double> const z(0.3, -0.2);
  BOOST_TEST(math::sqrt(z) == std::sqrt(z));
  BOOST_TEST(math::pow(z, 2.5) == std::pow(z, 2.5));
}

BOOST_AUTO_TEST_SUITE_END()
