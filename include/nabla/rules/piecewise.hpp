#pragma once

#include <cmath>

#include <nabla/rules/rule.hpp>

namespace nabla {

/// -1, 0 or 1, and NaN for NaN. Its derivative is 0, at the jump too.
struct sign_op {
  static constexpr fixed_string name = "sign";
  static constexpr fixed_string latex = "\\operatorname{sign}";
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& x) {
    using scalar = std::remove_cvref_t<decltype(x)>;
    return x > scalar(0) ? scalar(1) : x < scalar(0) ? scalar(-1) : scalar(x * scalar(0));
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
  static constexpr auto value = [](auto const& x) { using std::abs; return abs(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<sign_op>(x)); };
  static constexpr auto exact_value = [](rational x) { return exact(x.numerator < 0 ? detail::negated(x) : x); };
};

template <term T>
constexpr auto sign(T x) {
  return apply_op<sign_op>(x);
}
template <term T>
constexpr auto abs(T x) {
  return apply_op<abs_op>(x);
}

}  // namespace nabla
