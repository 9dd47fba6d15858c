#pragma once

#include <nabla/calculus/derivative.hpp>

namespace nabla {

namespace detail {

/// Sums of second partials or of a field's own partials, canonical: laplacian and divergence.
template <class Variables, class... Terms>
struct field_recipe;
template <class... Symbols, class... Components>
struct field_recipe<variable_list<Symbols...>, Components...> {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = 4 * (tree_size<Components> + ... + 0);

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    node_id sum = g.constant(0);
    auto const partial = [&](node_id component, node_id variable) {
      growable<node_id> const by(1, variable), from(1, component), seed(1, g.constant(1));
      sum = make<plus>(g, sum, reverse_sweep(g, from, seed, by)[0]);
    };
    (partial(lower<Components>(g), g.variable(Symbols::info)), ...);
    outputs.push(readable(g, sum));
  }
};

template <class... Symbols, class... Components>
constexpr auto divergence_of(variable_list<Symbols...>, hana::tuple<Components...> const&) {
  static_assert(sizeof...(Symbols) == sizeof...(Components), "nabla: a vector field has as many components as there are variables");
  if constexpr (sizeof...(Symbols) == sizeof...(Components)) {
    return reify_t<field_recipe<variable_list<Symbols...>, lift_t<Components>...>>{};
  } else {
    return zero;
  }
}

template <class Formula, class... Symbols>
constexpr auto laplacian_of(variable_list<Symbols...>) {
  return reify_t<field_recipe<variable_list<Symbols...>, derivative_t<Formula, Symbols>...>>{};
}

template <class A, class X, class B, class Y>
constexpr auto difference_of_partials(A, X, B, Y) {
  return reify_t<field_recipe<variable_list<X, Y>, A, decltype(-B{})>>{};
}

template <class X, class Y, class U, class V>
constexpr auto curl_of(variable_list<X, Y>, hana::tuple<U, V> const&) {
  return difference_of_partials(lift_t<V>{}, X{}, lift_t<U>{}, Y{});
}
template <class X, class Y, class Z, class U, class V, class W>
constexpr auto curl_of(variable_list<X, Y, Z>, hana::tuple<U, V, W> const&) {
  using u = lift_t<U>;
  using v = lift_t<V>;
  using w = lift_t<W>;
  return hana::make_tuple(difference_of_partials(w{}, Y{}, v{}, Z{}), difference_of_partials(u{}, Z{}, w{}, X{}),
                          difference_of_partials(v{}, X{}, u{}, Y{}));
}
template <class Variables, class Field>
constexpr auto curl_of(Variables, Field const&) {
  static_assert(Variables::length == 0, "nabla: curl takes a field of two components and variables, or of three");
  return zero;
}

}  // namespace detail

/// Laplacian: the sum of the second partials, as an explicit formula in canonical form.
///
///     laplacian(f, x, y, z)          f : R^n -> R
template <class F, class... Variables>
  requires(liftable<F>)
constexpr auto laplacian(F const&, Variables const&...) {
  return detail::laplacian_of<lift_t<F>>(detail::chosen_variables_t<detail::source_t<F>, Variables...>{});
}

/// Divergence of a vector field: the sum of each component's partial by its own variable, in canonical form.
///
///     divergence(hana::make_tuple(u, v, w), x, y, z)          also of a gradient
template <class Field, class... Variables>
  requires(hana::Sequence<Field>::value)
constexpr auto divergence(Field const& field, Variables const&...) {
  return detail::divergence_of(detail::variable_list_t<Variables...>{}, hana::unpack(field, hana::make_tuple));
}

/// Curl of a vector field: in space a Hana tuple of three formulas, in the plane one formula, dv/dx - du/dy; in canonical form.
///
///     curl(hana::make_tuple(u, v, w), x, y, z)          also of a gradient, where it is zero
template <class Field, class... Variables>
  requires(hana::Sequence<Field>::value)
constexpr auto curl(Field const& field, Variables const&...) {
  return detail::curl_of(detail::variable_list_t<Variables...>{}, hana::unpack(field, hana::make_tuple));
}

template <class Formula, class... Arguments, class... Variables>
constexpr auto laplacian(function<Formula, Arguments...> const& f, Variables const&... variables) {
  return detail::function_of_result([](auto formula, auto... by) { return laplacian(formula, by...); }, f, variables...);
}

template <class Formula, class... Arguments, class... Variables>
constexpr auto divergence(function<Formula, Arguments...> const& f, Variables const&... variables) {
  return detail::function_of_result([](auto formula, auto... by) { return divergence(formula, by...); }, f, variables...);
}

template <class Formula, class... Arguments, class... Variables>
constexpr auto curl(function<Formula, Arguments...> const& f, Variables const&... variables) {
  return detail::function_of_result([](auto formula, auto... by) { return curl(formula, by...); }, f, variables...);
}

NABLA_OTHER_ARGUMENTS(constant<0>, laplacian, "takes one formula and its variables: laplacian(f, x, y)")
NABLA_OTHER_ARGUMENTS(constant<0>, divergence, "takes a field, a Hana tuple of formulas, and a variable for each: divergence(hana::make_tuple(u, v), x, y)")
NABLA_OTHER_ARGUMENTS(constant<0>, curl, "takes a field, a Hana tuple of formulas, and a variable for each: curl(hana::make_tuple(u, v, w), x, y, z)")

}  // namespace nabla
