#pragma once

#include <nabla/formula/apply.hpp>

namespace nabla {

// Each operator takes two terms, or a term and a number that its type knows. Hana's integral constants are named apart,
// as Hana has operators of its own for them, to which these are preferred as more specialised.
// A plain number is refused here, in one place, so that the first line of the error says what to write.

namespace detail {

template <class Number>
inline constexpr bool number_known_to_the_type = false;

/// Terms beside which plain numbers may stand say what those become: the scalars of `trace` do, formulas do not.
template <class T>
concept takes_plain_numbers = requires { typename T::number_type; };

template <class... Terms>
struct plain_number_beside {};
template <class First, class... Rest>
struct plain_number_beside<First, Rest...> : plain_number_beside<Rest...> {};
template <takes_plain_numbers First, class... Rest>
struct plain_number_beside<First, Rest...> {
  using type = typename First::number_type;
};

template <class Number, class T>
constexpr auto with_plain_numbers_as(T const& value) {
  if constexpr (plain_number<T>) {
    return Number(value);
  } else {
    return value;
  }
}

/// What may stand together in a formula, one of them a term at least; plain numbers and conditions are let in to be refused.
template <class... Terms>
concept joined_terms = ((operand<Terms> || plain_number<Terms> || condition<Terms>) && ...) && (term_or_condition<Terms> || ...);

template <class Number>
constexpr void refuse_plain_number() {
  if constexpr (plain_number<Number>) {
    static_assert(number_known_to_the_type<Number>,
                  "nabla: a plain number cannot be part of a formula: write 2_c for an exact constant, or use a variable and "
                  "bind the number to it at the call");
  }
}

/// Operators that a formula does not have are refused in words: with an answer, so that nothing more is said.
template <class... Operands>
inline constexpr bool formulas_have_this_operator = false;

template <class Operation, class... Terms>
constexpr auto of_terms(Terms... terms) {
  if constexpr ((expression<Terms> && ...)) {
    return apply_op<Operation>(terms...);
  } else if constexpr ((plain_number<Terms> || ...) && (takes_plain_numbers<Terms> || ...)) {
    using number = typename plain_number_beside<Terms...>::type;
    return apply_op<Operation>(with_plain_numbers_as<number>(terms)...);
  } else if constexpr ((plain_number<Terms> || ...)) {
    (refuse_plain_number<Terms>(), ...);
    if constexpr (condition_operation<Operation>) {
      return apply<Operation, constant<0>, constant<0>>{};
    } else {
      return constant<0>{};
    }
  } else if constexpr (check_operands_are_numbers<Operation, Terms...>()) {
    if constexpr ((typed<Terms> && ...)) {
      return apply_op<Operation>(terms...);
    } else {
      return record_operation(static_cast<Operation*>(nullptr), terms...);  // as apply_op does, a level nearer to what it refuses
    }
  } else if constexpr (condition_operation<Operation>) {
    return apply<Operation, constant<0>, constant<0>>{};
  } else {
    return constant<0>{};
  }
}

}  // namespace detail

// Two expressions are most of what stands in formulas: each costs its type and no more. Two numbers are a number.
#define NABLA_BINARY_OPERATOR(symbol_, operation_)                                              \
  template <expression Left, expression Right>                                                  \
  constexpr apply<operation_, Left, Right> operator symbol_(Left, Right) {                      \
    return {};                                                                                  \
  }                                                                                             \
  template <std::intmax_t N1, std::intmax_t D1, std::intmax_t N2, std::intmax_t D2>             \
  constexpr auto operator symbol_(constant<N1, D1>, constant<N2, D2>) {                         \
    return detail::applied_t<operation_, constant<N1, D1>, constant<N2, D2>>{};                 \
  }                                                                                             \
  template <class T, T Value, term Right>                                                       \
  constexpr auto operator symbol_(boost::hana::integral_constant<T, Value> left, Right right) { \
    return detail::of_terms<operation_>(left, right);                                             \
  }                                                                                             \
  template <term Left, class T, T Value>                                                        \
  constexpr auto operator symbol_(Left left, boost::hana::integral_constant<T, Value> right) {  \
    return detail::of_terms<operation_>(left, right);                                             \
  }

NABLA_BINARY_OPERATOR(+, plus)
NABLA_BINARY_OPERATOR(-, minus)
NABLA_BINARY_OPERATOR(*, times)
NABLA_BINARY_OPERATOR(/, divides)
#undef NABLA_BINARY_OPERATOR

// What else may stand together. Not by the macro, of whose expansion Clang tells in three lines of every refusal.
template <class Left, class Right>
  requires(!(expression<Left> && expression<Right>) && detail::joined_terms<Left, Right>)
constexpr auto operator+(Left left, Right right) {
  return detail::of_terms<plus>(left, right);
}
template <class Left, class Right>
  requires(!(expression<Left> && expression<Right>) && detail::joined_terms<Left, Right>)
constexpr auto operator-(Left left, Right right) {
  return detail::of_terms<minus>(left, right);
}
template <class Left, class Right>
  requires(!(expression<Left> && expression<Right>) && detail::joined_terms<Left, Right>)
constexpr auto operator*(Left left, Right right) {
  return detail::of_terms<times>(left, right);
}
template <class Left, class Right>
  requires(!(expression<Left> && expression<Right>) && detail::joined_terms<Left, Right>)
constexpr auto operator/(Left left, Right right) {
  return detail::of_terms<divides>(left, right);
}

/// Refused: numbers have a remainder, and Hana's integral constants, but no formula.
template <class Left, class Right>
  requires(detail::joined_terms<Left, Right>)
constexpr auto operator%(Left, Right) {
  static_assert(detail::formulas_have_this_operator<Left, Right>, "nabla: a formula has no remainder: no %");
  return constant<0>{};
}

/// Refused: in C++ this is no power, and binds more weakly than + and *.
template <class Left, class Right>
  requires(detail::joined_terms<Left, Right>)
constexpr auto operator^(Left, Right) {
  static_assert(detail::formulas_have_this_operator<Left, Right>, "nabla: ^ is no power: write pow(x, 2_c)");
  return constant<0>{};
}

template <detail::term_or_condition T>
constexpr auto operator-(T value) {
  return apply_op<negate>(value);
}
template <term T>
constexpr T operator+(T value) {
  return value;
}

}  // namespace nabla
