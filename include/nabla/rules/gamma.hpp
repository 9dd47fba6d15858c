#pragma once

#include <cmath>

#include <nabla/math/gamma.hpp>
#include <nabla/math/polygamma.hpp>
#include <nabla/rules/rule.hpp>
#include <nabla/rules/order.hpp>

namespace nabla {

namespace detail {

template <class T>
inline constexpr bool this_scalar_has_polygamma_functions_or_a_known_precision = math::kernel::scalar_of_known_precision<T>;

template <class T>
constexpr T scalar_without_polygamma_functions(T const& x) {
  static_assert(this_scalar_has_polygamma_functions_or_a_known_precision<T>,
                "nabla: digamma, trigamma and polygamma of this scalar need functions digamma(x), trigamma(x), polygamma(n, x) "
                "that argument-dependent lookup finds, or a std::numeric_limits that says how precise it is");
  return x;
}

// The value of a polygamma function: the scalar's own, found by argument-dependent lookup, before the library's series.

template <class T>
constexpr T digamma_value(T const& x) {
  if constexpr (!std::is_floating_point_v<T> && requires { digamma(x); }) {
    return static_cast<T>(digamma(x));
  } else if constexpr (math::kernel::scalar_of_known_precision<T>) {
    return math::digamma(x);
  } else {
    return scalar_without_polygamma_functions(x);
  }
}

template <class T>
constexpr T trigamma_value(T const& x) {
  if constexpr (!std::is_floating_point_v<T> && requires { trigamma(x); }) {
    return static_cast<T>(trigamma(x));
  } else if constexpr (math::kernel::scalar_of_known_precision<T>) {
    return math::trigamma(x);
  } else {
    return scalar_without_polygamma_functions(x);
  }
}

template <class T>
constexpr T polygamma_value(T const& n, T const& x) {
  if constexpr (!std::is_floating_point_v<T> && requires { polygamma(static_cast<int>(n), x); }) {
    return static_cast<T>(polygamma(static_cast<int>(n), x));
  } else if constexpr (!std::is_floating_point_v<T> && requires { polygamma(n, x); }) {
    return static_cast<T>(polygamma(n, x));
  } else if constexpr (math::kernel::scalar_of_known_precision<T>) {
    return math::polygamma(static_cast<int>(n), x);
  } else {
    return scalar_without_polygamma_functions(x);
  }
}

/// The standard library's lgamma may write the sign of gamma to a global variable (C's signgam, in glibc), which is a data
/// race when two threads call it; so glibc's lgamma_r where it is declared.
template <class T>
constexpr auto lgamma_value(T const& x) {
#if defined(__GLIBC__) && defined(__USE_MISC)
  if (!std::is_constant_evaluated()) {
    [[maybe_unused]] int sign = 0;
    if constexpr (std::is_same_v<T, double>) return ::lgamma_r(x, &sign);
    if constexpr (std::is_same_v<T, float>) return ::lgammaf_r(x, &sign);
    if constexpr (std::is_same_v<T, long double>) return ::lgammal_r(x, &sign);
  }
#endif
  return math::lgamma(x);
}

/// Gamma at a whole number, (x - 1)!, as far as 64 bits hold it.
inline constexpr auto exact_factorial = [](rational x) {
  if (!is_integer(x) || x.numerator < 1 || x.numerator > 21) return exact{};
  std::intmax_t factorial = 1;
  for (std::intmax_t k = 2; k < x.numerator; ++k) factorial *= k;
  return exact(rational{factorial, 1});
};

}  // namespace detail

struct digamma_op;
struct trigamma_op;
struct polygamma_op;

/// The gamma function. At 0 it is infinite with the sign of the zero, at the negative whole numbers NaN, its derivatives NaN
/// at all of them.
struct tgamma_op {
  static constexpr fixed_string name = "tgamma";
  static constexpr fixed_string latex = "\\Gamma";
  static constexpr interval samples{0.5, 4};
  static constexpr auto value = [](auto const& x) { return math::tgamma(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_tgamma(x); };
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple(y * apply_op<digamma_op>(x)); };
  static constexpr auto exact_value = detail::exact_factorial;
};

/// log|Gamma(x)|; its derivative is digamma(x) on both sides of 0.
struct lgamma_op {
  static constexpr fixed_string name = "lgamma";
  static constexpr fixed_string latex = "\\ln\\Gamma";
  static constexpr interval samples{0.5, 4};
  static constexpr auto value = [](auto const& x) { return detail::lgamma_value(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_lgamma(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<digamma_op>(x)); };
  static constexpr auto exact_value = [](rational x) {
    return detail::is_integer(x, 1) || detail::is_integer(x, 2) ? exact(rational{0, 1}) : exact{};
  };
};

/// The logarithmic derivative of the gamma function. Its poles are said at math::digamma.
struct digamma_op {
  static constexpr fixed_string name = "digamma";
  static constexpr fixed_string latex = "\\psi";
  static constexpr interval samples{0.5, 4};
  static constexpr auto value = [](auto const& x) { return detail::digamma_value(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_tgamma(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<trigamma_op>(x)); };
};

struct trigamma_op {
  static constexpr fixed_string name = "trigamma";
  static constexpr fixed_string latex = "\\psi_1";
  static constexpr interval samples{0.5, 4};
  static constexpr auto value = [](auto const& x) { return detail::trigamma_value(x); };
  static constexpr auto domain_error = [](auto const& x) { return math::kernel::error_of_tgamma(x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<polygamma_op>(constant<2>{}, x)); };
};

/// The n-th derivative of digamma, n >= 2. The order is an exact number, so a derivative by it is never asked for; the
/// partial that a rule must give for it is 0.
struct polygamma_op {
  static constexpr fixed_string name = "polygamma";
  static constexpr fixed_string latex = "\\psi";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{2, 4};
  static constexpr auto value = [](auto const& n, auto const& x) { return detail::polygamma_value(n, x); };
  static constexpr auto domain_error = [](auto const&, auto const& x) { return math::kernel::error_of_tgamma(x); };
  static constexpr auto partials = [](auto n, auto x, auto) {
    return hana::make_tuple(zero, apply_op<polygamma_op>(n + one, x));
  };
};

template <detail::term_or_condition T>
constexpr auto tgamma(T x) {
  return apply_op<tgamma_op>(x);
}
template <detail::term_or_condition T>
constexpr auto lgamma(T x) {
  return apply_op<lgamma_op>(x);
}
template <detail::term_or_condition T>
constexpr auto digamma(T x) {
  return apply_op<digamma_op>(x);
}
template <detail::term_or_condition T>
constexpr auto trigamma(T x) {
  return apply_op<trigamma_op>(x);
}

/// The n-th derivative of digamma: polygamma(0_c, x) is digamma(x), polygamma(1_c, x) is trigamma(x).
///
/// @param n   a whole number, 0 or more, that the type knows: 2_c
/// @param x   a term
/// @refuses   any other order                                       test/fail/polygamma_order.cpp
template <class Order, term X>
constexpr auto polygamma(Order n, X x) {
  return detail::apply_order<digamma_op, trigamma_op, polygamma_op>(n, x);
}

NABLA_OTHER_ARGUMENTS(constant<0>, tgamma, "takes one operand: tgamma(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, lgamma, "takes one operand: lgamma(x)")
NABLA_OTHER_ARGUMENTS(constant<0>, digamma, "takes one operand: digamma(x)")

}  // namespace nabla
