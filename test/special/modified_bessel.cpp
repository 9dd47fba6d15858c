#include <special/check.hpp>

#include <nabla/rules/special/modified_bessel.hpp>

#include <limits>

namespace {

using namespace special;

static_assert(derivative(i0(x), x) == i1(x));
static_assert(derivative(i1(x), x) == (i0(x) + in(2_c, x)) / 2_c);
static_assert(derivative(in(2_c, x), x) == (i1(x) + in(3_c, x)) / 2_c);
static_assert(derivative(in(3_c, x), x) == (in(2_c, x) + in(4_c, x)) / 2_c);
static_assert(derivative(k0(x), x) == -k1(x));
static_assert(derivative(k1(x), x) == -(k0(x) + kn(2_c, x)) / 2_c);
static_assert(derivative(kn(2_c, x), x) == -(k1(x) + kn(3_c, x)) / 2_c);
static_assert(in(0_c, x) == i0(x) && in(1_c, x) == i1(x) && kn(0_c, x) == k0(x) && kn(1_c, x) == k1(x));
static_assert(i0(-x) == i0(x) && i1(-x) == -i1(x) && i0(0_c) == 1_c);

BOOST_AUTO_TEST_SUITE(special_modified_bessel)

BOOST_AUTO_TEST_CASE(first_kind) {
  check("i0", i0(x));
  check("i1", i1(x));
  check("in 2", in(2_c, x));
  check("in 5", in(5_c, x));
}

BOOST_AUTO_TEST_CASE(second_kind) {
  check("k0", k0(x));
  check("k1", k1(x));
  check("kn 2", kn(2_c, x));
  check("kn 5", kn(5_c, x));
}

BOOST_AUTO_TEST_CASE(ends_of_the_domain) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  BOOST_TEST(i0(x)(infinity) == infinity);
  BOOST_TEST(i1(x)(-infinity) == -infinity);
  BOOST_TEST(i0(x)(800.0) == infinity);
  BOOST_TEST(k0(x)(0.0) == infinity);
  BOOST_TEST(derivative(k0(x), x)(0.0) == -infinity);
  BOOST_TEST(k1(x)(infinity) == 0);
  BOOST_TEST(k1(x)(800.0) == 0);
  BOOST_TEST(std::isnan(kn(2_c, x)(-1.0)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
