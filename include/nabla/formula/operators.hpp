#pragma once

#include <nabla/formula/apply.hpp>

namespace nabla {

// Each operator takes two terms, or a term and a number that its type knows. Hana's integral constants are named apart,
// as Hana has operators of its own for them, to which these are preferred as more specialised.
// A plain number is refused here, in one place, so that the first line of the error says what to write.

namespace detail {

template <class Left, class Right>
concept operands_with_term = operand<Left> && operand<Right> && (term<Left> || term<Right>);

template <class Left, class Right>
concept term_with_plain_number = (term<Left> && plain_number<Right>) || (plain_number<Left> && term<Right>);

template <class Number>
inline constexpr bool number_known_to_the_type = false;

template <class Operation, class Left, class Right>
constexpr auto binary(Left left, Right right) {
  if constexpr (term_with_plain_number<Left, Right>) {
    using number = std::conditional_t<plain_number<Left>, Left, Right>;
    static_assert(number_known_to_the_type<number>,
                  "nabla: a plain number cannot be part of a formula: write 2_c for an exact constant, or use a variable and "
                  "bind the number to it at the call");
    return constant<0>{};
  } else {
    return apply_op<Operation>(left, right);
  }
}

template <class Left, class Right>
concept joined_by_operator = operands_with_term<Left, Right> || term_with_plain_number<Left, Right>;

}  // namespace detail

#define NABLA_BINARY_OPERATOR(symbol_, operation_)                                              \
  template <expression Left, expression Right>                                                  \
  constexpr auto operator symbol_(Left, Right) {                                                \
    return detail::applied_t<operation_, Left, Right>{};                                        \
  }                                                                                             \
  template <class Left, class Right>                                                            \
    requires(!(expression<Left> && expression<Right>) && detail::joined_by_operator<Left, Right>)                                           \
  constexpr auto operator symbol_(Left left, Right right) {                                     \
    return detail::binary<operation_>(left, right);                                             \
  }                                                                                             \
  template <class T, T Value, term Right>                                                       \
  constexpr auto operator symbol_(boost::hana::integral_constant<T, Value> left, Right right) { \
    return detail::binary<operation_>(left, right);                                             \
  }                                                                                             \
  template <term Left, class T, T Value>                                                        \
  constexpr auto operator symbol_(Left left, boost::hana::integral_constant<T, Value> right) {  \
    return detail::binary<operation_>(left, right);                                             \
  }

NABLA_BINARY_OPERATOR(+, plus)
NABLA_BINARY_OPERATOR(-, minus)
NABLA_BINARY_OPERATOR(*, times)
NABLA_BINARY_OPERATOR(/, divides)
#undef NABLA_BINARY_OPERATOR

template <term T>
constexpr auto operator-(T value) {
  return apply_op<negate>(value);
}
template <term T>
constexpr T operator+(T value) {
  return value;
}

}  // namespace nabla
