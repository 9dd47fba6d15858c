#pragma once

#include <nabla/numeric/estimate.hpp>
#include <nabla/numeric/refusal.hpp>
#include <nabla/numeric/scalar.hpp>
#include <nabla/numeric/step.hpp>

#include <array>
#include <cstddef>
#include <limits>
#include <vector>

namespace nabla::numeric {

namespace detail {

/// The extrapolation tableau, one row at a time: row[j] is free of the error terms h^2, ..., h^(2j).
/// Of all its entries the one with the least estimate is kept: more levels never spoil a good value.
template <class T, class F, class Row>
constexpr auto extrapolate(F& f, T const& at, real_t<T> step, Row& row) {
  using Value = decltype(value_at(f, at));
  using R = real_t<Value>;
  R const unit = std::numeric_limits<R>::epsilon();
  estimate<Value> best{};
  for (std::size_t level = 0; level < row.size(); ++level) {
    Value const upper = value_at(f, static_cast<T>(at + step));
    Value const lower = value_at(f, static_cast<T>(at - step));
    real_t<T> const width = 2 * step;
    Value refined = quotient(upper, lower, width);
    R const rounding = static_cast<R>(unit * (magnitude(upper) + magnitude(lower)) / factor_for<Value>(width));
    R four_to_j(1);
    for (std::size_t j = 0; j < level; ++j) {
      Value const coarser = row[j];
      row[j] = refined;
      four_to_j *= 4;
      Value const better = static_cast<Value>(refined + (refined - coarser) / static_cast<R>(four_to_j - R(1)));
      R const change_by_order = magnitude(static_cast<Value>(better - refined));
      R const change_by_step = magnitude(static_cast<Value>(better - coarser));
      R const error = static_cast<R>((change_by_order < change_by_step ? change_by_step : change_by_order) + rounding);
      if ((level == 1 && j == 0) || error < best.error_estimate) best = {better, error};
      refined = better;
    }
    row[level] = refined;
    step /= 2;
  }
  return best;
}

}  // namespace detail

/// First derivative by Richardson's extrapolation of central differences with steps h, h/2, h/4, ...
///
///     richardson(f, x, h, levels)   -> {value, error_estimate}
///     richardson<levels>(f, x, h)   -> the same, without heap, `levels` checked at compile time
///
/// @param f        callable of one scalar, smooth on [x - h, x + h]; its values may be real or complex
/// @param x        the point; an integer takes the scalar of `h`
/// @param h        the first, largest step: choose it large (the scale on which f changes), not small
/// @param levels   rows of the tableau, at least 2; 5 to 8 reach the rounding of double for smooth functions
/// @return         the entry of the tableau with the least estimate: the greater of its distances from the two entries
///                 it was made of, plus the rounding of the differences. A cautious estimate, not a bound
/// @cost           2 levels evaluations of `f`
/// @error          O(h^(2 levels)) at best; exact in exact arithmetic for polynomials of degree 2 levels
/// @refuses        levels < 2, a step that is not positive and finite: std::invalid_argument, which does not compile
///                 in a constant expression; a static_assert for levels given as template argument,
///                 test/fail/numeric_richardson_levels.cpp
/// @source         L. F. Richardson, Phil. Trans. A 210 (1911) 307; C. Ridders, Adv. Eng. Softw. 4 (1982) 75
/// @example        static_assert(richardson<3>([](auto x) { return x * x * x * x; }, 1.0, 0.5).value == 4);
template <class F, class X, class H>
  requires callable_at<F, detail::scalar_t<X, H>>
constexpr auto richardson(F&& f, X const& x, H const& h, int levels) {
  using T = detail::scalar_t<X, H>;
  if (levels < 2) detail::extrapolation_needs_two_levels("richardson", levels);
  auto const step = detail::checked_step<T>("richardson", h);
  T const at = static_cast<T>(x);
  using Value = decltype(detail::value_at(f, at));
  std::vector<Value> row(static_cast<std::size_t>(levels), Value{});
  return detail::extrapolate(f, at, step, row);
}

template <int Levels, class F, class X, class H>
  requires callable_at<F, detail::scalar_t<X, H>>
constexpr auto richardson(F&& f, X const& x, H const& h) {
  using T = detail::scalar_t<X, H>;
  static_assert(Levels >= 2, "extrapolation needs at least 2 levels");
  if constexpr (Levels >= 2) {
    auto const step = detail::checked_step<T>("richardson", h);
    T const at = static_cast<T>(x);
    std::array<decltype(detail::value_at(f, at)), static_cast<std::size_t>(Levels)> row{};
    return detail::extrapolate(f, at, step, row);
  }
}

}  // namespace nabla::numeric
