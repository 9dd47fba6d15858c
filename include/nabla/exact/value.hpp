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
#define NABLA_IRRATIONAL_FUNCTIONS(FUNCTION) \
  FUNCTION(exp) FUNCTION(exp2) FUNCTION(exp10) FUNCTION(expm1) FUNCTION(log) FUNCTION(log2) FUNCTION(log10) \
  FUNCTION(log1p) FUNCTION(sin) FUNCTION(cos) FUNCTION(tan) FUNCTION(asin) FUNCTION(acos) FUNCTION(atan) \
  FUNCTION(atan2) FUNCTION(sinpi) FUNCTION(cospi) FUNCTION(sinh) FUNCTION(cosh) FUNCTION(tanh) FUNCTION(asinh) \
  FUNCTION(acosh) FUNCTION(atanh) FUNCTION(erf) FUNCTION(erfc) FUNCTION(tgamma) FUNCTION(lgamma) \
  FUNCTION(digamma) FUNCTION(trigamma) FUNCTION(polygamma)

#define NABLA_WORDS_OF_EXACT_EVALUATION \
  " is not rational: exact evaluation takes + - * /, powers, roots and conditions, not pi or e; evaluate with another scalar, as f(x = 0.5) does"
#define NABLA_NOT_RATIONAL(function_)                                                                         \
  template <detail::exact_number T, class... Others>                                                          \
  constexpr T function_(T const& x, Others const&...) {                                                       \
    static_assert(detail::is_rational_function<T>, "nabla: " #function_ NABLA_WORDS_OF_EXACT_EVALUATION);     \
    return x;                                                                                                 \
  }
NABLA_IRRATIONAL_FUNCTIONS(NABLA_NOT_RATIONAL)
#undef NABLA_NOT_RATIONAL

namespace detail {

#define NABLA_ID_OF_FUNCTION(function_) hash_text(#function_),
inline constexpr std::uint64_t irrational_functions[] = {NABLA_IRRATIONAL_FUNCTIONS(NABLA_ID_OF_FUNCTION)};
#undef NABLA_ID_OF_FUNCTION
#undef NABLA_IRRATIONAL_FUNCTIONS

/// The first operation of a program that is one of these, or a mathematical constant; 0 where there is none.
template <class Recipe>
constexpr std::uint64_t first_irrational_operation() {
  return first_operation<Recipe>(
      [](instruction const& step) { return computation_kind(step) == code_kind::nullary || is_among(step.operation, irrational_functions); });
}

template <class Begin, class Variable, class Value>
constexpr auto exactly_bound(Begin begin, binding<Variable, Value> const& bound) {
  constexpr std::size_t members = variable_binding_info<Variable>::members;
  if constexpr (members == 0) {
    return binding<Variable, exact_rational>{begin(exact_rational(bound.value))};
  } else if constexpr (many_values<std::remove_cvref_t<Value>>) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return binding<Variable, std::array<exact_rational, members>>{{begin(exact_rational(bound.value[I]))...}};
    }(std::make_index_sequence<members>{});
  } else {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return binding<Variable, std::array<exact_rational, members>>{{begin(exact_rational(hana::at_c<I>(bound.value)))...}};
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
    // Asked here already, and run from here, so that a refusal is short.
    if constexpr (constexpr std::uint64_t irrational = detail::first_irrational_operation<detail::value_recipe<F>>(); irrational != 0) {
      static_assert(detail::is_rational_function<detail::operation_t<irrational>>,
                    "nabla: what is named here" NABLA_WORDS_OF_EXACT_EVALUATION);
      return exact_rational();
    } else if constexpr (detail::check_names<detail::value_recipe<F>, decltype(detail::exactly_bound(detail::exact_evaluation::begin, bindings))...>()) {
      return detail::exact_evaluation::end(
          detail::run_to<void>(detail::outputs_returned<detail::value_recipe<F>>{}, detail::exactly_bound(detail::exact_evaluation::begin, bindings)...)[0]);
    } else {
      return exact_rational();
    }
  } else {
    return f(detail::exactly_bound([](exact_rational const& number) { return number; }, bindings)...);
  }
}

#undef NABLA_WORDS_OF_EXACT_EVALUATION

}  // namespace nabla
