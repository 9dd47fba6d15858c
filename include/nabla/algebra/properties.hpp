#pragma once

#include <nabla/algebra/equal.hpp>
#include <nabla/algebra/polynomial.hpp>
#include <nabla/formula/substitute.hpp>

namespace nabla {

// Each of these is a proof: true only where it holds; false says that no proof was found. They are decided on the canonical form,
// and with products written out, so that (x + 1)^2 - x^2 is linear in x.

namespace detail {

/// Which quotients a node may have.
enum class quotients { none, any };

/// Whether a node is made of variables by sums, products and whole powers, and of anything without them.
constexpr bool is_made_by_arithmetic(graph& g, node_id id, growable<node_id> const& variables, quotients allowed) {
  growable<char> const depends = dependence(g, id, variables);
  growable<char> made(id + 1, 1);
  for (node_id i = 0; i <= id; ++i) {
    if (!depends[i] || g.count(i) == 0) continue;
    bool const divides = g.is(i, info_of<nabla::divides>);
    bool all = g.is(i, info_of<plus>) || g.is(i, info_of<minus>) || g.is(i, info_of<times>) || g.is(i, info_of<negate>) ||
               (divides && (allowed == quotients::any || !depends[g.operand(i, 1)]));
    if (g.is(i, info_of<power>) && g.is_constant(g.operand(i, 1))) {
      rational const exponent = g.constant_value(g.operand(i, 1));
      all = is_integer(exponent) && (allowed == quotients::any || exponent.numerator >= 0);
    }
    for (std::size_t k = 0; k < g.count(i); ++k) all = all && made[g.operand(i, k)];
    made[i] = all;
  }
  return made[id];
}

template <class Formula, quotients Allowed, class... Variables>
constexpr bool prove_arithmetic() {
  graph g;
  node_id const id = lower<Formula>(g);
  growable<node_id> const variables = variable_nodes<Variables...>(g);
  if (is_made_by_arithmetic(g, id, variables, Allowed)) return true;
  written_out written(g, id);
  return (!written.canonical.overflowed() && is_made_by_arithmetic(g, written.form, variables, Allowed)) ||
         (written.is_complete() && is_made_by_arithmetic(g, written.node, variables, Allowed));
}

template <class Formula>
constexpr bool prove_constant() {
  graph g;
  node_id const id = lower<Formula>(g);
  growable<node_id> const variables = variable_nodes<>(g);
  if (variables.size() == 0) return true;
  written_out written(g, id);
  return (!written.canonical.overflowed() && !dependence(g, written.form, variables)[written.form]) ||
         (written.is_complete() && !dependence(g, written.node, variables)[written.node]);
}

/// Of a polynomial in all its variables, which powers of one of them it has.
struct powers_in {
  bool known = false;
  bool even = false;
  bool odd = false;
};

template <class Formula, class Variable>
constexpr powers_in find_powers() {
  graph g;
  node_id const id = lower<Formula>(g), variable = g.variable(Variable::info);
  growable<node_id> const variables = variable_nodes<>(g);
  written_out written(g, id);
  powers_in powers;
  if (facts_of(g, written, variables).state != reading::possible) return powers;
  powers.known = true;
  for (std::size_t i = 0; i < term_count(g, written.node); ++i) {
    (is_even_integer(exponent_of(g, summand_at(g, written.node, i), variable)) ? powers.even : powers.odd) = true;
  }
  return powers;
}

template <class Formula, class Variable>
inline constexpr powers_in powers_of = find_powers<Formula, Variable>();

/// Whether f(-x) is proved to be f, or -f where `Odd`. Of polynomials the powers of x say it; of anything else the formulas are
/// compared.
template <class Formula, class Variable, bool Odd>
constexpr bool prove_symmetry() {
  constexpr powers_in powers = powers_of<Formula, Variable>;
  using mirrored = substitute_t<Formula, binding<Variable, decltype(-Variable{})>>;
  if constexpr (powers.known) {
    return Odd ? !powers.even : !powers.odd;
  } else if constexpr (Odd) {
    return equivalent(mirrored{}, -Formula{});
  } else {
    return equivalent(mirrored{}, Formula{});
  }
}

}  // namespace detail

/// Whether a formula is proved to have one value, whatever its variables are.
template <class F>
  requires(liftable<F>)
constexpr bool is_constant(F const&) {
  return detail::prove_constant<lift_t<F>>();
}

/// Whether a formula is proved a polynomial: in the variables, or families of them, that are named, with coefficients that are any
/// formulas without those; or in all of its own.
///
///     is_polynomial(f), is_polynomial(f, x, y)
///
/// @refuses   what is no variable
template <class F, class... Variables>
  requires(liftable<F>)
constexpr bool is_polynomial(F const&, Variables const&...) {
  if constexpr (detail::are_variables<Variables...>()) {
    return detail::prove_arithmetic<lift_t<F>, detail::quotients::none, Variables...>();
  } else {
    return false;
  }
}

/// Whether a formula is proved a quotient of polynomials, as is_polynomial.
template <class F, class... Variables>
  requires(liftable<F>)
constexpr bool is_rational(F const&, Variables const&...) {
  if constexpr (detail::are_variables<Variables...>()) {
    return detail::prove_arithmetic<lift_t<F>, detail::quotients::any, Variables...>();
  } else {
    return false;
  }
}

/// Whether a formula is proved a polynomial of degree 0 or 1 in some variables together: a*x + b, also where b is not 0 (what is called
/// affine too), with a and b that are any formulas without x. x*y is linear in x, and in y, and not in x and y.
///
///     is_linear(f, x), is_linear(f, x, y), is_linear(f)
///
/// @refuses   what is no variable
template <class F, class... Variables>
  requires(liftable<F>)
constexpr bool is_linear(F const&, Variables const&...) {
  if constexpr (detail::are_variables<Variables...>()) {
    constexpr detail::polynomial_facts facts = detail::polynomial_facts_of<lift_t<F>, Variables...>;
    return facts.state == detail::reading::possible && facts.degree <= 1;
  } else {
    return false;
  }
}

/// Whether f(-x) is proved equal to f.
///
/// @refuses   what is no variable
template <class F, class Variable>
  requires(liftable<F>)
constexpr bool is_even(F const&, Variable const&) {
  if constexpr (detail::is_named_variable<Variable>()) {
    return detail::prove_symmetry<lift_t<F>, Variable, false>();
  } else {
    return false;
  }
}

/// Whether f(-x) is proved equal to -f.
///
/// @refuses   what is no variable
template <class F, class Variable>
  requires(liftable<F>)
constexpr bool is_odd(F const&, Variable const&) {
  if constexpr (detail::is_named_variable<Variable>()) {
    return detail::prove_symmetry<lift_t<F>, Variable, true>();
  } else {
    return false;
  }
}

NABLA_OTHER_ARGUMENTS(bool, is_constant, "takes a formula: is_constant(f)")
NABLA_OTHER_ARGUMENTS(bool, is_polynomial, "takes a formula and variables: is_polynomial(f), is_polynomial(f, x, y)")
NABLA_OTHER_ARGUMENTS(bool, is_rational, "takes a formula and variables: is_rational(f), is_rational(f, x, y)")
NABLA_OTHER_ARGUMENTS(bool, is_linear, "takes a formula and variables: is_linear(f, x)")
NABLA_OTHER_ARGUMENTS(bool, is_even, "is told in which variable: is_even(f, x)")
NABLA_OTHER_ARGUMENTS(bool, is_odd, "is told in which variable: is_odd(f, x)")

}  // namespace nabla
