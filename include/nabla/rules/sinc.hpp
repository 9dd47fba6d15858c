#pragma once

#include <nabla/rules/piecewise.hpp>
#include <nabla/rules/trigonometric.hpp>

namespace nabla {

namespace detail {

/// The n-th derivative of sin(x)/x, the integral of t^n cos(x t + n pi/2) for t from 0 to 1: by its series where x is small beside n,
/// and by s(n) = (sin(x + n pi/2) - n s(n-1)) / x elsewhere, which divides by nothing small there.
template <class T>
constexpr T sinc_derivative_value(int n, T const& x) {
  auto const sine_of_turned = [&](int quarters) -> T {
    switch (quarters % 4) {
      case 0: return math::sin(x);
      case 1: return math::cos(x);
      case 2: return T(-math::sin(x));
      default: return T(-math::cos(x));
    }
  };
  auto const by_recurrence = [&]() -> T {
    T s = T(math::sin(x) / x);
    for (int k = 1; k <= n; ++k) s = T((sine_of_turned(k) - T(k) * s) / x);
    return s;
  };
  // The sum of (-1)^k x^(2k - n) / ((2k + 1) (2k - n)!) over 2k >= n.
  auto const by_series = [&]() -> T {
    int const first = (n + 1) / 2;
    T power = n % 2 == 0 ? T(1) : x, sum = T(0);
    if (first % 2 == 1) power = T(-power);
    for (int k = first; k < first + 60; ++k) {
      T const before = sum;
      sum = T(sum + power / T(2 * k + 1));
      if constexpr (std::is_same_v<decltype(sum == before), bool>) {
        if (sum == before && k > first + n) break;
      }
      power = T(-power * x * x / (T(2 * k + 1 - n) * T(2 * k + 2 - n)));
    }
    return sum;
  };
  auto const size = math::abs(x);
  using real = std::remove_cvref_t<decltype(size)>;
  if constexpr (std::is_same_v<decltype(size < real(1)), bool>) {
    bool const small = n == 0 ? size == real(0) : size < real(n + 1) && size < real(32);
    return small ? by_series() : by_recurrence();
  } else {
    return select_op::value(size < real(n + 1), by_series(), by_recurrence());
  }
}

/// Whether a scalar that is a number is this whole number; of a SIMD pack all parts are the same.
template <class T>
constexpr bool is_order(T const& n, int order) {
  if constexpr (std::is_same_v<std::remove_cvref_t<decltype(n == T(order))>, bool>) {
    return n == T(order);
  } else {
    return n[0] == order;
  }
}

}  // namespace detail

/// The n-th derivative of sinc, n a number: what derivatives of sinc are made of. No formula is written with it.
struct sinc_derivative_op {
  static constexpr fixed_string name = "sinc_derivative";
  static constexpr bool is_numeric = true;
  static constexpr auto value = []<class T>(T const& n, T const& x) -> T {
    if constexpr (requires { sinc_derivative(n, x); }) {
      return sinc_derivative(n, x);  // the scalar's own, as of polygamma
    } else {
      int order = 0;
      while (!detail::is_order(n, order)) ++order;
      return detail::sinc_derivative_value(order, x);
    }
  };
  static constexpr auto exact_value = [](rational n, rational x) {  // at 0 alternately (-1)^(n/2) / (n + 1) and 0
    if (x.numerator != 0) return exact{};
    return n.numerator % 2 != 0 ? exact(rational{0, 1}) : exact(rational{n.numerator % 4 == 0 ? 1 : -1, n.numerator + 1});
  };
  static constexpr auto partials = [](auto n, auto x, auto) {
    return hana::make_tuple(zero, apply_op<sinc_derivative_op>(n + one, x));
  };
};

/// sin(x) / x, and 1 at 0, where its derivatives are right too: 0, -1/3, 0, 1/5, ...
struct sinc_op {
  static constexpr fixed_string name = "sinc";
  static constexpr fixed_string latex = "\\operatorname{sinc}";
  static constexpr bool is_even = true;
  static constexpr interval samples{0.5, 3};
  static constexpr auto definition = [](auto x) { return apply_op<sin_op>(x) / x; };
  static constexpr auto value = []<class T>(T const& x) -> T {
    if constexpr (requires { sinc_derivative(x, x); }) {
      return sinc_derivative(T(0), x);
    } else {
      return detail::sinc_derivative_value(0, x);
    }
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<sinc_derivative_op>(one, x)); };
  static constexpr auto exact_value = detail::exact_only_at<0, 1>;
};

template <detail::term_or_condition T>
constexpr auto sinc(T x) {
  return apply_op<sinc_op>(x);
}

}  // namespace nabla
