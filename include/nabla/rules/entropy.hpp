#pragma once

#include <nabla/rules/condition.hpp>
#include <nabla/rules/exponential.hpp>

// Products with a logarithm that are 0 where their first factor is, as the limits are: the terms of entropies and likelihoods.

namespace nabla {

/// x log(x), and 0 at 0. Its derivative is -infinity there.
struct xlogx_op {
  static constexpr fixed_string name = "xlogx";
  static constexpr interval samples{0.1, 4};
  static constexpr auto definition = [](auto x) { return x * apply_op<log_op>(x); };
  static constexpr auto value = []<class T>(T const& x) -> T { return detail::zero_at_zero(x, [&] { return x * math::log(x); }); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<log_op>(x) + one); };
  static constexpr auto exact_value = [](rational x) {
    return detail::is_integer(x, 0) || detail::is_integer(x, 1) ? exact(rational{0, 1}) : exact{};
  };
};

/// a log(b), and 0 where a is 0 whatever b.
struct xlogy_op {
  static constexpr fixed_string name = "xlogy";
  static constexpr interval samples{0.1, 4};
  static constexpr auto definition = [](auto a, auto b) { return a * apply_op<log_op>(b); };
  static constexpr auto value = []<class T>(T const& a, T const& b) -> T { return detail::zero_at_zero(a, [&] { return a * math::log(b); }); };
  static constexpr auto partials = [](auto a, auto b, auto) {
    return hana::make_tuple(apply_op<yielding_factor>(apply_op<log_op>(b)), apply_op<strong_product>(a, one / b));
  };
};

/// a log(1 + b), and 0 where a is 0 whatever b.
struct xlog1py_op {
  static constexpr fixed_string name = "xlog1py";
  static constexpr interval samples{0.1, 4};
  static constexpr auto definition = [](auto a, auto b) { return a * apply_op<log_op>(one + b); };
  static constexpr auto value = []<class T>(T const& a, T const& b) -> T { return detail::zero_at_zero(a, [&] { return a * math::log1p(b); }); };
  static constexpr auto partials = [](auto a, auto b, auto) {
    return hana::make_tuple(apply_op<yielding_factor>(apply_op<log1p_op>(b)), apply_op<strong_product>(a, one / (one + b)));
  };
};

template <detail::term_or_condition T>
constexpr auto xlogx(T x) {
  return apply_op<xlogx_op>(x);
}
template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto xlogy(A a, B b) {
  return detail::of_terms<xlogy_op>(a, b);
}
template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto xlog1py(A a, B b) {
  return detail::of_terms<xlog1py_op>(a, b);
}

NABLA_OTHER_ARGUMENTS(constant<0>, xlogx, "takes one operand: xlogx(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, xlogy, "takes two operands: xlogy(x, y), which is x log(y)")

}  // namespace nabla
