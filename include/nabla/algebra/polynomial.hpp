#pragma once

#include <nabla/formula/family.hpp>
#include <nabla/graph/expand.hpp>
#include <nabla/graph/lower.hpp>
#include <nabla/graph/present.hpp>

namespace nabla::detail {

// What the headers of this folder that read polynomials share. All of it is decided on the canonical form with products and whole
// powers of sums written out, so that (x + 1)^2 - x^2 is of degree 1.

/// The canonical form of a node, products and whole powers of sums written out, functions left as they are.
class written_out {
 public:
  constexpr written_out(graph& g, node_id id) : canonical(g), expand(g, canonical), form(canonical(id)), node(expand(form)) {}

  /// Whether it is written out: its numbers fit 64 bits, and its terms the limit.
  constexpr bool is_complete() const { return !canonical.overflowed() && !expand.reached_limit(); }

  canonical_form canonical;
  expansion expand;
  node_id form;  // before
  node_id node;
};

/// Terms of a polynomial: of 0 none.
constexpr std::size_t term_count(graph const& g, node_id id) { return g.is_constant(id, 0) ? 0 : summand_count(g, id); }

/// For each node up to one whether it depends on some of the variables.
constexpr growable<char> dependence(graph const& g, node_id id, growable<node_id> const& variables) {
  growable<char> depends(id + 1, 0);
  for (node_id variable : variables) {
    if (variable <= id) depends[variable] = 1;
  }
  for (node_id i = 0; i <= id; ++i) {
    for (std::size_t k = 0; k < g.count(i); ++k) {
      if (depends[g.operand(i, k)]) depends[i] = 1;
    }
  }
  return depends;
}

/// Why a formula cannot be read as a polynomial, if so.
enum class reading { possible, not_a_polynomial, too_large };

/// What is known of a formula as a polynomial in some variables. The polynomial 0 has the degree -1.
struct polynomial_facts {
  reading state = reading::possible;
  std::intmax_t degree = -1;
};

/// The degree of a written-out node in all of some variables together.
constexpr polynomial_facts facts_of(graph& g, written_out& written, growable<node_id> const& variables) {
  if (!written.is_complete()) return {reading::too_large};
  growable<char> const depends = dependence(g, written.node, variables);
  polynomial_facts facts;
  for (std::size_t i = 0; i < term_count(g, written.node); ++i) {
    node_id const term = summand_at(g, written.node, i);
    rational degree{0, 1};
    for (std::size_t k = 0; k < factor_count(g, term); ++k) {
      factor const f = factor_at(g, term, k);
      if (contains(variables, f.base) && g.is_constant(f.exponent)) {
        rational const exponent = g.constant_value(f.exponent);
        if (!is_integer(exponent) || exponent.numerator < 0) return {reading::not_a_polynomial};
        exact const sum = added(degree, exponent);
        if (!sum.known) return {reading::too_large};
        degree = sum.value;
      } else if ((f.base <= written.node && depends[f.base]) || (f.exponent <= written.node && depends[f.exponent])) {
        return {reading::not_a_polynomial};
      }
    }
    if (degree.numerator > facts.degree) facts.degree = degree.numerator;
  }
  return facts;
}

/// Exponent of a variable in a monomial.
constexpr rational exponent_of(graph& g, node_id monomial, node_id variable) {
  for (std::size_t k = 0; k < factor_count(g, monomial); ++k) {
    factor const f = factor_at(g, monomial, k);
    if (f.base == variable) return g.constant_value(f.exponent);
  }
  return {0, 1};
}

/// The terms of a written-out node by their monomials in some variables, in falling degree, each with its coefficient. What
/// depends on the variables but is no numeric power of one belongs to the coefficient.
class terms_by_monomial {
 public:
  constexpr terms_by_monomial(graph& g, written_out& written, growable<node_id> const& variables) {
    growable<node_id> monomial_of, rest_of;
    for (std::size_t i = 0; i < term_count(g, written.node); ++i) {
      node_id const term = summand_at(g, written.node, i);
      growable<node_id> powers, rest;
      rest.push(g.constant(coefficient_of(g, term)));
      for (std::size_t k = 0; k < factor_count(g, term); ++k) {
        factor const f = factor_at(g, term, k);
        (contains(variables, f.base) && g.is_constant(f.exponent) ? powers : rest).push(as_node(g, f));
      }
      monomial_of.push(written.canonical.product(powers));
      rest_of.push(written.canonical.product(rest));
    }
    for (node_id monomial : monomial_of) {
      if (!contains(monomials, monomial)) monomials.push(monomial);
    }
    sort(monomials, [&](node_id a, node_id b) { return is_before(g, a, b, variables); });
    for (node_id monomial : monomials) {
      growable<node_id> rests;
      for (std::size_t i = 0; i < monomial_of.size(); ++i) {
        if (monomial_of[i] == monomial) rests.push(rest_of[i]);
      }
      coefficients.push(written.canonical.sum(rests));
    }
  }

  growable<node_id> monomials, coefficients;

  /// The coefficient of a monomial.
  constexpr node_id coefficient(graph& g, node_id monomial) const {
    for (std::size_t i = 0; i < monomials.size(); ++i) {
      if (monomials[i] == monomial) return coefficients[i];
    }
    return g.constant(0);
  }

 private:
  static constexpr bool is_before(graph& g, node_id a, node_id b, growable<node_id> const& variables) {
    if (int const degrees = compare(degree_of(g, b), degree_of(g, a))) return degrees < 0;
    for (node_id variable : variables) {
      if (int const exponents = compare(exponent_of(g, b, variable), exponent_of(g, a, variable))) return exponents < 0;
    }
    return false;
  }
};

// --- variables

template <class Variable>
struct named_variables {
  static constexpr bool known = false;
  static constexpr void push(graph&, growable<node_id>&) {}
};
template <fixed_string Name, std::size_t... Index>
struct named_variables<symbol<Name, Index...>> {
  static constexpr bool known = true;
  static constexpr void push(graph& g, growable<node_id>& nodes) { nodes.push(g.variable(symbol<Name, Index...>::info)); }
};
template <fixed_string Name, std::size_t Size>
struct named_variables<family<Name, Size>> {
  static constexpr bool known = true;
  static constexpr void push(graph& g, growable<node_id>& nodes) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (nodes.push(g.variable(symbol<Name, I>::info)), ...);
    }(std::make_index_sequence<Size>{});
  }
};

/// The variables that are named, families taken apart; where none is, all that the graph has.
template <class... Variables>
constexpr growable<node_id> variable_nodes(graph& g) {
  growable<node_id> nodes;
  (named_variables<Variables>::push(g, nodes), ...);
  for (node_id id = 0; sizeof...(Variables) == 0 && id < g.size(); ++id) {
    if (g.is_variable(id)) nodes.push(id);
  }
  return nodes;
}

template <class Formula, class... Variables>
constexpr polynomial_facts find_polynomial_facts() {
  graph g;
  node_id const id = lower<Formula>(g);
  growable<node_id> const variables = variable_nodes<Variables...>(g);
  written_out written(g, id);
  return facts_of(g, written, variables);
}
/// A formula as a polynomial in the variables, or families of them, that are named, or in all of its own.
template <class Formula, class... Variables>
inline constexpr polynomial_facts polynomial_facts_of = find_polynomial_facts<Formula, Variables...>();

// --- refusals

/// Refuses what is no variable where one is asked for.
template <class... Variables>
inline constexpr bool all_are_variables = (variable_of_differentiation<Variables> && ...);

template <class... Variables>
constexpr bool are_variables() {
  static_assert(all_are_variables<Variables...>,
                "nabla: one names variables here: nabla::variable<\"x\">, a member of a family, or a whole family");
  return all_are_variables<Variables...>;
}

/// Refuses what is no single variable where one is asked for.
template <class Variable>
constexpr bool is_named_variable() {
  static_assert(is_symbol_v<Variable>, "nabla: one names a variable here: nabla::variable<\"x\">, or a member of a family");
  return is_symbol_v<Variable>;
}

/// Refuses to read as a polynomial what is none.
template <reading State>
constexpr bool is_read() {
  static_assert(State != reading::not_a_polynomial,
                "nabla: written out, this formula is no polynomial in these variables: it needs whole powers of them from 0, and "
                "coefficients without them");
  static_assert(State != reading::too_large,
                "nabla: written out, this formula has numbers beyond 64 bits, or too many terms, so that it cannot be read exactly");
  return State == reading::possible;
}

}  // namespace nabla::detail
