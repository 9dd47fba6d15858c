#pragma once

#include <nabla/calculus/gradient.hpp>
#include <nabla/graph/series.hpp>

namespace nabla {

namespace detail {

/// f, f', f'' ... of one variable in one graph, or f, f', f''/2! ...
template <class Source, class Variables, std::size_t Order, bool Divided = false>
struct derivatives_recipe {
  static constexpr goal purpose = goal::run;
  static constexpr std::size_t estimate = sum_up_to(Order + 1) * bounded_estimate(Source::estimate);

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    growable<node_id> values;
    Source::build(g, values);
    series const derivatives(g, values, Variables::nodes(g)[0], Order);
    outputs.push(values[0]);
    rational divisor{1, 1};
    for (std::size_t n = 1; n <= Order; ++n) {
      divisor.denominator *= Divided ? static_cast<std::intmax_t>(n) : 1;
      outputs.push(make<times>(g, g.constant(divisor), derivatives.derivative(0, n)));
    }
  }
};

template <class Source, class Variables, std::size_t Order, bool Divided = false>
struct derivatives_functor : functor<derivatives_functor<Source, Variables, Order, Divided>,
                                     derivatives_recipe<Source, Variables, Order, Divided>, typename Source::arguments> {
  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack(Values const& values) {
    return values;
  }
};

template <std::size_t Count>
inline constexpr bool is_one_variable = Count == 1;

template <std::size_t Order, std::size_t Largest>
inline constexpr bool is_at_most = Order <= Largest;

}  // namespace detail

/// The value and the first derivatives of a formula by one variable, from one joint evaluation (Newton, Halley; any order).
///
///     value_and_derivatives<2>(f, x)(1.0) -> std::array{f, f', f''}             f : R -> R, other variables are parameters
///     value_and_derivatives<10>(F)(1.0)                                         F a nabla::function of one argument
///
/// @return    a functor, called as `f` is, that gives std::array<T, Order + 1>
/// @cost      about Order^2 / 2 products for each operation of `f`, and no function called twice: of sin two calls at any order
/// @refuses   more than one variable; a tuple of formulas; orders above 60
///            test/fail/derivatives_of_two_variables.cpp, derivatives_of_tuple.cpp, derivatives_order.cpp
/// @law       the same as derivative<k>(f, x)                                                  test/calculus/derivatives.cpp
/// @source    Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 13
template <std::size_t Order, class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto value_and_derivatives(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  if constexpr (detail::check_scalar_function<F>()) {
    using variables = detail::chosen_variables_t<source, Variables...>;
    static_assert(detail::is_one_variable<variables::length>, "nabla: value_and_derivatives<n>(f, x) takes one variable");
    static_assert(detail::is_at_most<Order, detail::largest_order>,
                  "nabla: value_and_derivatives<n> takes n up to 60; larger binomial coefficients do not fit 64 bits");
    return detail::derivatives_functor<source, variables, Order <= detail::largest_order ? Order : 0>{};
  }
}

NABLA_OTHER_ARGUMENTS(constant<0>, value_and_derivatives, "takes an order, a formula and a variable: value_and_derivatives<2>(f, x)")

}  // namespace nabla
