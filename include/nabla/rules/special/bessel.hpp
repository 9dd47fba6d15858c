#pragma once

#include <boost/math/special_functions/bessel.hpp>

#include <nabla/rules/special/boost_math.hpp>
#include <nabla/rules/order.hpp>

namespace nabla {

// Bessel functions of whole order. Derivatives are sums of the neighbouring orders and not the shorter forms that divide by
// x, so that they are right at 0 too. Source: DLMF 10.6.1, 10.6.3.

namespace detail {

// A double is computed in long double: Boost's double loses 50 units in the last place between the zeros, and near them all.
// At infinity the limits, which Boost does not take.

template <class T>
T bessel_j(int n, T const& x) {
  return special_value(x, [n](auto const& z) {
    return is_infinite(z) ? T(0) : T(boost::math::cyl_bessel_j(n, z, promoting_policy));
  });
}

/// At 0 the limit from above, -infinity, which Boost takes for an error; NaN for x < 0.
template <class T>
T bessel_y(int n, T const& x) {
  return special_value(x, [n](auto const& z) {
    if (z == T(0)) return T(-std::numeric_limits<T>::infinity());
    return z > T(0) && is_infinite(z) ? T(0) : T(boost::math::cyl_neumann(n, z, promoting_policy));
  });
}

}  // namespace detail

struct j1_op;
struct jn_op;
struct y1_op;
struct yn_op;

struct j0_op {
  static constexpr fixed_string name = "j0";
  static constexpr fixed_string latex = "J_0";
  static constexpr bool is_numeric = true;
  static constexpr bool is_even = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& x) { return detail::bessel_j(0, x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-apply_op<j1_op>(x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

struct j1_op {
  static constexpr fixed_string name = "j1";
  static constexpr fixed_string latex = "J_1";
  static constexpr bool is_numeric = true;
  static constexpr bool is_odd = true;
  static constexpr interval samples{0.5, 1.5};
  static constexpr auto value = [](auto const& x) { return detail::bessel_j(1, x); };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple((apply_op<j0_op>(x) - apply_op<jn_op>(constant<2>{}, x)) / constant<2>{});
  };
  static constexpr auto exact_value = detail::exact_only_at<0, 0>;
};

/// J of order n >= 2.
struct jn_op {
  static constexpr fixed_string name = "jn";
  static constexpr fixed_string latex = "J";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{2, 3};
  static constexpr auto value = [](auto const& n, auto const& x) { return detail::bessel_j(static_cast<int>(n), x); };
  static constexpr auto partials = [](auto n, auto x, auto) {
    return hana::make_tuple(zero, (detail::of_order<j1_op, jn_op>(n - one, x) - apply_op<jn_op>(n + one, x)) / constant<2>{});
  };
};

/// The Bessel function of the second kind: x > 0, -infinity at 0.
struct y0_op {
  static constexpr fixed_string name = "y0";
  static constexpr fixed_string latex = "Y_0";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{1, 2};
  static constexpr auto value = [](auto const& x) { return detail::bessel_y(0, x); };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(-apply_op<y1_op>(x)); };
};

struct y1_op {
  static constexpr fixed_string name = "y1";
  static constexpr fixed_string latex = "Y_1";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& x) { return detail::bessel_y(1, x); };
  static constexpr auto partials = [](auto x, auto) {
    return hana::make_tuple((apply_op<y0_op>(x) - apply_op<yn_op>(constant<2>{}, x)) / constant<2>{});
  };
};

/// Y of order n >= 2.
struct yn_op {
  static constexpr fixed_string name = "yn";
  static constexpr fixed_string latex = "Y";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{2, 3};
  static constexpr auto value = [](auto const& n, auto const& x) { return detail::bessel_y(static_cast<int>(n), x); };
  static constexpr auto partials = [](auto n, auto x, auto) {
    return hana::make_tuple(zero, (detail::of_order<y1_op, yn_op>(n - one, x) - apply_op<yn_op>(n + one, x)) / constant<2>{});
  };
};

template <detail::term_or_condition T>
constexpr auto j0(T x) {
  return apply_op<j0_op>(x);
}
template <detail::term_or_condition T>
constexpr auto j1(T x) {
  return apply_op<j1_op>(x);
}
template <detail::term_or_condition T>
constexpr auto y0(T x) {
  return apply_op<y0_op>(x);
}
template <detail::term_or_condition T>
constexpr auto y1(T x) {
  return apply_op<y1_op>(x);
}

/// J and Y of order n: jn(0_c, x) is j0(x), jn(1_c, x) is j1(x).
///
/// @param n   a whole number, 0 or more, that the type knows: 2_c
/// @refuses   any other order                                       test/fail/bessel_order.cpp
template <class Order, term X>
constexpr auto jn(Order n, X x) {
  return detail::apply_order<j0_op, j1_op, jn_op>(n, x);
}
template <class Order, term X>
constexpr auto yn(Order n, X x) {
  return detail::apply_order<y0_op, y1_op, yn_op>(n, x);
}

}  // namespace nabla
