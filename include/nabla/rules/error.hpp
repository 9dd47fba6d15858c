#pragma once

#include <nabla/math/error.hpp>
#include <nabla/rules/power.hpp>

// The error function and the normal distribution. Derivatives hold exp(-x^2), whose relative error grows as x^2 units in the
// last place, that of rounding x^2.

namespace nabla {

struct erf_op {
  static constexpr fixed_string name = "erf";
  static constexpr fixed_string latex = "\\operatorname{erf}";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto value = [](auto const& x) { return math::erf(x); };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple(constant<2>{} * apply_op<exp_op>(-(x * x)) / apply_op<sqrt_op>(pi));
  };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

struct erfc_op {
  static constexpr fixed_string name = "erfc";
  static constexpr fixed_string latex = "\\operatorname{erfc}";
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return one - apply_op<erf_op>(x); };
  static constexpr auto value = [](auto const& x) { return math::erfc(x); };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple(-(constant<2>{} * apply_op<exp_op>(-(x * x)) / apply_op<sqrt_op>(pi)));
  };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

/// Density of the standard normal distribution, exp(-x^2/2) / sqrt(2 pi).
struct normal_pdf_op {
  static constexpr fixed_string name = "normal_pdf";
  static constexpr fixed_string latex = "\\varphi";
  static constexpr bool is_even = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) {
    return apply_op<exp_op>(-(x * x / constant<2>{})) / apply_op<sqrt_op>(constant<2>{} * pi);
  };
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(-(x * y)); };
};

/// Distribution function of the standard normal distribution, erfc(-x / sqrt(2)) / 2.
struct normal_cdf_op {
  static constexpr fixed_string name = "normal_cdf";
  static constexpr fixed_string latex = "\\Phi";
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return apply_op<erfc_op>(-(x / sqrt2)) / constant<2>{}; };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<normal_pdf_op>(x)); };
  static constexpr auto exact_value = [](rational x) { return detail::is_integer(x, 0) ? exact(rational{1, 2}) : exact{}; };
};

/// x normal_cdf(x), the Gaussian error linear unit.
struct gelu_op {
  static constexpr fixed_string name = "gelu";
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return x * apply_op<normal_cdf_op>(x); };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple(apply_op<normal_cdf_op>(x) + x * apply_op<normal_pdf_op>(x));
  };
};

template <term T>
constexpr auto erf(T x) {
  return apply_op<erf_op>(x);
}
template <term T>
constexpr auto erfc(T x) {
  return apply_op<erfc_op>(x);
}
template <term T>
constexpr auto normal_pdf(T x) {
  return apply_op<normal_pdf_op>(x);
}
template <term T>
constexpr auto normal_cdf(T x) {
  return apply_op<normal_cdf_op>(x);
}
template <term T>
constexpr auto gelu(T x) {
  return apply_op<gelu_op>(x);
}

}  // namespace nabla
