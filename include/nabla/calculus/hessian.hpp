#pragma once

#include <nabla/calculus/jacobian.hpp>

namespace nabla {

/// Value, gradient and Hessian of one joint evaluation.
template <class T, std::size_t N>
struct value_gradient_hessian_result {
  T value;
  std::array<T, N> gradient;
  std::array<std::array<T, N>, N> hessian;
};

namespace detail {

/// Row of a Hessian: the gradient of a partial.
template <class List, bool Vector, class Formula, class Symbol>
constexpr auto hessian_row(formula_source<List, Vector, Formula>, Symbol) {
  return formula_source<List, false, derivative_t<Formula, Symbol>>{};
}

template <class Source, class Variables>
struct hessian_functor : functor<hessian_functor<Source, Variables>, joint_recipe<Source, Variables, parts{.hessian = true}>,
                                 typename Source::arguments> {
  static constexpr std::size_t length = Variables::length;
  using recipe = joint_recipe<Source, Variables, parts{.hessian = true}>;

  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack(Values const& values) {
    return symmetric_matrix_of<0, length>(values);
  }
  /// Row of a variable, or row number I, as a gradient, whose entries are formulas on request: hessian(f, x, z)[x][z].
  template <fixed_string Name, std::size_t... Index>
  constexpr auto operator[](symbol<Name, Index...> variable) const {
    return gradient_functor<decltype(hessian_row(Source{}, variable)), Variables>{};
  }
  template <std::size_t I>
  constexpr auto get() const {
    return (*this)[Variables::template get<I>()];
  }
  template <liftable Position>
    requires(is_constant_v<lift_t<Position>>)
  constexpr auto operator[](Position) const {
    return get<static_cast<std::size_t>(lift_t<Position>::value.numerator)>();
  }
  /// The entries of the lower triangle that can be other than zero.
  static constexpr auto sparsity() {
    sparsity_pattern<count_nonzeros<recipe>()> pattern;
    std::size_t at = 0;
    for (std::size_t i = 0; i < length; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        if (is_structural_zero<recipe>(triangle_index(i, j))) continue;
        pattern.rows[at] = i;
        pattern.columns[at] = j;
        ++at;
      }
    }
    return pattern;
  }
};

template <class Source, class Variables>
struct value_gradient_hessian_functor
    : functor<value_gradient_hessian_functor<Source, Variables>,
              joint_recipe<Source, Variables, parts{.value = true, .jacobian = true, .hessian = true}>,
              typename Source::arguments> {
  static constexpr std::size_t length = Variables::length;

  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto pack(std::array<T, Size> const& values) {
    return value_gradient_hessian_result<T, length>{values[0], slice<1, length>(values),
                                                    symmetric_matrix_of<1 + length, length>(values)};
  }
};

}  // namespace detail

/// Hessian: the symmetric matrix of second partials, each distinct entry computed once.
///
///     hessian(f, x, z)(x = 3, z = 1) -> std::array<std::array<T, n>, n>         f : R^n -> R
///     hessian(F)(3.0, 1.0), hessian(F).into(out, in), hessian(F).sparsity()     (the lower triangle)
///
/// @cost      n forward sweeps over one reverse sweep, jointly
/// @refuses   a tuple of formulas
/// @law       symmetry of mixed partials                                            test/laws/symmetry.cpp
/// @source    Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), section 5.1
template <class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto hessian(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  if constexpr (detail::check_scalar_function<F>()) {
    return detail::hessian_functor<source, detail::chosen_variables_t<source, Variables...>>{};
  }
}

/// Value, gradient and Hessian from one joint evaluation: { value, gradient, hessian }.
template <class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto value_gradient_hessian(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  if constexpr (detail::check_scalar_function<F>()) {
    return detail::value_gradient_hessian_functor<source, detail::chosen_variables_t<source, Variables...>>{};
  }
}

}  // namespace nabla
