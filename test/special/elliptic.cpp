#include <special/check.hpp>

#include <nabla/rules/special/elliptic.hpp>

#include <limits>

namespace {

using namespace special;

static_assert(derivative(comp_ellint_1(x), x) == 2_c * x * comp_ellint_1_by_m(1_c, x));
static_assert(derivative(comp_ellint_2(x), x) == 2_c * x * comp_ellint_2_by_m(1_c, x));
static_assert(derivative(comp_ellint_1_by_m(3_c, x), x) == 2_c * x * comp_ellint_1_by_m(4_c, x));
static_assert(comp_ellint_1_by_m(0_c, x) == comp_ellint_1(x) && comp_ellint_2_by_m(0_c, x) == comp_ellint_2(x));
static_assert(comp_ellint_1(-x) == comp_ellint_1(x) && comp_ellint_2(-x) == comp_ellint_2(x));

BOOST_AUTO_TEST_SUITE(special_elliptic)

BOOST_AUTO_TEST_CASE(complete_integrals) {
  check("comp_ellint_1", comp_ellint_1(x));
  check("comp_ellint_2", comp_ellint_2(x));
}

// The textbook derivatives, where they do not divide by 0.
BOOST_AUTO_TEST_CASE(textbook_derivatives) {
  constexpr auto first = (comp_ellint_2(x) / (1_c - x * x) - comp_ellint_1(x)) / x;
  constexpr auto second = (comp_ellint_2(x) - comp_ellint_1(x)) / x;
  for (double k : {-0.9, -0.4, 0.3, 0.6, 0.75}) {
    BOOST_TEST(derivative(comp_ellint_1(x), x)(k) == first(k), boost::test_tools::tolerance(1e-13));
    BOOST_TEST(derivative(comp_ellint_2(x), x)(k) == second(k), boost::test_tools::tolerance(1e-13));
  }
}

BOOST_AUTO_TEST_CASE(ends_of_the_domain) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  BOOST_TEST(comp_ellint_1(x)(1.0) == infinity);
  BOOST_TEST(comp_ellint_2(x)(-1.0) == 1);
  BOOST_TEST(derivative(comp_ellint_1(x), x)(-1.0) == -infinity);
  BOOST_TEST(derivative(comp_ellint_2(x), x)(1.0) == -infinity);
  BOOST_TEST(std::isnan(comp_ellint_1(x)(1.5)));
  BOOST_TEST(std::isnan(comp_ellint_2(x)(-1.5)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
