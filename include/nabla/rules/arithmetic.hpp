#pragma once

#include <nabla/math/domain.hpp>
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
  static constexpr auto domain_error = [](auto const&, auto const& b) {
    return b == 0 ? math::domain_error::division_by_zero : math::domain_error::none;
  };
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

/// b, as a factor of derivative code that yields to a factor 0: a * yielding_factor(b) is strong_product(a, b). Not in any formula.
struct yielding_factor {
  static constexpr fixed_string name = "yielding_factor";
  static constexpr auto value = [](auto const& b) { return b; };
  static constexpr auto partials = [](auto, auto) { return hana::make_tuple(one); };
};

/// a, as a factor of derivative code that wins where it is 0: dominating_factor(a) * b is strong_product(a, b). Not in any formula.
struct dominating_factor {
  static constexpr fixed_string name = "dominating_factor";
  static constexpr auto value = [](auto const& a) { return a; };
  static constexpr auto partials = [](auto, auto) { return hana::make_tuple(one); };
};

/// a b, and 0 where a is 0 whatever b: the product of rules whose first factor tends to 0 faster than the second to infinity, as
/// x^n log(x) does. It reads as a product, and is proved equal to one.
struct strong_product {
  static constexpr fixed_string name = "strong_product";
  static constexpr bool is_transparent = true;
  static constexpr interval samples{-2, 2};
  static constexpr auto definition = [](auto a, auto b) { return a * b; };
  static constexpr auto partials = [](auto a, auto b, auto) {
    return hana::make_tuple(apply_op<yielding_factor>(b), apply_op<dominating_factor>(a));
  };
};

}  // namespace nabla
