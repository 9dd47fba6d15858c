#include <special/check.hpp>

#include <nabla/rules/special/airy.hpp>

#include <limits>

namespace {

using namespace special;

static_assert(derivative(airy_ai(x), x) == airy_ai_prime(x));
static_assert(derivative(airy_bi(x), x) == airy_bi_prime(x));
static_assert(nabla::derivative<2>(airy_ai(x), x) == x * airy_ai(x));
static_assert(nabla::derivative<2>(airy_bi(x), x) == x * airy_bi(x));
static_assert(nabla::derivative<3>(airy_ai(x), x) == airy_ai(x) + x * airy_ai_prime(x));

BOOST_AUTO_TEST_SUITE(special_airy)

BOOST_AUTO_TEST_CASE(airy_functions) {
  check("airy_ai", airy_ai(x));
  check("airy_ai_prime", airy_ai_prime(x));
  check("airy_bi", airy_bi(x));
  check("airy_bi_prime", airy_bi_prime(x));
}

BOOST_AUTO_TEST_CASE(infinities) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  BOOST_TEST(airy_ai(x)(infinity) == 0);
  BOOST_TEST(airy_ai_prime(x)(infinity) == 0);
  BOOST_TEST(airy_bi(x)(infinity) == infinity);
  BOOST_TEST(airy_bi_prime(x)(infinity) == infinity);
  BOOST_TEST(airy_ai(x)(-infinity) == 0);
  BOOST_TEST(airy_bi(x)(200.0) == infinity);
  BOOST_TEST(airy_ai(x)(200.0) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
