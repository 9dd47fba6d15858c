#pragma once

#include <nabla/math/exponential.hpp>
#include <nabla/rules/arithmetic.hpp>
#include <nabla/rules/constants.hpp>

namespace nabla {

namespace detail {

/// An `exact_value` that is known at one rational operand only: exp(0) = 1, log(1) = 0.
template <std::intmax_t At, std::intmax_t Value>
inline constexpr auto exact_only_at = [](rational x) { return is_integer(x, At) ? exact(rational{Value, 1}) : exact{}; };

}  // namespace detail

struct exp_op {
  static constexpr fixed_string name = "exp";
  static constexpr fixed_string latex = "\\exp";
  static constexpr interval samples{-2, 2};
  static constexpr auto value = [](auto const& x) { return math::exp(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(y); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

struct exp2_op {
  static constexpr fixed_string name = "exp2";
  static constexpr fixed_string undoes = "log2";
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return apply_op<exp_op>(ln2 * x); };
  static constexpr auto value = [](auto const& x) { return math::exp2(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(ln2 * y); };
  static constexpr auto exact_value = [](rational x) {
    return detail::is_integer(x) ? detail::powered(rational{2, 1}, x.numerator) : exact{};
  };
};

struct exp10_op {
  static constexpr fixed_string name = "exp10";
  static constexpr fixed_string undoes = "log10";
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return apply_op<exp_op>(ln10 * x); };
  static constexpr auto value = [](auto const& x) { return math::exp10(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(ln10 * y); };
  static constexpr auto exact_value = [](rational x) {
    return detail::is_integer(x) ? detail::powered(rational{10, 1}, x.numerator) : exact{};
  };
};

struct expm1_op {
  static constexpr fixed_string name = "expm1";
  static constexpr fixed_string undoes = "log1p";
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto x) { return apply_op<exp_op>(x) - one; };
  static constexpr auto value = [](auto const& x) { return math::expm1(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<exp_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

struct log_op {
  static constexpr fixed_string name = "log";
  static constexpr fixed_string latex = "\\log";
  static constexpr interval samples{0.1, 4};
  static constexpr auto value = [](auto const& x) { return math::log(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_log(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / x); };
  static constexpr auto exact_value = detail::exact_only_at<1, 0>;
};

struct log2_op {
  static constexpr fixed_string name = "log2";
  static constexpr fixed_string latex = "\\log_2";
  static constexpr fixed_string undoes = "exp2";
  static constexpr interval samples{0.1, 4};
  static constexpr auto definition = [](auto x) { return apply_op<log_op>(x) / ln2; };
  static constexpr auto value = [](auto const& x) { return math::log2(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_log(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / (ln2 * x)); };
  static constexpr auto exact_value = detail::exact_only_at<1, 0>;
};

struct log10_op {
  static constexpr fixed_string name = "log10";
  static constexpr fixed_string latex = "\\log_{10}";
  static constexpr fixed_string undoes = "exp10";
  static constexpr interval samples{0.1, 4};
  static constexpr auto definition = [](auto x) { return apply_op<log_op>(x) / ln10; };
  static constexpr auto value = [](auto const& x) { return math::log10(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_log(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / (ln10 * x)); };
  static constexpr auto exact_value = detail::exact_only_at<1, 0>;
};

struct log1p_op {
  static constexpr fixed_string name = "log1p";
  static constexpr fixed_string undoes = "expm1";
  static constexpr interval samples{-0.5, 4};
  static constexpr auto definition = [](auto x) { return apply_op<log_op>(one + x); };
  static constexpr auto value = [](auto const& x) { return math::log1p(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_log1p(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / (one + x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

template <detail::term_or_condition T>
constexpr auto exp(T x) {
  return apply_op<exp_op>(x);
}
template <detail::term_or_condition T>
constexpr auto exp2(T x) {
  return apply_op<exp2_op>(x);
}
template <detail::term_or_condition T>
constexpr auto exp10(T x) {
  return apply_op<exp10_op>(x);
}
template <detail::term_or_condition T>
constexpr auto expm1(T x) {
  return apply_op<expm1_op>(x);
}
template <detail::term_or_condition T>
constexpr auto log(T x) {
  return apply_op<log_op>(x);
}
template <detail::term_or_condition T>
constexpr auto log2(T x) {
  return apply_op<log2_op>(x);
}
template <detail::term_or_condition T>
constexpr auto log10(T x) {
  return apply_op<log10_op>(x);
}
template <detail::term_or_condition T>
constexpr auto log1p(T x) {
  return apply_op<log1p_op>(x);
}

NABLA_OTHER_ARGUMENTS(constant<0>, exp, "takes one operand: exp(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, exp2, "takes one operand: exp2(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, expm1, "takes one operand: expm1(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, log2, "takes one operand: log2(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, log10, "takes one operand: log10(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, log1p, "takes one operand: log1p(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, log, "takes one operand: log(x); to the base b it is log(x) / log(b)")

}  // namespace nabla
