#pragma once

#include <nabla/matrix/sweeps.hpp>

namespace nabla {

namespace detail {

/// A part is a formula, or what has a hash of its own.
template <class Part>
constexpr std::uint64_t hash_of_part() {
  if constexpr (requires { Part::hash; }) {
    return Part::hash;
  } else {
    return tree_of<Part>.hash;
  }
}

}  // namespace detail

/// A formula that is made in the graph: `Rule` says its shape, and how its node comes of its parts.
template <class Rule, class... Parts>
struct derived : detail::shaped_base<derived<Rule, Parts...>> {
  static constexpr std::size_t size = 16;
  static constexpr std::uint64_t hash = [] {
    std::uint64_t result = detail::hash_text(Rule::name);
    ((result = detail::hash_join(result, detail::hash_of_part<Parts>())), ...);
    return result;
  }();
};

namespace detail {

template <class Rule, class... Parts>
inline constexpr shape_value shape_of<derived<Rule, Parts...>> = Rule::template shape<Parts...>();

template <class Rule, class... Parts>
struct lowering<derived<Rule, Parts...>> {
  static constexpr node_id run(graph& g, lowered_types& known) {
    node_id id = known.find(derived<Rule, Parts...>::hash, derived<Rule, Parts...>::size);
    if (id != no_node) return id;
    id = Rule::template build<Parts...>(g, known);
    known.add(derived<Rule, Parts...>::hash, derived<Rule, Parts...>::size, id);
    return id;
  }
};

/// The change of a variable, in a graph.
template <class Variable>
constexpr node_id change_node(graph& g) {
  return g.variable(change_of<Variable>::info);
}
template <class Variable>
constexpr node_id variable_node(graph& g) {
  return g.variable(Variable::info);
}

/// A scalar formula's node: the one element where it is a matrix of one.
template <class F>
constexpr node_id scalar_node(shaped_graph& sg, lowered_types& known) {
  node_id id = lower<F>(sg.g, known);
  return sg.is_scalar(id) ? id : sg.matrix(info_of<element_op>, &id, 1);
}

/// The gradient of a scalar by one variable, of the variable's shape.
struct gradient_rule {
  static constexpr fixed_string name = "gradient";
  template <class F, class X>
  static constexpr shape_value shape() {
    return shape_of<X>;
  }
  template <class F, class X>
  static constexpr node_id build(graph& g, lowered_types& known) {
    shaped_graph sg(g);
    node_id const value = scalar_node<F>(sg, known);
    growable<node_id> const gradient =
        gradient_sweep(sg, value, growable<node_id>(1, variable_node<X>(g)), growable<node_id>(1, change_node<X>(g)));
    return sg.filled(gradient[0], shape_of<X>);
  }
};

/// The change of a formula where one variable changes by a formula of its shape.
struct change_rule {
  static constexpr fixed_string name = "change";
  template <class F, class X, class V>
  static constexpr shape_value shape() {
    return shape_of<F>;
  }
  template <class F, class X, class V>
  static constexpr node_id build(graph& g, lowered_types& known) {
    shaped_graph sg(g);
    growable<node_id> const value(1, lower<F>(g, known)), direction(1, sg.filled(lower<V>(g, known), shape_of<X>));
    growable<node_id> const change = change_sweep(sg, value, growable<node_id>(1, variable_node<X>(g)), direction);
    return sg.filled(change[0] == no_node ? g.constant(0) : change[0], shape_of<F>);
  }
};

/// J' w of a formula by one variable, for an adjoint w of the formula's shape.
struct pullback_rule {
  static constexpr fixed_string name = "pullback";
  template <class F, class X, class W>
  static constexpr shape_value shape() {
    return shape_of<X>;
  }
  template <class F, class X, class W>
  static constexpr node_id build(graph& g, lowered_types& known) {
    shaped_graph sg(g);
    node_id const value = lower<F>(g, known), adjoint = sg.filled(lower<W>(g, known), shape_of<F>);
    growable<node_id> const pulled = pullback_sweep(sg, value, adjoint, growable<node_id>(1, variable_node<X>(g)), growable<node_id>(1, change_node<X>(g)));
    return sg.filled(pulled[0], shape_of<X>);
  }
};

/// The Jacobian of a column, or scalar, by a column: a row for each element of f, a column for each of x.
struct jacobian_rule {
  static constexpr fixed_string name = "jacobian";
  template <class F, class X>
  static constexpr shape_value shape() {
    return {shape_of<F>.kind == rank::row ? shape_of<F>.columns : shape_of<F>.rows, shape_of<X>.rows, shape_of<F>.is_scalar() ? (shape_of<X>.is_scalar() ? rank::scalar : rank::row) : shape_of<X>.is_scalar() ? rank::column : rank::matrix};
  }
  template <class F, class X>
  static constexpr node_id find(graph& g, lowered_types& known) {
    shaped_graph sg(g);
    growable<node_id> const value(1, lower<F>(g, known));
    node_id const direction = change_node<X>(g);
    if constexpr (shape_of<X>.is_scalar()) {
      growable<node_id> const change = change_sweep(sg, value, growable<node_id>(1, variable_node<X>(g)), growable<node_id>(1, g.constant(1)));
      node_id const moved = change[0] == no_node ? g.constant(0) : change[0];
      return sg.filled(shape_of<F>.kind == rank::row ? sg.transposed(moved) : moved, shape<F, X>());
    } else {
      growable<node_id> const change = change_sweep(sg, value, growable<node_id>(1, variable_node<X>(g)), growable<node_id>(1, direction));
      if (change[0] == no_node) return sg.filled(g.constant(0), shape<F, X>());
      node_id const jacobian = jacobian_matrix(sg, direction)(change[0]);
      return jacobian == no_node ? no_node : sg.filled(jacobian, shape<F, X>());
    }
  }
  template <class F, class X>
  static constexpr bool exists() {
    graph g;
    lowered_types known;
    return find<F, X>(g, known) != no_node;
  }
  template <class F, class X>
  static constexpr node_id build(graph& g, lowered_types& known) {
    return find<F, X>(g, known);
  }
};

/// A formula with formulas in the place of variables.
struct substitution_rule {
  static constexpr fixed_string name = "substitution";

  template <class Binding>
  static constexpr extent_value substituted(extent_value extent) {
    using variable = typename Binding::variable;
    if constexpr (is_matrix_symbol_v<variable>) {
      if (extent.is_dynamic && variable::shape.rows == extent) return shape_of<shaped_operand<typename Binding::value_type>>.rows;
      if (extent.is_dynamic && variable::shape.columns == extent) return shape_of<shaped_operand<typename Binding::value_type>>.columns;
    }
    return extent;
  }
  template <class F, class... Bindings>
  static constexpr shape_value shape() {
    shape_value result = shape_of<F>;
    ((result.rows = substituted<Bindings>(result.rows), result.columns = substituted<Bindings>(result.columns)), ...);
    return result;
  }
  template <class F, class... Bindings>
  static constexpr node_id build(graph& g, lowered_types& known) {
    shaped_graph sg(g);
    lowered_types own;  // what the formula's types have become here is not what they are elsewhere
    node_id const id = lower<F>(g, own);
    growable<node_id> from, to;
    auto const note = [&]<class Binding>(std::type_identity<Binding>) {
      using variable = typename Binding::variable;
      using formula = shaped_operand<typename Binding::value_type>;
      node_id const value = lower<formula>(g, known);
      from.push(variable_node<variable>(g));
      to.push(value);
      if constexpr (is_matrix_symbol_v<variable>) {
        if constexpr (variable::shape.rows.is_dynamic) {
          from.push(g.variable(extent_symbol<variable::shape.rows>::info));
          to.push(sg.size_node(shape_of<formula>.rows));
        }
        if constexpr (variable::shape.columns.is_dynamic) {
          from.push(g.variable(extent_symbol<variable::shape.columns>::info));
          to.push(sg.size_node(shape_of<formula>.columns));
        }
      }
    };
    (note(std::type_identity<Bindings>{}), ...);
    growable<std::uint32_t> const uses = count_uses(g, growable<node_id>(1, id));
    growable<node_id> replaced;
    for (node_id at = 0; at <= id; ++at) {
      node_id by = at;
      for (std::size_t k = 0; k < from.size(); ++k) {
        if (from[k] == at) by = to[k];
      }
      replaced.push(by != at || !uses[at] || g.count(at) == 0 ? by : with_operands(g, at, replaced.data()));
    }
    return replaced[id];
  }
};

/// A binding of a formula as a part of a formula.
template <class Variable, class Formula>
struct bound_formula {
  using variable = Variable;
  using value_type = Formula;
  static constexpr std::uint64_t hash = hash_join(Variable::hash, hash_of_part<Formula>());
};

}  // namespace detail
}  // namespace nabla
