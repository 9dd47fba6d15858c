#pragma once

#include <nabla/math/piecewise.hpp>
#include <nabla/rules/condition.hpp>
#include <nabla/rules/exponential.hpp>

// Functions with kinks and jumps. At a jump the derivative is 0; at a kink it is 0 or the mean of both sides, as each says, which
// is a subgradient where the function is convex. Selections are written so that SIMD packs, whose conditions are masks, pass too.

namespace nabla {

/// -1, 0 or 1, and NaN for NaN. Its derivative is 0, at the jump too.
struct sign_op {
  static constexpr fixed_string name = "sign";
  static constexpr fixed_string latex = "\\operatorname{sign}";
  static constexpr bool is_odd = true;
  static constexpr bool is_increasing = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = []<class T>(T const& x) -> T {
    return select_op::value(x > T(0), T(1), select_op::value(x < T(0), T(-1), T(x * T(0))));
  };
  static constexpr auto partials = [](auto, auto) { return hana::make_tuple(zero); };
  static constexpr auto exact_value = [](rational x) {
    return exact(rational{x.numerator > 0 ? 1 : x.numerator < 0 ? -1 : 0, 1});
  };
};

/// Absolute value. Its derivative is the sign, so 0 at the kink: the mean of both sides, and a subgradient.
struct abs_op {
  static constexpr fixed_string name = "abs";
  static constexpr bool is_even = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& x) { return math::abs(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<sign_op>(x)); };
  static constexpr auto exact_value = [](rational x) { return exact(x.numerator < 0 ? detail::negated(x) : x); };
};

/// The unit step: 0 below 0, 1 from 0 on, and NaN for NaN. Its derivative is 0, at the jump too.
struct step_op {
  static constexpr fixed_string name = "step";
  static constexpr bool is_increasing = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = []<class T>(T const& x) -> T {
    return select_op::value(x < T(0), T(0), select_op::value(x >= T(0), T(1), x));
  };
  static constexpr auto partials = [](auto, auto) { return hana::make_tuple(zero); };
  static constexpr auto exact_value = [](rational x) { return exact(rational{x.numerator < 0 ? 0 : 1, 1}); };
};

/// max(x, 0), the rectified linear unit. Its derivative at the kink is 0.
struct relu_op {
  static constexpr fixed_string name = "relu";
  static constexpr bool is_increasing = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = []<class T>(T const& x) -> T { return select_op::value(x <= T(0), T(0), x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(select(x > zero, one, zero)); };
  static constexpr auto exact_value = [](rational x) { return exact(x.numerator < 0 ? rational{0, 1} : x); };
};

/// x above 0, slope * x elsewhere. Its derivative at the kink is the slope.
struct leaky_relu_op {
  static constexpr fixed_string name = "leaky_relu";
  static constexpr interval samples{0.5, 2};
  static constexpr auto definition = [](auto x, auto slope) { return select(x > zero, x, slope * x); };
};

/// x above 0, a expm1(x) elsewhere. Its derivative at the kink is a.
struct elu_op {
  static constexpr fixed_string name = "elu";
  static constexpr interval samples{0.5, 2};
  static constexpr auto definition = [](auto x, auto a) { return select(x > zero, x, a * apply_op<expm1_op>(x)); };
};

/// 0 below 0, 1 above 1, and 3 x^2 - 2 x^3 between, without a kink.
struct smoothstep_op {
  static constexpr fixed_string name = "smoothstep";
  static constexpr bool is_increasing = true;
  static constexpr interval samples{0.1, 0.9};
  static constexpr auto definition = [](auto x) {
    return select(x < zero, zero, select(x > one, one, x * x * (constant<3>{} - constant<2>{} * x)));
  };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple(select(x < zero || x > one, zero, constant<6>{} * (x * (one - x))));
  };
};

/// The lesser of two. Where both are equal each has the partial 1/2, the mean of both sides.
struct min_op {
  static constexpr fixed_string name = "min";
  static constexpr fixed_string latex = "\\min";
  static constexpr bool is_commutative = true;
  static constexpr bool is_increasing = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = []<class T>(T const& a, T const& b) -> T { return select_op::value(b < a, b, a); };
  static constexpr auto partials = [](auto a, auto b, auto) {
    auto const share = [](auto u, auto v) { return select(u < v, one, select(v < u, zero, constant<1, 2>{})); };
    return hana::make_tuple(share(a, b), share(b, a));
  };
  static constexpr auto exact_value = [](rational a, rational b) { return exact(detail::less(b, a) ? b : a); };
};

/// The greater of two. Where both are equal each has the partial 1/2, the mean of both sides.
struct max_op {
  static constexpr fixed_string name = "max";
  static constexpr fixed_string latex = "\\max";
  static constexpr bool is_commutative = true;
  static constexpr bool is_increasing = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = []<class T>(T const& a, T const& b) -> T { return select_op::value(a < b, b, a); };
  static constexpr auto partials = [](auto a, auto b, auto) {
    auto const share = [](auto u, auto v) { return select(v < u, one, select(u < v, zero, constant<1, 2>{})); };
    return hana::make_tuple(share(a, b), share(b, a));
  };
  static constexpr auto exact_value = [](rational a, rational b) { return exact(detail::less(a, b) ? b : a); };
};

/// x between the bounds low and high, the nearer bound elsewhere. Where x is at a bound both have the partial 1/2, the mean of
/// both sides; between equal bounds x has none, and they have 1/2 each.
struct clamp_op {
  static constexpr fixed_string name = "clamp";
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = []<class T>(T const& x, T const& low, T const& high) -> T {
    return select_op::value(x < low, low, select_op::value(high < x, high, x));
  };
  static constexpr auto partials = [](auto x, auto low, auto high, auto) {
    constexpr constant<1, 2> half{};
    return hana::make_tuple(select(x < low || high < x || equals(low, high), zero, select(equals(x, low) || equals(x, high), half, one)),
                            select(x < low, one, select(equals(x, low), half, zero)),
                            select(high < x, one, select(equals(x, high), half, zero)));
  };
};

template <detail::term_or_condition T>
constexpr auto sign(T x) {
  return apply_op<sign_op>(x);
}
template <detail::term_or_condition T>
constexpr auto abs(T x) {
  return apply_op<abs_op>(x);
}
template <detail::term_or_condition T>
constexpr auto step(T x) {
  return apply_op<step_op>(x);
}
template <detail::term_or_condition T>
constexpr auto relu(T x) {
  return apply_op<relu_op>(x);
}
template <detail::term_or_condition T>
constexpr auto smoothstep(T x) {
  return apply_op<smoothstep_op>(x);
}
template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto leaky_relu(A a, B b) {
  return detail::of_terms<leaky_relu_op>(a, b);
}
/// With the slope 1/100.
template <detail::term_or_condition T>
constexpr auto leaky_relu(T x) {
  return apply_op<leaky_relu_op>(x, constant<1, 100>{});
}
template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto elu(A a, B b) {
  return detail::of_terms<elu_op>(a, b);
}
/// With a = 1.
template <detail::term_or_condition T>
constexpr auto elu(T x) {
  return apply_op<elu_op>(x, one);
}
template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto min(A a, B b) {
  return detail::of_terms<min_op>(a, b);
}
template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto max(A a, B b) {
  return detail::of_terms<max_op>(a, b);
}
template <class X, class Low, class High>
  requires detail::joined_terms<X, Low, High>
constexpr auto clamp(X x, Low low, High high) {
  return detail::of_terms<clamp_op>(x, low, high);
}

// Terms of one type: preferred to std::min and its kin in code that says `using std::min`.
template <term T>
constexpr auto min(T const& a, T const& b) {
  return apply_op<min_op>(a, b);
}
template <term T>
constexpr auto max(T const& a, T const& b) {
  return apply_op<max_op>(a, b);
}
template <term T>
constexpr auto clamp(T const& x, T const& low, T const& high) {
  return apply_op<clamp_op>(x, low, high);
}

NABLA_OTHER_ARGUMENTS(constant<0>, abs, "takes one operand: abs(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, sign, "takes one operand: sign(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, step, "takes one operand: step(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, relu, "takes one operand: relu(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, min, "takes two operands: min(x, y); of more it is min(x, min(y, z))")
NABLA_OTHER_ARGUMENTS(constant<0>, max, "takes two operands: max(x, y); of more it is max(x, max(y, z))")
NABLA_OTHER_ARGUMENTS(constant<0>, clamp, "takes three operands: clamp(x, low, high)")

}  // namespace nabla
