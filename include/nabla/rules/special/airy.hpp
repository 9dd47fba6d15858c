#pragma once

#include <boost/math/special_functions/airy.hpp>

#include <nabla/rules/arithmetic.hpp>
#include <nabla/rules/special/boost_math.hpp>

namespace nabla {

// Airy functions and their first derivatives: Ai'' = x Ai, DLMF 9.2.1. A double is computed in long double: Boost's double
// loses 80 units in the last place between the zeros.

namespace detail {

/// The value of an Airy function, and its limits at both infinities, which Boost does not take.
template <class T, class Function>
T airy_value(T const& x, double at_minus_infinity, double at_infinity, Function f) {
  if (is_infinite(x)) return T(x > T(0) ? at_infinity : at_minus_infinity);
  return special_value(x, f);
}

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double no_limit = std::numeric_limits<double>::quiet_NaN();

}  // namespace detail

struct airy_ai_prime_op;
struct airy_bi_prime_op;

struct airy_ai_op {
  static constexpr fixed_string name = "airy_ai";
  static constexpr fixed_string latex = "\\operatorname{Ai}";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{-1, 2};
  static constexpr auto value = [](auto const& x) {
    return detail::airy_value(x, 0, 0,
                              [](auto const& z) { return boost::math::airy_ai(z, detail::promoting_policy); });
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<airy_ai_prime_op>(x)); };
};

struct airy_ai_prime_op {
  static constexpr fixed_string name = "airy_ai_prime";
  static constexpr fixed_string latex = "\\operatorname{Ai}'";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{-0.5, 2};
  static constexpr auto value = [](auto const& x) {
    return detail::airy_value(x, detail::no_limit, 0,
                              [](auto const& z) { return boost::math::airy_ai_prime(z, detail::promoting_policy); });
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(x * apply_op<airy_ai_op>(x)); };
};

struct airy_bi_op {
  static constexpr fixed_string name = "airy_bi";
  static constexpr fixed_string latex = "\\operatorname{Bi}";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{-1, 2};
  static constexpr auto value = [](auto const& x) {
    return detail::airy_value(x, 0, detail::infinity,
                              [](auto const& z) { return boost::math::airy_bi(z, detail::promoting_policy); });
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<airy_bi_prime_op>(x)); };
};

struct airy_bi_prime_op {
  static constexpr fixed_string name = "airy_bi_prime";
  static constexpr fixed_string latex = "\\operatorname{Bi}'";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{-0.5, 2};
  static constexpr auto value = [](auto const& x) {
    return detail::airy_value(x, detail::no_limit, detail::infinity,
                              [](auto const& z) { return boost::math::airy_bi_prime(z, detail::promoting_policy); });
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(x * apply_op<airy_bi_op>(x)); };
};

template <detail::term_or_condition T>
constexpr auto airy_ai(T x) {
  return apply_op<airy_ai_op>(x);
}
template <detail::term_or_condition T>
constexpr auto airy_ai_prime(T x) {
  return apply_op<airy_ai_prime_op>(x);
}
template <detail::term_or_condition T>
constexpr auto airy_bi(T x) {
  return apply_op<airy_bi_op>(x);
}
template <detail::term_or_condition T>
constexpr auto airy_bi_prime(T x) {
  return apply_op<airy_bi_prime_op>(x);
}

}  // namespace nabla
