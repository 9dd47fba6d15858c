#pragma once

#include <nabla/calculus/gradient.hpp>

namespace nabla {

/// Where a matrix can be other than zero: entry k stands at (rows[k], columns[k]); row by row.
template <std::size_t NonZeros>
struct sparsity_pattern {
  std::array<std::size_t, NonZeros> rows{};
  std::array<std::size_t, NonZeros> columns{};

  static constexpr std::size_t size() { return NonZeros; }
};

/// Value and Jacobian of one joint evaluation.
template <class T, std::size_t M, std::size_t N>
struct value_and_jacobian_result {
  std::array<T, M> value;
  std::array<std::array<T, N>, M> jacobian;
};

namespace detail {

template <class Recipe>
constexpr bool is_structural_zero(std::size_t output) {
  auto const& program = compiled<Recipe>::value;
  instruction const& step = program.instructions[program.outputs[output]];
  return step.operation == constant_leaf.id && program.constants[step.first].numerator == 0;
}

template <class Recipe>
constexpr std::size_t count_nonzeros() {
  std::size_t count = 0;
  for (std::size_t k = 0; k < compiled<Recipe>::value.size.outputs; ++k) count += is_structural_zero<Recipe>(k) ? 0 : 1;
  return count;
}

/// Row I of a Jacobian: the gradient of formula I.
template <std::size_t I, class Variables, class List, bool Vector, class... Formulas>
constexpr auto jacobian_row(formula_source<List, Vector, Formulas...>) {
  static_assert(I < sizeof...(Formulas), "nabla: a Jacobian of m formulas has the rows 0 to m - 1");
  using formula = typename decltype(+hana::tuple_t<Formulas...>[hana::size_c<I>])::type;
  return gradient_functor<formula_source<List, false, formula>, Variables>{};
}

template <class Source, class Variables>
struct jacobian_functor : functor<jacobian_functor<Source, Variables>,
                                  joint_recipe<Source, Variables, parts{.jacobian = true}>, typename Source::arguments> {
  static constexpr std::size_t rows = Source::outputs;
  static constexpr std::size_t columns = Variables::length;
  using recipe = joint_recipe<Source, Variables, parts{.jacobian = true}>;

  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack(Values const& values) {
    return matrix_of<0, rows, columns>(values);
  }
  /// Row number I as a gradient, whose entries are formulas on request: jacobian(f, x, z)[1_c][x].
  template <std::size_t I>
  static constexpr auto get() {
    return jacobian_row<I, Variables>(Source{});
  }
  template <liftable Position>
    requires(is_constant_v<lift_t<Position>>)
  constexpr auto operator[](Position) const {
    return get<static_cast<std::size_t>(lift_t<Position>::value.numerator)>();
  }
  /// The entries that can be other than zero.
  static constexpr auto sparsity() {
    sparsity_pattern<count_nonzeros<recipe>()> pattern;
    std::size_t at = 0;
    for (std::size_t k = 0; k < rows * columns; ++k) {
      if (is_structural_zero<recipe>(k)) continue;
      pattern.rows[at] = k / columns;
      pattern.columns[at] = k % columns;
      ++at;
    }
    return pattern;
  }
};

template <class Source, class Variables>
struct value_and_jacobian_functor
    : functor<value_and_jacobian_functor<Source, Variables>,
              joint_recipe<Source, Variables, parts{.value = true, .jacobian = true}>, typename Source::arguments> {
  static constexpr std::size_t rows = Source::outputs;
  static constexpr std::size_t columns = Variables::length;

  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto pack(std::array<T, Size> const& values) {
    return value_and_jacobian_result<T, rows, columns>{slice<0, rows>(values), matrix_of<rows, rows, columns>(values)};
  }
};

}  // namespace detail

/// Jacobian: a row an output, a column a variable.
///
///     jacobian(hana::make_tuple(f, g), x, z)(x = 3, z = 1) -> std::array<std::array<T, n>, m>        R^n -> R^m
///     jacobian(F)(3.0, 1.0), jacobian(F).into(out, in), jacobian(F).sparsity()
///
/// @param f   Hana tuple of m expressions, a gradient, one expression (m = 1), or a nabla::function of them
/// @cost      min(m, n) sweeps, jointly: what rows share is evaluated once
/// @source    Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 3
template <class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto jacobian(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  return detail::jacobian_functor<source, detail::chosen_variables_t<source, Variables...>>{};
}

/// Values and Jacobian from one joint evaluation: { value, jacobian }.
template <class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto value_and_jacobian(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  return detail::value_and_jacobian_functor<source, detail::chosen_variables_t<source, Variables...>>{};
}

}  // namespace nabla
