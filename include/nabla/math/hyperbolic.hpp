#pragma once

#include <cmath>

#include <nabla/math/domain.hpp>
#include <nabla/math/power.hpp>

namespace nabla::math {

namespace kernel {

// All of them by expm1 and log1p, so that nothing cancels; in `wide` nothing overflows either. x >= 0.

constexpr wide sinh(wide x) {
  wide const beyond = expm1(x);
  return scaled(beyond + beyond / (beyond + 1), -1);
}

constexpr wide cosh(wide x) {
  wide const power = exp(x);
  return scaled(power + 1 / power, -1);
}

constexpr wide tanh(wide x) {
  wide const beyond = expm1(scaled(x, 1));
  return beyond / (beyond + 2);
}

constexpr wide asinh(wide x) {
  wide const square = x * x;
  return log1p(x + square / (sqrt(square + 1) + 1));
}

/// acosh(1 + x).
constexpr wide acosh1p(wide x) { return log1p(x + sqrt(x * (x + 2))); }

/// x < 1
constexpr wide atanh(wide x) { return magnitude(x) < -3 ? atanh_series(x) : scaled(log((1 + x) / (1 - x)), -1); }

template <standard_float Float>
constexpr Float sinh(Float x) {
  if (is_nan(x) || is_infinite(x) || x == 0) return x;
  wide const result = sinh(abs(widened(x)));
  return rounded<Float>(x < 0 ? -result : result);
}

template <standard_float Float>
constexpr Float cosh(Float x) {
  if (is_nan(x)) return x;
  return is_infinite(x) ? infinity<Float> : rounded<Float>(cosh(abs(widened(x))));
}

template <standard_float Float>
constexpr Float tanh(Float x) {
  if (is_nan(x) || x == 0) return x;
  wide const result = is_infinite(x) ? wide{1} : tanh(abs(widened(x)));
  return rounded<Float>(x < 0 ? -result : result);
}

template <standard_float Float>
constexpr Float asinh(Float x) {
  if (is_nan(x) || is_infinite(x) || x == 0) return x;
  wide const result = asinh(abs(widened(x)));
  return rounded<Float>(x < 0 ? -result : result);
}

template <class Float>
constexpr domain_error error_of_acosh(Float const& x) {
  return x < 1 ? domain_error::inverse_hyperbolic_cosine_of_a_number_below_1 : domain_error::none;
}
template <class Float>
constexpr domain_error error_of_atanh(Float const& x) {
  return x <= -1 || x >= 1 ? domain_error::inverse_hyperbolic_tangent_of_a_number_not_between_minus_1_and_1 : domain_error::none;
}

template <standard_float Float>
constexpr Float acosh(Float x) {
  if (is_nan(x)) return x;
  if (domain_error const error = error_of_acosh(x); error != domain_error::none) return refusal_of<Float>(error)();
  return is_infinite(x) ? x : rounded<Float>(acosh1p(widened(x) - 1));
}

template <standard_float Float>
constexpr Float atanh(Float x) {
  if (is_nan(x) || x == 0) return x;
  if (domain_error const error = error_of_atanh(x); error != domain_error::none) return refusal_of<Float>(error)();
  wide const result = atanh(abs(widened(x)));
  return rounded<Float>(x < 0 ? -result : result);
}

}  // namespace kernel

template <class T>
NABLA_ALWAYS_INLINE constexpr auto sinh(T const& x) {
  using std::sinh;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(sinh(x))) return sinh(x);
      return kernel::sinh<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { sinh(x); }) {
    return sinh(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no sinh: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto cosh(T const& x) {
  using std::cosh;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(cosh(x))) return cosh(x);
      return kernel::cosh<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { cosh(x); }) {
    return cosh(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no cosh: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto tanh(T const& x) {
  using std::tanh;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(tanh(x))) return tanh(x);
      return kernel::tanh<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { tanh(x); }) {
    return tanh(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no tanh: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto asinh(T const& x) {
  using std::asinh;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(asinh(x))) return asinh(x);
      return kernel::asinh<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { asinh(x); }) {
    return asinh(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no asinh: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto acosh(T const& x) {
  using std::acosh;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(acosh(x))) return acosh(x);
      return kernel::acosh<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { acosh(x); }) {
    return acosh(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no acosh: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto atanh(T const& x) {
  using std::atanh;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(atanh(x))) return atanh(x);
      return kernel::atanh<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { atanh(x); }) {
    return atanh(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no atanh: neither in namespace std nor in that of its type");
    return x;
  }
}

}  // namespace nabla::math
