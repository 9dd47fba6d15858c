#pragma once

#include <cmath>

#include <nabla/rules/constants.hpp>
#include <nabla/rules/exponential.hpp>

namespace nabla {

/// sqrt(x); its derivative at 0 is infinite.
struct sqrt_op {
  static constexpr fixed_string name = "sqrt";
  static constexpr fixed_string latex = "\\sqrt";
  static constexpr interval samples{0.1, 4};
  static constexpr auto value = [](auto const& x) { using std::sqrt; return sqrt(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(one / (constant<2>{} * y)); };
  static constexpr auto exact_value = [](rational x) { return detail::powered(x, {1, 2}); };
};

/// The real cube root, of negative numbers too; its derivative at 0 is infinite.
struct cbrt_op {
  static constexpr fixed_string name = "cbrt";
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.1, 4};
  static constexpr auto value = [](auto const& x) { using std::cbrt; return cbrt(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(one / (constant<3>{} * (y * y))); };
  static constexpr auto exact_value = [](rational x) {
    exact const root = detail::powered(x.numerator < 0 ? detail::negated(x) : x, {1, 3});
    return root.known && x.numerator < 0 ? exact(detail::negated(root.value)) : root;
  };
};

/// pow(x, n). A constant exponent never goes through log: whole ones are products (so any base is right, also 0 and negative
/// ones), halves are products and a square root. The partial by a variable exponent is pow(x, y) log(x), and 0 where
/// pow(x, y) is 0 (xlogy says so), so that d/dy x^y at x = 0, y > 0 is 0.
struct power {
  static constexpr fixed_string name = "^";
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& x, auto const& n) { using std::pow; return pow(x, n); };
  static constexpr auto partials = [](auto x, auto n, auto y) {
    return hana::make_tuple(n * apply_op<power>(x, n - one), apply_op<xlogy_op>(y, x));
  };
  static constexpr auto exact_value = [](rational x, rational n) { return detail::powered(x, n); };
};

template <term T>
constexpr auto sqrt(T x) {
  return apply_op<sqrt_op>(x);
}
template <term T>
constexpr auto cbrt(T x) {
  return apply_op<cbrt_op>(x);
}
template <term T>
constexpr auto square(T x) {
  return apply_op<power>(x, constant<2>{});
}

template <class Base, class Exponent>
  requires detail::joined_by_operator<Base, Exponent>
constexpr auto pow(Base base, Exponent exponent) {
  return detail::binary<power>(base, exponent);
}

}  // namespace nabla
