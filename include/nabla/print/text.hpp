#pragma once

#include <nabla/print/subject.hpp>
#include <nabla/print/writer.hpp>

namespace nabla {

/// Text of a formula as it is written, with the fewest parentheses: "2*z^3*x^2".
///
///     static_assert(to_string(simplify(derivative(x * x, x))) == "2*x");
///
/// @return    a view of characters that the program holds, null-terminated; it converts to std::string_view and std::string
template <class F>
  requires(detail::typed<F>)
constexpr text to_string(F const&) {
  return detail::document_text<detail::formula_document<detail::plain_notation, typename detail::lifted_operand<F>::type>>::view();
}

NABLA_OTHER_ARGUMENTS(text, to_string, "writes one formula: an entry of a gradient or of a tuple, to_string(gradient(f, x, y)[x])")

template <class Character, class Traits, class F>
  requires(expression<F> || (condition<F> && detail::typed<F>))
std::basic_ostream<Character, Traits>& operator<<(std::basic_ostream<Character, Traits>& stream, F const& f) {
  return stream << to_string(f);
}

namespace detail {
template <class Formulas>
inline constexpr bool are_formulas = false;
template <typed... Formulas>
  requires(sizeof...(Formulas) > 0)
inline constexpr bool are_formulas<hana::tuple<Formulas...>> = true;
}  // namespace detail

/// A gradient of a formula, or a Hana tuple of formulas, as a list: [2*x, 1].
template <class Character, class Traits, class Formulas>
  requires(detail::are_formulas<Formulas> || (detail::joint_functor<Formulas> && requires { typename Formulas::hana_tag; }))
std::basic_ostream<Character, Traits>& operator<<(std::basic_ostream<Character, Traits>& stream, Formulas const& formulas) {
  stream << text("[");
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    [[maybe_unused]] bool const in_order[] = {true, (stream << text(I == 0 ? "" : ", ") << to_string(hana::at_c<I>(formulas)), true)...};
  }(std::make_index_sequence<decltype(hana::length(formulas))::value>{});
  return stream << text("]");
}

/// What a variable is bound to: x = 3.
template <class Character, class Traits, class Variable, class Value>
  requires is_symbol_v<Variable>
std::basic_ostream<Character, Traits>& operator<<(std::basic_ostream<Character, Traits>& stream, binding<Variable, Value> const& bound) {
  return stream << to_string(Variable{}) << text(" = ") << bound.value;
}

/// Refused: what is evaluated, and is no list of formulas.
template <class Character, class Traits, class F>
  requires((detail::joint_functor<F> && !requires { typename F::hana_tag; }) || function_object<F>)
std::basic_ostream<Character, Traits>& operator<<(std::basic_ostream<Character, Traits>& stream, F const&) {
  static_assert(detail::takes_these_arguments<F>,
                "nabla: << writes formulas and gradients of one: write an entry, or what a call gives; to_c and to_dot write all of it");
  return stream;
}

}  // namespace nabla
