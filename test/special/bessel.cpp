#include <special/check.hpp>

#include <nabla/rules/special/bessel.hpp>

#include <limits>

namespace {

using namespace special;

static_assert(derivative(j0(x), x) == -j1(x));
static_assert(derivative(j1(x), x) == (j0(x) - jn(2_c, x)) / 2_c);
static_assert(derivative(jn(2_c, x), x) == (j1(x) - jn(3_c, x)) / 2_c);
static_assert(derivative(jn(3_c, x), x) == (jn(2_c, x) - jn(4_c, x)) / 2_c);
static_assert(nabla::derivative<2>(j1(x), x) == (jn(3_c, x) - 3_c * j1(x)) / 4_c);
static_assert(derivative(y0(x), x) == -y1(x));
static_assert(derivative(y1(x), x) == (y0(x) - yn(2_c, x)) / 2_c);
static_assert(derivative(yn(2_c, x), x) == (y1(x) - yn(3_c, x)) / 2_c);
static_assert(jn(0_c, x) == j0(x) && jn(1_c, x) == j1(x) && yn(0_c, x) == y0(x) && yn(1_c, x) == y1(x));
static_assert(j0(-x) == j0(x) && j1(-x) == -j1(x));
static_assert(j0(0_c) == 1_c && j1(0_c) == 0_c);
static_assert(to_string(jn(3_c, x)) == "jn(3, x)");

BOOST_AUTO_TEST_SUITE(special_bessel)

BOOST_AUTO_TEST_CASE(first_kind) {
  check("j0", j0(x));
  check("j1", j1(x));
  check("jn 2", jn(2_c, x));
  check("jn 5", jn(5_c, x));
}

BOOST_AUTO_TEST_CASE(second_kind) {
  check("y0", y0(x));
  check("y1", y1(x));
  check("yn 2", yn(2_c, x));
  check("yn 5", yn(5_c, x));
}

BOOST_AUTO_TEST_CASE(ends_of_the_domain) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  BOOST_TEST(j0(x)(infinity) == 0);
  BOOST_TEST(jn(3_c, x)(-infinity) == 0);
  BOOST_TEST(std::isnan(j0(x)(std::numeric_limits<double>::quiet_NaN())));
  BOOST_TEST(y0(x)(0.0) == -infinity);
  BOOST_TEST(yn(4_c, x)(0.0) == -infinity);
  BOOST_TEST(derivative(y0(x), x)(0.0) == infinity);
  BOOST_TEST(y0(x)(infinity) == 0);
  BOOST_TEST(std::isnan(y1(x)(-1.0)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
