#include <nabla/nabla.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <boost/rational.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdint>

// Rational numbers of other libraries as plain scalars, without a header of ours: boost::rational also in constant expressions (its
// integers may overflow there, which does not compile), boost::multiprecision::cpp_rational at run time, without limit.

namespace {

using namespace nabla::literals;
using small = boost::rational<std::intmax_t>;
using large = boost::multiprecision::cpp_rational;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto f = 2_c * x / (3_c * x * x + 2_c);

constexpr small third(1, 3);
static_assert(f(x = third) == small(2, 7) && derivative(f, x)(x = third) == small(30, 49));
static_assert(gradient(x * x / y, x, y)(x = third, y = small(2))[1] == small(-1, 36));
static_assert(select(x < 1_c / 2_c, x * y, y)(x = third, y = 3) == small(1) && (x * 0.1_c)(x = third) == small(1, 30));

}  // namespace

BOOST_AUTO_TEST_SUITE(exact_scalars)

BOOST_AUTO_TEST_CASE(boost_rational) {
  small const at(1, 3);
  BOOST_TEST(f(x = at) == small(2, 7));
  BOOST_TEST(derivative(f, x)(x = at) == small(30, 49));
  BOOST_TEST(pow(x - 1_c, 7_c)(x = at) == small(-128, 2187));
  BOOST_TEST(max(abs(x - 1_c), y)(x = at, y = 0) == small(2, 3));
}

BOOST_AUTO_TEST_CASE(cpp_rational) {
  large const at(1, 3);
  BOOST_TEST(f(x = at) == large(2, 7));
  BOOST_TEST(derivative(f, x)(x = at) == large(30, 49));
  BOOST_TEST((gradient(x * x / y, x, y)(x = at, y = 2)[1] == large(-1, 36)));
  BOOST_TEST((pow(x, 60_c) * pow(y, 60_c))(x = large(7, 3), y = large(3, 7)) == 1);
  BOOST_TEST(max(abs(x - 1_c), y)(x = at, y = 0) == large(2, 3));
}

BOOST_AUTO_TEST_SUITE_END()
