#pragma once

#include <cmath>

#include <nabla/math/domain.hpp>
#include <nabla/math/exponential_kernel.hpp>
#include <nabla/math/fallback.hpp>

namespace nabla::math {

namespace kernel {

template <class Float>
constexpr domain_error error_of_log(Float const& x) {
  return x <= 0 ? domain_error::logarithm_of_a_number_that_is_not_positive : domain_error::none;
}
template <class Float>
constexpr domain_error error_of_log1p(Float const& x) {
  return x <= -1 ? domain_error::logarithm_of_a_number_that_is_not_positive : domain_error::none;
}

template <standard_float Float>
constexpr Float exp(Float x) {
  if (is_nan(x)) return x;
  if (is_infinite(x)) return x < 0 ? Float{0} : x;
  return rounded<Float>(exp(widened(x)));
}

template <standard_float Float>
constexpr Float exp2(Float x) {
  if (is_nan(x)) return x;
  if (is_infinite(x)) return x < 0 ? Float{0} : x;
  return rounded<Float>(exp2(widened(x)));
}

template <standard_float Float>
constexpr Float exp10(Float x) {
  if (is_nan(x)) return x;
  if (is_infinite(x)) return x < 0 ? Float{0} : x;
  return rounded<Float>(settled<Float>(exp2(widened(x) * log2_10)));
}

template <standard_float Float>
constexpr Float expm1(Float x) {
  if (is_nan(x) || x == 0) return x;
  if (is_infinite(x)) return x < 0 ? Float{-1} : x;
  return rounded<Float>(expm1(widened(x)));
}

template <standard_float Float>
constexpr Float log(Float x) {
  if (is_nan(x)) return x;
  if (domain_error const error = error_of_log(x); error != domain_error::none) return refusal_of<Float>(error)();
  return is_infinite(x) ? x : rounded<Float>(log(widened(x)));
}

template <standard_float Float>
constexpr Float log2(Float x) {
  if (is_nan(x)) return x;
  if (domain_error const error = error_of_log(x); error != domain_error::none) return refusal_of<Float>(error)();
  return is_infinite(x) ? x : rounded<Float>(log2(widened(x)));
}

template <standard_float Float>
constexpr Float log10(Float x) {
  if (is_nan(x)) return x;
  if (domain_error const error = error_of_log(x); error != domain_error::none) return refusal_of<Float>(error)();
  return is_infinite(x) ? x : rounded<Float>(log10(widened(x)));
}

template <standard_float Float>
constexpr Float log1p(Float x) {
  if (is_nan(x) || x == 0) return x;
  if (domain_error const error = error_of_log1p(x); error != domain_error::none) return refusal_of<Float>(error)();
  return is_infinite(x) ? x : rounded<Float>(log1p(widened(x)));
}

}  // namespace kernel

template <class T>
NABLA_ALWAYS_INLINE constexpr auto exp(T const& x) {
  using std::exp;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(exp(x))) return exp(x);
      return kernel::exp<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { exp(x); }) {
    return exp(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no exp: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto exp2(T const& x) {
  using std::exp2;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(exp2(x))) return exp2(x);
      return kernel::exp2<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { exp2(x); }) {
    return exp2(x);
  } else {
    return kernel::exponential_to_base(2, x);
  }
}

/// 10^x; at run time a power, for namespace std has no exp10.
template <class T>
NABLA_ALWAYS_INLINE constexpr auto exp10(T const& x) {
  using absent_from_std::exp10;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) return kernel::exp10<kernel::floating<T>>(x);
    return std::pow(kernel::floating<T>{10}, kernel::floating<T>(x));
  } else if constexpr (requires { exp10(x); }) {
    return exp10(x);
  } else {
    return kernel::exponential_to_base(10, x);
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto expm1(T const& x) {
  using std::expm1;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(expm1(x))) return expm1(x);
      return kernel::expm1<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { expm1(x); }) {
    return expm1(x);
  } else {
    return kernel::expm1_by_sinh(x);
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto log(T const& x) {
  using std::log;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(log(x))) return log(x);
      return kernel::log<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { log(x); }) {
    return log(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no log: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto log2(T const& x) {
  using std::log2;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(log2(x))) return log2(x);
      return kernel::log2<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { log2(x); }) {
    return log2(x);
  } else {
    return kernel::logarithm_to_base(2, x);
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto log10(T const& x) {
  using std::log10;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(log10(x))) return log10(x);
      return kernel::log10<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { log10(x); }) {
    return log10(x);
  } else {
    return kernel::logarithm_to_base(10, x);
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto log1p(T const& x) {
  using std::log1p;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(log1p(x))) return log1p(x);
      return kernel::log1p<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { log1p(x); }) {
    return log1p(x);
  } else if constexpr (kernel::complex_number<T>) {
    return kernel::log1p_by_parts(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no log1p: neither in namespace std nor in that of its type");
    return x;
  }
}

}  // namespace nabla::math
