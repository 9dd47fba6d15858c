#pragma once

#include <boost/math/special_functions/expint.hpp>

#include <nabla/rules/exponential.hpp>
#include <nabla/rules/special/boost_math.hpp>

namespace nabla {

/// The exponential integral Ei(x), for x < 0 too; -infinity at 0. Source: DLMF 6.2.5.
struct expint_op {
  static constexpr fixed_string name = "expint";
  static constexpr fixed_string latex = "\\operatorname{Ei}";
  static constexpr bool is_numeric = true;
  static constexpr interval samples{0.5, 3};
  static constexpr auto value = [](auto const& x) {
    return detail::special_value(x, [](auto const& z) { return boost::math::expint(z, detail::plain_policy); });
  };
  static constexpr auto partials = [](auto x, auto) { return hana::make_tuple(apply_op<exp_op>(x) / x); };
};

template <detail::term_or_condition T>
constexpr auto expint(T x) {
  return apply_op<expint_op>(x);
}

}  // namespace nabla
