#pragma once

#include <nabla/rules/rule.hpp>

namespace nabla {

// The partials share 1/b between the two operands of a quotient, so that derivatives of a quotient divide once.

struct plus {
  static constexpr fixed_string name = "+";
  static constexpr bool is_commutative = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto value = [](auto const& a, auto const& b) { return a + b; };
  static constexpr auto partials = [](auto, auto, auto) { return hana::make_tuple(one, one); };
  static constexpr auto exact_value = [](rational a, rational b) { return detail::added(a, b); };
};

struct minus {
  static constexpr fixed_string name = "-";
  static constexpr interval samples{-2, 2};
  static constexpr auto value = [](auto const& a, auto const& b) { return a - b; };
  static constexpr auto partials = [](auto, auto, auto) { return hana::make_tuple(one, constant<-1>{}); };
  static constexpr auto exact_value = [](rational a, rational b) { return detail::subtracted(a, b); };
};

struct times {
  static constexpr fixed_string name = "*";
  static constexpr bool is_commutative = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto value = [](auto const& a, auto const& b) { return a * b; };
  static constexpr auto partials = [](auto a, auto b, auto) { return hana::make_tuple(b, a); };
  static constexpr auto exact_value = [](rational a, rational b) { return detail::multiplied(a, b); };
};

struct divides {
  static constexpr fixed_string name = "/";
  static constexpr interval samples{0.5, 2};
  static constexpr auto value = [](auto const& a, auto const& b) { return a / b; };
  static constexpr auto partials = [](auto, auto b, auto y) { return hana::make_tuple(one / b, -(y * (one / b))); };
  static constexpr auto exact_value = [](rational a, rational b) { return detail::divided(a, b); };
};

struct negate {
  static constexpr fixed_string name = "negate";
  static constexpr bool is_odd = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto value = [](auto const& a) { return -a; };
  static constexpr auto partials = [](auto, auto) { return hana::make_tuple(constant<-1>{}); };
  static constexpr auto exact_value = [](rational a) { return exact(detail::negated(a)); };
};

}  // namespace nabla
