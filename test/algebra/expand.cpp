#include <nabla/nabla.hpp>

#include <algebra/reference.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

// the terms that SymPy finds, in our order
#define ROW(f, terms) static_assert(std::is_same_v<decltype(expand(f)), decltype(simplify(terms))>);
ALGEBRA_EXPANSIONS(ROW)
#undef ROW

static_assert(to_string(expand((x + y) * (x - y))) == "x^2 - y^2");
static_assert(to_string(expand(x * pow(x + 1_c, 2_c) / y)) == "x^3/y + 2*x^2/y + x/y");
static_assert(to_string(expand(x * y)) == "x*y" && to_string(expand(7_c)) == "7");

// within functions, and over sums with roots, whose powers may be sums again
static_assert(to_string(expand(sin(x * (y + z)))) == "sin(x*y + x*z)");
static_assert(to_string(expand((sqrt(x + y) + 1_c) * (sqrt(x + y) - 1_c))) == "x + y - 1");
static_assert(to_string(expand(pow(x + sqrt(y + 1_c), 2_c))) == "x^2 + 2*x*sqrt(y + 1) + y + 1");
// what divides stays, and cancels where it can
static_assert(to_string(expand((x + y) / (x - y))) == "x/(x - y) + y/(x - y)");
static_assert(to_string(expand((x + y) * (x - y) / (x - y))) == "x + y");
// both cases of a choice
static_assert(expand(select(x < y, x, y) * (x + 1_c)) == select(x < y, x * x + x, y * x + y));

static_assert(std::is_same_v<decltype(expand(expand((x + y) * (x - z)))), decltype(expand((x + y) * (x - z)))>);

// Numbers that do not fit 64 bits: the formula as it was, in canonical form. The middle coefficient of (x + 1)^66 fits, that of
// (x + 1)^67 does not.
static_assert(to_string(expand(pow(x + 1_c, 67_c))) == "(x + 1)^67" && degree(pow(x + 1_c, 66_c)) == 66);
static_assert(coefficient<33>(pow(x + 1_c, 66_c), x) == 7219428434016265740_c);
static_assert(to_string(expand(pow(x + 1_c, 1000000_c))) == "(x + 1)^1000000");
static_assert(to_string(expand(pow(3000000000_c * x + y, 3_c) * x)) == "x*(3000000000*x + y)^3");
static_assert(to_string(expand((9000000000000000000_c * x + 1_c) * (9000000000000000000_c * y + 1_c))) ==
              "(9000000000000000000*x + 1)*(9000000000000000000*y + 1)");
// Nor are there more terms than can be held.
static_assert(to_string(expand(pow(x + y + z + a, 40_c))) == "(a + x + y + z)^40");

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_expand)

BOOST_AUTO_TEST_CASE(rounds_otherwise) {
  // Near x = y terms cancel: the value is kept in exact arithmetic, not in floating point.
  auto const f = pow(x - y, 2_c);
  BOOST_TEST(f(x = 1e8 + 1, y = 1e8) == 1.0);
  BOOST_TEST(expand(f)(x = 3.0, y = 1.0) == 4.0);
  BOOST_TEST(expand(f)(x = 1e200, y = 1e200) != 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
