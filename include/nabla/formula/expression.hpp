#pragma once

#include <type_traits>

#include <nabla/formula/concepts.hpp>

namespace nabla {

namespace detail {
template <class Formula>
inline constexpr bool formula_is_a_number = false;
}  // namespace detail

/// Base of every expression: what makes it callable. The call is defined in graph/evaluate.hpp and found by
/// argument-dependent lookup.
template <class Self>
struct expression_base {
  using expression_tag = Self;

  /// The value of the formula, or its composition with other formulas.
  ///
  ///     f(x = 3, z = 1)      by name, in any order; constexpr
  ///     f(3.0)               by position, where f has one variable; any arguments where it has none
  ///     f(x = g)             composition, where g is an expression: the result is a formula
  ///
  /// @return    a scalar: integers are promoted to double, every other scalar type is kept; or an expression
  /// @cost      one evaluation of each distinct subexpression
  /// @refuses   a variable without value, one bound twice, positions in several variables
  template <class... Arguments>
  constexpr auto operator()(Arguments const&... arguments) const {
    return call_expression(Self{}, arguments...);
  }

  /// Refuses `double v = f`, `float v = f` and `std::sin(x)`, which takes a double, in words. One conversion, to double, and from there to
  /// every other number: with more of them std::sin(x) would be ambiguous.
  constexpr operator double() const {
    static_assert(detail::formula_is_a_number<Self>,
                  "nabla: a formula is no number until its variables have values: call it, f(x = 1.0); functions of formulas are "
                  "called without std::, as sin(x)");
    return 0;
  }
};

/// Base of every condition on formulas: called as a formula is, it gives a bool, or a condition on other formulas.
///
///     (x < y)(x = 1.0, y = 2.0) -> true
template <class Self>
struct condition_base {
  using condition_tag = Self;

  /// Refuses `if (x < y)`, which cannot be decided before there are values.
  template <class Truth>
    requires std::is_same_v<Truth, bool>
  explicit constexpr operator Truth() const {
    static_assert(!std::is_same_v<Truth, bool>,
                  "nabla: a condition on formulas is neither true nor false: choose by select(condition, then, otherwise), or call it "
                  "with values, (x < y)(x = 1.0, y = 2.0)");
    return false;
  }

  template <class... Arguments>
  constexpr auto operator()(Arguments const&... arguments) const {
    return call_condition(Self{}, arguments...);
  }
};

}  // namespace nabla
