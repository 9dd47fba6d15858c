#pragma once

#include <nabla/algebra/polynomial.hpp>
#include <nabla/graph/reify.hpp>

namespace nabla {

namespace detail {

/// The coefficient of x^n in a node, readable.
constexpr node_id coefficient_in(graph& g, node_id id, node_id variable, rational n) {
  written_out written(g, id);
  terms_by_monomial const terms(g, written, growable<node_id>(1, variable));
  return presentation(g)(terms.coefficient(g, written.canonical.powered(variable, n)));
}

template <class Formula, class Variable, std::intmax_t N>
struct coefficient_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = 4 * tree_size<Formula>;
  static constexpr void build(graph& g, growable<node_id>& outputs) {
    node_id const id = lower<Formula>(g);
    outputs.push(coefficient_in(g, id, g.variable(Variable::info), {N, 1}));
  }
};

template <class N>
constexpr bool is_power() {
  if constexpr (is_constant_v<N>) {
    static_assert(is_integer(N::value) && N::value.numerator >= 0, "nabla: the power of a coefficient is a whole number from 0");
    return is_integer(N::value) && N::value.numerator >= 0;
  } else {
    static_assert(is_constant_v<N>, "nabla: the power of a coefficient is a number its type knows: coefficient(f, x, 2_c), or "
                  "coefficient<2>(f, x)");
    return false;
  }
}

template <class Formula, class Variable, class N>
constexpr auto coefficient_of_power() {
  if constexpr (!is_named_variable<Variable>()) {
    return zero;
  } else if constexpr (!is_power<N>()) {
    return zero;
  } else if constexpr (!is_read<polynomial_facts_of<Formula, Variable>.state>()) {
    return zero;
  } else {
    return reify_t<coefficient_recipe<Formula, Variable, N::value.numerator>>{};
  }
}

}  // namespace detail

/// The coefficient of x^n of a polynomial in x, with products written out and like terms collected; 0 where there is no such term.
///
///     coefficient(a * x * x + b * x + c, x, 1_c) -> b          coefficient<1>(f, x), the same
///
/// @param f   expression; a polynomial in x whose coefficients are any formulas without it
/// @param n   whole number from 0 that its type knows
/// @return    expression without x
/// @cost      compile time as of expand
/// @refuses   what is no variable, no polynomial in it, or too large to be written out exactly; another power
///            test/fail/coefficient_of_function.cpp, coefficient_power.cpp, coefficient_plain_power.cpp
/// @law       f == coefficient<0>(f, x) + coefficient<1>(f, x) * x + ...; every finite value is kept in exact arithmetic, as by expand
template <class F, class Variable, class N>
  requires(liftable<F> && (liftable<N> || plain_number<N>))
constexpr auto coefficient(F const&, Variable const&, N const&) {
  if constexpr (liftable<N>) {
    return detail::coefficient_of_power<lift_t<F>, Variable, lift_t<N>>();
  } else {
    return detail::coefficient_of_power<lift_t<F>, Variable, N>();
  }
}

template <std::intmax_t N, class F, class Variable>
  requires(liftable<F>)
constexpr auto coefficient(F const&, Variable const&) {
  return detail::coefficient_of_power<lift_t<F>, Variable, constant<N>>();
}

NABLA_OTHER_ARGUMENTS(constant<0>, coefficient, "takes a formula, a variable and its power: coefficient(f, x, 2_c), or coefficient<2>(f, x)")

}  // namespace nabla
