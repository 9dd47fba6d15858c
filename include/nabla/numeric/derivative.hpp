#pragma once

#include <nabla/numeric/scalar.hpp>
#include <nabla/numeric/stencil.hpp>
#include <nabla/numeric/step.hpp>

#include <concepts>
#include <cstddef>
#include <type_traits>

namespace nabla::numeric {

namespace detail {

/// A value that may be left out. Not std::optional: GCC 12 with sanitizers takes that for uninitialised.
template <class T>
struct setting {
  T value{};
  bool given = false;

  constexpr setting() = default;
  template <class U>
    requires std::constructible_from<T, U const&>
  constexpr setting(U const& chosen) : value(static_cast<T>(chosen)), given(true) {}
};

}  // namespace detail

/// What `derivative` may be told; whatever is left out is chosen.
///
///     step     automatic_step for the formula when left out; T is the real scalar of the point
///     order    of the derivative
///     points   of the stencil; the fewest that serve when left out (error order 2 central, 1 one-sided)
///     side     central, forward (f is known from x on) or backward
template <class T>
struct derivative_options {
  detail::setting<T> step = {};
  int order = 1;
  detail::setting<int> points = {};
  stencil side = stencil::central;
};

namespace detail {

/// sum of weights[k] f(x + offset(k) step) / step^order; points of weight 0 are not evaluated.
template <class F, class T, class Weights>
constexpr auto weighted_difference(F& f, T const& at, real_t<T> const& step, int order, Weights const& weights,
                                   stencil side) {
  using Value = decltype(value_at(f, at));
  using R = real_t<T>;
  Value sum{};
  bool first = true;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    if (weights[k] == R(0)) continue;
    int const offset = stencil_offset(static_cast<int>(k), static_cast<int>(weights.size()), side);
    Value const value = value_at(f, static_cast<T>(at + static_cast<R>(R(offset) * step)));
    Value const term = static_cast<Value>(value * factor_for<Value>(weights[k]));
    sum = first ? term : static_cast<Value>(sum + term);
    first = false;
  }
  R scale(1);
  for (int i = 0; i < order; ++i) scale *= step;
  return static_cast<Value>(sum / factor_for<Value>(scale));
}

}  // namespace detail

/// The n-th derivative of a callable, from its values on a stencil of p equally spaced points.
///
///     derivative(f, x, {.step = h, .order = n, .points = p, .side = s}) -> f^(n)(x) + O(h^q)
///     derivative(f, x)                                                 first derivative, automatic step
///     derivative<n>(f, x, h)    derivative<n, s>(f, x, h)    derivative<n, p>(f, x, h)    derivative<n, p, s>(f, x, h)
///
/// The form with template arguments uses no heap, computes its weights at compile time and checks n and p there.
///
/// @param f    callable of one scalar; its values may be real or complex
/// @param x    the point; an integer is taken as double (with template arguments: takes the scalar of `h`)
/// @return     the derivative in the type `f` returns; constexpr where `f` is
/// @cost       at most p evaluations of `f` (points of weight 0, such as x itself for odd n, are left out);
///             the form with options computes p weights and allocates them
/// @error      truncation O(h^q), q = error_order(n, p, s); rounding about epsilon |f| / h^n.
///             Exact in exact arithmetic for polynomials of degree below n + q
/// @refuses    p even for a central stencil, p <= n, n < 0, a step that is not positive and finite:
///             std::invalid_argument, which does not compile in a constant expression; a static_assert for n and p
///             given as template arguments, test/fail/numeric_derivative_even.cpp, numeric_derivative_few.cpp
/// @source     weights: stencil.hpp. The call is that of scipy.misc.derivative(func, x0, dx, n, order)
/// @example    static_assert(derivative([](auto x) { return x * x * x; }, 2.0, {.step = 0.5, .order = 2}) == 12);
template <class F, class X>
  requires callable_at<F, detail::promoted_t<X>>
constexpr auto derivative(F&& f, X const& x,
                          derivative_options<detail::real_t<detail::promoted_t<X>>> const& options = {}) {
  using T = detail::promoted_t<X>;
  using R = detail::real_t<T>;
  int const points = options.points.given ? options.points.value : fewest_points(options.order, options.side);
  detail::check_stencil("derivative", options.order, points, options.side);
  T const at = static_cast<T>(x);
  int const power = options.order + error_order(options.order, points, options.side);
  R const step =
      options.step.given ? detail::checked_step<T>("derivative", options.step.value) : automatic_step(at, power);
  return detail::weighted_difference(f, at, step, options.order,
                                     stencil_weights<R>(options.order, points, options.side), options.side);
}

template <int Order, int Points, stencil Side = stencil::central, class F, class X, class H>
  requires callable_at<F, detail::scalar_t<X, H>>
constexpr auto derivative(F&& f, X const& x, H const& h) {
  using T = detail::scalar_t<X, H>;
  using R = detail::real_t<T>;
  static_assert(Order >= 0, "the order of a derivative is 0 or more");
  static_assert(Side != stencil::central || Points % 2 != 0,
                "a central stencil has an odd number of points: write one more or one fewer");
  static_assert(Points > Order, "a stencil needs more points than the order of the derivative");
  if constexpr (Order >= 0 && (Side != stencil::central || Points % 2 != 0) && Points > Order) {
    R const step = detail::checked_step<T>("derivative", h);
    T const at = static_cast<T>(x);
    if constexpr (std::is_floating_point_v<R>) {
      constexpr auto weights = stencil_weights<Order, Points, Side, R>();
      return detail::weighted_difference(f, at, step, Order, weights, Side);
    } else {
      return detail::weighted_difference(f, at, step, Order, stencil_weights<Order, Points, Side, R>(), Side);
    }
  }
}

template <int Order, stencil Side = stencil::central, class F, class X, class H>
  requires callable_at<F, detail::scalar_t<X, H>>
constexpr auto derivative(F&& f, X const& x, H const& h) {
  return numeric::derivative<Order, fewest_points(Order, Side), Side>(f, x, h);
}

}  // namespace nabla::numeric
