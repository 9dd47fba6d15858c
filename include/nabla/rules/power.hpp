#pragma once

#include <nabla/math/power.hpp>
#include <nabla/rules/condition.hpp>
#include <nabla/rules/constants.hpp>
#include <nabla/rules/exponential.hpp>

namespace nabla {

/// sqrt(x); its derivative at 0 is infinite.
struct sqrt_op {
  static constexpr fixed_string name = "sqrt";
  static constexpr fixed_string latex = "\\sqrt";
  static constexpr interval samples{0.1, 4};
  static constexpr auto value = [](auto const& x) { return math::sqrt(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_sqrt(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(constant<1, 2>{} / y); };
  static constexpr auto exact_value = [](rational x) { return detail::powered(x, {1, 2}); };
};

/// The real cube root, of negative numbers too; its derivative at 0 is infinite.
struct cbrt_op {
  static constexpr fixed_string name = "cbrt";
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.1, 4};
  static constexpr auto value = [](auto const& x) { return math::cbrt(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(one / (constant<3>{} * (y * y))); };
  static constexpr auto exact_value = [](rational x) {
    exact const root = detail::powered(x.numerator < 0 ? detail::negated(x) : x, {1, 3});
    return root.known && x.numerator < 0 ? exact(detail::negated(root.value)) : root;
  };
};

/// pow(x, n). A constant exponent never goes through log: whole ones are products (so any base is right, also 0 and negative
/// ones), halves are products and a square root. The partial by a variable exponent is x^n log(x), and 0 where x^n is 0, so
/// that d/dn x^n at x = 0, n > 0 is 0; the partial by the base is 0 where n is 0. So it is at every order.
struct power {
  static constexpr fixed_string name = "^";
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& x, auto const& n) { return math::pow(x, n); };
  static constexpr auto domain_error = [](auto const& x, auto const& n) { return math::kernel::error_of_pow(x, n); };
  static constexpr auto partials = [](auto x, auto n, auto y) {
    return hana::make_tuple(apply_op<strong_product>(n, apply_op<power>(x, n - one)),
                            apply_op<strong_product>(y, apply_op<log_op>(x)));
  };
  static constexpr auto exact_value = [](rational x, rational n) { return detail::powered(x, n); };
};

/// 1 - x^2 and x^2 - 1 as products, without cancellation near 1, with a derivative that has none near 0: steps in derivatives of
/// inverse functions. Where they are 0, so is their sign what it is for the x of those functions.
struct one_minus_square_op {
  static constexpr fixed_string name = "one_minus_square";
  static constexpr bool is_even = true;
  static constexpr bool is_transparent = true;
  static constexpr interval samples{-0.9, 0.9};
  static constexpr auto definition = [](auto x) { return one - apply_op<power>(x, constant<2>{}); };
  static constexpr auto value = []<class T>(T const& x) -> T { return T((T(1) - x) * (T(1) + x)); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(constant<-2>{} * x); };
};
struct square_minus_one_op {
  static constexpr fixed_string name = "square_minus_one";
  static constexpr bool is_even = true;
  static constexpr bool is_transparent = true;
  static constexpr interval samples{1.1, 4};
  static constexpr auto definition = [](auto x) { return apply_op<power>(x, constant<2>{}) - one; };
  static constexpr auto value = []<class T>(T const& x) -> T { return T((x - T(1)) * (x + T(1))); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(constant<2>{} * x); };
};

/// sqrt(x^2 + y^2 + ...) of two or three operands, without overflow; its partials at the origin are 0, a subgradient.
struct hypot_op {
  static constexpr fixed_string name = "hypot";
  static constexpr bool is_commutative = true;
  static constexpr interval samples{0.5, 2};
  static constexpr bool is_variadic = true;
  static constexpr auto definition = [](auto... x) { return apply_op<sqrt_op>((... + (x * x))); };
  static constexpr auto value = [](auto const&... x) { return math::hypot(x...); };
  static constexpr auto partial = [](auto x, auto h) { return select(equals(h, zero), zero, x / h); };
};

template <detail::term_or_condition T>
constexpr auto sqrt(T x) {
  return apply_op<sqrt_op>(x);
}
template <detail::term_or_condition T>
constexpr auto cbrt(T x) {
  return apply_op<cbrt_op>(x);
}
template <detail::term_or_condition T>
constexpr auto square(T x) {
  return apply_op<power>(x, constant<2>{});
}

template <expression Base, expression Exponent>
constexpr auto pow(Base, Exponent) {
  return detail::applied_t<power, Base, Exponent>{};
}
template <class Base, class Exponent>
  requires(!(expression<Base> && expression<Exponent>) && detail::joined_terms<Base, Exponent>)
constexpr auto pow(Base base, Exponent exponent) {
  return detail::of_terms<power>(base, exponent);
}

template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto hypot(A a, B b) {
  return detail::of_terms<hypot_op>(a, b);
}
template <class A, class B, class C>
  requires detail::joined_terms<A, B, C>
constexpr auto hypot(A a, B b, C c) {
  return detail::of_terms<hypot_op>(a, b, c);
}

NABLA_OTHER_ARGUMENTS(constant<0>, sqrt, "takes one operand: sqrt(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, cbrt, "takes one operand: cbrt(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, square, "takes one operand: square(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, pow, "takes a base and an exponent: pow(x, 2_c)")
NABLA_OTHER_ARGUMENTS(constant<0>, hypot, "takes two or three operands: hypot(x, y); of one it is abs(x)")

}  // namespace nabla
