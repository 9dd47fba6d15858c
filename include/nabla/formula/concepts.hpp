#pragma once

#include <type_traits>

#include <nabla/fwd.hpp>

namespace nabla {

/// An expression: an empty object whose type is the formula.
template <class T>
concept expression = requires { typename T::expression_tag; } || requires { typename std::remove_reference_t<T>::expression_tag; };

/// A term: what the elementary functions take. Expressions are terms, and so are the scalars that record a graph
/// (of the derivative rules and of generic code), which say so with a member type `term_tag`.
template <class T>
concept term = expression<T> || requires { typename std::remove_cvref_t<T>::term_tag; };

/// A condition: what `x < y`, `equals(x, y)`, `&&`, `||` and `!` make of terms, for `select`. An empty object whose type is the
/// condition, or a recorded one; true or false for values, and not a number.
template <class T>
concept condition = requires { typename std::remove_cvref_t<T>::condition_tag; };

/// A function with positional arguments: `nabla::function`, or a traced one.
template <class T>
concept function_object = requires { typename std::remove_cvref_t<T>::function_tag; };

namespace detail {

/// What is evaluated jointly: a gradient, a Jacobian, a Hessian and their kin.
template <class T>
concept joint_functor = requires { typename std::remove_cvref_t<T>::functor_tag; };

/// What elementary functions are declared for: terms, and conditions, which `apply_op` refuses in words.
template <class T>
concept term_or_condition = term<T> || condition<T>;

}  // namespace detail

template <class T>
inline constexpr bool is_symbol_v = false;
template <fixed_string Name, std::size_t... Index>
inline constexpr bool is_symbol_v<symbol<Name, Index...>> = true;

template <class T>
inline constexpr bool is_family_v = false;
template <fixed_string Name, std::size_t Size>
inline constexpr bool is_family_v<family<Name, Size>> = true;

template <class T>
inline constexpr bool is_constant_v = false;
template <std::intmax_t Numerator, std::intmax_t Denominator>
inline constexpr bool is_constant_v<constant<Numerator, Denominator>> = true;

template <class T>
inline constexpr bool is_binding_v = false;
template <class Variable, class Value>
inline constexpr bool is_binding_v<binding<Variable, Value>> = true;

/// What one can differentiate by: a variable, or a family of them.
template <class T>
concept variable_of_differentiation = is_symbol_v<std::remove_cvref_t<T>> || is_family_v<std::remove_cvref_t<T>>;

}  // namespace nabla
