#pragma once

#include <nabla/math/trigonometric.hpp>
#include <nabla/rules/piecewise.hpp>
#include <nabla/rules/power.hpp>

namespace nabla {

struct cos_op;
struct cot_op;

struct sin_op {
  static constexpr fixed_string name = "sin";
  static constexpr fixed_string latex = "\\sin";
  static constexpr fixed_string undoes = "asin";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-3, 3};
  static constexpr auto value = [](auto const& x) { return math::sin(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<cos_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

struct cos_op {
  static constexpr fixed_string name = "cos";
  static constexpr fixed_string latex = "\\cos";
  static constexpr fixed_string undoes = "acos";
  static constexpr bool is_even = true;
  static constexpr interval samples{-3, 3};
  static constexpr auto value = [](auto const& x) { return math::cos(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-apply_op<sin_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

struct tan_op {
  static constexpr fixed_string name = "tan";
  static constexpr fixed_string latex = "\\tan";
  static constexpr fixed_string undoes = "atan";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-1.2, 1.2};
  static constexpr auto definition = [](auto x) { return apply_op<sin_op>(x) / apply_op<cos_op>(x); };
  static constexpr auto value = [](auto const& x) { return math::tan(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(one + y * y); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

/// 1 / cos(x).
struct sec_op {
  static constexpr fixed_string name = "sec";
  static constexpr fixed_string latex = "\\sec";
  static constexpr fixed_string undoes = "asec";
  static constexpr bool is_even = true;
  static constexpr interval samples{-1.2, 1.2};
  static constexpr auto definition = [](auto x) { return one / apply_op<cos_op>(x); };
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(y * apply_op<tan_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

/// 1 / sin(x).
struct csc_op {
  static constexpr fixed_string name = "csc";
  static constexpr fixed_string latex = "\\csc";
  static constexpr fixed_string undoes = "acsc";
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.3, 2.8};
  static constexpr auto definition = [](auto x) { return one / apply_op<sin_op>(x); };
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(-(y * apply_op<cot_op>(x))); };
};

/// cos(x) / sin(x).
struct cot_op {
  static constexpr fixed_string name = "cot";
  static constexpr fixed_string latex = "\\cot";
  static constexpr fixed_string undoes = "acot";
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.3, 2.8};
  static constexpr auto definition = [](auto x) { return apply_op<cos_op>(x) / apply_op<sin_op>(x); };
  static constexpr auto partials = [](auto, auto y) { return hana::make_tuple(-(one + y * y)); };
};

/// Its derivative at -1 and 1 is infinite.
struct asin_op {
  static constexpr fixed_string name = "asin";
  static constexpr fixed_string latex = "\\arcsin";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-0.9, 0.9};
  static constexpr auto value = [](auto const& x) { return math::asin(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_asin(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / apply_op<sqrt_op>(apply_op<one_minus_square_op>(x))); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

/// Its derivative at -1 and 1 is infinite.
struct acos_op {
  static constexpr fixed_string name = "acos";
  static constexpr fixed_string latex = "\\arccos";
  static constexpr interval samples{-0.9, 0.9};
  static constexpr auto definition = [](auto x) { return pi / constant<2>{} - apply_op<asin_op>(x); };
  static constexpr auto value = [](auto const& x) { return math::acos(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_asin(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-(one / apply_op<sqrt_op>(apply_op<one_minus_square_op>(x)))); };
  static constexpr auto exact_value = detail::exact_only_at<1, 0>;
};

struct atan_op {
  static constexpr fixed_string name = "atan";
  static constexpr fixed_string latex = "\\arctan";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-3, 3};
  static constexpr auto value = [](auto const& x) { return math::atan(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / (one + x * x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

/// acos(1 / x), for |x| >= 1.
struct asec_op {
  static constexpr fixed_string name = "asec";
  static constexpr fixed_string latex = "\\operatorname{arcsec}";
  static constexpr interval samples{1.1, 4};
  static constexpr auto definition = [](auto x) { return apply_op<acos_op>(one / x); };
  static constexpr auto value = []<class T>(T const& x) -> T {
    if constexpr (detail::ordered<T>) {
      T const size = math::abs(x);
      return math::atan2(T(math::sqrt(T(size - T(1))) * math::sqrt(T(size + T(1)))), T(sign_op::value(x)));
    } else {
      return math::acos(T(T(1) / x));
    }
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(one / (apply_op<abs_op>(x) * apply_op<sqrt_op>(apply_op<square_minus_one_op>(x)))); };
  static constexpr auto exact_value = detail::exact_only_at<1, 0>;
};

/// asin(1 / x), for |x| >= 1.
struct acsc_op {
  static constexpr fixed_string name = "acsc";
  static constexpr fixed_string latex = "\\operatorname{arccsc}";
  static constexpr bool is_odd = true;
  static constexpr interval samples{1.1, 4};
  static constexpr auto definition = [](auto x) { return apply_op<asin_op>(one / x); };
  static constexpr auto value = []<class T>(T const& x) -> T {
    if constexpr (detail::ordered<T>) {
      T const size = math::abs(x);
      return math::atan2(T(sign_op::value(x)), T(math::sqrt(T(size - T(1))) * math::sqrt(T(size + T(1)))));
    } else {
      return math::asin(T(T(1) / x));
    }
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-(one / (apply_op<abs_op>(x) * apply_op<sqrt_op>(apply_op<square_minus_one_op>(x))))); };
};

/// atan(1 / x): between -pi/2 and pi/2, with a jump at 0.
struct acot_op {
  static constexpr fixed_string name = "acot";
  static constexpr fixed_string latex = "\\operatorname{arccot}";
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.3, 4};
  static constexpr auto definition = [](auto x) { return apply_op<atan_op>(one / x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-(one / (one + x * x))); };
};

struct cospi_op;

/// sin(pi x), exactly 0 at whole numbers.
struct sinpi_op {
  static constexpr fixed_string name = "sinpi";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-1, 1};
  static constexpr auto definition = [](auto x) { return apply_op<sin_op>(pi * x); };
  static constexpr auto value = [](auto const& x) { return math::sinpi(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(pi * apply_op<cospi_op>(x)); };
  static constexpr auto exact_value = [](rational x) { return detail::is_integer(x) ? exact(rational{0, 1}) : exact{}; };
};

/// cos(pi x), exactly 0 halfway between whole numbers.
struct cospi_op {
  static constexpr fixed_string name = "cospi";
  static constexpr bool is_even = true;
  static constexpr interval samples{-1, 1};
  static constexpr auto definition = [](auto x) { return apply_op<cos_op>(pi * x); };
  static constexpr auto value = [](auto const& x) { return math::cospi(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-(pi * apply_op<sinpi_op>(x))); };
  static constexpr auto exact_value = [](rational x) {
    return detail::is_integer(x) ? exact(rational{detail::is_even_integer(x) ? 1 : -1, 1}) : x.denominator == 2 ? exact(rational{0, 1}) : exact{};
  };
};

/// The angle of the point (x, y), between -pi and pi. At the origin, where there is none, both partials are 0. They divide by the
/// distance twice, whose square can overflow, or vanish, where they do not.
struct atan2_op {
  static constexpr fixed_string name = "atan2";
  static constexpr fixed_string latex = "\\operatorname{atan2}";
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& y, auto const& x) { return math::atan2(y, x); };
  static constexpr auto partials = [](auto y, auto x, auto) {
    auto const h = apply_op<hypot_op>(y, x);
    auto const partial = [&](auto u) { return select(equals(h, zero), zero, u / h / h); };
    return hana::make_tuple(partial(x), -partial(y));
  };
};

template <detail::term_or_condition T>
constexpr auto sin(T x) {
  return apply_op<sin_op>(x);
}
template <detail::term_or_condition T>
constexpr auto cos(T x) {
  return apply_op<cos_op>(x);
}
template <detail::term_or_condition T>
constexpr auto tan(T x) {
  return apply_op<tan_op>(x);
}
template <detail::term_or_condition T>
constexpr auto sec(T x) {
  return apply_op<sec_op>(x);
}
template <detail::term_or_condition T>
constexpr auto csc(T x) {
  return apply_op<csc_op>(x);
}
template <detail::term_or_condition T>
constexpr auto cot(T x) {
  return apply_op<cot_op>(x);
}
template <detail::term_or_condition T>
constexpr auto asin(T x) {
  return apply_op<asin_op>(x);
}
template <detail::term_or_condition T>
constexpr auto acos(T x) {
  return apply_op<acos_op>(x);
}
template <detail::term_or_condition T>
constexpr auto atan(T x) {
  return apply_op<atan_op>(x);
}
template <detail::term_or_condition T>
constexpr auto asec(T x) {
  return apply_op<asec_op>(x);
}
template <detail::term_or_condition T>
constexpr auto acsc(T x) {
  return apply_op<acsc_op>(x);
}
template <detail::term_or_condition T>
constexpr auto acot(T x) {
  return apply_op<acot_op>(x);
}
template <detail::term_or_condition T>
constexpr auto sinpi(T x) {
  return apply_op<sinpi_op>(x);
}
template <detail::term_or_condition T>
constexpr auto cospi(T x) {
  return apply_op<cospi_op>(x);
}
template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto atan2(A a, B b) {
  return detail::of_terms<atan2_op>(a, b);
}

NABLA_OTHER_ARGUMENTS(constant<0>, sin, "takes one operand: sin(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, cos, "takes one operand: cos(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, tan, "takes one operand: tan(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, asin, "takes one operand: asin(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, acos, "takes one operand: acos(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, atan, "takes one operand: atan(x); of a point it is atan2(y, x)")
NABLA_OTHER_ARGUMENTS(constant<0>, atan2, "takes two operands, the ordinate first: atan2(y, x)")

}  // namespace nabla
