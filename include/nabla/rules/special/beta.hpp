#pragma once

#include <boost/math/special_functions/beta.hpp>

#include <nabla/rules/gamma.hpp>
#include <nabla/rules/special/boost_math.hpp>

namespace nabla {

namespace detail {

template <class T>
T beta_value(T const& a, T const& b) {
  if ((a == T(0) && b >= T(0)) || (b == T(0) && a >= T(0))) return std::numeric_limits<T>::infinity();
  return special_value(a, [&b](auto const& first) { return b == b ? T(boost::math::beta(first, b, promoting_policy)) : b; });
}

}  // namespace detail

/// digamma(a + b) - digamma(a), accurate too where b is small beside a and the difference of two digammas is noise.
struct digamma_increment_op {
  static constexpr fixed_string name = "digamma_increment";
  static constexpr fixed_string latex = "\\Delta\\psi";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{0.5, 4};
  static constexpr auto value = [](auto const& a, auto const& b) {
    return detail::special_value(a, [&b](auto const& first) { return math::digamma_increment(first, b); });
  };
  static constexpr auto partials = [](auto a, auto b, auto) {
    auto const at_sum = apply_op<trigamma_op>(a + b);
    return hana::make_tuple(at_sum - apply_op<trigamma_op>(a), at_sum);
  };
};

/// The beta function of positive a and b, a double in long double (Boost's double loses 60 units in the last place):
/// infinite where one of them is 0, NaN where one is negative. Second derivatives hold differences of two trigammas, which lose
/// digits where one operand is small beside the other: about a/b units in the last place. Source: DLMF 5.12.1.
struct beta_op {
  static constexpr fixed_string name = "beta";
  static constexpr fixed_string latex = "\\operatorname{B}";
  static constexpr bool is_numeric = true;
  static constexpr bool is_commutative = true;
  static constexpr interval samples{0.5, 4};
  static constexpr auto value = [](auto const& a, auto const& b) { return detail::beta_value(a, b); };
  static constexpr auto partials = [](auto a, auto b, auto y) {
    return hana::make_tuple(-(y * apply_op<digamma_increment_op>(a, b)), -(y * apply_op<digamma_increment_op>(b, a)));
  };
};

template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto digamma_increment(A a, B b) {
  return detail::of_terms<digamma_increment_op>(a, b);
}
template <class A, class B>
  requires detail::joined_terms<A, B>
constexpr auto beta(A a, B b) {
  return detail::of_terms<beta_op>(a, b);
}

}  // namespace nabla
