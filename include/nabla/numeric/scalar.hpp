#pragma once

#include <concepts>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

// The scalars this room computes with: integers become double, every other scalar stays what it is.

namespace nabla::numeric::detail {

/// The value an expression template stands for; the type itself for all others.
///
/// Boost.Multiprecision may return `x * x` as an unevaluated expression; differences need its value.
template <class T>
struct plain {
  using type = T;
};

template <class T>
  requires requires { typename T::result_type; } && std::convertible_to<T const&, typename T::result_type>
struct plain<T> {
  using type = typename T::result_type;
};

template <class T>
using plain_t = typename plain<std::remove_cvref_t<T>>::type;

/// The type a value is computed in: double for integers (no integer division), otherwise its own.
template <class T>
using promoted_t = std::conditional_t<std::is_integral_v<plain_t<T>>, double, plain_t<T>>;

/// The scalar that a point `x` and a step `h` are used in: that of `x`; where `x` is an integer, that of `h`.
template <class X, class H>
using scalar_t = promoted_t<std::conditional_t<std::is_integral_v<plain_t<X>>, H, X>>;

/// A number with real and imaginary part, recognised by its form: <complex> costs 0.3 s to include.
/// (In constant expressions std::complex serves with GCC only: Clang cannot evaluate that of libstdc++ 12.)
template <class T>
concept complex_number = requires(T const& z) {
  typename T::value_type;
  { z.real() } -> std::convertible_to<typename T::value_type>;
  { z.imag() } -> std::convertible_to<typename T::value_type>;
} && !std::same_as<T, typename T::value_type>;

template <class T>
struct real_part_type {
  using type = T;
};

template <complex_number T>
struct real_part_type<T> {
  using type = typename T::value_type;
};

/// The real scalar under `T`: T of `std::complex<T>`, otherwise `T`. Steps and weights are of this type.
template <class T>
using real_t = typename real_part_type<T>::type;

/// `h` in the precision of the values it multiplies or divides; as it is where those are no plain numbers (vectors).
template <class Value, class H>
constexpr auto factor_for(H const& h) {
  if constexpr (complex_number<Value> || std::numeric_limits<Value>::is_specialized)
    return static_cast<real_t<Value>>(h);
  else
    return h;
}

/// |v|; for a complex number the larger of |re| and |im|, which needs no square root.
template <class T>
constexpr real_t<T> magnitude(T const& v) {
  if constexpr (complex_number<T>) {
    real_t<T> const re = magnitude(static_cast<real_t<T>>(v.real()));
    real_t<T> const im = magnitude(static_cast<real_t<T>>(v.imag()));
    return re < im ? im : re;
  } else {
    return v < T(0) ? static_cast<T>(-v) : v;
  }
}

/// f at the point(s), as a value of the promoted type.
template <class F, class... T>
constexpr auto value_at(F& f, T const&... at) {
  return static_cast<promoted_t<decltype(f(at...))>>(f(at...));
}

/// (upper - lower) / width, in the precision of the values.
template <class Value, class H>
constexpr Value quotient(Value const& upper, Value const& lower, H const& width) {
  return static_cast<Value>((upper - lower) / factor_for<Value>(width));
}

}  // namespace nabla::numeric::detail

namespace nabla::numeric {

/// A callable that takes the point(s) it is to be differenced at and returns a value.
template <class F, class... T>
concept callable_at = requires(F& f, T const&... at) {
  f(at...);
  requires !std::is_void_v<decltype(f(at...))>;
};

}  // namespace nabla::numeric
