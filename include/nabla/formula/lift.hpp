#pragma once

#include <type_traits>

#include <boost/hana/concept/sequence.hpp>
#include <boost/hana/integral_constant.hpp>

#include <nabla/formula/constant.hpp>

namespace nabla {

namespace detail {

template <class T>
struct lifted {};
template <expression T>
struct lifted<T> {
  using type = T;
};
template <class T, T Value>
  requires std::is_integral_v<T>
struct lifted<std::integral_constant<T, Value>> {
  using type = constant<static_cast<std::intmax_t>(Value)>;
};
template <class T, T Value>
  requires std::is_integral_v<T>
struct lifted<boost::hana::integral_constant<T, Value>> {
  using type = constant<static_cast<std::intmax_t>(Value)>;
};
// std::ratio and its like, known by their members: the header would cost more than it gives.
template <class T>
  requires requires {
    typename T::type;
    requires std::is_same_v<decltype(T::num), std::intmax_t const>;
    requires std::is_same_v<decltype(T::den), std::intmax_t const>;
  }
struct lifted<T> {
  using type = constant<T::num, T::den>;
};

}  // namespace detail

/// The expression that a type with a number in it stands for: `std::integral_constant`, `std::ratio`, Hana's integral
/// constants; an expression stands for itself.
template <class T>
using lift_t = typename detail::lifted<std::remove_cvref_t<T>>::type;

/// What may stand beside a term in a formula: another term, or a number that its type knows.
template <class T>
concept liftable = requires { typename lift_t<T>; };

template <class T>
concept operand = term<T> || liftable<T>;

/// A number whose value only the running program knows: refused in formulas, with a message that says what to write.
template <class T>
concept plain_number = std::is_arithmetic_v<std::remove_cvref_t<T>>;

namespace detail {

/// Never true: asserted by what is declared only to say in words how a function is called.
template <class... Arguments>
inline constexpr bool takes_these_arguments = false;

/// What makes a call one of formulas: a term, a condition, a function of them or of their derivatives, or a sequence, which may have such in it.
template <class T>
concept concerns_formulas = term_or_condition<T> || function_object<T> || joint_functor<T> || boost::hana::Sequence<T>::value;

}  // namespace detail

/// Other arguments than a function has are refused in words: by a worse match than all others, so that no call that is right, nor one of a function of
/// the user's, is ambiguous.
///
///     NABLA_OTHER_ARGUMENTS(constant<0>, hypot, "takes two operands: hypot(x, y)")
#define NABLA_OTHER_ARGUMENTS(result_, function_, words_)                                         \
  template <auto... Numbers, class... Arguments>                                                  \
    requires(sizeof...(Arguments) == 0 || (detail::concerns_formulas<Arguments> || ...))          \
  constexpr result_ function_(Arguments const&...) {                                              \
    static_assert(detail::takes_these_arguments<Arguments...>, "nabla: " #function_ " " words_);  \
    return {};                                                                                    \
  }

}  // namespace nabla
