#pragma once

#include <boost/math/special_functions/erf.hpp>

#include <nabla/rules/constants.hpp>
#include <nabla/rules/exponential.hpp>
#include <nabla/rules/power.hpp>
#include <nabla/rules/special/boost_math.hpp>

namespace nabla {

namespace detail {

/// The reciprocal of the derivative of erf, where erf is inverted: y is the result. Source: DLMF 7.2.1.
inline constexpr auto reciprocal_of_erf_slope = [](auto y) {
  return apply_op<sqrt_op>(apply_op<pi_op>()) / constant<2>{} * apply_op<exp_op>(y * y);
};

}  // namespace detail

/// The inverse of erf: -1 <= x <= 1, infinite at both ends and NaN beyond. The relative error of its derivative is about y^2
/// units in the last place, as that of exp(y^2) for a rounded y.
struct erfinv_op {
  static constexpr fixed_string name = "erfinv";
  static constexpr fixed_string latex = "\\operatorname{erf}^{-1}";
  static constexpr bool is_numeric = true;
  static constexpr bool is_odd = true;
  static constexpr interval samples{-0.9, 0.9};
  static constexpr auto value = [](auto const& x) {
    return detail::special_value(x, [](auto const& z) { return boost::math::erf_inv(z, detail::plain_policy); });
  };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(detail::reciprocal_of_erf_slope(y)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

/// The inverse of erfc: 0 <= x <= 2.
struct erfcinv_op {
  static constexpr fixed_string name = "erfcinv";
  static constexpr fixed_string latex = "\\operatorname{erfc}^{-1}";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{0.1, 1.9};
  static constexpr auto value = [](auto const& x) {
    return detail::special_value(x, [](auto const& z) { return boost::math::erfc_inv(z, detail::plain_policy); });
  };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(-detail::reciprocal_of_erf_slope(y)); };
  static constexpr auto exact_value = detail::exact_only_at<1, 0>;
};

template <detail::term_or_condition T>
constexpr auto erfinv(T x) {
  return apply_op<erfinv_op>(x);
}
template <detail::term_or_condition T>
constexpr auto erfcinv(T x) {
  return apply_op<erfcinv_op>(x);
}

}  // namespace nabla
