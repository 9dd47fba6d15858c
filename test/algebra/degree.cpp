#include <nabla/nabla.hpp>

#include <algebra/reference.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

constexpr auto q = nabla::variables<"q", 3>;

// what SymPy finds
#define ROW(f, in_x, in_both) static_assert(degree(f, x) == in_x && degree(f, x, y) == in_both);
ALGEBRA_DEGREES(ROW)
#undef ROW

static_assert(std::is_same_v<decltype(degree(x, x)), std::intmax_t>);
static_assert(degree(pow(x + 1_c, 2_c) - x * x, x) == 1 && degree(x * x * y * pow(z, 3_c)) == 6 && degree(x * y, x) == 1);
static_assert(degree(a * b * c) == 3 && degree(a * b + c, c) == 1);
static_assert(degree(7_c) == 0 && degree(nabla::pi, x) == 0 && degree(y, x) == 0 && degree(x - x, x) == -1 && degree(0_c) == -1);
static_assert(degree(q[0_c] * q[0_c] * q[2_c] + x * q[1_c], q) == 3 && degree(q[0_c] * q[2_c], q[0_c]) == 1);
// any coefficients
static_assert(degree(x * x * sin(y) / z, x) == 2);
// of a product of polynomials that are not 0: the sum
static_assert(degree((x * x + y) * (pow(x, 3_c) - x), x) == degree(x * x + y, x) + degree(pow(x, 3_c) - x, x));
static_assert(degree(pow(x, 1000000000000_c), x) == 1000000000000);

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_degree)

BOOST_AUTO_TEST_CASE(at_run_time) { BOOST_TEST(degree(x * x * y) == 3); }

BOOST_AUTO_TEST_SUITE_END()
