#pragma once

#include <boost/hana/concept/sequence.hpp>

#include <nabla/formula/family.hpp>

namespace nabla {

namespace detail {

template <class Variable, class... Variables>
inline constexpr bool occurs_once = (std::size_t{std::is_same_v<Variable, Variables>} + ... + 0) == 1;

}  // namespace detail

/// A formula, or a Hana tuple of formulas, with an order of arguments: called by position.
///
///     constexpr auto F = nabla::function(f, x, z);
///     F(3.0, 1.0);  F(std::array{3.0, 1.0});        // scalars, or anything with [] of the right size
///     nabla::function(f, q)(angles);                 // a family takes an array
///     F(g, h);                                       // composition with formulas
///
/// @return    a scalar, or a std::array of one scalar a formula
/// @cost      one evaluation of each distinct subexpression
/// @refuses   another number of values than variables; a formula with variables that are not among the arguments
template <class Formula, class... Variables>
struct function {
  static_assert((detail::occurs_once<Variables, Variables...> && ...), "nabla: a variable stands twice among the arguments of nabla::function");
  static_assert((variable_of_differentiation<Variables> && ...), "nabla: function(f, x, z) takes a formula and its variables in order");

  using function_tag = function;

  constexpr function() = default;
  constexpr explicit function(Formula, Variables...) {}

  template <class... Arguments>
  constexpr auto operator()(Arguments const&... arguments) const {
    return call_function(*this, arguments...);
  }
};

namespace detail {

/// What an operator on formulas gives of a function: a function of the same arguments. The operator takes the formula and the
/// variables it was told, or else all arguments in their order.
template <class Operator, class Formula, class... Arguments, class... Variables>
constexpr auto function_of_result(Operator apply, function<Formula, Arguments...> const&, Variables const&... variables) {
  if constexpr (sizeof...(Variables) == 0) {
    return function(apply(Formula{}, Arguments{}...), Arguments{}...);
  } else {
    return function(apply(Formula{}, variables...), Arguments{}...);
  }
}

}  // namespace detail

}  // namespace nabla
