#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <nabla/math/power.hpp>

// Digamma and its derivatives, in constant expressions too, for every scalar whose precision std::numeric_limits knows.
//
// For x > 0 each is a sum of terms of one sign, so that the relative error stays at a few units in the last place:
// recurrence up to where the asymptotic series (Euler-Maclaurin) has converged. Negative x is brought to positive ones by
// the sums over both sides of the poles; there, near zeros of the result, the error is small relative to the terms and not
// to the result.
//
// At the poles 0, -1, -2, ...: a pole of odd order gives what the side says at +0 and -0 (as C's tgamma does) and NaN at the
// negative whole numbers, whose side no number says; a pole of even order gives the infinity that both sides have. In a
// constant expression a pole does not compile.

namespace nabla::math {

template <class Float>
Float domain_error_polygamma_function_at_a_pole() {
  return std::numeric_limits<Float>::quiet_NaN();
}

namespace kernel {

template <class T>
concept scalar_of_known_precision =
    std::numeric_limits<T>::is_specialized && !std::numeric_limits<T>::is_integer && (std::numeric_limits<T>::digits > 0);

/// What is special to polygamma series of one scalar type. Precision p needs about p / 5 steps of the recurrence: the
/// smallest term of the asymptotic series at x is about exp(-2 pi x).
template <class T>
struct polygamma_series {
  static constexpr int digits = std::numeric_limits<T>::digits;
  static constexpr int start = digits / 5;      // from here on the series of digamma reaches the precision
  static constexpr int terms = digits / 8 + 9;  // and needs no more terms than these, also for high orders

  /// B(2k) / (2k) for k = 1, 2, ... from the tangent numbers, which only additions of positive numbers make.
  /// Source: Brent & Harvey, Fast computation of Bernoulli, tangent and secant numbers (2013), algorithm TangentNumbers.
  static constexpr std::array<T, terms> make_coefficients() {
    std::array<T, terms> tangent{};
    tangent[0] = T(1);
    for (int k = 2; k <= terms; ++k) tangent[k - 1] = tangent[k - 2] * T(k - 1);
    for (int k = 2; k <= terms; ++k) {
      for (int j = k; j <= terms; ++j) tangent[j - 1] = tangent[j - 2] * T(j - k) + tangent[j - 1] * T(j - k + 2);
    }
    T power(1);
    for (int k = 1; k <= terms; ++k) {
      power = power * T(4);
      T const magnitude = tangent[k - 1] / (power * (power - T(1)));
      tangent[k - 1] = k % 2 == 1 ? magnitude : T(-magnitude);
    }
    return tangent;
  }
};

template <class T>
inline constexpr std::array<T, polygamma_series<T>::terms> polygamma_coefficients = polygamma_series<T>::make_coefficients();

/// The coefficients for one call: a table where the type is a standard one; other types are asked each time, since a table
/// of them would be a state of the program.
template <class T>
constexpr decltype(auto) coefficients_of_polygamma() {
  if constexpr (std::is_floating_point_v<T>) {
    return (polygamma_coefficients<T>);
  } else {
    return polygamma_series<T>::make_coefficients();
  }
}

/// log(1 + z), z > -1/2: the scalars of some libraries have no log1p, and their log is accurate near 1 only in absolute
/// terms. By log(1 + z) = 2 artanh(z / (2 + z)), DLMF 4.6.4.
template <class T>
constexpr T polygamma_log1p(T const& z) {
  if constexpr (std::is_floating_point_v<T>) {
    return math::log1p(z);
  } else if (z > T(1)) {
    return math::log(T(T(1) + z));
  } else {
    T const s = z / (T(2) + z), square = s * s;
    T power = T(2) * s, sum = power;
    for (int k = 3; k < 2 * std::numeric_limits<T>::digits; k += 2) {
      power = power * square;
      T const next = sum + power / T(k);
      if (next == sum) break;
      sum = next;
    }
    return sum;
  }
}

template <class T>
constexpr T polygamma_floor(T const& x) {
  if constexpr (std::is_floating_point_v<T>) {
    constexpr T whole_from = T(std::intmax_t{1} << 62);
    if (-whole_from < x && x < whole_from) {
      T const truncated = static_cast<T>(static_cast<std::intmax_t>(x));
      return truncated > x ? truncated - T(1) : truncated;
    }
    return std::floor(x);
  } else {
    using std::floor;
    return floor(x);
  }
}

/// 1 / x^power, power > 0.
template <class T>
constexpr T reciprocal_power(T const& x, int power) {
  if (power > 4) return static_cast<T>(math::pow(x, T(-power)));
  T product = x;
  for (int k = 1; k < power; ++k) product = product * x;
  return T(1) / product;
}

/// digamma(x) - digamma(y) for x, y > 0, where the distance x - y is known better than x and y: the distance times a sum of
/// positive terms, which are those of DLMF 5.7.6 at x and y, and of the difference of the asymptotic series (DLMF 5.11.2) at
/// a = x + N and b = y + N.
template <class T>
constexpr T digamma_difference(T const& x, T const& y, T const& distance) {
  using series = polygamma_series<T>;
  auto const& c = coefficients_of_polygamma<T>();
  T const& smaller = x < y ? x : y;
  int steps = 0;
  while (smaller + T(steps) < T(series::start)) ++steps;
  T const a = x + T(steps), b = y + T(steps);
  T const reciprocal_a = T(1) / a, reciprocal_b = T(1) / b, product = reciprocal_a * reciprocal_b;
  T const u = reciprocal_a * reciprocal_a, v = reciprocal_b * reciprocal_b;
  // e is -(u^k - v^k) / (x - y)
  T const first = (reciprocal_a + reciprocal_b) * product;
  T e = first, power(1), sum(0);
  for (int k = 1; k <= series::terms; ++k) {
    sum = sum + c[k - 1] * e;
    power = power * v;
    e = u * e + power * first;
  }
  sum = sum + product / T(2);
  for (int m = steps - 1; m >= 0; --m) sum = sum + T(1) / ((x + T(m)) * (y + T(m)));
  return distance * sum + polygamma_log1p(T(distance * reciprocal_b));
}

/// double for float. It waits for T: the functions of a double would be made wherever this header is included.
template <class T>
using widened_scalar = std::conditional_t<std::is_same_v<T, float>, double, T>;

/// The positive zero of digamma, 1.46163..., as a sum of numbers that every binary type of at least double's precision holds.
inline constexpr double digamma_root[] = {0x1.762d86356be3fp+0,    0x1.b86a722197829p-54,   0x1.e0d62a6be90c7p-109,
                                          -0x1.decfc5839f0f7p-166, -0x1.f0011db2b4494p-220, -0x1.78c9792ef66e9p-275,
                                          0x1.5362762d04c9dp-330,  0x1.c775a70ed1216p-384,  0x1.ed0a787098f13p-438};

/// digamma(x) for x > 0.
template <class T>
constexpr T digamma_of_positive(T const& x) {
  using series = polygamma_series<T>;
  if (x >= T(series::start)) {  // DLMF 5.11.2
    auto const& c = coefficients_of_polygamma<T>();
    T const reciprocal = T(1) / x, u = reciprocal * reciprocal;
    T sum(0);
    for (int k = series::terms; k > 0; --k) sum = u * (c[k - 1] + sum);
    return math::log(x) - (sum + reciprocal / T(2));
  }
  T distance = x, root(0);
  for (double part : digamma_root) {
    distance = distance - T(part);
    root = root + T(part);
  }
  return digamma_difference(x, root, distance);
}

/// n! zeta(n + 1, x), which is (-1)^(n+1) polygamma(n, x), for n > 0 and x > 0: DLMF 25.11.1 and 25.11.43.
template <class T>
constexpr T factorial_times_zeta(int n, T const& x) {
  using series = polygamma_series<T>;
  auto const& c = coefficients_of_polygamma<T>();
  // The recurrence ends where the asymptotic series serves, or where x^(-n) has become negligible.
  int const start = series::start + n;
  int const doublings = (series::digits + 3) / n + 1;
  bool const ends_early = doublings < 24 && x * T(1 << doublings) < T(start);
  T const end = ends_early ? T(x * T(1 << doublings)) : T(start);
  int steps = 0;
  while (x + T(steps) < end) ++steps;
  T sum(0);
  T const a = x + T(steps);
  if (!ends_early) {
    T const reciprocal = T(1) / a, u = reciprocal * reciprocal;
    T ratio(1);  // (2k+n-1)! / ((2k)! (n-1)!) a^(-2k)
    for (int k = 1; k <= series::terms; ++k) {
      ratio = ratio * u * (T(2 * k + n - 2) * T(2 * k + n - 1)) / (T(2 * k - 1) * T(2 * k));
      T const next = T(2 * k) * c[k - 1] * ratio;
      if (sum + next == sum) break;
      sum = sum + next;
    }
    sum = sum + T(n) * reciprocal / T(2) + T(1);
  }
  // Where a power of x would underflow though the result need not, the factors of n! are taken one by one; so too where n!
  // overflows.
  constexpr int largest = 22;
  if (n > largest || a * std::numeric_limits<T>::epsilon() > T(1)) {
    T scale = T(1) / a;
    for (int k = 1; k < n; ++k) scale = scale * (T(k) / a);
    sum = sum * scale;
    for (int m = steps - 1; m >= 0; --m) {
      T const at = x + T(m);
      scale = T(1) / at;
      for (int k = 1; k <= n; ++k) scale = scale * (T(k) / at);
      sum = sum + scale;
    }
    return sum;
  }
  sum = sum * reciprocal_power(a, n) / T(n);
  for (int m = steps - 1; m >= 0; --m) sum = sum + reciprocal_power(T(x + T(m)), n + 1);
  T factorial(1);
  for (int k = 2; k <= n; ++k) factorial = factorial * T(k);
  return factorial * sum;
}

/// The value at a pole: x is 0, a negative whole number or -infinity; `odd` says whether the two sides have opposite signs.
template <class T>
constexpr T polygamma_pole(T const& x, bool odd) {
  if (std::is_constant_evaluated()) return domain_error_polygamma_function_at_a_pole<T>();
  if (x - x != T(0) || (odd && x != T(0))) return std::numeric_limits<T>::quiet_NaN();
  return odd ? T(T(-1) / x) : std::numeric_limits<T>::infinity();
}

}  // namespace kernel

/// digamma(x), the logarithmic derivative of the gamma function.
///
/// @param x   a real scalar of known precision
/// @return    for x > 0 within a few units in the last place, near the zero 1.46163... too; for x < 0 the error is small
///            relative to 1 + |cot(pi x)| + log(1 - x). NaN at -1, -2, ..., -infinity at 0 and +infinity at -0
/// @cost      a logarithm and, below digits / 5, that many divisions; thrice that for x < 0
/// @refuses   scalars that std::numeric_limits does not know; poles in constant expressions
/// @source    DLMF 5.5.2, 5.5.4, 5.7.6, 5.11.2
template <class T>
  requires kernel::scalar_of_known_precision<T>
constexpr T digamma(T const& x) {
  if constexpr (std::is_same_v<T, float>) {
    return static_cast<float>(digamma(static_cast<kernel::widened_scalar<T>>(x)));
  } else {
    if (!(x <= T(0))) return kernel::digamma_of_positive(x);
    T const below = kernel::polygamma_floor(x), beyond = x - below;
    if (!(beyond > T(0))) return kernel::polygamma_pole(x, true);
    // pi cot(pi x) as a difference of digammas between 0 and 1: no function is needed that the sum does not need anyway.
    return kernel::digamma_of_positive(T(T(1) - x)) +
           (kernel::digamma_of_positive(beyond) - kernel::digamma_of_positive(T((below + T(1)) - x)));
  }
}

/// digamma(a + b) - digamma(a), for a > 0 and b > 0 within a few units in the last place, however small b is beside a.
///
/// @cost      a logarithm and, where a is below digits / 5, that many divisions
template <class T>
  requires kernel::scalar_of_known_precision<T>
constexpr T digamma_increment(T const& a, T const& b) {
  if constexpr (std::is_same_v<T, float>) {
    return static_cast<float>(digamma_increment(static_cast<kernel::widened_scalar<T>>(a), static_cast<kernel::widened_scalar<T>>(b)));
  } else {
    if (a > T(0) && b > T(0)) return kernel::digamma_difference(T(a + b), a, b);
    return digamma(T(a + b)) - digamma(a);
  }
}

/// The n-th derivative of digamma.
///
///     polygamma(0, x) = digamma(x),  polygamma(1, x) = trigamma(x)
///
/// @param n   order, at least 0 (NaN otherwise)
/// @param x   a real scalar of known precision
/// @return    for x > 0 within a few units in the last place up to n = 22, and about n / 2 units beyond; for x < 0 and odd n
///            too; for x < 0 and even n the error is small relative to the sum over the poles. At the poles infinity for odd
///            n; for even n NaN, and an infinity by the sign of the zero at 0
/// @cost      up to digits / 5 + n powers; thrice that for x < 0
/// @refuses   scalars that std::numeric_limits does not know; poles in constant expressions
/// @source    DLMF 5.15, 25.11.1, 25.11.12, 25.11.43
template <class T>
  requires kernel::scalar_of_known_precision<T>
constexpr T polygamma(int n, T const& x) {
  if constexpr (std::is_same_v<T, float>) {
    return static_cast<float>(polygamma(n, static_cast<kernel::widened_scalar<T>>(x)));
  } else {
    if (n < 0) return std::numeric_limits<T>::quiet_NaN();
    if (n == 0) return digamma(x);
    bool const odd = n % 2 == 1;
    if (!(x <= T(0))) return odd ? kernel::factorial_times_zeta(n, x) : T(-kernel::factorial_times_zeta(n, x));
    T const below = kernel::polygamma_floor(x), beyond = x - below;
    if (!(beyond > T(0))) return kernel::polygamma_pole(x, !odd);
    // The poles on the right of x are those of a positive argument; of those on the left, as many as there are down to 0.
    T const right = kernel::factorial_times_zeta(n, beyond);
    T const left = kernel::factorial_times_zeta(n, T((below + T(1)) - x)) - kernel::factorial_times_zeta(n, T(T(1) - x));
    return odd ? T(right + left) : T(left - right);
  }
}

/// The derivative of digamma: polygamma(1, x).
template <class T>
  requires kernel::scalar_of_known_precision<T>
constexpr T trigamma(T const& x) {
  return polygamma(1, x);
}

}  // namespace nabla::math
