#pragma once

#include <nabla/math/hyperbolic.hpp>
#include <nabla/rules/piecewise.hpp>
#include <nabla/rules/power.hpp>

namespace nabla {

struct cosh_op;
struct coth_op;

struct sinh_op {
  static constexpr fixed_string name = "sinh";
  static constexpr fixed_string latex = "\\sinh";
  static constexpr fixed_string undoes = "asinh";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return (apply_op<exp_op>(x) - apply_op<exp_op>(-x)) / constant<2>{}; };
  static constexpr auto value = [](auto const& x) { return math::sinh(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<cosh_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

struct cosh_op {
  static constexpr fixed_string name = "cosh";
  static constexpr fixed_string latex = "\\cosh";
  static constexpr fixed_string undoes = "acosh";
  static constexpr bool is_even = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return (apply_op<exp_op>(x) + apply_op<exp_op>(-x)) / constant<2>{}; };
  static constexpr auto value = [](auto const& x) { return math::cosh(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<sinh_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

/// Its derivative comes from the value, without a second call: 1 - y^2, whose error is below one unit in the last place of 1.
/// In the tails that is much of a small number.
struct tanh_op {
  static constexpr fixed_string name = "tanh";
  static constexpr fixed_string latex = "\\tanh";
  static constexpr fixed_string undoes = "atanh";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return apply_op<sinh_op>(x) / apply_op<cosh_op>(x); };
  static constexpr auto value = [](auto const& x) { return math::tanh(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(one - y * y); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

/// 1 / cosh(x).
struct sech_op {
  static constexpr fixed_string name = "sech";
  static constexpr fixed_string latex = "\\operatorname{sech}";
  static constexpr fixed_string undoes = "asech";
  static constexpr bool is_even = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return one / apply_op<cosh_op>(x); };
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(-(y * apply_op<tanh_op>(x))); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

/// 1 / sinh(x).
struct csch_op {
  static constexpr fixed_string name = "csch";
  static constexpr fixed_string latex = "\\operatorname{csch}";
  static constexpr fixed_string undoes = "acsch";
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.3, 2};
  static constexpr auto definition = [](auto x) { return one / apply_op<sinh_op>(x); };
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(-(y * apply_op<coth_op>(x))); };
};

/// 1 / tanh(x).
struct coth_op {
  static constexpr fixed_string name = "coth";
  static constexpr fixed_string latex = "\\coth";
  static constexpr fixed_string undoes = "acoth";
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.3, 2};
  static constexpr auto definition = [](auto x) { return one / apply_op<tanh_op>(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(one - y * y); };
};

struct asinh_op {
  static constexpr fixed_string name = "asinh";
  static constexpr fixed_string latex = "\\operatorname{arsinh}";
  static constexpr fixed_string undoes = "sinh";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return apply_op<log_op>(x + apply_op<sqrt_op>(x * x + one)); };
  static constexpr auto value = [](auto const& x) { return math::asinh(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / apply_op<sqrt_op>(x * x + one)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

/// Its derivative at 1 is infinite.
struct acosh_op {
  static constexpr fixed_string name = "acosh";
  static constexpr fixed_string latex = "\\operatorname{arcosh}";
  static constexpr interval samples{1.1, 4};
  static constexpr auto definition = [](auto x) { return apply_op<log_op>(x + apply_op<sqrt_op>(x * x - one)); };
  static constexpr auto value = [](auto const& x) { return math::acosh(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_acosh(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / apply_op<sqrt_op>(apply_op<square_minus_one_op>(x))); };
  static constexpr auto exact_value = detail::exact_only_at<1, 0>;
};

/// Infinite at -1 and 1.
struct atanh_op {
  static constexpr fixed_string name = "atanh";
  static constexpr fixed_string latex = "\\operatorname{artanh}";
  static constexpr fixed_string undoes = "tanh";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-0.9, 0.9};
  static constexpr auto definition = [](auto x) { return apply_op<log_op>((one + x) / (one - x)) / constant<2>{}; };
  static constexpr auto value = [](auto const& x) { return math::atanh(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_atanh(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / apply_op<one_minus_square_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

/// acosh(1 / x), for 0 < x <= 1.
struct asech_op {
  static constexpr fixed_string name = "asech";
  static constexpr fixed_string latex = "\\operatorname{arsech}";
  static constexpr interval samples{0.2, 0.9};
  static constexpr auto definition = [](auto x) { return apply_op<acosh_op>(one / x); };
  static constexpr auto value = []<class T>(T const& x) -> T {
    if constexpr (detail::ordered<T>) {
      T const t = T((T(1) - x) / x);  // 1/x - 1 to the last place
      return math::log1p(T(t + math::sqrt(t) * math::sqrt(T(t + T(2)))));
    } else {
      return math::acosh(T(T(1) / x));
    }
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-(one / (x * apply_op<sqrt_op>(apply_op<one_minus_square_op>(x))))); };
  static constexpr auto exact_value = detail::exact_only_at<1, 0>;
};

/// asinh(1 / x).
struct acsch_op {
  static constexpr fixed_string name = "acsch";
  static constexpr fixed_string latex = "\\operatorname{arcsch}";
  static constexpr fixed_string undoes = "csch";
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.3, 4};
  static constexpr auto definition = [](auto x) { return apply_op<asinh_op>(one / x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-(one / (apply_op<abs_op>(x) * apply_op<sqrt_op>(x * x + one)))); };
};

/// atanh(1 / x), for |x| > 1.
struct acoth_op {
  static constexpr fixed_string name = "acoth";
  static constexpr fixed_string latex = "\\operatorname{arcoth}";
  static constexpr fixed_string undoes = "coth";
  static constexpr bool is_odd = true;
  static constexpr interval samples{1.2, 4};
  static constexpr auto definition = [](auto x) { return apply_op<atanh_op>(one / x); };
  static constexpr auto value = []<class T>(T const& x) -> T {
    if constexpr (detail::ordered<T>) {
      T const size = math::abs(x);
      return T(sign_op::value(x) * math::log1p(T(T(2) / (size - T(1)))) / T(2));
    } else {
      return math::atanh(T(T(1) / x));
    }
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-(one / apply_op<square_minus_one_op>(x))); };
};

template <detail::term_or_condition T>
constexpr auto sinh(T x) {
  return apply_op<sinh_op>(x);
}
template <detail::term_or_condition T>
constexpr auto cosh(T x) {
  return apply_op<cosh_op>(x);
}
template <detail::term_or_condition T>
constexpr auto tanh(T x) {
  return apply_op<tanh_op>(x);
}
template <detail::term_or_condition T>
constexpr auto sech(T x) {
  return apply_op<sech_op>(x);
}
template <detail::term_or_condition T>
constexpr auto csch(T x) {
  return apply_op<csch_op>(x);
}
template <detail::term_or_condition T>
constexpr auto coth(T x) {
  return apply_op<coth_op>(x);
}
template <detail::term_or_condition T>
constexpr auto asinh(T x) {
  return apply_op<asinh_op>(x);
}
template <detail::term_or_condition T>
constexpr auto acosh(T x) {
  return apply_op<acosh_op>(x);
}
template <detail::term_or_condition T>
constexpr auto atanh(T x) {
  return apply_op<atanh_op>(x);
}
template <detail::term_or_condition T>
constexpr auto asech(T x) {
  return apply_op<asech_op>(x);
}
template <detail::term_or_condition T>
constexpr auto acsch(T x) {
  return apply_op<acsch_op>(x);
}
template <detail::term_or_condition T>
constexpr auto acoth(T x) {
  return apply_op<acoth_op>(x);
}

NABLA_OTHER_ARGUMENTS(constant<0>, sinh, "takes one operand: sinh(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, cosh, "takes one operand: cosh(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, tanh, "takes one operand: tanh(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, asinh, "takes one operand: asinh(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, acosh, "takes one operand: acosh(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, atanh, "takes one operand: atanh(x)")

}  // namespace nabla
