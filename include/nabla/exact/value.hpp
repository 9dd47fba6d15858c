#pragma once

#include <array>

#include <nabla/exact/rational.hpp>

namespace nabla {

namespace detail {

template <class T>
concept exact_number = std::same_as<T, exact_rational>;

/// False, but not before a template is instantiated.
template <class>
inline constexpr bool is_rational_function = false;

}  // namespace detail

// What has no exact value says so, by name.
#define NABLA_NOT_RATIONAL(function_)                                                                                             \
  template <detail::exact_number T, class... Others>                                                                              \
  constexpr T function_(T const& x, Others const&...) {                                                                           \
    static_assert(detail::is_rational_function<T>,                                                                                \
                  "nabla: " #function_ " is not rational: exact evaluation takes + - * /, powers, roots and conditions, not pi or e; " \
                  "evaluate with another scalar, as f(x = 0.5) does");                                                            \
    return x;                                                                                                                     \
  }
NABLA_NOT_RATIONAL(exp)
NABLA_NOT_RATIONAL(exp2)
NABLA_NOT_RATIONAL(exp10)
NABLA_NOT_RATIONAL(expm1)
NABLA_NOT_RATIONAL(log)
NABLA_NOT_RATIONAL(log2)
NABLA_NOT_RATIONAL(log10)
NABLA_NOT_RATIONAL(log1p)
NABLA_NOT_RATIONAL(sin)
NABLA_NOT_RATIONAL(cos)
NABLA_NOT_RATIONAL(tan)
NABLA_NOT_RATIONAL(asin)
NABLA_NOT_RATIONAL(acos)
NABLA_NOT_RATIONAL(atan)
NABLA_NOT_RATIONAL(atan2)
NABLA_NOT_RATIONAL(sinpi)
NABLA_NOT_RATIONAL(cospi)
NABLA_NOT_RATIONAL(sinh)
NABLA_NOT_RATIONAL(cosh)
NABLA_NOT_RATIONAL(tanh)
NABLA_NOT_RATIONAL(asinh)
NABLA_NOT_RATIONAL(acosh)
NABLA_NOT_RATIONAL(atanh)
NABLA_NOT_RATIONAL(erf)
NABLA_NOT_RATIONAL(erfc)
NABLA_NOT_RATIONAL(tgamma)
NABLA_NOT_RATIONAL(lgamma)
NABLA_NOT_RATIONAL(digamma)
NABLA_NOT_RATIONAL(trigamma)
NABLA_NOT_RATIONAL(polygamma)
#undef NABLA_NOT_RATIONAL

namespace detail {

template <class Variable, class Value>
constexpr auto exactly_bound(binding<Variable, Value> const& bound) {
  constexpr std::size_t members = variable_binding_info<Variable>::members;
  if constexpr (members == 0) {
    return binding<Variable, exact_rational>{exact_rational(bound.value)};
  } else if constexpr (many_values<std::remove_cvref_t<Value>>) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return binding<Variable, std::array<exact_rational, members>>{{exact_rational(bound.value[I])...}};
    }(std::make_index_sequence<members>{});
  } else {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return binding<Variable, std::array<exact_rational, members>>{{exact_rational(hana::at_c<I>(bound.value))...}};
    }(std::make_index_sequence<members>{});
  }
}

}  // namespace detail

/// The exact value of a formula at rational values of its variables: intermediate results have up to 4096 binary digits.
///
///     static_assert(exact_value(f, x = 1_c / 3_c) == 2_c / 7_c);
///     exact_value(f, x = 3, y = exact_rational(1, 7))
///
/// @param f   expression, or a derivative of one
/// @return    exact_rational, usable in constant expressions
/// @refuses   what exact_rational refuses
template <class F, class... Bindings>
  requires(is_binding_v<Bindings> && ...)
constexpr auto exact_value(F const& f, Bindings const&... bindings) {
  if constexpr (sizeof...(Bindings) == 0) {
    return f(exact_rational());
  } else if constexpr (expression<F>) {
    // Levels fewer in a refusal than f(...).
    return detail::run_to<void>(detail::outputs_returned<detail::value_recipe<F>>{}, detail::exactly_bound(bindings)...)[0];
  } else {
    return f(detail::exactly_bound(bindings)...);
  }
}

}  // namespace nabla
