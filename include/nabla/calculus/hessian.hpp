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

/// Value, gradient and Hessian, of which the entries alone of the lower triangle that can be other than 0, in the order of its
/// pattern.
template <class T, std::size_t N, std::size_t NonZeros>
struct packed_value_gradient_hessian_result {
  T value;
  std::array<T, N> gradient;
  std::array<T, NonZeros> hessian;
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
  static constexpr bool is_packable = true;
  static constexpr bool is_symmetric = true;
  using outputs = joint_outputs<Source, Variables, parts{.hessian = true}>;

  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack(Values const& values) {
    return outputs::hessian::whole(values);
  }
  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack_entries(Values const& values) {
    return outputs::hessian::packed(values);
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
  template <position Position>
  constexpr auto operator[](Position) const {
    return get<position_of<Position>()>();
  }
  /// The entries of the lower triangle that can be other than zero, row by row: a `sparsity_pattern`.
  static constexpr auto const& sparsity() { return outputs::hessian::pattern; }
};

template <class Source, class Variables>
struct value_gradient_hessian_functor
    : functor<value_gradient_hessian_functor<Source, Variables>,
              joint_recipe<Source, Variables, parts{.value = true, .jacobian = true, .hessian = true}>,
              typename Source::arguments> {
  static constexpr std::size_t length = Variables::length;
  static constexpr bool is_packable = true;
  static constexpr bool is_symmetric = true;
  using outputs = joint_outputs<Source, Variables, parts{.value = true, .jacobian = true, .hessian = true}>;

  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto pack(std::array<T, Size> const& values) {
    return value_gradient_hessian_result<T, length>{values[0], outputs::jacobian::template row<0>(values),
                                                    outputs::hessian::whole(values)};
  }
  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto pack_entries(std::array<T, Size> const& values) {
    return packed_value_gradient_hessian_result<T, length, outputs::hessian_entries>{
        values[0], outputs::jacobian::template row<0>(values), outputs::hessian::packed(values)};
  }
  static constexpr auto const& sparsity() { return outputs::hessian::pattern; }

  /// Writes gradient and Hessian, and returns the value.
  template <class Gradient, class Hessian, class... Arguments>
  constexpr auto into(Gradient&& gradient, Hessian&& hessian, Arguments const&... arguments) const {
    return value_gradient_hessian_functor::end(both<false>(gradient, hessian), arguments...);
  }
  template <class Gradient, class Hessian, class... Arguments>
  constexpr auto packed_into(Gradient&& gradient, Hessian&& hessian, Arguments const&... arguments) const {
    return value_gradient_hessian_functor::end(both<true>(gradient, hessian), arguments...);
  }

 private:
  template <bool Packed, class Gradient, class Hessian>
  NABLA_ALWAYS_INLINE static constexpr auto both(Gradient& gradient, Hessian& hessian) {
    return both_written<value_gradient_hessian_functor, Packed, Gradient, Hessian>(gradient, hessian);
  }
};

}  // namespace detail

/// Hessian: the symmetric matrix of second partials, each distinct entry computed once.
///
///     hessian(f, x, z)(x = 3, z = 1) -> std::array<std::array<T, n>, n>         f : R^n -> R
///     hessian(F)(3.0, 1.0), hessian(F).into(out, in)
///     hessian(F).sparsity()                        the entries of the lower triangle that can be other than 0, constexpr
///     hessian(F).packed(in), .packed_into(out, in)              those alone, as std::array<T, sparsity().size()>
///
/// @cost      zeros of the structure are never evaluated. The code is that of one reverse sweep and, over it, of a forward sweep a
///            variable or of a reverse sweep a partial, each through what it reaches and of the lower triangle alone; the direction
///            is chosen as for a Jacobian, of which this one has the gradient's
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
///
///     double value = value_gradient_hessian(F).into(gradient, hessian, in);
///     double value = value_gradient_hessian(F).packed_into(gradient, entries, in);      the Hessian as hessian(F).packed gives it
template <class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto value_gradient_hessian(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  if constexpr (detail::check_scalar_function<F>()) {
    return detail::value_gradient_hessian_functor<source, detail::chosen_variables_t<source, Variables...>>{};
  }
}

NABLA_OTHER_ARGUMENTS(constant<0>, hessian, "takes a formula and variables: hessian(f, x, y)")
NABLA_OTHER_ARGUMENTS(constant<0>, value_gradient_hessian, "takes a formula and variables: value_gradient_hessian(f, x, y)")

}  // namespace nabla
