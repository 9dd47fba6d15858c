#pragma once

#include <nabla/graph/order.hpp>
#include <nabla/graph/source.hpp>
#include <nabla/graph/stretch.hpp>

namespace nabla {

namespace detail {

/// The variables of a formula as leaves of one graph, in their order.
template <class... Formulas>
struct variables_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = (tree_size<Formulas> + ... + 0);

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    lowered_types known;
    (static_cast<void>(lower<Formulas>(g, known)), ...);
    for (node_id id = 0; id < g.size(); ++id) {
      if (g.is_variable(id)) outputs.push(id);
    }
    sort(outputs, [&](node_id a, node_id b) { return compare_bases(g, a, b) < 0; });
  }
};

template <class Recipe, std::size_t... I>
constexpr auto outputs_as_tuple(std::index_sequence<I...>) {
  return hana::make_tuple(reify_t<Recipe, I>{}...);
}

}  // namespace detail

/// The variables that occur in a formula as it is written, in the order of their names: a Hana tuple of symbols.
template <class F>
  requires(liftable<F>)
constexpr auto variables_of(F const&) {
  using recipe = detail::variables_recipe<lift_t<F>>;
  return detail::outputs_as_tuple<recipe>(std::make_index_sequence<detail::compiled<recipe>::value.size.outputs>{});
}

/// Whether a variable, or any member of a family, occurs in a formula as it is written. (Whether the value changes with it is
/// asked by is_zero(derivative(f, x)).)
template <class F, variable_of_differentiation Variable>
  requires(liftable<F>)
constexpr bool depends_on(F const&, Variable const&) {
  using bound = binding<Variable, double>;
  auto const& program = detail::compiled<detail::value_recipe<lift_t<F>>>::value;
  for (std::size_t k = 0; k < program.size.variables; ++k) {
    if (detail::times_bound<std::conditional_t<is_family_v<Variable>, binding<Variable, double const*>, bound>>(program.variables[k])) {
      return true;
    }
  }
  return false;
}

/// Operations of the code that will run. Changes of sign, comparisons and choices are counted with the additions.
struct operation_counts {
  std::size_t additions = 0;
  std::size_t multiplications = 0;
  std::size_t divisions = 0;
  std::size_t calls = 0;

  constexpr std::size_t total() const { return additions + multiplications + divisions + calls; }
  friend constexpr bool operator==(operation_counts const&, operation_counts const&) = default;
};

namespace detail {

constexpr bool counts_as_addition(std::uint64_t operation) {
  for (std::uint64_t const cheap : {kind_of_operation<plus>, kind_of_operation<minus>, kind_of_operation<negate>, kind_of_operation<sum_op>,
                                    kind_of_operation<select_op>, kind_of_operation<less_op>, kind_of_operation<less_equal_op>,
                                    kind_of_operation<greater_op>, kind_of_operation<greater_equal_op>, kind_of_operation<equals_op>,
                                    kind_of_operation<and_op>, kind_of_operation<or_op>, kind_of_operation<not_op>}) {
    if (cheap == operation) return true;
  }
  return false;
}

template <class Recipe>
constexpr operation_counts count_all_operations() {
  auto const& program = compiled<Recipe>::value;
  operation_counts counts;
  for (std::size_t i = 0; i < program.size.instructions; ++i) {
    instruction const& step = program.instructions[i];
    if (step.count == 0) continue;
    if (counts_as_addition(step.operation)) {
      ++counts.additions;
    } else if (step.operation == info_of<times>.id) {
      ++counts.multiplications;
    } else if (step.operation == info_of<divides>.id) {
      ++counts.divisions;
    } else {
      ++counts.calls;
    }
  }
  return counts;
}

/// Of a program with many iterations, from those that tell it.
template <class Recipe>
constexpr stretched_value<operation_counts> count_stretched_operations() {
  using programs = typename few_iterations<Recipe>::programs;
  operation_counts const a = count_all_operations<typename programs::template recipe<0>>(),
                         b = count_all_operations<typename programs::template recipe<1>>(),
                         c = count_all_operations<typename programs::template recipe<2>>();
  stretched_number number(programs::more);
  operation_counts const counts{number(a.additions, b.additions, c.additions), number(a.multiplications, b.multiplications, c.multiplications),
                                number(a.divisions, b.divisions, c.divisions), number(a.calls, b.calls, c.calls)};
  return {counts, number.holds()};
}
template <class Recipe>
constexpr operation_counts count_operations() {
  if constexpr (!is_stretched<Recipe>) {
    return count_all_operations<Recipe>();
  } else if constexpr (constexpr auto stretched_counts = count_stretched_operations<Recipe>(); stretched_counts.holds) {
    return stretched_counts.value;
  } else {
    return count_all_operations<Recipe>();
  }
}

template <class Recipe>
constexpr std::size_t count_loops() {
  if constexpr (runs_at_once<Recipe, double>) {
    return 0;
  } else {
    return looped<Recipe>::value.loops;
  }
}

}  // namespace detail

/// Number of operations of what a call will run, each distinct subexpression counted once.
///
///     operation_count(f), operation_count(F), operation_count(gradient(f, x, z)) -> { additions, multiplications, divisions, calls }
template <class F>
constexpr operation_counts operation_count(F const&) {
  if constexpr (detail::joint_functor<F>) {
    return detail::count_operations<typename F::recipe>();
  } else {
    return detail::count_operations<typename detail::source_t<F>::value>();
  }
}

/// Number of loops of what a call will run: those that stand for steps that repeat themselves, each execution counted, as the rows of
/// a matrix are; 0 where the code is straight-line.
///
///     loop_count(F), loop_count(value_and_gradient(F))
///
/// @law       operation_count does not depend on it: loops compute what straight-line code computes, each operation once, in the same order but for
///            the terms of `sum`                                                                   test/graph/loops.cpp
template <class F>
constexpr std::size_t loop_count(F const&) {
  if constexpr (detail::joint_functor<F>) {
    return detail::count_loops<typename F::recipe>();
  } else {
    return detail::count_loops<typename detail::source_t<F>::value>();
  }
}

}  // namespace nabla
