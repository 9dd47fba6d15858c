#pragma once

#include <nabla/calculus/derivative.hpp>
#include <nabla/calculus/joint.hpp>

namespace nabla {

namespace detail {

/// f, f', f'' ... of one variable in one graph.
template <class Source, class Variables, std::size_t Order>
struct derivatives_recipe {
  static constexpr goal purpose = goal::run;
  static constexpr std::size_t estimate = 4 * (Order + 1) * Source::estimate;

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    Source::build(g, outputs);
    growable<node_id> const by = Variables::nodes(g), seed(1, g.constant(1));
    for (std::size_t k = 0; k < Order; ++k) {
      growable<node_id> const from(1, outputs[k]);
      outputs.push(reverse_sweep(g, from, seed, by)[0]);
    }
  }
};

template <class Source, class Variables, std::size_t Order>
struct derivatives_functor : functor<derivatives_functor<Source, Variables, Order>, derivatives_recipe<Source, Variables, Order>,
                                     typename Source::arguments> {
  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack(Values const& values) {
    return values;
  }
};

template <std::size_t Count>
inline constexpr bool is_one_variable = Count == 1;

}  // namespace detail

/// The value and the first derivatives of a formula by one variable, from one joint evaluation (Newton, Halley).
///
///     value_and_derivatives<2>(f, x)(1.0) -> std::array{f, f', f''}
///
/// @refuses   more than one variable
template <std::size_t Order, class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto value_and_derivatives(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  using variables = detail::chosen_variables_t<source, Variables...>;
  static_assert(detail::is_one_variable<variables::length>, "nabla: value_and_derivatives<n>(f, x) takes one variable");
  return detail::derivatives_functor<source, variables, Order>{};
}

}  // namespace nabla
