#pragma once

#include <nabla/interval/power.hpp>
#include <nabla/rules/entropy.hpp>
#include <nabla/rules/error.hpp>
#include <nabla/rules/logistic.hpp>
#include <nabla/rules/piecewise.hpp>
#include <nabla/rules/sinc.hpp>

// Operations that are evaluated otherwise than by their rule, whose value is written for numbers: where it uses its operand twice, the
// interval is wider than it need be (a hull of both branches of a choice), and where it is a series cut short, it is no enclosure.

namespace nabla::detail {

/// The value of an operation by its rule.
template <class Operation, class... Operands>
constexpr enclosure value_by_rule(Operands const&... operands) {
  if constexpr (requires { Operation::value; }) {
    return Operation::value(operands...);
  } else {
    return value_by_definition<Operation, enclosure>(operands...);
  }
}

/// The ends of an interval as enclosures; of an infinite one all that is beyond the doubles.
constexpr enclosure lower_end(enclosure const& x) {
  return is_infinite(x.lower()) ? enclosure(-infinite, -largest_double) : enclosure(x.lower());
}
constexpr enclosure upper_end(enclosure const& x) {
  return is_infinite(x.upper()) ? enclosure(largest_double, infinite) : enclosure(x.upper());
}

template <class Operation>
  requires(requires { requires Operation::is_increasing; })
struct enclosed_operation<Operation> {
  template <class... Operands>
  static constexpr enclosure value(Operands const&... x) {
    if ((x.is_empty() || ...)) return enclosure::empty();
    if ((x.is_point() && ...)) return value_by_rule<Operation>(x...);
    return hull(value_by_rule<Operation>(lower_end(x)...), value_by_rule<Operation>(upper_end(x)...));
  }
};

/// atan(1/x), that at 0 is pi/2 or -pi/2 by the sign of the zero.
template <>
struct enclosed_operation<acot_op> {
  static constexpr enclosure value(enclosure const& x) {
    if (x.is_empty()) return x;
    return atan(x.contains(0.0) ? enclosure::whole_line() : 1 / x);
  }
};

/// Increases in all where its bounds are in order; else it is one of the three.
template <>
struct enclosed_operation<clamp_op> {
  static constexpr enclosure value(enclosure const& x, enclosure const& low, enclosure const& high) {
    if (x.is_empty() || low.is_empty() || high.is_empty()) return enclosure::empty();
    if (low.upper() <= high.lower()) return enclosed_operation<min_op>::value(enclosed_operation<max_op>::value(x, low), high);
    return hull(x, hull(low, high));
  }
};

/// Defined between 0 and 1, where it increases from -infinity to infinity.
template <>
struct enclosed_operation<logit_op> {
  static constexpr enclosure value(enclosure const& p) {
    if (p.is_empty() || p.upper() <= 0 || p.lower() >= 1) return enclosure::empty();
    enclosure const low = p.lower() <= 0 ? enclosure(-infinite, -largest_double) : of_point(p.lower());
    return hull(low, p.upper() >= 1 ? enclosure(largest_double, infinite) : of_point(p.upper()));
  }

 private:
  static constexpr enclosure of_point(double p) {
    enclosure const at(p);
    return log(at / (1 - at));
  }
};

/// x log(x) decreases to -1/e at 1/e, and increases from there.
template <>
struct enclosed_operation<xlogx_op> {
  static constexpr enclosure value(enclosure const& x) {
    constexpr double before = 0x1.78b56362cef37p-2, behind = 0x1.78b56362cef38p-2;  // 1/e is between them
    enclosure const inside = intersection(x, not_negative);
    if (inside.is_empty()) return inside;
    enclosure const ends = hull(at(inside.lower()), at(inside.upper()));
    return inside.lower() < behind && inside.upper() > before ? hull(ends, -enclosure(before, behind)) : ends;
  }

 private:
  static constexpr enclosure at(double x) {
    if (is_zero_double(x)) return 0;
    if (is_infinite(x)) return {largest_double, infinite};
    return enclosure(x) * log(enclosure(x));
  }
};

/// The n-th derivative of sin(x) / x is the integral of t^n cos(x t + n pi/2) for t from 0 to 1: at most 1 / (n + 1) in size, with a
/// slope of at most 1 / (n + 2), so that it is near its value at 0, and near that in the middle of the interval, by the recurrence
/// of the rule.
template <>
struct enclosed_operation<sinc_derivative_op> {
  static constexpr enclosure value(enclosure const& n, enclosure const& x) { return of_order(static_cast<int>(n.lower()), x); }

  static constexpr enclosure of_order(int n, enclosure const& x) {
    if (x.is_empty()) return x;
    enclosure const size = enclosure(1) / (n + 1), slopes(-1 / (n + 1.0), 1 / (n + 1.0));  // 1 / (n + 2), and to spare
    enclosure const at_zero = n % 2 == 1 ? enclosure(0) : n % 4 == 0 ? size : -size;
    enclosure const near_zero = intersection({-size.upper(), size.upper()}, at_zero + slopes * x);
    enclosure const middle = x.middle();
    if (is_infinite(x.width()) || middle.lower() == 0) return near_zero;
    return intersection(near_zero, by_recurrence(n, middle) + slopes * (x - middle));
  }

 private:
  static constexpr enclosure by_recurrence(int n, enclosure const& x) {
    enclosure const turned[] = {sin(x), cos(x), -sin(x), -cos(x)};
    enclosure s = turned[0] / x;
    for (int k = 1; k <= n; ++k) s = (turned[k % 4] - k * s) / x;
    return s;
  }
};

/// sin(x) / x decreases with |x| up to 4.49, and is least there.
template <>
struct enclosed_operation<sinc_op> {
  static constexpr enclosure value(enclosure const& x) {
    if (x.is_empty()) return x;
    enclosure const size = abs(x), range(-0.21723362821122168, 1.0);
    if (size.upper() > 4.4) return intersection(range, sinc_derivative(size));
    return hull(at(size.lower()), at(size.upper()));
  }

 private:
  static constexpr enclosure sinc_derivative(enclosure const& x) { return enclosed_operation<sinc_derivative_op>::of_order(0, x); }
  static constexpr enclosure at(double x) {
    return is_zero_double(x) ? enclosure(1) : intersection(sin(enclosure(x)) / x, enclosure(-1.0, 1.0));
  }
};

}  // namespace nabla::detail
