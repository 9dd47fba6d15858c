#include <nabla/interval.hpp>

#include <mpfr.h>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

// Each function of 1000 random intervals, against MPFR with 240 digits at points inside: none may lie outside of the result.
// And of points: the
// result is at most two units in the last place wide.

namespace {

using nabla::enclosure;

constexpr double infinity = std::numeric_limits<double>::infinity();

struct exactly {
  mpfr_t value;
  exactly() { mpfr_init2(value, 240); }
  exactly(exactly const&) = delete;
  exactly& operator=(exactly const&) = delete;
  ~exactly() { mpfr_clear(value); }
};

bool holds(enclosure const& result, exactly const& value) {
  return !mpfr_nan_p(value.value) && mpfr_cmp_d(value.value, result.lower()) >= 0 && mpfr_cmp_d(value.value, result.upper()) <= 0;
}

using reference = int (*)(mpfr_t, mpfr_srcptr, mpfr_rnd_t);

/// Points of all sizes between two bounds, both signs.
struct points {
  std::mt19937_64 engine;
  double low, high;

  double uniform(double from, double to) { return std::uniform_real_distribution<double>(from, to)(engine); }
  double operator()() {
    while (true) {
      double x = uniform(0, 1) < 0.3 && std::abs(low) < 1e6 && std::abs(high) < 1e6
                     ? uniform(low, high)
                     : std::ldexp(uniform(0.5, 1), static_cast<int>(uniform(-60, std::log2(std::fmax(std::abs(low), std::abs(high))) + 1)));
      if (engine() % 2) x = -x;
      if (engine() % 40 == 0) x = std::round(x);
      if (low <= x && x <= high) return x;
    }
  }
  double near(double x) {
    double const y = x + std::ldexp(uniform(-1, 1), static_cast<int>(uniform(-50, 4))) * std::fmax(std::abs(x), 1e-3);
    return std::fmin(std::fmax(y, low), high);
  }
};

template <class Function>
void check(char const* name, Function function, reference expected, double low, double high, double widest = 2) {
  points random{std::mt19937_64(0x5eed), low, high};
  exactly at, value;
  int outside = 0, wide = 0;
  for (int n = 0; n < 1000; ++n) {
    double const a = random(), b = n % 2 ? random() : random.near(a);
    enclosure const x(std::fmin(a, b), std::fmax(a, b)), result = function(x);
    for (int k = 0; k < 7; ++k) {
      double const inside = k == 0 ? x.lower() : k == 1 ? x.upper() : k == 2 ? x.middle() : random.uniform(x.lower(), x.upper());
      if (!x.contains(inside)) continue;
      mpfr_set_d(at.value, inside, MPFR_RNDN);
      expected(value.value, at.value, MPFR_RNDN);
      if (!holds(result, value)) {
        ++outside;
        BOOST_TEST_MESSAGE(name << " of " << inside << " in " << x << " is not in " << result);
      }
      enclosure const of_point = function(enclosure(inside));
      if (!holds(of_point, value)) ++outside;
      double const size = std::fabs(mpfr_get_d(value.value, MPFR_RNDN)), unit = std::nextafter(size, infinity) - size;
      if (std::isfinite(unit) && of_point.upper() - of_point.lower() > widest * unit) {
        ++wide;
        BOOST_TEST_MESSAGE(name << " of " << inside << " is " << (of_point.upper() - of_point.lower()) / unit << " units wide");
      }
    }
  }
  BOOST_TEST_CONTEXT(name) {
    BOOST_TEST(outside == 0);
    BOOST_TEST(wide == 0);
  }
}

int exp2_of(mpfr_t y, mpfr_srcptr x, mpfr_rnd_t r) { return mpfr_exp2(y, x, r); }
int exp10_of(mpfr_t y, mpfr_srcptr x, mpfr_rnd_t r) { return mpfr_exp10(y, x, r); }
int sinpi_of(mpfr_t y, mpfr_srcptr x, mpfr_rnd_t r) { return mpfr_sinpi(y, x, r); }
int cospi_of(mpfr_t y, mpfr_srcptr x, mpfr_rnd_t r) { return mpfr_cospi(y, x, r); }
int square_of(mpfr_t y, mpfr_srcptr x, mpfr_rnd_t r) { return mpfr_sqr(y, x, r); }
int abs_of(mpfr_t y, mpfr_srcptr x, mpfr_rnd_t r) { return mpfr_abs(y, x, r); }
template <int N>
int power_of(mpfr_t y, mpfr_srcptr x, mpfr_rnd_t r) {
  return mpfr_pow_si(y, x, N, r);
}
int root_of_power_of(mpfr_t y, mpfr_srcptr x, mpfr_rnd_t r) {
  mpfr_t n;
  mpfr_init2(n, 53);
  mpfr_set_d(n, 2.3, MPFR_RNDN);
  int const result = mpfr_pow(y, x, n, r);
  mpfr_clear(n);
  return result;
}

}  // namespace

#define CHECK(function_, ...) check(#function_, [](enclosure const& x) { return function_(x); }, __VA_ARGS__)

BOOST_AUTO_TEST_SUITE(interval_elementary)

BOOST_AUTO_TEST_CASE(powers_and_roots) {
  CHECK(sqrt, mpfr_sqrt, 0.0, 1e300, 1);
  CHECK(cbrt, mpfr_cbrt, -1e300, 1e300);
  CHECK(square, square_of, -1e150, 1e150, 1);
  CHECK(abs, abs_of, -1e300, 1e300, 0);
  check("x^3", [](enclosure const& x) { return pow(x, enclosure(3)); }, power_of<3>, -1e100, 1e100, 1);
  check("x^4", [](enclosure const& x) { return pow(x, enclosure(4)); }, power_of<4>, -1e70, 1e70, 1);
  check("x^-1", [](enclosure const& x) { return pow(x, enclosure(-1)); }, power_of<-1>, 1e-100, 1e100, 1);
  check("x^-3", [](enclosure const& x) { return pow(x, enclosure(-3)); }, power_of<-3>, -1e90, -1e-90, 1);
  check("x^71", [](enclosure const& x) { return pow(x, enclosure(71)); }, power_of<71>, -1e4, 1e4);
  check("x^2.3", [](enclosure const& x) { return pow(x, enclosure(2.3)); }, root_of_power_of, 0, 1e100);
}
BOOST_AUTO_TEST_CASE(exponential) {
  CHECK(exp, mpfr_exp, -700.0, 700.0);
  CHECK(exp2, exp2_of, -1000.0, 1000.0);
  CHECK(exp10, exp10_of, -300.0, 300.0);
  CHECK(expm1, mpfr_expm1, -700.0, 700.0);
  CHECK(log, mpfr_log, 1e-300, 1e300);
  CHECK(log2, mpfr_log2, 1e-300, 1e300);
  CHECK(log10, mpfr_log10, 1e-300, 1e300);
  CHECK(log1p, mpfr_log1p, -0.999999, 1e300);
}
BOOST_AUTO_TEST_CASE(trigonometric) {
  CHECK(sin, mpfr_sin, -20.0, 20.0);
  CHECK(cos, mpfr_cos, -20.0, 20.0);
  CHECK(tan, mpfr_tan, -20.0, 20.0);
  CHECK(sin, mpfr_sin, -1e300, 1e300);
  CHECK(cos, mpfr_cos, -1e300, 1e300);
  CHECK(tan, mpfr_tan, -1e300, 1e300);
  CHECK(sinpi, sinpi_of, -20.0, 20.0);
  CHECK(cospi, cospi_of, -20.0, 20.0);
  CHECK(asin, mpfr_asin, -1.0, 1.0);
  CHECK(acos, mpfr_acos, -1.0, 1.0);
  CHECK(atan, mpfr_atan, -1e300, 1e300);
}
BOOST_AUTO_TEST_CASE(hyperbolic) {
  CHECK(sinh, mpfr_sinh, -700.0, 700.0);
  CHECK(cosh, mpfr_cosh, -700.0, 700.0);
  CHECK(tanh, mpfr_tanh, -700.0, 700.0);
  CHECK(asinh, mpfr_asinh, -1e300, 1e300);
  CHECK(acosh, mpfr_acosh, 1.0, 1e300);
  CHECK(atanh, mpfr_atanh, -0.99999999, 0.99999999);
}
BOOST_AUTO_TEST_CASE(error) {
  CHECK(erf, mpfr_erf, -30.0, 30.0);
  CHECK(erfc, mpfr_erfc, -26.0, 26.0);
}

// Of two operands: the corners of 1000 boxes and points inside.
BOOST_AUTO_TEST_CASE(two_operands) {
  std::mt19937_64 engine(0x5eed);
  points random{engine, -50, 50};
  exactly x, y, value;
  int outside = 0;
  for (int n = 0; n < 1000; ++n) {
    double const a = random(), b = random.near(a), c = random(), d = n % 3 ? random() : random.near(c);
    enclosure const first(std::fmin(a, b), std::fmax(a, b)), second(std::fmin(c, d), std::fmax(c, d));
    enclosure const angle = atan2(first, second), length = hypot(first, second), power = pow(abs(first), second);
    for (int k = 0; k < 6; ++k) {
      double const at_first = k < 2 ? first.lower() : k == 2 ? first.upper() : random.uniform(first.lower(), first.upper());
      double const at_second = k % 2 ? second.lower() : k == 2 ? second.upper() : random.uniform(second.lower(), second.upper());
      if (!first.contains(at_first) || !second.contains(at_second)) continue;
      mpfr_set_d(x.value, at_first + 0.0, MPFR_RNDN);  // a zero of the real line has no sign
      mpfr_set_d(y.value, at_second, MPFR_RNDN);
      mpfr_atan2(value.value, x.value, y.value, MPFR_RNDN);
      outside += !holds(angle, value);
      mpfr_hypot(value.value, x.value, y.value, MPFR_RNDN);
      outside += !holds(length, value);
      if (first.contains(0.0)) continue;
      mpfr_abs(x.value, x.value, MPFR_RNDN);
      mpfr_pow(value.value, x.value, y.value, MPFR_RNDN);
      outside += !holds(power, value);
    }
  }
  BOOST_TEST(outside == 0);
}

BOOST_AUTO_TEST_SUITE_END()
