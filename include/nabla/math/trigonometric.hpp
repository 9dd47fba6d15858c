#pragma once

#include <cmath>

#include <nabla/math/domain.hpp>
#include <nabla/math/fallback.hpp>
#include <nabla/math/trigonometric_kernel.hpp>

namespace nabla::math {

template <class Float>
Float domain_error_sine_cosine_or_tangent_of_an_infinite_number() {
  return kernel::not_a_number<Float>;
}

namespace kernel {

template <standard_float Float>
constexpr Float sin(Float x) {
  if (is_nan(x) || x == 0) return x;
  if (is_infinite(x)) return domain_error_sine_cosine_or_tangent_of_an_infinite_number<Float>();
  return rounded<Float>(sin(reduced(widened(x))));
}

template <standard_float Float>
constexpr Float cos(Float x) {
  if (is_nan(x)) return x;
  if (is_infinite(x)) return domain_error_sine_cosine_or_tangent_of_an_infinite_number<Float>();
  return rounded<Float>(cos(reduced(widened(x))));
}

template <standard_float Float>
constexpr Float tan(Float x) {
  if (is_nan(x) || x == 0) return x;
  if (is_infinite(x)) return domain_error_sine_cosine_or_tangent_of_an_infinite_number<Float>();
  return rounded<Float>(tan(reduced(widened(x))));
}

/// sin(pi x); a zero has the sign of x.
template <standard_float Float>
constexpr Float sinpi(Float x) {
  if (is_nan(x) || x == 0) return x;
  if (is_infinite(x)) return domain_error_sine_cosine_or_tangent_of_an_infinite_number<Float>();
  wide const result = sin(reduced_half_turns(widened(x)));
  return result.digits == 0 ? (x < 0 ? -Float{0} : Float{0}) : rounded<Float>(result);
}

/// cos(pi x); a zero is +0.
template <standard_float Float>
constexpr Float cospi(Float x) {
  if (is_nan(x)) return x;
  if (is_infinite(x)) return domain_error_sine_cosine_or_tangent_of_an_infinite_number<Float>();
  wide const result = cos(reduced_half_turns(widened(x)));
  return result.digits == 0 ? Float{0} : rounded<Float>(result);
}

template <class Float>
constexpr domain_error error_of_asin(Float const& x) {
  return x < -1 || x > 1 ? domain_error::arc_sine_or_cosine_of_a_number_beyond_1 : domain_error::none;
}

/// asin(x) is the angle of the point (sqrt((1 - x)(1 + x)), x).
template <standard_float Float>
constexpr Float asin(Float x) {
  if (is_nan(x) || x == 0) return x;
  if (domain_error const error = error_of_asin(x); error != domain_error::none) return refusal_of<Float>(error)();
  wide const w = abs(widened(x)), result = atan2(w, sqrt((1 - w) * (1 + w)));
  return rounded<Float>(x < 0 ? -result : result);
}

template <standard_float Float>
constexpr Float acos(Float x) {
  if (is_nan(x)) return x;
  if (domain_error const error = error_of_asin(x); error != domain_error::none) return refusal_of<Float>(error)();
  wide const w = abs(widened(x)), result = atan2(sqrt((1 - w) * (1 + w)), w);
  return rounded<Float>(x < 0 ? pi - result : result);
}

/// The angle of the point (x, y), between -pi and pi.
/// @source  special values: ISO C, annex F.10.1.4
template <standard_float Float>
constexpr Float atan2(Float y, Float x) {
  if (is_nan(x) || is_nan(y)) return is_nan(x) ? x : y;
  wide result;
  if (is_infinite(y)) {
    result = is_infinite(x) ? scaled(pi, -2) : scaled(pi, -1);
  } else if (!is_infinite(x) && y != 0) {
    result = atan2(abs(widened(y)), abs(widened(x)));
  }
  if (is_negative(x)) result = pi - result;
  if (result.digits == 0) return is_negative(y) ? -Float{0} : Float{0};
  return rounded<Float>(is_negative(y) ? -result : result);
}

template <standard_float Float>
constexpr Float atan(Float x) {
  return atan2(x, Float{1});
}

}  // namespace kernel

template <class T>
NABLA_ALWAYS_INLINE constexpr auto sin(T const& x) {
  using std::sin;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(sin(x))) return sin(x);
      return kernel::sin<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { sin(x); }) {
    return sin(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no sin: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto cos(T const& x) {
  using std::cos;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(cos(x))) return cos(x);
      return kernel::cos<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { cos(x); }) {
    return cos(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no cos: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto tan(T const& x) {
  using std::tan;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(tan(x))) return tan(x);
      return kernel::tan<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { tan(x); }) {
    return tan(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no tan: neither in namespace std nor in that of its type");
    return x;
  }
}

/// sin(pi x), exact at multiples of 1/2; a zero has the sign of x.
template <class T>
NABLA_ALWAYS_INLINE constexpr auto sinpi(T const& x) {
  using absent_from_std::sinpi;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) return kernel::sinpi<kernel::floating<T>>(x);
    return kernel::library_sinpi<kernel::floating<T>>(x);
  } else if constexpr (requires { sinpi(x); }) {
    return sinpi(x);
  } else {
    return kernel::analytic_sinpi(x);
  }
}

/// cos(pi x), exact at multiples of 1/2.
template <class T>
NABLA_ALWAYS_INLINE constexpr auto cospi(T const& x) {
  using absent_from_std::cospi;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) return kernel::cospi<kernel::floating<T>>(x);
    return kernel::library_cospi<kernel::floating<T>>(x);
  } else if constexpr (requires { cospi(x); }) {
    return cospi(x);
  } else {
    return kernel::analytic_cospi(x);
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto asin(T const& x) {
  using std::asin;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(asin(x))) return asin(x);
      return kernel::asin<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { asin(x); }) {
    return asin(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no asin: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto acos(T const& x) {
  using std::acos;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(acos(x))) return acos(x);
      return kernel::acos<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { acos(x); }) {
    return acos(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no acos: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T>
NABLA_ALWAYS_INLINE constexpr auto atan(T const& x) {
  using std::atan;
  if constexpr (kernel::standard_scalar<T>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(atan(x))) return atan(x);
      return kernel::atan<kernel::floating<T>>(x);
    }
  }
  if constexpr (requires { atan(x); }) {
    return atan(x);
  } else {
    static_assert(kernel::is_known<T>, "this scalar has no atan: neither in namespace std nor in that of its type");
    return x;
  }
}

template <class T, class U>
NABLA_ALWAYS_INLINE constexpr auto atan2(T const& y, U const& x) {
  using std::atan2;
  if constexpr (kernel::standard_scalar<T, U>) {
    if (std::is_constant_evaluated()) {
      if (NABLA_FOLDED(atan2(y, x))) return atan2(y, x);
      return kernel::atan2<kernel::common<T, U>>(y, x);
    }
  }
  if constexpr (requires { atan2(y, x); }) {
    return atan2(y, x);
  } else {
    static_assert(kernel::is_known<T, U>, "this scalar has no atan2: neither in namespace std nor in that of its type");
    return y;
  }
}

}  // namespace nabla::math
