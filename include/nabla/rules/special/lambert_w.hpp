#pragma once

#include <boost/math/special_functions/lambert_w.hpp>

#include <nabla/rules/exponential.hpp>
#include <nabla/rules/special/boost_math.hpp>

namespace nabla {

namespace detail {

/// Evaluates a branch of W; near the branch point -1/e, where the digits of x are worth less and less, a double in long
/// double. The double nearest to -1/e is just outside the domain, and taken for -1/e.
template <class T, class Branch>
T lambert_w_value(T const& x, Branch branch) {
  if constexpr (std::is_same_v<T, double>) {
    if (x == -boost::math::constants::exp_minus_one<double>()) return -1;
    if (x < -0.25) return static_cast<double>(branch(static_cast<long double>(x)));
  }
  return special_value(x, branch);
}

/// W' = 1 / (x + exp(W)), DLMF 4.13.4 with x for W exp(W), so that it is right at 0. At -1/e the denominator is 0:
/// infinite.
inline constexpr auto lambert_w_slope = [](auto x, auto y) { return one / (x + apply_op<exp_op>(y)); };

}  // namespace detail

/// The principal branch of Lambert's W, w exp(w) = x with w >= -1: x >= -1/e, NaN below. Near -1/e, where the slope is
/// infinite, the relative error of the derivatives is that of 1 + W for a rounded W.
struct lambert_w0_op {
  static constexpr fixed_string name = "lambert_w0";
  static constexpr fixed_string latex = "W_0";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{-0.2, 4};
  static constexpr auto value = [](auto const& x) {
    return detail::lambert_w_value(x, [](auto const& z) { return boost::math::lambert_w0(z, detail::plain_policy); });
  };
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(detail::lambert_w_slope(x, y)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

/// The branch w <= -1: -1/e <= x < 0, -infinity at 0, NaN elsewhere. At both ends the derivative is an infinity without
/// meaning in its sign, since a denominator of 0 has none.
struct lambert_wm1_op {
  static constexpr fixed_string name = "lambert_wm1";
  static constexpr fixed_string latex = "W_{-1}";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{-0.3, -0.1};
  static constexpr auto value = [](auto const& x) {
    return detail::lambert_w_value(x, [](auto const& z) { return boost::math::lambert_wm1(z, detail::plain_policy); });
  };
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(detail::lambert_w_slope(x, y)); };
};

template <detail::term_or_condition T>
constexpr auto lambert_w0(T x) {
  return apply_op<lambert_w0_op>(x);
}
template <detail::term_or_condition T>
constexpr auto lambert_wm1(T x) {
  return apply_op<lambert_wm1_op>(x);
}

}  // namespace nabla
