#pragma once

// mpfr_set_uj is declared where the types of <cstdint> are known before.
#include <cstdint>

#include <mpfr.h>

#include <bit>
#include <cmath>
#include <concepts>
#include <limits>
#include <type_traits>

namespace oracle {

/// A number of MPFR with the digits and the exponents of a standard format.
template <std::floating_point Float>
class number {
 public:
  number() {
    mpfr_set_emin(std::numeric_limits<Float>::min_exponent - std::numeric_limits<Float>::digits + 1);
    mpfr_set_emax(std::numeric_limits<Float>::max_exponent);
    mpfr_init2(value_, std::numeric_limits<Float>::digits);
  }
  explicit number(Float x) : number() { mpfr_set_ld(value_, static_cast<long double>(x), MPFR_RNDN); }
  number(number const&) = delete;
  number& operator=(number const&) = delete;
  ~number() { mpfr_clear(value_); }

  mpfr_ptr get() { return value_; }

  /// The value, where `direction` is what the last operation returned: on which side of the exact result it is.
  Float rounded(int direction) {
    mpfr_subnormalize(value_, direction, MPFR_RNDN);
    return static_cast<Float>(mpfr_get_ld(value_, MPFR_RNDN));
  }

 private:
  mpfr_t value_;
};

using unary = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);
using binary = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);

/// The correctly rounded value of a function of MPFR.
template <std::floating_point Float>
Float value(unary f, Float x) {
  number<Float> argument(x), result;
  return result.rounded(f(result.get(), argument.get(), MPFR_RNDN));
}
template <std::floating_point Float>
Float value(binary f, Float x, Float y) {
  number<Float> first(x), second(y), result;
  return result.rounded(f(result.get(), first.get(), second.get(), MPFR_RNDN));
}

inline int lgamma(mpfr_ptr result, mpfr_srcptr x, mpfr_rnd_t rounding) {
  int sign = 0;
  return mpfr_lgamma(result, &sign, x, rounding);
}

/// Floating-point numbers in order as integers: neighbours differ by 1.
inline std::int64_t place(double x) {
  auto const bits = std::bit_cast<std::int64_t>(x);
  return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}
inline std::int64_t place(float x) {
  auto const bits = std::bit_cast<std::int32_t>(x);
  return bits < 0 ? std::int64_t{std::numeric_limits<std::int32_t>::min()} - bits : bits;
}

/// How many numbers of the format lie between two, the second included.
template <std::floating_point Float>
double steps(Float a, Float b) {
  return std::fabs(static_cast<double>(place(a)) - static_cast<double>(place(b)));
}
inline double steps(long double a, long double b) {
  if (a == b) return 0;
  long double const size = std::fabs(b);
  return static_cast<double>(std::fabs(a - b) / (size - std::nextafter(size, 0.0L)));
}

/// Steps from one number to another; 0 for the same number, or where both are NaN. -0 is infinitely far from 0.
template <std::floating_point Float>
double distance(Float a, Float b) {
  if (a != a || b != b) return a != a && b != b ? 0 : std::numeric_limits<double>::infinity();
  if (a == 0 && b == 0 && std::signbit(a) != std::signbit(b)) return std::numeric_limits<double>::infinity();
  return steps(a, b);
}

}  // namespace oracle
