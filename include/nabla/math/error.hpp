#pragma once

#include <cmath>

#include <nabla/math/exponential.hpp>

namespace nabla::math {
namespace kernel {

inline constexpr wide one_over_root_of_pi{joined(0x906eba8214db688d, 0x71d48a7f6bfec344), -128, false};

/// erf(x) = 2 x / sqrt(pi) e^(-x^2) (1 + 2 x^2 / 3 (1 + 2 x^2 / 5 (...))) for 0 <= x < 4: no term is negative, nothing cancels.
/// @source  NIST Digital Library of Mathematical Functions, 7.6.2
constexpr wide erf_series(wide x) {
  constexpr int places = 5;  // 2 x^2 < 2^places; the sum is below 2^21, and below 2^18 before the last product
  constexpr uint128 one = uint128{1} << 104;
  wide const square = x * x;
  uint128 const factor = split(scaled(square, 1 - places)).fraction;
  uint128 sum = one;
  int const terms = magnitude(square) < 0 ? 34 : magnitude(square) < 2 ? 50 : 100;  // the next one is below 2^-115 of the sum
  for (int n = 2 * terms + 1; n > 1; n -= 2) {
    sum = one + fraction_product(sum << places, factor) / n;
  }
  return scaled(x * one_over_root_of_pi, 1) * exp(-square) * wide::normalised(sum, -104, false);
}

/// erfc(x) = e^(-x^2) / sqrt(pi) / (x + (1/2) / (x + 1 / (x + (3/2) / (x + 2 / (x + ...))))) for x >= 4.
/// @source  NIST Digital Library of Mathematical Functions, 7.9.1
constexpr wide erfc_fraction(wide x) {
  if (magnitude(x) >= 7) return exponential_of_much(true);
  wide fraction = x;
  // The error falls like e^(-2 x sqrt(2 n)): below 2^-115 for 4 <= x < 8, and for those beyond.
  for (int n = magnitude(x) < 3 ? 52 : 20; n > 0; --n) fraction = x + scaled(n / fraction, -1);
  return one_over_root_of_pi * exp(-(x * x)) / fraction;
}

template <standard_float Float>
constexpr Float erf(Float x) {
  if (is_nan(x) || x == 0) return x;
  if (is_infinite(x)) return x < 0 ? Float{-1} : Float{1};
  wide const w = abs(widened(x)), result = magnitude(w) < 2 ? erf_series(w) : 1 - erfc_fraction(w);
  return rounded<Float>(x < 0 ? -result : result);
}

template <standard_float Float>
constexpr Float erfc(Float x) {
  if (is_nan(x)) return x;
  if (is_infinite(x)) return x < 0 ? Float{2} : Float{0};
  wide const w = abs(widened(x));
  if (magnitude(w) < 2) return rounded<Float>(x < 0 ? 1 + erf_series(w) : 1 - erf_series(w));
  return rounded<Float>(x < 0 ? 2 - erfc_fraction(w) : erfc_fraction(w));
}

}  // namespace kernel

template <class T>
NABLA_ALWAYS_INLINE constexpr auto erf(T const& x) {
  using std::erf;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(erf(x))) return erf(x);
      return kernel::erf<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { erf(x); }) {
    return erf(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no erf: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto erfc(T const& x) {
  using std::erfc;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(erfc(x))) return erfc(x);
      return kernel::erfc<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { erfc(x); }) {
    return erfc(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no erfc: neither in namespace std nor in that of its type");
    return x;
  }
}

}  // namespace nabla::math
