#include <nabla/interval.hpp>

#include <mpfr.h>

#include <boost/test/unit_test.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>

// The ends of sums, products, quotients and square roots are the nearest doubles outside: bit for bit what MPFR gives,
// rounding downward
// and upward with 53 digits and the exponents of double, subnormal and overflowing ones too.

namespace {

using nabla::enclosure;

using operation = int (*)(mpfr_t, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);

double rounded(operation op, double a, double b, mpfr_rnd_t direction) {
  mpfr_t x, y, z;
  mpfr_inits2(53, x, y, z, static_cast<mpfr_ptr>(nullptr));
  mpfr_set_d(x, a, MPFR_RNDN);
  mpfr_set_d(y, b, MPFR_RNDN);
  int const side = op(z, x, y, direction);
  mpfr_subnormalize(z, side, direction);
  double const result = mpfr_get_d(z, direction);
  mpfr_clears(x, y, z, static_cast<mpfr_ptr>(nullptr));
  return result;
}

/// Any finite double: of a random exponent, or near others so that they cancel.
double any(std::mt19937_64& engine, double near) {
  while (true) {
    bool const close = engine() % 3 == 0;
    double const x = close ? near * (1 + std::ldexp(static_cast<double>(engine() % 16) - 8, -50)) : std::bit_cast<double>(engine());
    if (std::isfinite(x)) return engine() % 2 ? -x : x;
  }
}

void check(operation op, enclosure (*enclosed)(enclosure const&, enclosure const&), bool zero_allowed) {
  mpfr_exp_t const least = mpfr_get_emin(), greatest = mpfr_get_emax();
  mpfr_set_emin(-1073);
  mpfr_set_emax(1024);
  std::mt19937_64 engine(0x5eed);
  int wrong = 0;
  for (int n = 0; n < 20000; ++n) {
    double const a = any(engine, 1.0), b = any(engine, a);
    if (b == 0 && !zero_allowed) continue;
    enclosure const result = enclosed(a, b);
    wrong += result.lower() != rounded(op, a, b, MPFR_RNDD) || result.upper() != rounded(op, a, b, MPFR_RNDU);
  }
  BOOST_TEST(wrong == 0);
  mpfr_set_emin(least);
  mpfr_set_emax(greatest);
}

int root(mpfr_t z, mpfr_srcptr x, mpfr_srcptr, mpfr_rnd_t direction) {
  mpfr_abs(z, x, direction);
  return mpfr_sqrt(z, z, direction);
}

/// Whether all quotients, products ... of points of random intervals lie within.
template <class Operation>
int points_outside(Operation op) {
  std::mt19937_64 engine(7);
  std::uniform_real_distribution<double> ends(-3, 3), shares(0, 1);
  int outside = 0;
  for (int n = 0; n < 1000; ++n) {
    auto const interval = [&] {
      double const a = engine() % 8 ? ends(engine) : 0, b = engine() % 8 ? ends(engine) : a;
      return enclosure(std::fmin(a, b), std::fmax(a, b));
    };
    enclosure const x = interval(), y = interval(), result = op(x, y);
    for (int k = 0; k < 16; ++k) {
      double const a = k < 8 ? (k & 1 ? x.lower() : x.upper()) : x.lower() + shares(engine) * (x.upper() - x.lower());
      double const b = k < 8 ? (k & 2 ? y.lower() : y.upper()) : y.lower() + shares(engine) * (y.upper() - y.lower());
      if (!x.contains(a) || !y.contains(b)) continue;
      enclosure const value = op(enclosure(a), enclosure(b));  // checked above
      outside += !result.contains(value);
    }
  }
  return outside;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(interval_arithmetic)

BOOST_AUTO_TEST_CASE(sums) {
  check(mpfr_add, [](enclosure const& a, enclosure const& b) { return a + b; }, true);
  check(mpfr_sub, [](enclosure const& a, enclosure const& b) { return a - b; }, true);
}
BOOST_AUTO_TEST_CASE(products) { check(mpfr_mul, [](enclosure const& a, enclosure const& b) { return a * b; }, true); }
BOOST_AUTO_TEST_CASE(quotients) { check(mpfr_div, [](enclosure const& a, enclosure const& b) { return a / b; }, false); }
BOOST_AUTO_TEST_CASE(roots) { check(root, [](enclosure const& a, enclosure const&) { return sqrt(abs(a)); }, true); }

BOOST_AUTO_TEST_CASE(intervals) {
  BOOST_TEST(points_outside([](enclosure const& a, enclosure const& b) { return a + b; }) == 0);
  BOOST_TEST(points_outside([](enclosure const& a, enclosure const& b) { return a - b; }) == 0);
  BOOST_TEST(points_outside([](enclosure const& a, enclosure const& b) { return a * b; }) == 0);
  BOOST_TEST(points_outside([](enclosure const& a, enclosure const& b) { return a / b; }) == 0);
  BOOST_TEST(points_outside([](enclosure const& a, enclosure const& b) { return hull(a, b); }) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
