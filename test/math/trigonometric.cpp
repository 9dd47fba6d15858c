#include <nabla/math/trigonometric.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <complex>

namespace {

namespace math = nabla::math;

CORRECTLY_ROUNDED(sin);
CORRECTLY_ROUNDED(cos);
CORRECTLY_ROUNDED(tan);
CORRECTLY_ROUNDED(sinpi);
CORRECTLY_ROUNDED(cospi);
CORRECTLY_ROUNDED(asin);
CORRECTLY_ROUNDED(acos);
CORRECTLY_ROUNDED(atan);
CORRECTLY_ROUNDED(atan2);
FOLDED_BY_COMPILER(sin);
FOLDED_BY_COMPILER(cos);
FOLDED_BY_COMPILER(tan);
FOLDED_BY_COMPILER(asin);
FOLDED_BY_COMPILER(acos);
FOLDED_BY_COMPILER(atan);
FOLDED_BY_COMPILER(atan2);

static_assert(math::sin(1.0L) * math::sin(1.0L) + math::cos(1.0L) * math::cos(1.0L) == 1);
static_assert(math::atan2(1, 1) == 0x1.921fb54442d18p-1);

static_assert(!support::constant<[] { return math::sin(reference::inf); }>);
static_assert(!support::constant<[] { return math::cos(-reference::inff); }>);
static_assert(!support::constant<[] { return math::tan(reference::inf); }>);
static_assert(!support::constant<[] { return math::sinpi(reference::inf); }>);
static_assert(!support::constant<[] { return math::cospi(reference::inf); }>);
static_assert(!support::constant<[] { return math::asin(2.0); }>);
static_assert(!support::constant<[] { return math::acos(-1.0000001f); }>);

}  // namespace

BOOST_AUTO_TEST_SUITE(math_trigonometric)

BOOST_AUTO_TEST_CASE(the_library_at_run_time) {
  IS_THE_LIBRARY(sin);
  IS_THE_LIBRARY(cos);
  IS_THE_LIBRARY(tan);
  IS_THE_LIBRARY(asin);
  IS_THE_LIBRARY(acos);
  IS_THE_LIBRARY(atan);
  double volatile x = 1.7, y = -2.3;
  BOOST_TEST(math::atan2(double{y}, double{x}) == std::atan2(y, x));
}

BOOST_AUTO_TEST_CASE(half_turns_at_run_time) {
  auto const check = [](char const* name, auto const& table, auto f) {
    for (auto const& row : table) {
      auto volatile x = row.x;
      auto const y = f(+x);
      using scalar = std::remove_const_t<decltype(y)>;
      auto const allowed = 2 * std::numeric_limits<scalar>::epsilon() * std::abs(row.value) + std::numeric_limits<scalar>::denorm_min();
      bool const is_exact = row.value == 0 || std::abs(row.value) == 1;
      BOOST_TEST((support::same(y, row.value) || (!is_exact && std::abs(y - row.value) <= allowed)), name << "(" << row.x << ") is " << y);
    }
  };
  check("sinpi", reference::sinpi_double, [](auto x) { return math::sinpi(x); });
  check("cospi", reference::cospi_double, [](auto x) { return math::cospi(x); });
  check("sinpi", reference::sinpi_float, [](auto x) { return math::sinpi(x); });
  check("cospi", reference::cospi_float, [](auto x) { return math::cospi(x); });
}

BOOST_AUTO_TEST_CASE(complex_numbers) {
  using complex = std::complex<double>;
  auto const near = [](complex a, complex b) { return std::abs(a - b) <= 1e-15 * std::abs(b); };
  complex const z(0.3, -0.2);
  double const pi = std::acos(-1.0);
  BOOST_TEST(math::sin(z) == std::sin(z));
  BOOST_TEST(near(math::sinpi(z), std::sin(pi * z)));
  BOOST_TEST(near(math::cospi(z), std::cos(pi * z)));
  BOOST_TEST(math::sinpi(complex(7, 0)) == complex());
}

BOOST_AUTO_TEST_SUITE_END()
