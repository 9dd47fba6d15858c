#include <special/check.hpp>

#include <nabla/rules/special/erf_inverse.hpp>

#include <limits>

namespace {

using namespace special;

static_assert(derivative(erfinv(x), x) == sqrt(nabla::pi) / 2_c * exp(square(erfinv(x))));
static_assert(derivative(erfcinv(x), x) == -(sqrt(nabla::pi) / 2_c) * exp(square(erfcinv(x))));
static_assert(erfinv(-x) == -erfinv(x) && erfinv(0_c) == 0_c && erfcinv(1_c) == 0_c);

BOOST_AUTO_TEST_SUITE(special_erf_inverse)

BOOST_AUTO_TEST_CASE(inverses_of_the_error_function) {
  check("erfinv", erfinv(x));
  check("erfcinv", erfcinv(x));
}

BOOST_AUTO_TEST_CASE(ends_of_the_domain) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  BOOST_TEST(erfinv(x)(1.0) == infinity);
  BOOST_TEST(erfinv(x)(-1.0) == -infinity);
  BOOST_TEST(derivative(erfinv(x), x)(1.0) == infinity);
  BOOST_TEST(std::isnan(erfinv(x)(1.5)));
  BOOST_TEST(erfcinv(x)(0.0) == infinity);
  BOOST_TEST(erfcinv(x)(2.0) == -infinity);
  BOOST_TEST(std::isnan(erfcinv(x)(-0.5)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
