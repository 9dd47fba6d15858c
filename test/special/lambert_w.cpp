#include <special/check.hpp>

#include <nabla/rules/special/lambert_w.hpp>

#include <limits>

namespace {

using namespace special;

static_assert(derivative(lambert_w0(x), x) == 1_c / (x + exp(lambert_w0(x))));
static_assert(derivative(lambert_wm1(x), x) == 1_c / (x + exp(lambert_wm1(x))));
static_assert(lambert_w0(0_c) == 0_c && derivative(lambert_w0(x), x)(x = 0_c) == 1_c);

BOOST_AUTO_TEST_SUITE(special_lambert_w)

BOOST_AUTO_TEST_CASE(branches) {
  check("lambert_w0", lambert_w0(x));
  check("lambert_wm1", lambert_wm1(x));
}

BOOST_AUTO_TEST_CASE(ends_of_the_domain) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  double const branch_point = -std::exp(-1.0);
  BOOST_TEST(lambert_w0(x)(branch_point) == -1);
  BOOST_TEST(lambert_wm1(x)(branch_point) == -1);
  BOOST_TEST(derivative(lambert_w0(x), x)(branch_point) == infinity);
  BOOST_TEST(std::isinf(derivative(lambert_wm1(x), x)(branch_point)));
  BOOST_TEST(std::isnan(lambert_w0(x)(-0.4)));
  BOOST_TEST(std::isnan(lambert_wm1(x)(-0.4)));
  BOOST_TEST(std::isnan(lambert_wm1(x)(0.5)));
  BOOST_TEST(lambert_wm1(x)(0.0) == -infinity);
  BOOST_TEST(lambert_w0(x)(infinity) == infinity);
  BOOST_TEST(derivative(lambert_w0(x), x)(infinity) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
