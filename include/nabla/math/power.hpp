#pragma once

#include <cmath>

#include <nabla/math/domain.hpp>
#include <nabla/math/exponential.hpp>

namespace nabla::math {

namespace kernel {

template <class Float>
constexpr domain_error error_of_sqrt(Float const& x) {
  return x < 0 ? domain_error::square_root_of_a_negative_number : domain_error::none;
}

template <class Float>
constexpr domain_error error_of_pow(Float const& x, Float const& y) {
  if (y == 0 || is_nan(x) || is_nan(y) || is_infinite(x) || is_infinite(y)) return domain_error::none;
  if (x == 0) return y < 0 ? domain_error::negative_power_of_zero : domain_error::none;
  if (x < 0 && !is_integer(widened(y))) return domain_error::power_of_a_negative_number_with_an_exponent_that_is_not_whole;
  return domain_error::none;
}

template <standard_float Float>
constexpr Float sqrt(Float x) {
  if (is_nan(x) || x == 0) return x;
  if (domain_error const error = error_of_sqrt(x); error != domain_error::none) return refusal_of<Float>(error)();
  return is_infinite(x) ? x : rounded<Float>(sqrt(widened(x)));
}

/// exp(log(|x|) / 3): more digits than the rounding can tell from the root itself, which is never a middle.
template <standard_float Float>
constexpr Float cbrt(Float x) {
  if (is_nan(x) || is_infinite(x) || x == 0) return x;
  wide const root = exp(log(abs(widened(x))) / 3);
  return rounded<Float>(x < 0 ? -root : root);
}

/// The length of a vector. The sum of the squares, smallest first, is exact but for digits that cannot decide the rounding.
template <standard_float Float>
constexpr Float hypot(Float x, Float y, Float z) {
  if (is_infinite(x) || is_infinite(y) || is_infinite(z)) return infinity<Float>;
  if (is_nan(x) || is_nan(y) || is_nan(z)) return not_a_number<Float>;
  wide const a = widened(x) * widened(x), b = widened(y) * widened(y), c = widened(z) * widened(z);
  wide const sum = magnitude_less(a, b) && magnitude_less(c, b) ? a + c + b : magnitude_less(a, c) ? a + b + c : b + c + a;
  return rounded<Float>(sqrt(sum));
}

template <standard_float Float>
constexpr Float hypot(Float x, Float y) {
  return hypot(x, y, Float{0});
}

/// x^n for a whole n with |n| < 64, by squaring: exact as long as the result has 128 digits, so that ties round to even.
constexpr wide power(wide x, int n) {
  wide result = 1;
  for (int rest = n < 0 ? -n : n; rest != 0; rest /= 2) {
    if (rest % 2) result = result * x;
    if (rest > 1) x = x * x;
  }
  return n < 0 ? 1 / result : result;
}

/// x^y for x > 0. Small whole exponents, and the halves between them, are products and square roots; others go through the
/// binary logarithm, which is exact for powers of two.
template <standard_float Float>
constexpr wide pow(wide x, wide y) {
  if (magnitude(y) < 6 && is_integer(scaled(y, 1))) {
    int const twice = static_cast<int>(split(scaled(y, 1)).whole);
    if (twice % 2 == 0) return power(x, twice / 2);
    return twice < 0 ? power(x, twice / 2) / sqrt(x) : power(x, twice / 2) * sqrt(x);
  }
  return settled<Float>(exp2(y * log2(x)));
}

/// @source  special values: ISO C, annex F.10.4.4
template <standard_float Float>
constexpr Float pow(Float x, Float y) {
  if (y == 0 || x == 1) return 1;
  if (is_nan(x) || is_nan(y)) return is_nan(x) ? x : y;
  bool const grows = is_negative(y) == (-1 < x && x < 1);
  if (is_infinite(y)) return x == -1 ? Float{1} : grows ? infinity<Float> : Float{0};
  wide const exponent = widened(y);
  bool const negative = is_negative(x) && is_odd(exponent);
  if (is_infinite(x)) {
    Float const result = grows ? infinity<Float> : Float{0};
    return negative ? -result : result;
  }
  if (domain_error const error = error_of_pow(x, y); error != domain_error::none) return refusal_of<Float>(error)();
  if (x == 0) return negative ? x : Float{0};
  wide const result = pow<Float>(abs(widened(x)), exponent);
  return rounded<Float>(negative ? -result : result);
}

}  // namespace kernel

template <class T>
NABLA_ALWAYS_INLINE constexpr auto sqrt(T const& x) {
  using std::sqrt;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(sqrt(x))) return sqrt(x);
      return kernel::sqrt<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { sqrt(x); }) {
    return sqrt(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no sqrt: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto cbrt(T const& x) {
  using std::cbrt;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(cbrt(x))) return cbrt(x);
      return kernel::cbrt<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { cbrt(x); }) {
    return cbrt(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no cbrt: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T, class U>
NABLA_ALWAYS_INLINE constexpr auto pow(T const& x, U const& y) {
  using std::pow;
  if constexpr (kernel::standard_scalar<T, U>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(pow(x, y))) return pow(x, y);
      return kernel::pow<kernel::common<T, U>>(x, y);
    }
  }
  if constexpr (requires { pow(x, y); }) {
    return pow(x, y);
  } else {
    static_assert(kernel::is_known<T, U>, "this scalar has no pow: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T, class U>
NABLA_ALWAYS_INLINE constexpr auto hypot(T const& x, U const& y) {
  using std::hypot;
  if constexpr (kernel::standard_scalar<T, U>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(hypot(x, y))) return hypot(x, y);
      return kernel::hypot<kernel::common<T, U>>(x, y);
    }
  }
  if constexpr (requires { hypot(x, y); }) {
    return hypot(x, y);
  } else {
    using std::sqrt;
    return sqrt(x * x + y * y);
  }
}

template <class T, class U, class V>
NABLA_ALWAYS_INLINE constexpr auto hypot(T const& x, U const& y, V const& z) {
  using std::hypot;
  if constexpr (kernel::standard_scalar<T, U, V>) {
    if (std::is_constant_evaluated()) return kernel::hypot<kernel::common<T, U, V>>(x, y, z);
    // libstdc++ makes a NaN of three where one is infinite, and not of two.
    return hypot(hypot(x, y), z);
  } else if constexpr (requires { hypot(x, y, z); }) {
    return hypot(x, y, z);
  } else {
    using std::sqrt;
    return sqrt(x * x + y * y + z * z);
  }
}

}  // namespace nabla::math
