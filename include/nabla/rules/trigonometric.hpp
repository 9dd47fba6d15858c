#pragma once

#include <cmath>

#include <nabla/rules/exponential.hpp>
#include <nabla/rules/power.hpp>

namespace nabla {

struct cos_op;

struct sin_op {
  static constexpr fixed_string name = "sin";
  static constexpr fixed_string latex = "\\sin";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-3, 3};
  static constexpr auto value = [](auto const& x) { using std::sin; return sin(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<cos_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

struct cos_op {
  static constexpr fixed_string name = "cos";
  static constexpr fixed_string latex = "\\cos";
  static constexpr bool is_even = true;
  static constexpr interval samples{-3, 3};
  static constexpr auto value = [](auto const& x) { using std::cos; return cos(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-apply_op<sin_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

struct tan_op {
  static constexpr fixed_string name = "tan";
  static constexpr fixed_string latex = "\\tan";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-1.2, 1.2};
  static constexpr auto value = [](auto const& x) { using std::tan; return tan(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(one + y * y); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

struct asin_op {
  static constexpr fixed_string name = "asin";
  static constexpr fixed_string latex = "\\arcsin";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-0.9, 0.9};
  static constexpr auto value = [](auto const& x) { using std::asin; return asin(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / apply_op<sqrt_op>((one - x) * (one + x))); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

struct acos_op {
  static constexpr fixed_string name = "acos";
  static constexpr fixed_string latex = "\\arccos";
  static constexpr interval samples{-0.9, 0.9};
  static constexpr auto value = [](auto const& x) { using std::acos; return acos(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-(one / apply_op<sqrt_op>((one - x) * (one + x)))); };
  static constexpr auto exact_value = detail::exact_only_at<1, 0>;
};

struct atan_op {
  static constexpr fixed_string name = "atan";
  static constexpr fixed_string latex = "\\arctan";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-3, 3};
  static constexpr auto value = [](auto const& x) { using std::atan; return atan(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / (one + x * x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

template <term T>
constexpr auto sin(T x) {
  return apply_op<sin_op>(x);
}
template <term T>
constexpr auto cos(T x) {
  return apply_op<cos_op>(x);
}
template <term T>
constexpr auto tan(T x) {
  return apply_op<tan_op>(x);
}
template <term T>
constexpr auto asin(T x) {
  return apply_op<asin_op>(x);
}
template <term T>
constexpr auto acos(T x) {
  return apply_op<acos_op>(x);
}
template <term T>
constexpr auto atan(T x) {
  return apply_op<atan_op>(x);
}

}  // namespace nabla
