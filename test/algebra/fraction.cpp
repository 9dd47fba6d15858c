#include <nabla/nabla.hpp>

#include <algebra/reference.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

// the quotient that SymPy finds: equal, and in terms as low
#define ROW(f, above, below, degree_above, degree_below)                                       \
  static_assert(numerator(f) * (below) == denominator(f) * (above));                           \
  static_assert(degree(numerator(f)) == degree_above && degree(denominator(f)) == degree_below); \
  static_assert(equivalent(f, numerator(f) / denominator(f)));
ALGEBRA_FRACTIONS(ROW)
#undef ROW

static_assert(to_string(numerator(1_c / x + 1_c / y)) == "x + y" && to_string(denominator(1_c / x + 1_c / y)) == "x*y");
static_assert(to_string(numerator(x / 2_c + y / 3_c)) == "3*x + 2*y" && denominator(x / 2_c + y / 3_c) == 6_c);
static_assert(numerator(2_c / 3_c) == 2_c && denominator(2_c / 3_c) == 3_c && numerator(x - x) == 0_c && denominator(x - x) == 1_c);
// the numerator is written out, the denominator a product
static_assert(to_string(numerator(1_c / (x - 1_c) + 1_c / (x + 1_c))) == "2*x");
static_assert(to_string(denominator(1_c / (x - 1_c) + 1_c / (x + 1_c))) == "(x - 1)*(x + 1)");
// functions are left as they are
static_assert(numerator(sin(1_c / x) / cos(y) + 1_c / x) == x * sin(1_c / x) + cos(y) && denominator(sin(1_c / x) / cos(y) + 1_c / x) == x * cos(y));
static_assert(numerator(exp(-x)) == exp(-x) && denominator(pow(x, -0.5_c)) == sqrt(x) && numerator(pow(x, -y)) == pow(x, -y));
// divisors that are not written as such stay
static_assert(denominator((x * x - 1_c) / (x * x + 2_c * x + 1_c)) == x * x + 2_c * x + 1_c);

// numbers beyond 64 bits: as it was
constexpr auto large = 1_c / (9000000000000000000_c * x) + 1_c / (8999999999999999999_c * y);
static_assert(std::is_same_v<decltype(numerator(large)), decltype(simplify(large))> && denominator(large) == 1_c);

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_fraction)

BOOST_AUTO_TEST_CASE(keeps_values) {
  auto const f = a / (b + 1_c / c);
  BOOST_TEST((numerator(f) / denominator(f))(a = 3.0, b = 0.5, c = 2.0) == f(a = 3.0, b = 0.5, c = 2.0));
  BOOST_TEST((numerator(f) / denominator(f))(a = 3.0, b = 0.5, c = 0.0) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
