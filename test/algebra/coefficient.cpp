#include <nabla/nabla.hpp>

#include <algebra/reference.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

constexpr auto q = nabla::variables<"q", 2>;

// what SymPy finds
#define ROW(f, n, expected) static_assert(std::is_same_v<decltype(coefficient(f, x, n)), decltype(simplify(expected))>);
ALGEBRA_COEFFICIENTS(ROW)
#undef ROW

static_assert(coefficient(a * x * x + b * x + c, x, 1_c) == b && coefficient<2>(a * x * x + b * x + c, x) == a);
static_assert(coefficient<0>(a * x * x + b * x + c, x) == c && coefficient<3>(a * x * x + b * x + c, x) == 0_c);
static_assert(coefficient(x, x, std::integral_constant<int, 1>{}) == 1_c && coefficient<0>(7_c, x) == 7_c);
static_assert(coefficient<1>(q[0_c] * q[1_c] * 3_c, q[1_c]) == 3_c * q[0_c]);
// any coefficients that do not have x
static_assert(coefficient<1>(x * sin(y) / z + sqrt(y) * x, x) == sin(y) / z + sqrt(y));
// they vanish where like terms do
static_assert(coefficient<2>(pow(x + 1_c, 2_c) - x * x, x) == 0_c);

// a polynomial is the sum of its coefficients times powers
constexpr auto f = pow(a * x + b, 3_c) - c * x;
static_assert(f == coefficient<0>(f, x) + coefficient<1>(f, x) * x + coefficient<2>(f, x) * x * x + coefficient<3>(f, x) * pow(x, 3_c));

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_coefficient)

BOOST_AUTO_TEST_CASE(is_a_formula) { BOOST_TEST(coefficient<2>(f, x)(a = 2.0, b = 5.0) == 60.0); }

BOOST_AUTO_TEST_SUITE_END()
