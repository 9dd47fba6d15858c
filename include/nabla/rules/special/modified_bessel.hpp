#pragma once

#include <boost/math/special_functions/bessel.hpp>

#include <nabla/rules/special/boost_math.hpp>
#include <nabla/rules/order.hpp>

namespace nabla {

// Modified Bessel functions of whole order. Derivatives are sums of the neighbouring orders and not the shorter forms that
// divide by x, so that they are right at 0 too. Source: DLMF 10.29.1, 10.29.3.

namespace detail {

/// At infinity the limit, which Boost does not take.
template <class T>
T bessel_i(int n, T const& x) {
  return special_value(x, [n](auto const& z) {
    if (is_infinite(z)) return n % 2 == 1 ? z : T(z * z);
    return T(boost::math::cyl_bessel_i(n, z, plain_policy));
  });
}

/// At 0 the limit from above, infinity, which Boost takes for an error; NaN for x < 0.
template <class T>
T bessel_k(int n, T const& x) {
  return special_value(x, [n](auto const& z) {
    return z == T(0) ? std::numeric_limits<T>::infinity() : T(boost::math::cyl_bessel_k(n, z, plain_policy));
  });
}

}  // namespace detail

struct i1_op;
struct in_op;
struct k1_op;
struct kn_op;

struct i0_op {
  static constexpr fixed_string name = "i0";
  static constexpr fixed_string latex = "I_0";
  static constexpr bool is_numeric = true;
  static constexpr bool is_even = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& x) { return detail::bessel_i(0, x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<i1_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

struct i1_op {
  static constexpr fixed_string name = "i1";
  static constexpr fixed_string latex = "I_1";
  static constexpr bool is_numeric = true;
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& x) { return detail::bessel_i(1, x); };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple((apply_op<i0_op>(x) + apply_op<in_op>(constant<2>{}, x)) / constant<2>{});
  };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

/// I of order n >= 2.
struct in_op {
  static constexpr fixed_string name = "in";
  static constexpr fixed_string latex = "I";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{2, 3};
  static constexpr auto value = [](auto const& n, auto const& x) { return detail::bessel_i(static_cast<int>(n), x); };
  static constexpr auto partials = [](auto n, auto x, auto) {
    return hana::make_tuple(zero, (detail::of_order<i1_op, in_op>(n - one, x) + apply_op<in_op>(n + one, x)) / constant<2>{});
  };
};

/// The modified Bessel function of the second kind: x > 0, infinity at 0.
struct k0_op {
  static constexpr fixed_string name = "k0";
  static constexpr fixed_string latex = "K_0";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& x) { return detail::bessel_k(0, x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-apply_op<k1_op>(x)); };
};

struct k1_op {
  static constexpr fixed_string name = "k1";
  static constexpr fixed_string latex = "K_1";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& x) { return detail::bessel_k(1, x); };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple(-((apply_op<k0_op>(x) + apply_op<kn_op>(constant<2>{}, x)) / constant<2>{}));
  };
};

/// K of order n >= 2.
struct kn_op {
  static constexpr fixed_string name = "kn";
  static constexpr fixed_string latex = "K";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{2, 3};
  static constexpr auto value = [](auto const& n, auto const& x) { return detail::bessel_k(static_cast<int>(n), x); };
  static constexpr auto partials = [](auto n, auto x, auto) {
    auto const lower = detail::of_order<k1_op, kn_op>(n - one, x);
    return hana::make_tuple(zero, -((lower + apply_op<kn_op>(n + one, x)) / constant<2>{}));
  };
};

template <detail::term_or_condition T>
constexpr auto i0(T x) {
  return apply_op<i0_op>(x);
}
template <detail::term_or_condition T>
constexpr auto i1(T x) {
  return apply_op<i1_op>(x);
}
template <detail::term_or_condition T>
constexpr auto k0(T x) {
  return apply_op<k0_op>(x);
}
template <detail::term_or_condition T>
constexpr auto k1(T x) {
  return apply_op<k1_op>(x);
}

/// I and K of order n: in(0_c, x) is i0(x), in(1_c, x) is i1(x).
///
/// @param n   a whole number, 0 or more, that the type knows: 2_c
/// @refuses   any other order                                       test/fail/bessel_order.cpp
template <class Order, term X>
constexpr auto in(Order n, X x) {
  return detail::apply_order<i0_op, i1_op, in_op>(n, x);
}
template <class Order, term X>
constexpr auto kn(Order n, X x) {
  return detail::apply_order<k0_op, k1_op, kn_op>(n, x);
}

}  // namespace nabla
