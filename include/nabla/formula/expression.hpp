#pragma once

#include <nabla/formula/concepts.hpp>

namespace nabla {

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
};

}  // namespace nabla
