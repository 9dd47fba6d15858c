#pragma once

#include <nabla/numeric/refusal.hpp>
#include <nabla/numeric/scalar.hpp>

#include <limits>

namespace nabla::numeric {

namespace detail {

template <class T>
constexpr bool is_finite(T const& v) {
  if (!(v == v)) return false;
  if constexpr (std::numeric_limits<T>::has_infinity)
    return v != std::numeric_limits<T>::infinity() && v != -std::numeric_limits<T>::infinity();
  else
    return true;
}

/// The step in the real scalar of `T`, refused unless it is positive and finite there.
template <class T, class H>
constexpr real_t<T> checked_step(char const* caller, H const& step) {
  static_assert(!complex_number<H>, "a step is a real number");
  real_t<T> const h = static_cast<real_t<T>>(step);
  if (!(h > real_t<T>(0)) || !is_finite(h)) step_must_be_positive_and_finite(caller, h);
  return h;
}

}  // namespace detail

/// A step for a difference formula at `x`: a power of two near epsilon^(1/power) * max(1, |x|).
///
///     automatic_step(x, power) -> h
///
/// A quotient with truncation error ~ h^q and rounding error ~ epsilon / h^n is best near power = n + q:
/// 2 for the forward difference, 3 for the central one. A power of two keeps x + h (nearly) exact.
///
/// @param x       the point; an integer is taken as double
/// @param power   n + q, at least 1
/// @return        a step in the real scalar of `x`; constexpr
/// @cost          one multiplication per bit of the mantissa and of the exponent of `x`
/// @refuses       at run time, with std::invalid_argument, a scalar without a unit of rounding (exact rationals)
/// @source        Press et al., Numerical Recipes, 3rd ed. (2007), sec. 5.7
template <class X>
constexpr auto automatic_step(X const& x, int power) {
  using T = detail::promoted_t<X>;
  using R = detail::real_t<T>;
  R const unit = std::numeric_limits<R>::epsilon();
  if (!(unit > R(0))) detail::refuse("automatic_step", "a scalar that rounds, but this one is exact: give a step");
  int bits = 0;
  for (R u = unit; u < R(1); u *= 2) ++bits;
  R h(1);
  for (int i = 0; i < bits / power; ++i) h /= 2;
  R size = detail::magnitude(static_cast<T>(x));
  if (detail::is_finite(size))
    for (; size >= R(2); size /= 2) h *= 2;
  return h;
}

}  // namespace nabla::numeric
