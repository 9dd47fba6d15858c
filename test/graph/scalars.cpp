#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <array>
#include <cmath>
#include <complex>
#include <limits>
#include <numbers>
#include <type_traits>
#include <vector>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

template <class Expected, class T>
constexpr bool gives(T) {
  return std::is_same_v<T, Expected>;
}

// Integers are promoted to double; there is no integer division.
constexpr auto quotient = x / y;
static_assert(quotient(x = 1, y = 2) == 0.5 && gives<double>(quotient(x = 1, y = 2)));
static_assert(quotient(x = 1L, y = 2U) == 0.5 && quotient(x = short{1}, y = 2ULL) == 0.5 && quotient(x = 'a', y = 2) == 48.5);
static_assert(gives<double>((x * x)(3)) && gives<double>((x * x)(true)) && (x / 2_c)(1) == 0.5);
static_assert((1_c / 2_c * x)(1) == 0.5 && gives<double>((7_c)()) && (x * 1_c / 4_c)(1) == 0.25);
static_assert(gradient(quotient, x, y)(x = 1, y = 2) == std::array{0.5, -0.25});
static_assert(derivative(x / 3_c)(1) == 1.0 / 3);
static_assert((x * 2147483647_c)(2147483647) == 2147483647.0 * 2147483647.0);

// Every other scalar is used as it is.
static_assert(gives<float>((x * x)(1.5F)) && gives<long double>((x * x)(1.5L)) && gives<double>((x * x)(1.5)));
static_assert(gives<std::array<float, 2>>(gradient(x * y, x, y)(x = 1.0F, y = 2.0F)));
static_assert((x / 3_c)(1.0F) == 1.0F / 3.0F && (x / 3_c)(1.0L) == 1.0L / 3.0L);
static_assert((1_c / 3_c * x)(1.0F) == 1.0F / 3.0F && (0.1_c * x)(1.0L) == 0.1L && (0.1_c * x)(1.0F) == 0.1F);

// Integers go with the scalar they stand beside; of two others, the wider one.
static_assert(gives<float>((x + y)(x = 1, y = 2.0F)) && gives<float>((x + y)(x = 1.0F, y = 2)));
static_assert(gives<double>((x + y)(x = 1.0F, y = 2.0)) && gives<long double>((x + y)(x = 1.0L, y = 2.0F)));
static_assert((x / y)(x = 1.0F, y = 3) == 1.0F / 3.0F && (x / y)(x = 1, y = 3.0L) == 1.0L / 3.0L);
static_assert((x + y)(x = 1.0F, y = 0x1p-30) == 1.0 + 0x1p-30);

// Mathematical constants are as exact as the scalar.
static_assert((nabla::pi * x)(1.0) == std::numbers::pi && (nabla::pi * x)(1.0F) == std::numbers::pi_v<float>);
static_assert((nabla::pi * x)(1.0L) == std::numbers::pi_v<long double> && nabla::e(1.0L) == std::numbers::e_v<long double>);
static_assert(nabla::pi() == std::numbers::pi && gives<float>(nabla::pi(1.0F)) && is_zero(derivative(nabla::pi * nabla::e, x)));

/// A scalar with only what the formula needs: + and *, and construction from whole numbers.
struct minimal {
  int units = 0;
  constexpr minimal() = default;
  constexpr explicit minimal(long value) : units(static_cast<int>(value)) {}
  friend constexpr minimal operator+(minimal a, minimal b) { return minimal(a.units + b.units); }
  friend constexpr minimal operator*(minimal a, minimal b) { return minimal(a.units * b.units); }
};
static_assert((3_c * x * x + x + 1_c)(minimal(2)).units == 15 && derivative(x * x * x)(minimal(2)).units == 12);

/// Dual numbers of another library: our formula evaluated on them gives our derivative.
struct dual {
  double value = 0, slope = 0;
  constexpr dual() = default;
  constexpr dual(double v, double s = 0) : value(v), slope(s) {}
  friend constexpr dual operator+(dual a, dual b) { return {a.value + b.value, a.slope + b.slope}; }
  friend constexpr dual operator-(dual a, dual b) { return {a.value - b.value, a.slope - b.slope}; }
  friend constexpr dual operator-(dual a) { return {-a.value, -a.slope}; }
  friend constexpr dual operator*(dual a, dual b) { return {a.value * b.value, a.slope * b.value + a.value * b.slope}; }
  friend constexpr dual operator/(dual a, dual b) {
    return {a.value / b.value, (a.slope * b.value - a.value * b.slope) / (b.value * b.value)};
  }
};
constexpr auto rational_function = (x * x - 3_c) / (x + 2_c) - -x;
static_assert(rational_function(dual(2, 1)).slope == derivative(rational_function)(2.0));
static_assert(derivative(rational_function)(dual(2, 1)).slope == derivative<2>(rational_function)(2.0));

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_scalars)

BOOST_AUTO_TEST_CASE(complex_numbers) {
  using complex = std::complex<double>;
  constexpr auto f = exp(x) * sin(x) / (x * x + 1_c) + pow(x, 3_c) / 3_c;
  complex const at(0.7, -0.4);
  complex const expected = std::exp(at) * std::sin(at) / (at * at + 1.0) + at * at * at / 3.0;
  BOOST_TEST(std::abs(f(at) - expected) < 1e-15);
  complex const h(1e-5, 0);
  BOOST_TEST(std::abs(derivative(f)(at) - (f(at + h) - f(at - h)) / (2.0 * h)) < 1e-9);
  BOOST_TEST(gives<complex>(f(at)));
  BOOST_TEST(gives<complex>((x * y)(x = at, y = 2)));
  BOOST_TEST(((x * y)(x = at, y = 2.0) == at * 2.0));
  BOOST_TEST((((1_c / 3_c) * x)(complex(0, 1)) == complex(0, 1.0 / 3)));
  BOOST_TEST(((2_c * x)(complex(1, 2)) == complex(2, 4)));
  BOOST_TEST((nabla::pi(complex(0, 1)) == complex(std::numbers::pi, 0)));
  // the step into the complex plane, as precise as the derivative itself
  BOOST_TEST(support::near(f(complex(0.7, 1e-30)).imag() / 1e-30, derivative(f)(0.7), 1e-14));
}

BOOST_AUTO_TEST_CASE(single_and_extended) {
  constexpr auto f = exp(x) / 3_c;
  BOOST_TEST(f(1.0F) == std::exp(1.0F) / 3.0F);
  BOOST_TEST(f(1.0L) == std::exp(1.0L) / 3.0L);
  BOOST_TEST(support::near(derivative(f)(1.0L), f(1.0L), 1e-18L));
  BOOST_TEST(gives<float>(f(1.0F)));
  std::vector<int> const whole{1, 2};
  BOOST_TEST(nabla::function(quotient, x, y)(whole) == 0.5);
}

BOOST_AUTO_TEST_SUITE_END()
