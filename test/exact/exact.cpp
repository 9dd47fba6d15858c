#include <nabla/exact.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <sstream>

namespace {

using namespace nabla::literals;
using nabla::exact_rational, nabla::exact_value;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto q = nabla::variables<"q", 3>;

// By the umbrella header alone: composition with exact constants, and a proof. Intermediate results fit 64 bits.
constexpr auto f = 2_c * x / (3_c * x * x + 2_c);
static_assert(f(x = 1_c / 3_c) == 2_c / 7_c && derivative(f, x)(x = 1_c / 3_c) == 30_c / 49_c);

// The same by the exact scalar.
static_assert(f(x = exact_rational(1, 3)) == 2_c / 7_c && 2_c / 7_c == f(x = exact_rational(1, 3)));
static_assert(exact_value(f, x = 1_c / 3_c) == 2_c / 7_c && exact_value(derivative(f, x), x = 1_c / 3_c) == 30_c / 49_c);
static_assert(exact_value(f, x = 1_c / 3_c) != 2_c / 9_c && f(x = exact_rational(1, 3)) == f(x = 1_c / 3_c));
static_assert(exact_value(gradient(x * x / y, x, y), x = 1_c / 3_c, y = 2)[1] == -1_c / 36_c);

// Intermediate results beyond 64 bits, results within. The expected ones are Python's fractions.
static_assert(exact_value(pow(x, 40_c) - pow(x, 39_c) * x + x / 7_c, x = 70_c / 37_c) == 10_c / 37_c);
static_assert(exact_value(pow(x, 60_c) * pow(y, 60_c), x = 7_c / 3_c, y = 3_c / 7_c) == 1);
constexpr auto rosenbrock = pow(1_c - x, 2_c) + 100_c * pow(y - x * x, 2_c);
static_assert(exact_value(rosenbrock, x = 1_c / 97_c, y = 1_c / 97_c) == 87634944_c / 88529281_c);
static_assert(exact_value(derivative(rosenbrock, x), x = 1_c / 97_c, y = 1_c / 97_c) == -1844928_c / 912673_c);
// the continued fraction of the golden ratio, 40 levels, with a remainder that drops out: quotients of Fibonacci numbers
template <int Levels>
constexpr auto golden = 1_c + 1_c / golden<Levels - 1>;
template <>
constexpr auto golden<0> = x;
static_assert(exact_value(golden<40>, x = 1) == 267914296_c / 165580141_c);
static_assert(exact_value(golden<40>, x = 1000003_c / 999983_c) != 267914296_c / 165580141_c);
// sums of reciprocals, telescoping: 1 - 1/(n + 1)
template <int Terms>
constexpr auto telescope = telescope<Terms - 1> + 1_c / ((x + nabla::constant<Terms - 1>{}) * (x + nabla::constant<Terms>{}));
template <>
constexpr auto telescope<0> = 0_c * x;
static_assert(exact_value(telescope<20>, x = 1_c / 1000003_c) == 20000120000180_c / 20000061_c);
// a polynomial of 12 terms at one of its roots
constexpr auto polynomial = (13_c * x - 7_c) *
                            (pow(x, 11_c) - 3_c * pow(x, 10_c) + 5_c / 7_c * pow(x, 9_c) - pow(x, 8_c) / 11_c + 17_c * pow(x, 7_c) -
                             2_c * pow(x, 6_c) + pow(x, 5_c) - 19_c * pow(x, 4_c) + pow(x, 3_c) / 23_c - x * x + 29_c * x - 31_c);
static_assert(exact_value(polynomial, x = 7_c / 13_c) == 0 && exact_value(polynomial, x = 7_c / 17_c) != 0);

// what is rational besides
static_assert(exact_value(sqrt(x) + abs(y), x = 4_c / 9_c, y = -1) == 5_c / 3_c &&
              exact_value(cbrt(x), x = -27_c / 8_c) == -3_c / 2_c);
static_assert(exact_value(pow(x, 2_c / 3_c), x = 8_c / 27_c) == 4_c / 9_c && exact_value(pow(x, -3_c), x = -2_c) == -1_c / 8_c);
static_assert(exact_value(pow(x, y), x = 2_c, y = 90_c) == exact_value(pow(x, 2_c), x = 35184372088832_c));
static_assert(exact_value(select(x < 1_c / 3_c, x, max(x, y)), x = 1_c / 3_c, y = 2) == 2);
static_assert(exact_value(hypot(x, y), x = 3_c / 7_c, y = 4_c / 7_c) == 5_c / 7_c &&
              exact_value(clamp(x, 0_c, 1_c), x = 9_c) == 1);
static_assert(exact_value(q[0_c] + q[1_c] * q[2_c], q = std::array{1, 2, 3}) == 7);
static_assert(exact_value(7_c / 3_c) == 7_c / 3_c);

// numbers
static_assert(exact_rational(0.75) == 3_c / 4_c && exact_rational(-3.0) == -3 && exact_rational(0.1) != 1_c / 10_c &&
              exact_rational(0.0) == 0);
static_assert(exact_rational(6, -4) == -3_c / 2_c && exact_rational(1, 3) < 1_c / 2_c && 1_c / 2_c > exact_rational(1, 3) &&
              exact_rational(1, 3) > 0);
static_assert((x * y)(x = exact_rational(1, 3), y = 6) == 2 && (x * y)(x = exact_rational(1, 3), y = 0.5) == 1_c / 6_c);

// 4096 digits have room, in products and sums, to the last one; one more is refused (test/fail/exact_overflow.cpp)
constexpr exact_rational most = exact_value(pow(x, 4095_c) - 1_c + pow(x, 4095_c), x = 2);
static_assert(exact_value(pow(x, 4095_c) / y, x = 2, y = pow(2_c, 62_c)) == exact_value(pow(x, 4033_c), x = 2));
static_assert(exact_value((pow(x, 2048_c) - 1_c) * (pow(x, 2048_c) + 1_c), x = 2) == most);
static_assert(exact_value(-(pow(x, 4095_c) - 1_c) - pow(x, 4095_c), x = 2) == -most);
static_assert(exact_value(1_c / pow(x, 4095_c), x = 2) * exact_value(pow(x, 4095_c), x = 2) == 1);
// what has no value where it is not chosen
static_assert(exact_value(select(equals(x, 0_c), 7_c, 1_c / x), x = 0) == 7);

}  // namespace

BOOST_AUTO_TEST_SUITE(exact_evaluation)

BOOST_AUTO_TEST_CASE(at_run_time) {
  exact_rational third(1, 3);
  BOOST_TEST((f(x = third) == 2_c / 7_c));
  std::ostringstream out;
  out << f(x = third) << ' ' << exact_rational(-4, 2);
  BOOST_TEST(out.str() == "2/7 -2");
  exact_rational sum;
  for (int n = 1; n <= 100; ++n) sum = sum + exact_rational(1, n);
  std::ostringstream harmonic;
  harmonic << sum;  // Python: sum(Fraction(1, n) for n in range(1, 101))
  BOOST_TEST(harmonic.str() == "14466636279520351160221518043104131447711/2788815009188499086581352357412492142272");
}

BOOST_AUTO_TEST_CASE(never_wrong) {
  exact_rational const zero, two(2);
  BOOST_CHECK_THROW((1_c / x)(x = zero), std::domain_error);
  BOOST_CHECK_THROW(sqrt(x)(x = two), std::domain_error);
  BOOST_CHECK_THROW(pow(x, y)(x = two, y = 5000), std::overflow_error);
  BOOST_CHECK_THROW(pow(x, y)(x = two, y = exact_rational(1, 2)), std::domain_error);
  BOOST_CHECK_THROW(exact_rational(1.0 / 0.0 * two.sign()), std::domain_error);
}

BOOST_AUTO_TEST_SUITE_END()
