#pragma once

#include <nabla/calculus/variables.hpp>
#include <nabla/graph/collected_sums.hpp>
#include <nabla/graph/present.hpp>
#include <nabla/graph/reverse.hpp>

namespace nabla {

namespace detail {

/// The canonical form of a derivative as people write it, its sums collected; the node as it is where its numbers do not fit 64 bits.
constexpr node_id readable_derivative(graph& g, node_id id, quotient_powers powers) {
  canonical_form canonical(g);
  node_id const collected = collected_sums(g, canonical)(canonical(id));
  return canonical.overflowed() ? readable(g, id, rewriting::real, powers) : presentation(g, powers)(collected);
}

/// The partial of a formula by each of the symbols in turn, canonical after each step so that it stays small.
template <rewriting Level, class Formula, class... Symbols>
struct derivative_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = 4 * tree_size<Formula>;

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    // Of the canonical form: the derivative of sqrt(x*x) is that of abs(x), and of abs(x)*abs(x) that of x^2.
    node_id result = readable(g, lower<Formula>(g), Level, quotient_powers::apart);
    if (Level == rewriting::as_written) g.end_primal();
    std::size_t left = sizeof...(Symbols);
    for (node_id variable : variable_list<Symbols...>::nodes(g)) {
      growable<node_id> const by(1, variable), from(1, result), seed(1, g.constant(1));
      result = reverse_sweep(g, from, seed, by)[0];
      if (Level == rewriting::real) result = readable_derivative(g, result, --left == 0 ? quotient_powers::together : quotient_powers::apart);
    }
    outputs.push(result);
  }
};

template <class Formula, class... Symbols>
using derivative_t = reify_t<derivative_recipe<rewriting::real, Formula, Symbols...>>;

template <std::size_t Times, rewriting Level, class Formula, class Symbol, class... Symbols>
constexpr auto repeated_derivative() {
  if constexpr (Times == 0) {
    return reify_t<derivative_recipe<Level, Formula, Symbols...>>{};
  } else {
    return repeated_derivative<Times - 1, Level, Formula, Symbol, Symbols..., Symbol>();
  }
}

template <std::size_t Times, rewriting Level, class Formula, class... Symbols>
constexpr auto derivative_by(variable_list<Symbols...>) {
  if constexpr (Times == 1) {
    return reify_t<derivative_recipe<Level, Formula, Symbols...>>{};
  } else if constexpr (sizeof...(Symbols) == 1) {
    return repeated_derivative<Times, Level, Formula, Symbols...>();
  } else {
    static_assert(sizeof...(Symbols) == 1, "nabla: derivative<n>(f, x) takes one variable");
    return zero;
  }
}

template <std::size_t Times, rewriting Level, class Formula, class... Variables>
constexpr auto derivative_of_formula() {
  using list = chosen_variables_t<formula_source<void, false, Formula>, Variables...>;
  if constexpr (list::length == 0) {
    return zero;  // of a number, or after an error that was told
  } else {
    return derivative_by<Times, Level, Formula>(list{});
  }
}

}  // namespace detail

/// Derivative of a formula: an explicit formula type in canonical form.
///
///     derivative(f, x)        df/dx                   f : R^n -> R
///     derivative(f)           where f has one variable
///     derivative<3>(f, x)     third derivative
///     derivative(f, x, z)     mixed partial, first by x
///     derivative<1, rewriting::as_written>(f, x)   without canonical form: the chain rule's own operations on those of `f`, as they
///                             are evaluated by `gradient`
///
/// @param f   expression; a Hana tuple of expressions is differentiated by components
/// @return    expression, called as `f` is; a function of the same arguments where `f` is a `nabla::function`
/// @cost      at compile time linear in the size of the formula for each order; the result runs as its formula is written
///            (numbers alone of higher derivatives cost less by value_and_derivatives<n>)
/// @refuses   a number, a formula or another non-variable to differentiate by; several variables none of which is named
/// @law       derivative(f(x = g), t) == derivative(f, x)(x = g) * derivative(g, t)          test/laws/chain_rule.cpp
/// @source    Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 3
template <std::size_t Times = 1, rewriting Level = rewriting::real, class F, class... Variables>
  requires(liftable<F>)
constexpr auto derivative(F const&, Variables const&...) {
  return detail::derivative_of_formula<Times, Level, lift_t<F>, Variables...>();
}

template <std::size_t Times = 1, rewriting Level = rewriting::real, class F, class... Variables>
  requires(!liftable<F> && hana::Sequence<F>::value)
constexpr auto derivative(F const& f, Variables const&... variables) {
  return hana::unpack(f, [&](auto const&... component) { return hana::make_tuple(derivative<Times, Level>(component, variables...)...); });
}

template <std::size_t Times = 1, rewriting Level = rewriting::real, class Formula, class... Arguments, class... Variables>
constexpr auto derivative(function<Formula, Arguments...> const& f, Variables const&... variables) {
  return detail::function_of_result([](auto formula, auto... by) { return derivative<Times, Level>(formula, by...); }, f, variables...);
}

template <std::size_t Times = 1, plain_number Number, class... Variables>
constexpr auto derivative(Number const&, Variables const&...) {
  static_assert(detail::number_known_to_the_type<Number>,
                "nabla: derivative takes a formula, and f(x = 1.0) is a number: differentiate first, derivative(f, x)(x = 1.0)");
  return zero;
}

template <std::size_t Times = 1, condition Condition, class... Variables>
constexpr auto derivative(Condition const&, Variables const&...) {
  static_assert(detail::takes_these_arguments<Condition>,
                "nabla: a condition is no number, and has no derivative: differentiate select(condition, then, otherwise)");
  return zero;
}

NABLA_OTHER_ARGUMENTS(constant<0>, derivative, "takes a formula and the variables to differentiate by: derivative(f, x), derivative(f, x, y), derivative<2>(f, x)")

/// Leibniz's notation: d(f) / d(x) is derivative(f, x).
template <class F>
  requires(expression<F> || function_object<F>)
struct differential {};

template <class F>
  requires(expression<F> || function_object<F>)
constexpr differential<F> d(F const&) {
  return {};
}

template <class F, variable_of_differentiation X>
constexpr auto operator/(differential<F>, differential<X>) {
  return derivative(F{}, X{});
}
template <class F, class X>
constexpr constant<0> operator/(differential<F>, X const&) {
  static_assert(detail::takes_these_arguments<F, X>, "nabla: one divides by the differential of a variable: d(f) / d(x)");
  return {};
}

}  // namespace nabla
