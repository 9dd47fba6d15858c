#pragma once

#include <cmath>
#include <type_traits>

#include <nabla/math/standard.hpp>

// What is made of other functions where a scalar lacks it: std::complex has exp, log, sin and cos, but no exp2, expm1 or log2,
// and nothing in std has exp10, sinpi and cospi. Analytic all of them; log1p, sinpi and cospi look at the parts of complex numbers.
namespace nabla::math {

/// Names that namespace std lacks. `using absent_from_std::sinpi;` hides our own, and leaves those found by argument.
namespace absent_from_std {
void exp10() = delete;
void sinpi() = delete;
void cospi() = delete;
}  // namespace absent_from_std

template <class T>
constexpr auto sinpi(T const& x);
template <class T>
constexpr auto cospi(T const& x);

namespace kernel {

template <class T>
concept complex_number = requires(T const& z) {
  T(z.real(), z.imag());
  requires !std::is_same_v<std::remove_cvref_t<decltype(z.real())>, T>;
};

template <class T>
constexpr T exponential_to_base(int base, T const& x) {
  using std::exp, std::log;
  return exp(T(x * log(T(base))));
}

template <class T>
constexpr T logarithm_to_base(int base, T const& x) {
  using std::log;
  return log(x) / log(T(base));
}

/// e^x - 1 = 2 sinh(x / 2) e^(x / 2), which does not cancel.
template <class T>
constexpr T expm1_by_sinh(T const& x) {
  using std::exp, std::sinh;
  T const half = x / T(2);
  return T(2) * sinh(half) * exp(half);
}

/// log(1 + z), where |1 + z| is near 1 by |1 + z|^2 - 1, which keeps the digits of z.
template <complex_number T>
constexpr T log1p_by_parts(T const& z) {
  using std::atan2, std::log, std::log1p;
  auto const a = z.real(), b = z.imag();
  auto const beyond = a * (2 + a) + b * b;
  if (!(2 * beyond > -1 && beyond < 1)) return log(T(1 + a, b));
  return T(log1p(beyond) / 2, atan2(b, 1 + a));
}

/// x modulo 2, between -1 and 1; exact.
template <standard_float Float>
Float modulo_2(Float x) {
  return x - 2 * std::rint(x / 2);
}

template <standard_float Float>
inline constexpr Float pi_v = static_cast<Float>(3.141592653589793238462643383279502884L);

/// sin(pi x) by the standard library: exact at multiples of 1/2; elsewhere the error of pi x is added to that of sin.
template <standard_float Float>
Float library_sinpi(Float x) {
  Float r = modulo_2(x);
  if (r > Float{0.5}) r = 1 - r;
  if (r < Float{-0.5}) r = -1 - r;
  if (r == 0) return std::copysign(r, x);
  if (r > Float{0.25}) return std::cos(pi_v<Float> * (Float{0.5} - r));
  if (r < Float{-0.25}) return -std::cos(pi_v<Float> * (Float{0.5} + r));
  return std::sin(pi_v<Float> * r);
}

template <standard_float Float>
Float library_cospi(Float x) {
  Float const r = std::fabs(modulo_2(x));
  if (r > Float{0.75}) return -std::cos(pi_v<Float> * (1 - r));
  if (r > Float{0.25}) return std::sin(pi_v<Float> * (Float{0.5} - r));
  return std::cos(pi_v<Float> * r);
}

/// sin(pi x), of a complex number by its parts so that the real one is reduced exactly.
template <class T>
constexpr T analytic_sinpi(T const& x) {
  using std::acos, std::cosh, std::sin, std::sinh;
  if constexpr (complex_number<T>) {
    auto const turn = acos(decltype(x.real())(-1)) * x.imag();
    return T(math::sinpi(x.real()) * cosh(turn), math::cospi(x.real()) * sinh(turn));
  } else {
    return sin(T(x * acos(T(-1))));
  }
}

template <class T>
constexpr T analytic_cospi(T const& x) {
  using std::acos, std::cos, std::cosh, std::sinh;
  if constexpr (complex_number<T>) {
    auto const turn = acos(decltype(x.real())(-1)) * x.imag();
    return T(math::cospi(x.real()) * cosh(turn), -math::sinpi(x.real()) * sinh(turn));
  } else {
    return cos(T(x * acos(T(-1))));
  }
}

}  // namespace kernel
}  // namespace nabla::math
