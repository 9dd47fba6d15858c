#include <nabla/math/hyperbolic.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

namespace {

namespace math = nabla::math;

CORRECTLY_ROUNDED(sinh);
CORRECTLY_ROUNDED(cosh);
CORRECTLY_ROUNDED(tanh);
CORRECTLY_ROUNDED(asinh);
CORRECTLY_ROUNDED(acosh);
CORRECTLY_ROUNDED(atanh);
FOLDED_BY_COMPILER(sinh);
FOLDED_BY_COMPILER(cosh);
FOLDED_BY_COMPILER(tanh);
FOLDED_BY_COMPILER(asinh);
FOLDED_BY_COMPILER(atanh);

static_assert(math::sinh(1.0L) + math::cosh(1.0L) - 2.718281828459045235360L < 1e-18L);

static_assert(!support::constant<[] { return math::acosh(0.5); }>);
static_assert(!support::constant<[] { return math::atanh(1.0); }>);
static_assert(!support::constant<[] { return math::atanh(-2.0f); }>);

}  // namespace

BOOST_AUTO_TEST_SUITE(math_hyperbolic)

BOOST_AUTO_TEST_CASE(the_library_at_run_time) {
  IS_THE_LIBRARY(sinh);
  IS_THE_LIBRARY(cosh);
  IS_THE_LIBRARY(tanh);
  IS_THE_LIBRARY(asinh);
  IS_THE_LIBRARY(acosh);
  IS_THE_LIBRARY(atanh);
}

BOOST_AUTO_TEST_SUITE_END()
