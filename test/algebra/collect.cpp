#include <nabla/nabla.hpp>

#include <algebra/reference.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

constexpr auto q = nabla::variables<"q", 2>;

// the coefficients that SymPy finds: simplify writes nothing out, so that the types are the same only where terms were collected
#define ROW(f, collected) static_assert(std::is_same_v<decltype(simplify(collect(f, x))), decltype(simplify(collected))>);
ALGEBRA_COLLECTIONS(ROW)
#undef ROW
#define ROW(f, collected) static_assert(std::is_same_v<decltype(simplify(collect(f, x, y))), decltype(simplify(collected))>);
ALGEBRA_COLLECTIONS_BY_TWO(ROW)
#undef ROW

// in falling powers
static_assert(to_string(collect(a * x + x * x + b * x + c, x)) == "x^2 + x*(a + b) + c");
static_assert(to_string(collect(a * x * x + b + x * x + pow(x, 3_c), x)) == "x^3 + x^2*(a + 1) + b");
static_assert(to_string(collect(x * y * a + x * y + y * y + x * x * a, x, y)) == "a*x^2 + x*y*(a + 1) + y^2");
static_assert(to_string(collect(a * y * x + b * x + x * x, y)) == "a*x*y + b*x + x^2");
// other powers, and functions
static_assert(to_string(collect(a / x + b / x + a * sqrt(x) + sqrt(x), x)) == "sqrt(x)*(a + 1) + (a + b)/x");
static_assert(to_string(collect(x * sin(x) + x * y, x)) == "x*(y + sin(x))");
static_assert(collect(7_c, x) == 7_c && collect(y, x) == y && collect(x - x, x) == 0_c);
static_assert(to_string(collect(q[0_c] * a + q[0_c] * b + q[1_c] * c + q[1_c], q)) == "q[0]*(a + b) + q[1]*(c + 1)");

// numbers beyond 64 bits: as it was
static_assert(to_string(collect(pow(x + y + 1_c, 90_c), x)) == "(x + y + 1)^90");

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_collect)

BOOST_AUTO_TEST_CASE(keeps_values) {
  auto const f = (a * x + b) * (c * x + a) - x * z;
  BOOST_TEST(collect(f, x)(a = 3.0, b = 5.0, c = 7.0, x = 2.0, z = 4.0) == f(a = 3.0, b = 5.0, c = 7.0, x = 2.0, z = 4.0));
}

BOOST_AUTO_TEST_SUITE_END()
