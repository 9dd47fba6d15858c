#include <nabla/math/gamma.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

namespace {

namespace math = nabla::math;

CORRECTLY_ROUNDED(tgamma);
CORRECTLY_ROUNDED(lgamma);
FOLDED_BY_COMPILER(tgamma);

// n! is exact as long as it fits
constexpr bool factorials() {
  double product = 1;
  for (int n = 1; n <= 23; ++n) {
    if (math::kernel::tgamma(double(n)) != product) return false;
    product *= n;
  }
  return true;
}
static_assert(factorials());
static_assert(math::tgamma(5) == 24 && math::lgamma(1.0f) == 0);
static_assert(math::tgamma(20.0L) == 121645100408832000.0L);

static_assert(!support::constant<[] { return math::tgamma(0.0); }>);
static_assert(!support::constant<[] { return math::tgamma(-3.0); }>);
static_assert(!support::constant<[] { return math::tgamma(-reference::inf); }>);
static_assert(!support::constant<[] { return math::lgamma(-0.0f); }>);
static_assert(!support::constant<[] { return math::lgamma(-1e20); }>);

}  // namespace

BOOST_AUTO_TEST_SUITE(math_gamma)

BOOST_AUTO_TEST_CASE(the_library_at_run_time) {
  IS_THE_LIBRARY(tgamma);
  IS_THE_LIBRARY(lgamma);
}

BOOST_AUTO_TEST_SUITE_END()
