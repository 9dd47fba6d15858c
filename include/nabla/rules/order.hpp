#pragma once

#include <nabla/rules/arithmetic.hpp>
#include <nabla/rules/piecewise.hpp>

namespace nabla::detail {

/// What the order of a family of functions can be: a whole number known to the type, as 2_c.
template <class T>
constexpr bool is_exact_order() {
  if constexpr (liftable<T>) {
    if constexpr (is_constant_v<lift_t<T>>) {
      return is_integer(lift_t<T>::value) && lift_t<T>::value.numerator >= 0 && lift_t<T>::value.numerator <= 1'000'000;
    }
  }
  return false;
}

template <class T>
inline constexpr bool the_order_is_an_exact_whole_number = is_exact_order<T>();

/// `Zeroth` or `First` applied to x, or `Nth` applied to the order and x: the first two functions of a family are operations
/// of their own, with names and parity of their own, and a formula has one way to say each. Where `First` is void, only the
/// zeroth is.
template <class Zeroth, class First, class Nth, class Order, class X>
constexpr auto apply_order(Order n, X x) {
  static_assert(the_order_is_an_exact_whole_number<Order>,
                "nabla: the order of a function is a whole number that the type knows, from 0 to a million: write 2_c, as in "
                "polygamma(2_c, x)");
  if constexpr (!the_order_is_an_exact_whole_number<Order>) {
    return constant<0>{};
  } else if constexpr (lift_t<Order>::value.numerator == 0) {
    return apply_op<Zeroth>(x);
  } else if constexpr (lift_t<Order>::value.numerator == 1 && !std::is_void_v<First>) {
    return apply_op<First>(x);
  } else {
    return apply_op<Nth>(n, x);
  }
}

/// The same in a rule, where n >= 1 is a term of which the type says nothing: exact arithmetic chooses, one of the two has
/// the factor 0.
template <class First, class Nth, class Order, class X>
constexpr auto of_order(Order n, X x) {
  auto const higher = apply_op<sign_op>(n - one);
  return (one - higher) * apply_op<First>(x) + higher * apply_op<Nth>(n, x);
}

}  // namespace nabla::detail
