#include <nabla/math/exponential.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <complex>

namespace {

namespace math = nabla::math;

CORRECTLY_ROUNDED(exp);
CORRECTLY_ROUNDED(exp2);
CORRECTLY_ROUNDED(exp10);
CORRECTLY_ROUNDED(expm1);
CORRECTLY_ROUNDED(log);
CORRECTLY_ROUNDED(log2);
CORRECTLY_ROUNDED(log10);
CORRECTLY_ROUNDED(log1p);
FOLDED_BY_COMPILER(exp);
FOLDED_BY_COMPILER(exp2);
FOLDED_BY_COMPILER(expm1);
FOLDED_BY_COMPILER(log);
FOLDED_BY_COMPILER(log2);
FOLDED_BY_COMPILER(log10);
FOLDED_BY_COMPILER(log1p);

// integers are double, and the type of the result is the library's
static_assert(math::exp(0) == 1.0 && math::exp10(3) == 1000.0);
static_assert(std::is_same_v<decltype(math::exp(1.0f)), float>);
static_assert(std::is_same_v<decltype(math::exp(1.0L)), long double>);
static_assert(math::log(math::exp(2.0L)) == 2.0L);

static_assert(support::constant<[] { return math::log(1.0); }>);
static_assert(!support::constant<[] { return math::log(0.0); }>);
static_assert(!support::constant<[] { return math::log(-1.0f); }>);
static_assert(!support::constant<[] { return math::log2(-0.0); }>);
static_assert(!support::constant<[] { return math::log10(-2.0); }>);
static_assert(!support::constant<[] { return math::log1p(-1.0); }>);

/// A scalar whose functions are found by argument, and return something else.
struct tracked {};
struct trace {
  char const* what;
};
constexpr trace exp(tracked) { return {"exp"}; }
constexpr trace exp10(tracked) { return {"exp10"}; }
static_assert(math::exp(tracked{}).what[0] == 'e');
static_assert(math::exp10(tracked{}).what[3] == '1');

}  // namespace

BOOST_AUTO_TEST_SUITE(math_exponential)

BOOST_AUTO_TEST_CASE(the_library_at_run_time) {
  IS_THE_LIBRARY(exp);
  IS_THE_LIBRARY(exp2);
  IS_THE_LIBRARY(expm1);
  IS_THE_LIBRARY(log);
  IS_THE_LIBRARY(log2);
  IS_THE_LIBRARY(log10);
  IS_THE_LIBRARY(log1p);
}

BOOST_AUTO_TEST_CASE(powers_of_ten_at_run_time) {
  for (auto const& row : reference::exp10_double) {
    double volatile x = row.x;
    double const y = math::exp10(double{x});
    BOOST_TEST((support::same(y, row.value) || y == std::nextafter(row.value, 0) || y == std::nextafter(row.value, INFINITY)),
               "exp10(" << row.x << ") is " << y);
  }
}

BOOST_AUTO_TEST_CASE(complex_numbers) {
  using complex = std::complex<double>;
  auto const near = [](complex a, complex b) { return std::abs(a - b) <= 4e-16 * std::abs(b); };
  complex const z(0.3, -0.2), small(1e-10, 2e-9);
  BOOST_TEST(math::exp(z) == std::exp(z));
  BOOST_TEST(near(math::exp2(z), std::pow(2, z)));
  BOOST_TEST(near(math::exp10(z), std::pow(10, z)));
  BOOST_TEST(near(math::log2(z), std::log(z) / std::log(2.0)));
  BOOST_TEST(math::log10(z) == std::log10(z));
  // e^x - 1 and log(1 + x) keep their digits near 0
  BOOST_TEST(near(math::expm1(z), std::exp(z) - 1.0));
  BOOST_TEST(near(math::expm1(small), small + small * small / 2.0));
  BOOST_TEST(near(math::log1p(z), std::log(1.0 + z)));
  BOOST_TEST(near(math::log1p(small), small - small * small / 2.0));
  BOOST_TEST(near(math::log1p(complex(-1, 1e-100)), std::log(complex(0, 1e-100))));
  BOOST_TEST(near(math::log1p(complex(-3, 1e200)), std::log(complex(-2, 1e200))));
}

BOOST_AUTO_TEST_SUITE_END()
