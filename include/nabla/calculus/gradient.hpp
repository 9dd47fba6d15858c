#pragma once

#include <nabla/calculus/derivative.hpp>
#include <nabla/calculus/joint.hpp>
#include <nabla/formula/sequence.hpp>

namespace nabla {

/// Value and gradient of one joint evaluation.
template <class T, std::size_t N>
struct value_and_gradient_result {
  T value;
  std::array<T, N> gradient;
};

namespace detail {

template <class Source>
inline constexpr bool one_output = Source::outputs == 1 && !Source::is_vector;

/// A gradient by itself, as that of a traced function is; of a formula it gives its partials as formulas too.
template <class Source, class Variables>
struct gradient_functor : functor<gradient_functor<Source, Variables>, joint_recipe<Source, Variables, parts{.jacobian = true}>,
                                  typename Source::arguments> {
  static constexpr std::size_t length = Variables::length;
  using outputs = joint_outputs<Source, Variables, parts{.jacobian = true}>;

  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack(Values const& values) {
    return outputs::jacobian::template row<0>(values);
  }
};

/// The partials of a gradient as formulas, made when they are asked for.
template <class Formula, class... Symbols>
struct partials_of {
  template <std::size_t I>
  static constexpr auto get() {
    if constexpr (I < sizeof...(Symbols)) {
      return get_by(hana::at_c<I>(hana::tuple<Symbols...>{}));
    } else {
      return zero;  // after an error that was told
    }
  }
  template <class Symbol>
  static constexpr auto get_by(Symbol) {
    static_assert((std::is_same_v<Symbol, Symbols> || ...), "nabla: this gradient has no partial by that variable");
    return derivative_t<Formula, Symbol>{};
  }
};

template <class List, bool Vector, class Formula, class... Symbols>
struct gradient_functor<formula_source<List, Vector, Formula>, variable_list<Symbols...>>
    : functor<gradient_functor<formula_source<List, Vector, Formula>, variable_list<Symbols...>>,
              joint_recipe<formula_source<List, Vector, Formula>, variable_list<Symbols...>, parts{.jacobian = true}>, List> {
  using hana_tag = lazy_sequence_tag;
  static constexpr std::size_t length = sizeof...(Symbols);
  using outputs = joint_outputs<formula_source<List, Vector, Formula>, variable_list<Symbols...>, parts{.jacobian = true}>;

  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack(Values const& values) {
    return outputs::jacobian::template row<0>(values);
  }
  /// Partial number I, or by a variable, as a formula.
  template <std::size_t I>
  static constexpr auto get() {
    static_assert(I < length, "nabla: a gradient by n variables has the partials 0 to n - 1");
    return partials_of<Formula, Symbols...>::template get<I>();
  }
  template <fixed_string Name, std::size_t... Index>
  constexpr auto operator[](symbol<Name, Index...> variable) const {
    return partials_of<Formula, Symbols...>::get_by(variable);
  }
  template <position Position>
  constexpr auto operator[](Position) const {
    return get<position_of<Position>()>();
  }
};

template <class Source, class Variables>
struct value_and_gradient_functor
    : functor<value_and_gradient_functor<Source, Variables>,
              joint_recipe<Source, Variables, parts{.value = true, .jacobian = true}>, typename Source::arguments> {
  using outputs = joint_outputs<Source, Variables, parts{.value = true, .jacobian = true}>;

  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr auto pack(std::array<T, Size> const& values) {
    return value_and_gradient_result<T, Variables::length>{values[0], outputs::jacobian::template row<0>(values)};
  }
};

template <class F>
inline constexpr bool is_scalar_function = one_output<source_t<F>>;

template <class F>
constexpr bool check_scalar_function() {
  static_assert(is_scalar_function<F>, "nabla: this operator takes one formula; for a tuple of formulas there is jacobian");
  return is_scalar_function<F>;
}

}  // namespace detail

/// Gradient: the vector of the partials.
///
///     gradient(f, x, z)(x = 3, z = 1) -> std::array<T, n>         f : R^n -> R
///     gradient(f, x, z)[x]                                        the partial by x as a formula
///     gradient(f, q)                                              by all members of a family
///     gradient(F)(3.0, 1.0), gradient(F)(array)                   F a nabla::function: by its arguments in order
///     gradient(F).into(out, in)                                   into a span, an Eigen vector, a callable (i, value)
///
/// @return    an empty functor, called as `f` is, constexpr; and a Hana sequence of the partials
/// @cost      one joint evaluation: a small multiple of one evaluation of `f`, whatever n (the cheap gradient principle)
/// @refuses   a tuple of formulas; several variables none of which is named
/// @law       directional_derivative(f, v, x...) == dot(gradient(f, x...), v)             test/laws/duality.cpp
/// @source    Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), section 3.2
template <class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto gradient(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  if constexpr (detail::check_scalar_function<F>()) {
    return detail::gradient_functor<source, detail::chosen_variables_t<source, Variables...>>{};
  }
}

/// Value and gradient from one joint evaluation: { value, gradient }.
///
///     auto [value, gradient] = value_and_gradient(f, x, z)(x = 3.0, z = 1.0);
///     double value = value_and_gradient(F).into(out, in);
///
/// @cost      a small multiple of one evaluation of `f`, whatever the number of variables
template <class F, class... Variables>
  requires(detail::differentiable<F>)
constexpr auto value_and_gradient(F const&, Variables const&...) {
  using source = detail::source_t<F>;
  if constexpr (detail::check_scalar_function<F>()) {
    return detail::value_and_gradient_functor<source, detail::chosen_variables_t<source, Variables...>>{};
  }
}

NABLA_OTHER_ARGUMENTS(constant<0>, gradient, "takes a formula and variables: gradient(f, x, y)")
NABLA_OTHER_ARGUMENTS(constant<0>, value_and_gradient, "takes a formula and variables: value_and_gradient(f, x, y)")

}  // namespace nabla
