#pragma once

#include <nabla/numeric/central_gradient.hpp>

#include <cstddef>

namespace nabla::numeric {

namespace detail {

template <class T, class F, class Range, class Step>
constexpr auto jacobian_by(F& f, Range const& at, Step const& step) {
  auto point = movable_point<T>(at);
  using Values = std::remove_cvref_t<decltype(apply_at(f, point))>;
  using Value = promoted_t<element_t<Values>>;
  using Row = typename same_form<Range, Value>::type;
  auto rows = same_form<Values, Row>::make(std::size(apply_at(f, point)));
  for (auto& row : rows) row = same_form<Range, Value>::make(point.size());
  for (std::size_t i = 0; i < point.size(); ++i) {
    auto const middle = point[i];
    auto const h = step(middle);
    point[i] = middle + h;
    auto const upper = apply_at(f, point);
    point[i] = middle - h;
    auto const lower = apply_at(f, point);
    point[i] = middle;
    for (std::size_t j = 0; j < rows.size(); ++j)
      rows[j][i] = quotient(static_cast<Value>(std::data(upper)[j]), static_cast<Value>(std::data(lower)[j]),
                            static_cast<real_t<T>>(2 * h));
  }
  return rows;
}

template <class T, class F, class Range, class Step>
constexpr auto hessian_by(F& f, Range const& at, Step const& step) {
  auto point = movable_point<T>(at);
  using Value = decltype(value_of(f, point));
  using Row = typename same_form<Range, Value>::type;
  auto rows = same_form<Range, Row>::make(point.size());
  for (auto& row : rows) row = same_form<Range, Value>::make(point.size());
  Value const centre = value_of(f, point);
  for (std::size_t i = 0; i < point.size(); ++i) {
    auto const x = point[i];
    auto const h = step(x);
    point[i] = x + h;
    Value const upper = value_of(f, point);
    point[i] = x - h;
    Value const lower = value_of(f, point);
    point[i] = x;
    rows[i][i] = static_cast<Value>(((upper - centre) - (centre - lower)) / factor_for<Value>(h * h));
    for (std::size_t j = 0; j < i; ++j) {
      point[i] = x + h;
      Value const right = central_partial(f, point, j, step(point[j]));
      point[i] = x - h;
      Value const left = central_partial(f, point, j, step(point[j]));
      point[i] = x;
      rows[i][j] = rows[j][i] = quotient(right, left, static_cast<real_t<T>>(2 * h));
    }
  }
  return rows;
}

}  // namespace detail

/// Jacobian of a callable with several values, by central differences: the check of an exact Jacobian.
///
///     central_jacobian(f, at, h) -> m rows of n     f : R^n -> R^m (any contiguous range),  at : n
///     central_jacobian(f, at)       each coordinate with its own automatic_step(x_i, 3)
///
/// @param      as for central_gradient
/// @return     rows and columns in the form of the values and of the point: std::array or std::vector; constexpr
/// @cost       2n + 1 evaluations of `f` (one to learn m)
/// @error      each entry O(h^2)
/// @refuses    a step that is not positive and finite: std::invalid_argument
template <class F, point_range Range, class H>
constexpr auto central_jacobian(F&& f, Range const& at, H const& h) {
  using T = detail::scalar_t<detail::element_t<Range>, H>;
  return detail::jacobian_by<T>(f, at, detail::checked_given_step<T>("central_jacobian", h));
}

template <class F, point_range Range>
constexpr auto central_jacobian(F&& f, Range const& at) {
  return detail::jacobian_by<detail::promoted_t<detail::element_t<Range>>>(f, at, detail::chosen_step{3});
}

/// Hessian of a callable of several variables, by central differences; symmetric by construction.
///
///     central_hessian(f, at, h) -> n rows of n     f : R^n -> R,  at : n
///     central_hessian(f, at)       each coordinate with its own automatic_step(x_i, 4)
///
/// @param      as for central_gradient
/// @cost       2n^2 + 1 evaluations of `f`
/// @error      each entry O(h^2); rounding about epsilon |f| / h^2
/// @refuses    a step that is not positive and finite: std::invalid_argument
template <class F, point_range Range, class H>
constexpr auto central_hessian(F&& f, Range const& at, H const& h) {
  using T = detail::scalar_t<detail::element_t<Range>, H>;
  return detail::hessian_by<T>(f, at, detail::checked_given_step<T>("central_hessian", h));
}

template <class F, point_range Range>
constexpr auto central_hessian(F&& f, Range const& at) {
  return detail::hessian_by<detail::promoted_t<detail::element_t<Range>>>(f, at, detail::chosen_step{4});
}

}  // namespace nabla::numeric
