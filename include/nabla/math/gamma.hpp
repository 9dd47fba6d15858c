#pragma once

#include <cmath>

#include <nabla/math/domain.hpp>
#include <nabla/math/exponential.hpp>
#include <nabla/math/trigonometric.hpp>

namespace nabla::math {

namespace kernel {

inline constexpr wide half_log_2_pi{joined(0xeb3f8e4325f5a534, 0x94bc900144192024), -128, false};
inline constexpr wide euler_gamma{joined(0x93c467e37db0c7a4, 0xd1be3f810152cb57), -128, false};

struct fraction {
  std::int64_t numerator, denominator;
};

/// B_2n / (2n (2n - 1)), from n = 1.
inline constexpr fraction stirling_coefficients[] = {
    {1, 12}, {-1, 360}, {1, 1260}, {-1, 1680}, {1, 1188}, {-691, 360360}, {1, 156}, {-3617, 122400}, {43867, 244188},
    {-174611, 125400}, {77683, 5796}, {-236364091, 1506960}, {657931, 300}, {-3392780147, 93960},
    {1723168255201, 2492028}, {-7709321041217, 505920}, {151628697551, 396},
};

/// log(Gamma(x)) for x >= 32, where the 18th term of Stirling's series is below 2^-135.
/// @source  NIST Digital Library of Mathematical Functions, 5.11.1
constexpr wide stirling(wide x) {
  wide const inverse = 1 / x, square = inverse * inverse;
  wide sum;
  for (int n = 17; n > 0; --n) {
    sum = sum * square + wide{stirling_coefficients[n - 1].numerator} / wide{stirling_coefficients[n - 1].denominator};
  }
  return (x - scaled(1, -1)) * log(x) - x + (half_log_2_pi + sum * inverse);
}

/// Gamma(x) = Gamma(x + n) / product, where x + n >= 32. 0 < x.
struct raised {
  wide x;
  wide product = 1;

  constexpr explicit raised(wide y) : x(y) {
    for (; magnitude(x) < 5; x = x + 1) product = product * x;
  }
};

/// Gamma(x) for x > 0.
constexpr wide gamma(wide x) {
  if (magnitude(x) > 11) return exponential_of_much(false);
  raised const r(x);
  return exp(stirling(r.x)) / r.product;
}

/// zeta(n) / n, from n = 2.
inline constexpr wide log_gamma_coefficients[] = {
    {joined(0xd28d3312983e9918, 0x73d8912200bace5f), -128, false},
    {joined(0xcd26aadf5596b7ac, 0xf64b92e699b5aa12), -129, false},
    {joined(0x8a8991563ec241b5, 0xf91211196e5235fc), -129, false},
    {joined(0xd45ce0bd530a492e, 0x826a4fdae19904dc), -130, false},
    {joined(0xada06588061830a5, 0x3cca078ab4ad8efb), -130, false},
    {joined(0x9381d0ee751d72c6, 0x0ffa0f2958701a44), -130, false},
    {joined(0x80859b57c31cb745, 0xf2ce526edad3266e), -130, false},
    {joined(0xe4033836abeda2ad, 0x5500dfba7db22232), -131, false},
    {joined(0xcd00f1c2eafc7981, 0x3418f3768cd66b0f), -131, false},
    {joined(0xba461988a636b07a, 0x95d890201c7f1588), -131, false},
    {joined(0xaab56b1921de202b, 0xbd0b01f5d03a1ccd), -131, false},
    {joined(0x9d8ecb8fe2cc261a, 0x79f81b6c2036aff2), -131, false},
    {joined(0x924b6fc19062fb9e, 0x9695c0817d0a6441), -131, false},
    {joined(0x88899a3b73ff01dc, 0x9a4ff396ee34ec23), -131, false},
    {joined(0x8000803266f59178, 0x79d0156affdbc10b), -131, false},
};

/// log(Gamma(1 + x)) for |x| < 1/128: -gamma x + zeta(2) x^2 / 2 - zeta(3) x^3 / 3 + ...
/// @source  NIST Digital Library of Mathematical Functions, 5.7.3
constexpr wide log_gamma_near_1(wide x) {
  wide sum;
  for (int n = 16; n > 1; --n) sum = log_gamma_coefficients[n - 2] - sum * x;
  return x * (sum * x - euler_gamma);
}

/// log(Gamma(x)) for x > 0. Near its zeros, 1 and 2, by the Taylor series, so that it keeps its digits there.
constexpr wide log_gamma(wide x) {
  wide const beyond_1 = x - 1, beyond_2 = x - 2;
  if (magnitude(beyond_1) < -7) return log_gamma_near_1(beyond_1);
  if (magnitude(beyond_2) < -7) return log1p(beyond_2) + log_gamma_near_1(beyond_2);
  raised const r(x);
  return magnitude(x) < 5 ? stirling(r.x) - log(r.product) : stirling(x);
}

template <class Float>
constexpr domain_error error_of_tgamma(Float const& x) {
  return x <= 0 && (is_infinite(x) || is_integer(widened(x))) ? domain_error::gamma_function_at_a_pole : domain_error::none;
}
template <class Float>
constexpr domain_error error_of_lgamma(Float const& x) {
  return is_infinite(x) ? domain_error::none : error_of_tgamma(x);
}

/// By reflection for x < 0: Gamma(x) Gamma(1 - x) = pi / sin(pi x).
template <standard_float Float>
constexpr Float tgamma(Float x) {
  if (is_nan(x)) return x;
  if (is_infinite(x) && x > 0) return x;
  if (domain_error const error = error_of_tgamma(x); error != domain_error::none) return refusal_of<Float>(error)();
  wide const w = widened(x);
  if (x > 0) return rounded<Float>(gamma(w));
  return rounded<Float>(pi / (sin(reduced_half_turns(w)) * gamma(1 - w)));
}

/// log(|Gamma(x)|)
template <standard_float Float>
constexpr Float lgamma(Float x) {
  if (is_nan(x)) return x;
  if (is_infinite(x)) return infinity<Float>;
  if (domain_error const error = error_of_lgamma(x); error != domain_error::none) return refusal_of<Float>(error)();
  wide const w = widened(x);
  if (x > 0) return x == 1 || x == 2 ? Float{0} : rounded<Float>(log_gamma(w));
  return rounded<Float>(log(pi / abs(sin(reduced_half_turns(w)))) - log_gamma(1 - w));
}

}  // namespace kernel

template <class T>
NABLA_ALWAYS_INLINE constexpr auto tgamma(T const& x) {
  using std::tgamma;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(tgamma(x))) return tgamma(x);
      return kernel::tgamma<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { tgamma(x); }) {
    return tgamma(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no tgamma: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto lgamma(T const& x) {
  using std::lgamma;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) return kernel::lgamma<kernel::floating<T>>(x);
  }
  if constexpr (requires { lgamma(x); }) {
    return lgamma(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no lgamma: neither in namespace std nor in that of its type");
    return x;
  }
}

}  // namespace nabla::math
