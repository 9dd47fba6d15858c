#pragma once

#include <nabla/calculus/products.hpp>
#include <nabla/graph/present.hpp>

namespace nabla {

namespace detail {

template <class Formula, class Variables, class Direction>
struct directional_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = 4 * tree_size<Formula> + Direction::estimate;

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    growable<node_id> const values(1, lower<Formula>(g)), inputs = Variables::nodes(g), along = Direction::nodes(g);
    outputs.push(readable(g, forward_sweep(g, values, inputs, along)[0]));
  }
};

template <class... Components>
constexpr auto normalised_direction(direction<Components...>) {
  constexpr auto squared_length = (square(Components{}) + ...);
  static_assert(!std::is_same_v<std::remove_const_t<decltype(squared_length)>, constant<0>>, "nabla: the zero vector has no direction");
  return hana::make_tuple(Components{} / sqrt(squared_length)...);
}

}  // namespace detail

/// The vector of length 1 in the direction of `v`: a Hana tuple of formulas.
///
/// @param v   Hana tuple of constants or expressions
/// @refuses   constants that are all zero
template <class V>
constexpr auto unit(V const&) {
  return detail::normalised_direction(detail::direction_t<V>{});
}

/// Directional derivative: gradient(f, x...) . v, as an explicit formula in canonical form.
///
///     directional_derivative(f, hana::make_tuple(2_c, 3_c, -1_c), x, y, z)
///     directional_derivative(f, unit(v), x, y, z)          per unit of length
///
/// @param v   Hana tuple of constants or expressions, one for each variable; it is taken as it is, not normalised
/// @return    expression
/// @refuses   a direction of another length than the variables
template <class F, class V, class... Variables>
  requires(liftable<F>)
constexpr auto directional_derivative(F const&, V const&, Variables const&...) {
  using variables = detail::chosen_variables_t<detail::source_t<F>, Variables...>;
  using along = detail::direction_t<V>;
  if constexpr (detail::check_length<along::length, variables::length>()) {
    return detail::reify_t<detail::directional_recipe<lift_t<F>, variables, along>>{};
  } else {
    return zero;
  }
}

template <class Formula, class... Arguments, class V, class... Variables>
constexpr auto directional_derivative(function<Formula, Arguments...> const& f, V const& v, Variables const&... variables) {
  return detail::function_of_result([&](auto formula, auto... by) { return directional_derivative(formula, v, by...); }, f,
                                    variables...);
}

NABLA_OTHER_ARGUMENTS(constant<0>, directional_derivative, "takes a formula, a direction and variables: directional_derivative(f, hana::make_tuple(1_c, 2_c), x, y)")

}  // namespace nabla
