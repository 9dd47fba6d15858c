#pragma once

#include <boost/math/special_functions/ellint_2.hpp>
#include <boost/math/special_functions/ellint_rd.hpp>
#include <boost/math/special_functions/ellint_rf.hpp>

#include <nabla/rules/arithmetic.hpp>
#include <nabla/rules/constants.hpp>
#include <nabla/rules/special/boost_math.hpp>
#include <nabla/rules/order.hpp>

namespace nabla {

// The complete elliptic integrals as functions of the modulus k. The textbook derivatives divide by k. With m = k^2 the
// derivatives by m are hypergeometric functions again, finite at 0 and of one sign, and d/dk is 2k d/dm: so each integral is
// a family of its derivatives by m, and derivatives by k of every order are right at 0.

namespace detail {

/// 2F1(1/2, b; n + 1; m) with b = 1/2 or 3/2, for 0 <= m <= 1/2: all terms are positive. Source: DLMF 15.2.1.
template <class T>
T elliptic_series(int n, T const& b, T const& m) {
  T const half = T(1) / T(2);
  T term(1), sum(1);
  for (int j = 0; j < std::numeric_limits<T>::digits + 16; ++j) {
    term = term * ((half + T(j)) * (b + T(j)) * m) / (T(n + 1 + j) * T(j + 1));
    T const next = sum + term;
    if (next == sum) break;
    sum = next;
  }
  return sum;
}

/// The same for n >= 1 and 1/2 < m <= 1 from n = 0, multiplied by 1 - m, and n = 1. For b = 1/2 both terms are positive; for
/// b = 3/2 and m < 2/3 their difference loses a few units in the last place. Source: DLMF 15.5.18.
template <class T>
T elliptic_recurrence(int n, T const& b, T const& m, T const& complement, T const& zeroth_times_complement, T const& first) {
  T const half = T(1) / T(2);
  T below = zeroth_times_complement, at = first;
  for (int j = 1; j < n; ++j) {
    T const c(j + 1);
    T const above = c * (T(j) * below + ((c + c - half - b - T(1)) * m - T(j)) * at) / ((c - half) * (c - b) * m);
    below = complement * at;
    at = above;
  }
  return at;
}

/// The n-th derivative of K by m, at the modulus k: DLMF 15.5.2 and 15.8.1 for 19.5.1, 19.25.1 for n <= 1.
template <class T>
T complete_elliptic_1(int n, T const& k) {
  if constexpr (std::is_same_v<T, float>) {
    return static_cast<float>(complete_elliptic_1(n, static_cast<double>(k)));
  } else {
    T const half = T(1) / T(2), m = k * k, complement = (T(1) - k) * (T(1) + k);
    if (!(complement >= T(0))) return std::numeric_limits<T>::quiet_NaN();
    if (complement == T(0)) return std::numeric_limits<T>::infinity();
    if (n == 0) return boost::math::ellint_rf(T(0), complement, T(1), plain_policy);
    T const first = boost::math::ellint_rd(T(0), T(1), complement, plain_policy) / T(6);
    if (n == 1) return first;
    T factor(1);
    for (int j = 0; j < n; ++j) factor = factor * (half + T(j)) * (half + T(j)) / (T(j + 1) * complement);
    if (m <= half) return factor * (pi_op::value(std::type_identity<T>{}) / T(2)) * elliptic_series(n, half, m);
    T const zeroth = boost::math::ellint_rf(T(0), complement, T(1), plain_policy);
    return factor * elliptic_recurrence(n, half, m, complement, T(complement * zeroth), T(T(4) * complement * first));
  }
}

/// The n-th derivative of E by m, at the modulus k: of the same sources.
template <class T>
T complete_elliptic_2(int n, T const& k) {
  if constexpr (std::is_same_v<T, float>) {
    return static_cast<float>(complete_elliptic_2(n, static_cast<double>(k)));
  } else {
    T const half = T(1) / T(2), m = k * k, complement = (T(1) - k) * (T(1) + k);
    if (!(complement >= T(0))) return std::numeric_limits<T>::quiet_NaN();
    if (n == 0) return boost::math::ellint_2(k, plain_policy);
    if (complement == T(0)) return -std::numeric_limits<T>::infinity();
    T const first = boost::math::ellint_rd(T(0), complement, T(1), plain_policy) / T(-6);
    if (n == 1) return first;
    T factor = complement;
    for (int j = 0; j < n; ++j) factor = factor * (T(j) - half) * (T(j) + half) / (T(j + 1) * complement);
    if (m <= half) return factor * (pi_op::value(std::type_identity<T>{}) / T(2)) * elliptic_series(n, T(T(1) + half), m);
    T const zeroth = boost::math::ellint_2(k, plain_policy);
    return factor * elliptic_recurrence(n, T(T(1) + half), m, complement, zeroth, T(T(-4) * first));
  }
}

}  // namespace detail

struct comp_ellint_1_by_m_op;
struct comp_ellint_2_by_m_op;

/// The complete elliptic integral of the first kind K of the modulus k: infinite at -1 and 1, NaN beyond.
struct comp_ellint_1_op {
  static constexpr fixed_string name = "comp_ellint_1";
  static constexpr fixed_string latex = "K";
  static constexpr bool is_numeric = true;
  static constexpr bool is_even = true;
  static constexpr interval samples{-0.8, 0.8};
  static constexpr auto value = [](auto const& k) {
    return detail::special_value(k, [](auto const& at) { return detail::complete_elliptic_1(0, at); });
  };
  static constexpr auto partials = [](auto k, auto) {
    return hana::make_tuple(constant<2>{} * (k * apply_op<comp_ellint_1_by_m_op>(one, k)));
  };
};

/// The n-th derivative of K by m = k^2, n >= 1, as a function of k.
struct comp_ellint_1_by_m_op {
  static constexpr fixed_string name = "comp_ellint_1_by_m";
  static constexpr fixed_string latex = "\\partial_m K";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{-0.8, 0.8};
  static constexpr auto value = [](auto const& n, auto const& k) {
    return detail::special_value(k, [&n](auto const& at) { return detail::complete_elliptic_1(static_cast<int>(n), at); });
  };
  static constexpr auto partials = [](auto n, auto k, auto) {
    return hana::make_tuple(zero, constant<2>{} * (k * apply_op<comp_ellint_1_by_m_op>(n + one, k)));
  };
};

/// The complete elliptic integral of the second kind E of the modulus k: 1 at -1 and 1 with an infinite derivative, NaN
/// beyond.
struct comp_ellint_2_op {
  static constexpr fixed_string name = "comp_ellint_2";
  static constexpr fixed_string latex = "E";
  static constexpr bool is_numeric = true;
  static constexpr bool is_even = true;
  static constexpr interval samples{-0.8, 0.8};
  static constexpr auto value = [](auto const& k) {
    return detail::special_value(k, [](auto const& at) { return detail::complete_elliptic_2(0, at); });
  };
  static constexpr auto partials = [](auto k, auto) {
    return hana::make_tuple(constant<2>{} * (k * apply_op<comp_ellint_2_by_m_op>(one, k)));
  };
};

/// The n-th derivative of E by m = k^2, n >= 1, as a function of k.
struct comp_ellint_2_by_m_op {
  static constexpr fixed_string name = "comp_ellint_2_by_m";
  static constexpr fixed_string latex = "\\partial_m E";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{-0.8, 0.8};
  static constexpr auto value = [](auto const& n, auto const& k) {
    return detail::special_value(k, [&n](auto const& at) { return detail::complete_elliptic_2(static_cast<int>(n), at); });
  };
  static constexpr auto partials = [](auto n, auto k, auto) {
    return hana::make_tuple(zero, constant<2>{} * (k * apply_op<comp_ellint_2_by_m_op>(n + one, k)));
  };
};

template <detail::term_or_condition T>
constexpr auto comp_ellint_1(T k) {
  return apply_op<comp_ellint_1_op>(k);
}
template <detail::term_or_condition T>
constexpr auto comp_ellint_2(T k) {
  return apply_op<comp_ellint_2_op>(k);
}

/// The n-th derivatives of both integrals by m = k^2, as functions of the modulus k; those of order 0 are the integrals.
///
/// @param n   a whole number, 0 or more, that the type knows: 1_c
template <class Order, detail::term_or_condition T>
constexpr auto comp_ellint_1_by_m(Order n, T k) {
  return detail::apply_order<comp_ellint_1_op, void, comp_ellint_1_by_m_op>(n, k);
}
template <class Order, detail::term_or_condition T>
constexpr auto comp_ellint_2_by_m(Order n, T k) {
  return detail::apply_order<comp_ellint_2_op, void, comp_ellint_2_by_m_op>(n, k);
}

}  // namespace nabla
