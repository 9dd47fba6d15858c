#pragma once

#include <nabla/algebra/simplify.hpp>
#include <nabla/calculus/derivative.hpp>
#include <nabla/calculus/derivatives.hpp>

namespace nabla {

namespace detail {

/// Largest degree whose factorial fits 64 bits.
inline constexpr std::size_t largest_degree = 20;

constexpr std::intmax_t factorial(std::size_t n) {
  std::intmax_t result = 1;
  for (std::size_t k = 2; k <= n; ++k) result *= static_cast<std::intmax_t>(k);
  return result;
}

/// The polynomial about a point: the derivatives of the formula as one series, and then the point in the place of the variable.
template <class Formula, class Symbol, class Point, std::size_t Degree>
struct taylor_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = 2 * sum_up_to(Degree + 1) * tree_size<Formula>;

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    node_id const variable = g.variable(Symbol::info), point = lower<Point>(g);
    // Of the canonical form, as `derivative` does.
    growable<node_id> const value(1, readable(g, lower<Formula>(g)));
    series const derivatives(g, value, variable, Degree);
    growable<node_id> coefficients(value);
    for (std::size_t n = 1; n <= Degree; ++n) coefficients.push(derivatives.derivative(0, n));
    at_point(g, coefficients, variable, point);

    node_id const distance = make<minus>(g, variable, point);
    node_id polynomial = coefficients[0];
    for (std::size_t n = 1; n <= Degree; ++n) {
      node_id const coefficient = make<times>(g, g.constant({1, factorial(n)}), coefficients[n]);
      node_id const power_of_distance = make<power>(g, distance, g.constant(static_cast<std::intmax_t>(n)));
      polynomial = make<plus>(g, polynomial, make<times>(g, coefficient, power_of_distance));
    }
    outputs.push(readable(g, polynomial));
  }

  /// Makes the nodes anew with the point for the variable; what is then known exactly is computed.
  static constexpr void at_point(graph& g, growable<node_id>& nodes, node_id variable, node_id point) {
    growable<std::uint32_t> const uses = count_uses(g, nodes);
    growable<node_id> copies(uses.size(), no_node), operands;
    for (node_id id = 0; id < uses.size(); ++id) {
      if (!uses[id]) continue;
      copies[id] = id == variable ? point : id;
      if (g.count(id) == 0) continue;
      operands.shrink(0);
      for (std::size_t k = 0; k < g.count(id); ++k) operands.push(copies[g.operand(id, k)]);
      copies[id] = make(g, *g.operation(id), operands.data(), operands.size());
    }
    for (node_id& node : nodes) node = copies[node];
  }
};

/// A formula without a value anywhere has the canonical form 1/0.
template <class Polynomial>
inline constexpr bool there_is_a_value_at_the_point = !std::is_same_v<Polynomial, apply<divides, constant<1>, constant<0>>>;

template <std::size_t Degree>
inline constexpr bool is_degree_of_taylor = Degree <= largest_degree;

}  // namespace detail

/// Taylor polynomial of degree N of a formula at a point, in canonical form.
///
///     taylor<3>(sin(x), x, 0_c) == x - pow(x, 3_c) / 6_c
///
/// @param x0  a constant or an expression
/// @cost      at compile time about N^2 for each operation of `f`
/// @refuses   N above 20: 21! does not fit the exact numbers of a formula; a plain number as the point;
///            a point where the formula or a derivative up to N is not defined as it is written, as sin(x)/x is not at 0
///            test/fail/taylor_degree.cpp, taylor_plain_point.cpp, taylor_at_pole.cpp
/// @source    Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 13
template <std::size_t N, class F, class Symbol, class Point>
  requires(liftable<F>)
constexpr auto taylor(F const&, Symbol const&, Point const&) {
  static_assert(liftable<Point>, "nabla: the point of a Taylor polynomial is a constant or a formula: write 0.5_c, not 0.5");
  static_assert(is_symbol_v<Symbol>, "nabla: taylor<n>(f, x, x0) takes a variable and a point");
  static_assert(detail::is_degree_of_taylor<N>, "nabla: taylor<n> takes n up to 20; 21! does not fit 64 bits");
  if constexpr (liftable<Point> && is_symbol_v<Symbol> && detail::is_degree_of_taylor<N>) {
    using polynomial = detail::reify_t<detail::taylor_recipe<lift_t<F>, Symbol, lift_t<Point>, N>>;
    static_assert(detail::there_is_a_value_at_the_point<polynomial>,
                  "nabla: at the point of this Taylor polynomial the formula, or one of its derivatives, has no value");
    return polynomial{};
  } else {
    return zero;
  }
}

template <std::size_t N, class Formula, class... Arguments, class Symbol, class Point>
constexpr auto taylor(function<Formula, Arguments...> const& f, Symbol const& x, Point const& x0) {
  return detail::function_of_result([&](auto formula, auto by) { return taylor<N>(formula, by, x0); }, f, x);
}

/// The Taylor coefficients of a formula by one variable at the point where it is called: f, f', f''/2! ... f^(N)/N!, from one
/// joint evaluation.
///
///     taylor_coefficients<3>(exp(x), x)(0.0) -> std::array{1, 1, 1/2, 1/6}        f : R -> R, other variables are parameters
///
/// @return    a functor, called as `f` is, that gives std::array<T, N + 1>
/// @cost      that of value_and_derivatives<N>(f, x)
/// @refuses   what value_and_derivatives does; N above 20                         test/fail/taylor_coefficients_degree.cpp
template <std::size_t N, class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto taylor_coefficients(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  if constexpr (detail::check_scalar_function<F>()) {
    using variables = detail::chosen_variables_t<source, Variables...>;
    static_assert(detail::is_one_variable<variables::length>, "nabla: taylor_coefficients<n>(f, x) takes one variable");
    static_assert(detail::is_degree_of_taylor<N>, "nabla: taylor_coefficients<n> takes n up to 20; 21! does not fit 64 bits");
    return detail::derivatives_functor<source, variables, detail::is_degree_of_taylor<N> ? N : 0, true>{};
  }
}

NABLA_OTHER_ARGUMENTS(constant<0>, taylor, "takes a degree, a formula, a variable and a point: taylor<3>(f, x, 0_c)")
NABLA_OTHER_ARGUMENTS(constant<0>, taylor_coefficients, "takes a degree, a formula and a variable: taylor_coefficients<3>(f, x)")

}  // namespace nabla
