#include <nabla/nabla.hpp>

#include <algebra/reference.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

// Divided by what SymPy takes out, the rest is left: only where that was taken out, since nothing is written out on the way.
#define ROW(f, taken, rest)                                                     \
  static_assert(std::is_same_v<decltype(simplify(factor(f) / (taken))), decltype(simplify(rest))>); \
  static_assert(factor(f) == f);
ALGEBRA_FACTORS(ROW)
#undef ROW

static_assert(to_string(factor(2_c * x * x * y + 4_c * x * y * y)) == "2*x*y*(x + 2*y)");
static_assert(to_string(factor(2_c * x + 4_c)) == "2*(x + 2)" && to_string(factor(x / 2_c + y / 2_c)) == "(x + y)/2");
static_assert(to_string(factor(4_c * y - 2_c * x)) == "2*(2*y - x)" && to_string(factor(x * x - 1_c)) == "x^2 - 1");
static_assert(to_string(factor(7_c)) == "7" && to_string(factor(x)) == "x" && to_string(factor(x - x)) == "0");
// any common factor: functions, sums, powers with a variable exponent, negative powers
static_assert(to_string(factor(exp(x) * y + exp(x))) == "exp(x)*(y + 1)");
static_assert(factor(x * (x + 1_c) + y * (x + 1_c)) == (x + y) * (x + 1_c));
static_assert(to_string(factor(x * (x + 1_c) + y * (x + 1_c))) == "(x + y)*(x + 1)");
static_assert(to_string(factor(pow(x, y) * z + pow(x, y))) == "x^y*(z + 1)");
static_assert(to_string(factor(1_c / x + 1_c / pow(x, 2_c))) == "(1/x + 1)/x");
static_assert(to_string(factor(x + 1_c / x)) == "x + 1/x");
static_assert(to_string(factor(pow(x, 2.5_c) + x)) == "x*(x^(3/2) + 1)");
// what is left may be fewer terms
static_assert(to_string(factor(x * (2_c * x + 2_c) + x * x)) == "x*(3*x + 2)");
// within sums, functions and powers
static_assert(to_string(factor(sin(x * y + x * z) + 1_c / (x * x + x * y))) == "sin(x*(y + z)) + 1/(x*(x + y))");
static_assert(to_string(factor(pow(x * y + x * z, 2_c))) == "x^2*(y + z)^2");
static_assert(to_string(factor(sqrt(6_c * x + 6_c * y))) == "sqrt(6*(x + y))");

// numbers beyond 64 bits: as it was
static_assert(factor(x / 9000000000000000000_c + y / 8999999999999999999_c) == x / 9000000000000000000_c + y / 8999999999999999999_c);

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_factor)

BOOST_AUTO_TEST_CASE(keeps_values) {
  auto const f = 6_c * pow(a, 3_c) * b - 4_c * a * a * b * b + 10_c * a * b * c;
  BOOST_TEST(factor(f)(a = 3.0, b = 5.0, c = 7.0) == f(a = 3.0, b = 5.0, c = 7.0));
  BOOST_TEST(factor(f)(a = 0.0, b = 5.0, c = 7.0) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
