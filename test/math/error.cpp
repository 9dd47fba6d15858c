#include <nabla/math/error.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

namespace {

CORRECTLY_ROUNDED(erf);
CORRECTLY_ROUNDED(erfc);
FOLDED_BY_COMPILER(erf);
FOLDED_BY_COMPILER(erfc);

static_assert(nabla::math::erf(0.75L) + nabla::math::erfc(0.75L) == 1);

}  // namespace

BOOST_AUTO_TEST_SUITE(math_error)

BOOST_AUTO_TEST_CASE(the_library_at_run_time) {
  IS_THE_LIBRARY(erf);
  IS_THE_LIBRARY(erfc);
}

BOOST_AUTO_TEST_SUITE_END()
