#pragma once

#include <cmath>

#include <nabla/rules/power.hpp>

namespace nabla {

struct cosh_op;

struct sinh_op {
  static constexpr fixed_string name = "sinh";
  static constexpr fixed_string latex = "\\sinh";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto value = [](auto const& x) { using std::sinh; return sinh(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<cosh_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

struct cosh_op {
  static constexpr fixed_string name = "cosh";
  static constexpr fixed_string latex = "\\cosh";
  static constexpr bool is_even = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto value = [](auto const& x) { using std::cosh; return cosh(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<sinh_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

struct tanh_op {
  static constexpr fixed_string name = "tanh";
  static constexpr fixed_string latex = "\\tanh";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto value = [](auto const& x) { using std::tanh; return tanh(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(one - y * y); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

template <term T>
constexpr auto sinh(T x) {
  return apply_op<sinh_op>(x);
}
template <term T>
constexpr auto cosh(T x) {
  return apply_op<cosh_op>(x);
}
template <term T>
constexpr auto tanh(T x) {
  return apply_op<tanh_op>(x);
}

}  // namespace nabla
