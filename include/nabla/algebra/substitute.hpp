#pragma once

#include <nabla/algebra/polynomial.hpp>
#include <nabla/formula/substitute.hpp>
#include <nabla/graph/reify.hpp>

namespace nabla {

namespace detail {

/// A node as it is written, but for each part that has the canonical form of `from`: there stands `to`.
constexpr node_id substituted(graph& g, node_id id, node_id from, node_id to) {
  canonical_form canonical(g);
  node_id const sought = canonical(from);
  growable<node_id> forms;
  for (node_id i = 0; i <= id; ++i) {
    bool const same = i == from || (canonical(i) == sought && !canonical.overflowed());
    node_id const form = same ? to : with_operands(g, i, forms.data());
    bool const changed = !same && form != i;
    exact const number = changed ? exact_value_of(g, *g.operation(form), g.operands(form), g.count(form)) : exact{};
    forms.push(number.known ? g.constant(number.value) : form);
  }
  return forms[id];
}

template <class Formula, class From, class To>
struct substitute_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = tree_size<Formula> + tree_size<From> + tree_size<To>;
  static constexpr void build(graph& g, growable<node_id>& outputs) {
    node_id const id = lower<Formula>(g), from = lower<From>(g), to = lower<To>(g);
    outputs.push(substituted(g, id, from, to));
  }
};

template <class Binding>
inline constexpr bool puts_a_formula = binds_formula<Binding>;

}  // namespace detail

/// Formulas in the place of variables, all at once: f(x = g) by name. What is around them stays as it is written.
///
///     substitute(f, x = g, y = h)
///
/// @return    expression
/// @refuses   a value of the running program          test/fail/substitute_value.cpp
template <class F, class... Bindings>
  requires(liftable<F> && sizeof...(Bindings) > 0 && (is_binding_v<Bindings> && ...))
constexpr auto substitute(F const&, Bindings const&...) {
  static_assert((detail::puts_a_formula<Bindings> && ...),
                "nabla: substitute puts formulas in the place of variables: write x = 3_c, or call f(x = 3.0) for a value");
  if constexpr ((detail::puts_a_formula<Bindings> && ...)) {
    return detail::substitute_t<lift_t<F>, Bindings...>{};
  } else {
    return zero;
  }
}

/// A formula in the place of each part of `f` that equals another one in canonical form. What is around it stays as it is written.
///
///     substitute(exp(2_c * sin(x)) + sin(x), sin(x), u) -> exp(2*u) + u
///
/// @param from  expression: found where it is a whole operand, also written differently (x + x for 2*x); x^4 has no part x^2, and
///              x + y + z, written (x + y) + z, has x + y but not y + z
/// @return      expression
/// @cost        compile time about linear in the size of the formula
/// @law         substitute(substitute(f, g, u), u, g) == f where u is a variable that f and g do not have
template <class F, class From, class To>
  requires(liftable<F> && liftable<From> && (liftable<To> || plain_number<To>))
constexpr auto substitute(F const&, From const&, To const&) {
  static_assert(!plain_number<To>, "nabla: substitute puts formulas in the place of others: write 3_c for an exact number");
  if constexpr (!plain_number<To>) {
    return detail::reify_t<detail::substitute_recipe<lift_t<F>, lift_t<From>, lift_t<To>>>{};
  } else {
    return zero;
  }
}

NABLA_OTHER_ARGUMENTS(constant<0>, substitute, "takes a formula, and what is put for what: substitute(f, x = g), or substitute(f, sin(x), u)")

}  // namespace nabla
