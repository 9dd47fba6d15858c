#pragma once

#include <nabla/numeric/scalar.hpp>
#include <nabla/numeric/step.hpp>

namespace nabla::numeric {

/// Forward difference quotient, (f(x + h) - f(x)) / h.
///
///     forward_difference(f, x, h) -> f'(x) + O(h)
///     forward_difference(f, x)       with automatic_step(x, 2)
///
/// @param f   callable of one scalar; its values may be real, complex, or anything with `-` and `/` by a scalar
/// @param x   the point; an integer takes the scalar of `h`, every other scalar is used as it is
/// @param h   the step, real and positive. It is used as given: where x + h rounds to x the quotient is 0
/// @return    the quotient, in the type `f` returns; constexpr where `f` is
/// @cost      two evaluations of `f`
/// @error     h/2 f''(x) + O(h^2); rounding adds about 2 epsilon |f(x)| / h. Exact in exact arithmetic for degree 1
/// @refuses   a step that is not positive and finite: std::invalid_argument; does not compile in a constant expression.
///            A complex step, by static_assert: test/fail/numeric_step_complex.cpp
/// @source    Brook Taylor, Methodus Incrementorum (1715); Press et al., Numerical Recipes, 3rd ed. (2007), sec. 5.7
/// @example   static_assert(forward_difference([](auto x) { return x * x; }, 3.0, 0.5) == 6.5);
template <class F, class X, class H>
  requires callable_at<F, detail::scalar_t<X, H>>
constexpr auto forward_difference(F&& f, X const& x, H const& h) {
  using T = detail::scalar_t<X, H>;
  auto const step = detail::checked_step<T>("forward_difference", h);
  T const at = static_cast<T>(x);
  return detail::quotient(detail::value_at(f, static_cast<T>(at + step)), detail::value_at(f, at), step);
}

/// Backward difference quotient, (f(x) - f(x - h)) / h.
///
///     backward_difference(f, x, h) -> f'(x) + O(h)
///     backward_difference(f, x)       with automatic_step(x, 2)
///
/// @param     f, x, h, result, cost, refusals and source as for forward_difference
/// @error     -h/2 f''(x) + O(h^2)
/// @law       the mean of the forward and the backward difference is the central one
template <class F, class X, class H>
  requires callable_at<F, detail::scalar_t<X, H>>
constexpr auto backward_difference(F&& f, X const& x, H const& h) {
  using T = detail::scalar_t<X, H>;
  auto const step = detail::checked_step<T>("backward_difference", h);
  T const at = static_cast<T>(x);
  return detail::quotient(detail::value_at(f, at), detail::value_at(f, static_cast<T>(at - step)), step);
}

/// Central difference quotient, (f(x + h) - f(x - h)) / 2h.
///
///     central_difference(f, x, h) -> f'(x) + O(h^2)
///     central_difference(f, x)       with automatic_step(x, 3)
///
/// @param     f, x, h, result, refusals and source as for forward_difference
/// @cost      two evaluations of `f`; `f` is not evaluated at `x` itself
/// @error     h^2/6 f'''(x) + O(h^4); rounding adds about epsilon |f(x)| / h. Exact in exact arithmetic for degree 2
/// @example   static_assert(central_difference([](auto x) { return x * x; }, 3.0, 0.5) == 6);
template <class F, class X, class H>
  requires callable_at<F, detail::scalar_t<X, H>>
constexpr auto central_difference(F&& f, X const& x, H const& h) {
  using T = detail::scalar_t<X, H>;
  using R = detail::real_t<T>;
  R const step = detail::checked_step<T>("central_difference", h);
  T const at = static_cast<T>(x);
  return detail::quotient(detail::value_at(f, static_cast<T>(at + step)),
                          detail::value_at(f, static_cast<T>(at - step)), static_cast<R>(2 * step));
}

template <class F, class X>
  requires callable_at<F, detail::promoted_t<X>>
constexpr auto forward_difference(F&& f, X const& x) {
  return numeric::forward_difference(f, x, automatic_step(x, 2));
}

template <class F, class X>
  requires callable_at<F, detail::promoted_t<X>>
constexpr auto backward_difference(F&& f, X const& x) {
  return numeric::backward_difference(f, x, automatic_step(x, 2));
}

template <class F, class X>
  requires callable_at<F, detail::promoted_t<X>>
constexpr auto central_difference(F&& f, X const& x) {
  return numeric::central_difference(f, x, automatic_step(x, 3));
}

}  // namespace nabla::numeric
