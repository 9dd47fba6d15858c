#pragma once

#include <nabla/rules/rule.hpp>

// Conditions, and the choice between two formulas by one.
//
// In a graph a condition is a node like any other whose operation says `is_condition`; it is never stored, and evaluates to
// what the scalar's own comparison gives: a bool, or the mask of a SIMD pack.

namespace nabla {

namespace detail {

/// Scalars with an order; complex numbers have none.
template <class T>
concept ordered = requires(T const& a) { a < a; };

template <bool (*Holds)(rational, rational)>
inline constexpr auto exact_comparison = [](rational a, rational b) { return exact(rational{Holds(a, b) ? 1 : 0, 1}); };

constexpr bool holds_less(rational a, rational b) { return less(a, b); }
constexpr bool holds_less_equal(rational a, rational b) { return !less(b, a); }
constexpr bool holds_greater(rational a, rational b) { return less(b, a); }
constexpr bool holds_greater_equal(rational a, rational b) { return !less(a, b); }
constexpr bool holds_equal(rational a, rational b) { return a == b; }

}  // namespace detail

struct less_op {
  static constexpr fixed_string name = "<";
  static constexpr bool is_condition = true;
  static constexpr auto value = [](auto const& a, auto const& b) { return a < b; };
  static constexpr auto exact_value = detail::exact_comparison<detail::holds_less>;
};

struct less_equal_op {
  static constexpr fixed_string name = "<=";
  static constexpr fixed_string latex = "\\le";
  static constexpr bool is_condition = true;
  static constexpr auto value = [](auto const& a, auto const& b) { return a <= b; };
  static constexpr auto exact_value = detail::exact_comparison<detail::holds_less_equal>;
};

struct greater_op {
  static constexpr fixed_string name = ">";
  static constexpr bool is_condition = true;
  static constexpr auto value = [](auto const& a, auto const& b) { return a > b; };
  static constexpr auto exact_value = detail::exact_comparison<detail::holds_greater>;
};

struct greater_equal_op {
  static constexpr fixed_string name = ">=";
  static constexpr fixed_string latex = "\\ge";
  static constexpr bool is_condition = true;
  static constexpr auto value = [](auto const& a, auto const& b) { return a >= b; };
  static constexpr auto exact_value = detail::exact_comparison<detail::holds_greater_equal>;
};

struct equals_op {
  static constexpr fixed_string name = "equals";
  static constexpr fixed_string latex = "=";
  static constexpr bool is_condition = true;
  static constexpr bool is_commutative = true;
  static constexpr auto value = [](auto const& a, auto const& b) { return a == b; };
  static constexpr auto exact_value = detail::exact_comparison<detail::holds_equal>;
};

// Not commutative: the second operand is evaluated only where the first does not decide, so that it may be singular there.
struct and_op {
  static constexpr fixed_string name = "&&";
  static constexpr fixed_string latex = "\\land";
  static constexpr bool is_condition = true;
  static constexpr bool takes_conditions = true;
  static constexpr auto value = [](auto const& a, auto const& b) { return a && b; };
};

struct or_op {
  static constexpr fixed_string name = "||";
  static constexpr fixed_string latex = "\\lor";
  static constexpr bool is_condition = true;
  static constexpr bool takes_conditions = true;
  static constexpr auto value = [](auto const& a, auto const& b) { return a || b; };
};

struct not_op {
  static constexpr fixed_string name = "!";
  static constexpr fixed_string latex = "\\lnot";
  static constexpr bool is_condition = true;
  static constexpr bool takes_conditions = true;
  static constexpr auto value = [](auto const& a) { return !a; };
};

/// u where a condition holds and v elsewhere. The derivative is that of the branch taken; of the other nothing comes in, neither
/// infinities nor NaN. With a condition that is a bool only the branch taken is evaluated; with the mask of a SIMD pack both
/// are, and blended.
struct select_op {
  static constexpr fixed_string name = "select";
  static constexpr bool takes_conditions = true;
  static constexpr auto value = []<class T>(auto const& condition, T const& u, T const& v) -> T {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(condition)>, bool>) {
      return condition ? u : v;
    } else if constexpr (requires { select(condition, u, v); }) {
      return select(condition, u, v);
    } else {
      T result(v);
      where(condition, result) = u;
      return result;
    }
  };
  static constexpr auto partials = [](auto condition, auto, auto, auto) {
    return hana::make_tuple(zero, apply_op<select_op>(condition, one, zero), apply_op<select_op>(condition, zero, one));
  };
};

namespace detail {

/// For values of rules: 0 where a scalar is 0, and elsewhere what a callable gives, which is not called there.
template <class T, class Otherwise>
constexpr T zero_at_zero(T const& x, Otherwise otherwise) {
  if constexpr (std::is_same_v<std::remove_cvref_t<decltype(x == T(0))>, bool>) {
    return x == T(0) ? T(0) : T(otherwise());
  } else {
    return select_op::value(x == T(0), T(0), T(otherwise()));
  }
}

}  // namespace detail

#define NABLA_COMPARISON(symbol_, operation_)                  \
  template <class Left, class Right>                           \
    requires detail::joined_terms<Left, Right>           \
  constexpr auto operator symbol_(Left left, Right right) {    \
    return detail::of_terms<operation_>(left, right);     \
  }

NABLA_COMPARISON(<, less_op)
NABLA_COMPARISON(<=, less_equal_op)
NABLA_COMPARISON(>, greater_op)
NABLA_COMPARISON(>=, greater_equal_op)
#undef NABLA_COMPARISON

/// The condition u = v. (Between formulas == is a proof.)
template <class Left, class Right>
  requires detail::joined_terms<Left, Right>
constexpr auto equals(Left left, Right right) {
  return detail::of_terms<equals_op>(left, right);
}

template <condition Left, condition Right>
constexpr auto operator&&(Left left, Right right) {
  return apply_op<and_op>(left, right);
}
template <condition Left, condition Right>
constexpr auto operator||(Left left, Right right) {
  return apply_op<or_op>(left, right);
}
template <condition Condition>
constexpr auto operator!(Condition condition) {
  return apply_op<not_op>(condition);
}

namespace detail {

template <class T>
concept branch = operand<T> || plain_number<T>;

template <class Condition, class Then, class Otherwise>
inline constexpr bool select_takes_a_condition = condition<Condition>;

}  // namespace detail

/// One of two formulas, by a condition.
///
///     select(x > 0_c, x * log(x), 0_c)
///
/// @param condition   made by < <= > >= equals(u, v) && || ! of formulas
/// @return    expression; its derivatives are those of the branch taken, at every order
/// @cost      for scalars the branch taken only; for SIMD packs both
/// @refuses   a bool, and so the proof f == g; plain numbers as branches                    test/fail/select_*.cpp
template <class Condition, detail::branch Then, detail::branch Otherwise>
  requires(condition<Condition> || term<Then> || term<Otherwise>)
constexpr auto select(Condition condition, Then then, Otherwise otherwise) {
  if constexpr (!nabla::condition<Condition>) {
    static_assert(detail::select_takes_a_condition<Condition, Then, Otherwise>,
                  "nabla: select(condition, then, otherwise) takes a condition on formulas, as in x < 0_c or equals(x, y); x == y is a proof");
    return zero;
  } else if constexpr ((plain_number<Then> || plain_number<Otherwise>) && !detail::takes_plain_numbers<Condition> &&
                       !detail::takes_plain_numbers<Then> && !detail::takes_plain_numbers<Otherwise>) {
    detail::refuse_plain_number<Then>();
    detail::refuse_plain_number<Otherwise>();
    return zero;
  } else {
    return detail::of_terms<select_op>(condition, then, otherwise);
  }
}

/// The same for numbers, so that generic code runs on numbers too: both branches are evaluated before the choice.
template <plain_number Then, plain_number Otherwise>
constexpr auto select(bool condition, Then then, Otherwise otherwise) {
  return condition ? then : otherwise;
}

NABLA_OTHER_ARGUMENTS(constant<0>, select, "takes a condition, and a formula for where it holds and for where it does not: select(x < 0_c, f, g)")

}  // namespace nabla
