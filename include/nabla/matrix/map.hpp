#pragma once

#include <nabla/graph/evaluate.hpp>
#include <nabla/matrix/call_formula.hpp>

namespace nabla {

namespace detail {

/// A function of one scalar, applied to every element of a matrix: each operation of it element by element.
struct map_rule {
  static constexpr fixed_string name = "map";
  template <class F, class V, class Element>
  static constexpr shape_value shape() {
    return shape_of<V>;
  }
  template <class F, class V, class Element>
  static constexpr node_id build(graph& g, lowered_types& known) {
    node_id const mapped = substitution_rule::build<F, bound_formula<Element, V>>(g, known);
    return shaped_graph(g).filled(mapped, shape_of<V>);
  }
};

template <class F>
inline constexpr bool maps_a_formula_of_one_variable = false;

/// The variable of a scalar formula of one.
template <class F>
constexpr auto variable_to_map() {
  using recipe = value_recipe<F>;
  constexpr std::size_t count = compiled<recipe>::value.size.variables;
  static_assert(count <= 1 || maps_a_formula_of_one_variable<F>, "nabla: map(f, v) takes a formula of one scalar variable, or a callable");
  if constexpr (count == 1) {
    return program_variable<recipe, 0>{};
  } else {
    return symbol<"element">{};
  }
}

template <class... Bindings>
inline constexpr bool binds_a_shaped_formula = false;
template <class Variable, class Value>
inline constexpr bool binds_a_shaped_formula<binding<Variable, Value>> = shaped_formula<typename binding<Variable, Value>::value_type>;

}  // namespace detail

/// A function of one scalar applied to each element: map(f, v), of the shape of v.
///
///     map(x * exp(-x), v)                             a formula in one variable
///     map([](auto t) { return t / (1_c + abs(t)); }, A)   generic code
///
/// Every elementary function has this by its own name too: tanh(A).
template <expression F, shaped_formula V>
constexpr auto map(F const&, V const&) {
  return derived<detail::map_rule, F, V, decltype(detail::variable_to_map<F>())>{};
}
template <class Callable, shaped_formula V>
  requires(!expression<Callable> && std::is_invocable_v<Callable, symbol<"element">>)
constexpr auto map(Callable const& callable, V const&) {
  using formula = lift_t<decltype(callable(symbol<"element">{}))>;
  return derived<detail::map_rule, formula, V, symbol<"element">>{};
}

/// A scalar formula with scalars made of matrices in the place of its variables: f(t = squared_norm(x)).
template <expression F, class... Arguments>
  requires((is_binding_v<Arguments> && ...) && (detail::binds_a_shaped_formula<Arguments> || ...))
constexpr auto call_expression(F, Arguments const&... arguments) {
  return detail::compose_shaped<F>(arguments...);
}

}  // namespace nabla
