#pragma once

#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <support/oracle/rules.hpp>

#include <cstddef>
#include <string_view>

// The table of all primitives, and the check of one against the oracle.

namespace support {

template <class Operation>
struct rule {
  std::string_view name;
};

/// Every primitive struct of rules/ that has operands. A new one belongs here and in oracle/rules.py.
inline constexpr auto every_rule = boost::hana::make_tuple(
    rule<nabla::plus>{"plus"}, rule<nabla::minus>{"minus"}, rule<nabla::times>{"times"}, rule<nabla::divides>{"divides"},
    rule<nabla::negate>{"negate"}, rule<nabla::power>{"power"}, rule<nabla::sqrt_op>{"sqrt"}, rule<nabla::cbrt_op>{"cbrt"},
    rule<nabla::exp_op>{"exp"}, rule<nabla::exp2_op>{"exp2"}, rule<nabla::expm1_op>{"expm1"}, rule<nabla::log_op>{"log"},
    rule<nabla::log2_op>{"log2"}, rule<nabla::log10_op>{"log10"}, rule<nabla::log1p_op>{"log1p"}, rule<nabla::xlogy_op>{"xlogy"},
    rule<nabla::sin_op>{"sin"}, rule<nabla::cos_op>{"cos"}, rule<nabla::tan_op>{"tan"}, rule<nabla::asin_op>{"asin"},
    rule<nabla::acos_op>{"acos"}, rule<nabla::atan_op>{"atan"}, rule<nabla::sinh_op>{"sinh"}, rule<nabla::cosh_op>{"cosh"},
    rule<nabla::tanh_op>{"tanh"}, rule<nabla::sign_op>{"sign"}, rule<nabla::abs_op>{"abs"});

template <class Operation>
constexpr auto applied() {
  constexpr auto a = nabla::variable<"a">;
  constexpr auto b = nabla::variable<"b">;
  if constexpr (requires { Operation::partials(a, a, a); }) {
    return nabla::function(nabla::apply_op<Operation>(a, b), a, b);
  } else {
    return nabla::function(nabla::apply_op<Operation>(a), a, b);
  }
}

template <class T>
T number(char const* text) {
  if constexpr (std::is_floating_point_v<T>) {
    return static_cast<T>(std::stold(text));
  } else {
    return T(text);
  }
}

template <class T, class Operation>
std::size_t check_rule(rule<Operation> const& which, T tolerance) {
  std::size_t points = 0;
  for (rule_reference const& reference : rule_references) {
    if (reference.name != which.name) continue;
    ++points;
    T const a = number<T>(reference.at[0]), b = number<T>(reference.at[1]);
    auto const low = Operation::samples.low, high = Operation::samples.high;
    BOOST_TEST((low <= a && a <= high));
    auto const result = value_gradient_hessian(applied<Operation>())(a, b);
    T const found[] = {result.value,         result.gradient[0],   result.gradient[1],
                       result.hessian[0][0], result.hessian[0][1], result.hessian[1][1]};
    for (std::size_t k = 0; k < 6; ++k) {
      T const expected = number<T>(reference.values[k]), difference = found[k] - expected;
      T const size = expected < 0 ? T(-expected) : expected, distance = difference < 0 ? T(-difference) : difference;
      BOOST_TEST((distance <= tolerance * (1 + size)),
                 which.name << " at " << reference.at[0] << ", " << reference.at[1] << ", part " << k << ": " << found[k]
                            << " for " << reference.values[k]);
    }
  }
  return points;
}

template <class T>
void check_every_rule(T tolerance) {
  boost::hana::for_each(every_rule, [&](auto const& which) {
    BOOST_TEST(check_rule<T>(which, tolerance) >= 4U, "no reference values for " << which.name);
  });
}

}  // namespace support
