#include <nabla/nabla.hpp>

#include <algebra/reference.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

constexpr auto q = nabla::variables<"q", 2>;

// what SymPy finds
#define ROW(f, even, odd, polynomial, rational, linear)                                                    \
  static_assert(is_even(f, x) == even && is_odd(f, x) == odd && is_polynomial(f) == polynomial); \
  static_assert(is_rational(f) == rational && is_linear(f, x) == linear);
ALGEBRA_PROPERTIES(ROW)
#undef ROW

// one value, whatever the variables
static_assert(is_constant(7_c) && is_constant(nabla::pi * sqrt(2_c)) && is_constant(x - x + 1_c) && is_constant((x + 1_c) * (x - 1_c) - x * x));
static_assert(!is_constant(x) && !is_constant(sin(x)) && !is_constant(x + y - x) && is_constant(x / x));
static_assert(is_constant(derivative(3_c * x + sin(y), x)) && !is_constant(derivative(x * x, x)));

// in the variables that are named
static_assert(is_polynomial(x * sin(y), x) && !is_polynomial(x * sin(y), y) && !is_polynomial(x * sin(y), x, y) && is_polynomial(x * sin(y), z));
static_assert(is_polynomial(x / y, x) && !is_polynomial(x / y, y) && is_rational(x / y, y) && !is_rational(x * sqrt(y)) && is_rational(x * sqrt(y), x));
static_assert(is_polynomial(q[0_c] * q[1_c] + exp(x), q) && !is_polynomial(exp(q[1_c]), q) && is_polynomial(exp(q[1_c]), q[0_c]));
// written out: roots meet
static_assert(is_polynomial((sqrt(x) + 1_c) * (sqrt(x) - 1_c)) && !is_polynomial(sqrt(x) + 1_c));
// also where too much would have to be written out
static_assert(is_polynomial(pow(x + 1_c, 500_c)) && is_rational(1_c / pow(x + 1_c, 500_c)) && !is_linear(pow(x + 1_c, 500_c), x));

static_assert(is_linear(a * x + b, x) && is_linear(x * y, x) && !is_linear(x * y, x, y) && !is_linear(x * y) && is_linear(x + y - 1_c));
static_assert(is_linear(3_c, x) && is_linear(x - x, x) && is_linear(pow(x + 1_c, 2_c) - x * x, x) && !is_linear(abs(x), x) && !is_linear(1_c / x, x));
static_assert(is_linear(c * q[0_c] + q[1_c], q) && !is_linear(q[0_c] * q[1_c], q));

static_assert(is_even(abs(x) * exp(-x * x), x) && is_odd(atan(x) + x / (1_c + x * x), x) && is_even(x * sin(x) * y, x));
static_assert(!is_even(exp(x), x) && !is_odd(exp(x), x) && is_odd(1_c / (x - 1_c) + 1_c / (x + 1_c), x) && is_even(y, x) && is_odd(0_c, x));
// the derivative of an even formula is odd, and the other way round
static_assert(is_odd(derivative(cos(x) * x * x, x), x) && is_even(derivative(sin(x) * x * x, x), x));
static_assert(!is_polynomial(log(z)));

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_properties)

BOOST_AUTO_TEST_CASE(at_run_time) {
  BOOST_TEST(is_even(x * x, x));
  BOOST_TEST(!is_polynomial(sin(x)));
}

BOOST_AUTO_TEST_SUITE_END()
