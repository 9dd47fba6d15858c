#include <nabla/math/piecewise.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <complex>

namespace {

namespace math = nabla::math;

static_assert(math::abs(-2.5) == 2.5 && math::abs(2.5f) == 2.5f && math::abs(-3) == 3 && math::abs(-2.5L) == 2.5L);
static_assert(support::same(math::abs(-0.0), 0.0) && support::same(math::abs(-reference::inf), reference::inf));
static_assert(std::is_same_v<decltype(math::abs(-3)), int>);

}  // namespace

BOOST_AUTO_TEST_SUITE(math_piecewise)

BOOST_AUTO_TEST_CASE(the_library_at_run_time) {
  IS_THE_LIBRARY(abs);
  BOOST_TEST(math::abs(std::complex<double>(3, 4)) == 5);
}

BOOST_AUTO_TEST_SUITE_END()
