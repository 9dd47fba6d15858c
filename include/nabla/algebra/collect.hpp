#pragma once

#include <nabla/algebra/polynomial.hpp>
#include <nabla/graph/reify.hpp>

namespace nabla {

namespace detail {

/// A node as a sum over monomials in some variables, readable.
constexpr node_id collected(graph& g, node_id id, growable<node_id> const& variables) {
  written_out written(g, id);
  if (!written.is_complete()) return readable(g, id);
  terms_by_monomial const terms(g, written, variables);
  growable<node_id> summands;
  for (std::size_t i = 0; i < terms.monomials.size(); ++i) {
    node_id const term = written.canonical.product(terms.coefficients[i], terms.monomials[i]);
    for (std::size_t k = 0; k < term_count(g, term); ++k) summands.push(summand_at(g, term, k));
  }
  if (written.canonical.overflowed()) return readable(g, id);
  if (summands.size() == 0) return g.constant(0);
  return presentation(g)(summands.size() == 1 ? summands[0] : g.apply(info_of<plus>, summands.data(), summands.size()));
}

template <class Formula, class... Variables>
struct collect_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = 4 * tree_size<Formula>;
  static constexpr void build(graph& g, growable<node_id>& outputs) {
    node_id const id = lower<Formula>(g);
    outputs.push(collected(g, id, variable_nodes<Variables...>(g)));
  }
};

}  // namespace detail

/// A formula by powers of a variable, in falling order, each with one coefficient; by monomials where several variables, or
/// families, are named. Other powers of the variables (1/x, sqrt(x)) are collected too; a function of them belongs to a coefficient.
///
///     collect(y * x + z * x + x * x, x) -> x^2 + x*(y + z)          collect(f, x, y): coefficients of x^i y^j without x and y
///
/// @param f   expression
/// @return    expression; the canonical form of `f` where its terms would have numbers beyond 64 bits, or be too many
/// @cost      compile time as of expand
/// @refuses   what is no variable                     test/fail/collect_by_formula.cpp
/// @law       collect(f, x) == f; it keeps every finite value in exact arithmetic, and rounds otherwise, as expand does
template <class F, class... Variables>
  requires(liftable<F> && sizeof...(Variables) > 0)
constexpr auto collect(F const&, Variables const&...) {
  if constexpr (detail::are_variables<Variables...>()) {
    return detail::reify_t<detail::collect_recipe<lift_t<F>, Variables...>>{};
  } else {
    return zero;
  }
}

NABLA_OTHER_ARGUMENTS(constant<0>, collect, "takes a formula and the variables by whose powers it is written: collect(f, x)")

}  // namespace nabla
