#pragma once

#include <nabla/numeric/refusal.hpp>
#include <nabla/numeric/scalar.hpp>
#include <nabla/numeric/step.hpp>

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace nabla::numeric {

namespace detail {

/// std::array keeps its form, with another element type; every other contiguous range becomes a std::vector.
template <class Range, class T>
struct same_form {
  using type = std::vector<T>;
  static constexpr type make(std::size_t n) { return type(n, T{}); }
};
template <class U, std::size_t N, class T>
struct same_form<std::array<U, N>, T> {
  using type = std::array<T, N>;
  static constexpr type make(std::size_t) { return type{}; }
};

template <class Range>
using element_t = std::remove_cvref_t<decltype(*std::data(std::declval<Range const&>()))>;

/// A copy of the point that may be moved about, in the scalar it is computed with.
template <class T, class Range>
constexpr auto movable_point(Range const& at) {
  auto point = same_form<Range, T>::make(std::size(at));
  for (std::size_t i = 0; i < std::size(at); ++i) point[i] = static_cast<T>(std::data(at)[i]);
  return point;
}

/// f of a point: given whole where `f` takes it so, otherwise (std::array only) as one scalar after the other.
template <class F, class Point>
constexpr decltype(auto) apply_at(F& f, Point const& point) {
  if constexpr (callable_at<F, Point>)
    return f(point);
  else
    return [&]<std::size_t... I>(std::index_sequence<I...>) -> decltype(auto) {
      return f(point[I]...);
    }(std::make_index_sequence<std::tuple_size_v<Point>>{});
}

template <class F, class Point>
constexpr auto value_of(F& f, Point const& point) {
  return static_cast<promoted_t<decltype(apply_at(f, point))>>(apply_at(f, point));
}

/// (f(x + h e_i) - f(x - h e_i)) / 2h; the point is left as it was.
template <class F, class Point, class H>
constexpr auto central_partial(F& f, Point& point, std::size_t i, H const& h) {
  auto const middle = point[i];
  point[i] = middle + h;
  auto const upper = value_of(f, point);
  point[i] = middle - h;
  auto const lower = value_of(f, point);
  point[i] = middle;
  return quotient(upper, lower, static_cast<H>(2 * h));
}

/// The step of each coordinate: the one given, or automatic_step at that coordinate.
template <class H>
struct given_step {
  H h;
  template <class T>
  constexpr H operator()(T const&) const {
    return h;
  }
};
template <class T, class H>
constexpr auto checked_given_step(char const* caller, H const& h) {
  return given_step<real_t<T>>{checked_step<T>(caller, h)};
}
struct chosen_step {
  int power;
  template <class T>
  constexpr auto operator()(T const& x) const {
    return automatic_step(x, power);
  }
};

template <class T, class F, class Range, class Step>
constexpr auto gradient_by(F& f, Range const& at, Step const& step) {
  auto point = movable_point<T>(at);
  auto gradient = same_form<Range, decltype(value_of(f, point))>::make(point.size());
  for (std::size_t i = 0; i < point.size(); ++i) gradient[i] = central_partial(f, point, i, step(point[i]));
  return gradient;
}

}  // namespace detail

/// A point of R^n: std::array, std::vector, std::span, or any other contiguous range.
template <class Range>
concept point_range = requires(Range const& r) {
  *std::data(r);
  std::size(r);
};

/// Partial derivative of a callable of several variables by its i-th, (f(x + h e_i) - f(x - h e_i)) / 2h.
///
///     central_partial(f, at, i, h) -> df/dx_i + O(h^2)     f : R^n -> R,  at : n,  0 <= i < n
///
/// @param f    callable of the whole point (std::array for a std::array, otherwise std::vector), or, where it does not
///             take that, of n scalars (for a std::array only)
/// @param at   the point: std::array, std::vector, std::span, ...; integers are taken as double; it is copied
/// @cost       two evaluations of `f`
/// @refuses    i >= n, a step that is not positive and finite: std::invalid_argument; does not compile in a constant
///             expression
template <class F, point_range Range, class H>
constexpr auto central_partial(F&& f, Range const& at, std::size_t i, H const& h) {
  using T = detail::scalar_t<detail::element_t<Range>, H>;
  auto const step = detail::checked_step<T>("central_partial", h);
  if (i >= std::size(at)) detail::variable_must_exist("central_partial", i, std::size(at));
  auto point = detail::movable_point<T>(at);
  return detail::central_partial(f, point, i, step);
}

/// Gradient of a callable of several variables, a central difference for each: the check of an exact gradient.
///
///     central_gradient(f, at, h) -> n values     f : R^n -> R,  at : n
///     central_gradient(f, at)       each coordinate with its own automatic_step(x_i, 3)
///
/// @param      as for central_partial
/// @return     std::array for a std::array, otherwise std::vector; constexpr where `f` is
/// @cost       2n evaluations of `f`
/// @error      each entry h^2/6 times the third partial, + O(h^4)
/// @example    static_assert(central_gradient([](auto x, auto y) { return x * x * y; }, std::array{3.0, 2.0}, 0.5) ==
///                           std::array{12.0, 9.0});
template <class F, point_range Range, class H>
constexpr auto central_gradient(F&& f, Range const& at, H const& h) {
  using T = detail::scalar_t<detail::element_t<Range>, H>;
  return detail::gradient_by<T>(f, at, detail::checked_given_step<T>("central_gradient", h));
}

template <class F, point_range Range>
constexpr auto central_gradient(F&& f, Range const& at) {
  return detail::gradient_by<detail::promoted_t<detail::element_t<Range>>>(f, at, detail::chosen_step{3});
}

}  // namespace nabla::numeric
