#pragma once

#include <nabla/calculus/gradient.hpp>

namespace nabla {

/// Value and Jacobian of one joint evaluation.
template <class T, std::size_t M, std::size_t N>
struct value_and_jacobian_result {
  std::array<T, M> value;
  std::array<std::array<T, N>, M> jacobian;
};

/// Value and Jacobian, of which the entries alone that can be other than 0, in the order of its pattern.
template <class T, std::size_t M, std::size_t NonZeros>
struct packed_value_and_jacobian_result {
  std::array<T, M> value;
  std::array<T, NonZeros> jacobian;
};

namespace detail {

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
  static constexpr bool is_packable = true;
  static constexpr bool is_symmetric = false;
  using outputs = joint_outputs<Source, Variables, parts{.jacobian = true}>;

  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack(Values const& values) {
    return outputs::jacobian::whole(values);
  }
  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack_entries(Values const& values) {
    return outputs::jacobian::packed(values);
  }
  /// Row number I as a gradient, whose entries are formulas on request: jacobian(f, x, z)[1_c][x].
  template <std::size_t I>
  static constexpr auto get() {
    return jacobian_row<I, Variables>(Source{});
  }
  template <position Position>
  constexpr auto operator[](Position) const {
    return get<position_of<Position>()>();
  }
  /// The entries that can be other than zero, row by row: a `sparsity_pattern`.
  static constexpr auto const& sparsity() { return outputs::jacobian::pattern; }
};

template <class Source, class Variables>
struct value_and_jacobian_functor
    : functor<value_and_jacobian_functor<Source, Variables>,
              joint_recipe<Source, Variables, parts{.value = true, .jacobian = true}>, typename Source::arguments> {
  static constexpr std::size_t rows = Source::outputs;
  static constexpr std::size_t columns = Variables::length;
  static constexpr bool is_packable = true;
  static constexpr bool is_symmetric = false;
  using outputs = joint_outputs<Source, Variables, parts{.value = true, .jacobian = true}>;

  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto pack(std::array<T, Size> const& values) {
    return value_and_jacobian_result<T, rows, columns>{slice<0, rows>(values), outputs::jacobian::whole(values)};
  }
  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto pack_entries(std::array<T, Size> const& values) {
    return packed_value_and_jacobian_result<T, rows, outputs::jacobian_entries>{slice<0, rows>(values),
                                                                                outputs::jacobian::packed(values)};
  }
  static constexpr auto const& sparsity() { return outputs::jacobian::pattern; }
};

}  // namespace detail

/// Jacobian: a row an output, a column a variable.
///
///     jacobian(hana::make_tuple(f, g), x, z)(x = 3, z = 1) -> std::array<std::array<T, n>, m>        R^n -> R^m
///     jacobian(F)(3.0, 1.0), jacobian(F).into(out, in)
///     jacobian(F).sparsity()                       the entries that can be other than 0: `sparsity_pattern`, constexpr
///     jacobian(F).packed(in), .packed_into(out, in)             those alone, as std::array<T, sparsity().size()>
///
/// @param f   Hana tuple of m expressions, a gradient, one expression (m = 1), or a nabla::function of them
/// @cost      what rows share is evaluated once, zeros of the structure never. The code is that of m reverse sweeps or of n
///            forward sweeps, each through what it reaches: the direction with fewer operations where both are small enough to be
///            tried (256 nodes visited by all sweeps), and else the one that visits fewer nodes; operation_count(jacobian(F))
/// @source    Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), ch. 3
template <class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto jacobian(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  return detail::jacobian_functor<source, detail::chosen_variables_t<source, Variables...>>{};
}

/// Values and Jacobian from one joint evaluation: { value, jacobian }. `packed(in)` gives the Jacobian as jacobian(F).packed
/// does, `packed_into(out, in)` writes that and returns the values.
template <class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto value_and_jacobian(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  return detail::value_and_jacobian_functor<source, detail::chosen_variables_t<source, Variables...>>{};
}

NABLA_OTHER_ARGUMENTS(constant<0>, jacobian, "takes formulas, a Hana tuple of them, and variables: jacobian(hana::make_tuple(f, g), x, y)")
NABLA_OTHER_ARGUMENTS(constant<0>, value_and_jacobian, "takes formulas, a Hana tuple of them, and variables: value_and_jacobian(hana::make_tuple(f, g), x, y)")

}  // namespace nabla
