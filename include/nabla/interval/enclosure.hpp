#pragma once

#include <concepts>
#include <iosfwd>

#include <nabla/graph/evaluate.hpp>
#include <nabla/interval/rounding.hpp>

namespace nabla {

namespace detail {

constexpr bool are_ends(double low, double high) { return low <= high; }
inline void domain_error_ends_of_an_interval_that_are_reversed_or_no_numbers() {}

/// What an operation may be evaluated to by an enclosure; in operations.hpp.
template <class Operation>
struct enclosed_operation;

}  // namespace detail

/// What is known of a condition on intervals: whether there are values for which it holds, and others for which it does not.
struct verdict {
  bool may_hold = false;
  bool may_fail = false;

  friend constexpr verdict operator!(verdict a) { return {a.may_fail, a.may_hold}; }
  friend constexpr verdict operator&&(verdict a, verdict b) { return {a.may_hold && b.may_hold, a.may_fail || b.may_fail}; }
  friend constexpr verdict operator||(verdict a, verdict b) { return {a.may_hold || b.may_hold, a.may_fail && b.may_fail}; }
};

/// Whether a condition holds for all values; and whether it may for some.
constexpr bool certainly(verdict v) { return !v.may_fail; }
constexpr bool possibly(verdict v) { return v.may_hold; }

/// A set of real numbers that is known to hold a value: an interval of doubles, whose ends may be infinite. The scalar of
/// `f(x = interval{1.0, 2.0})`: the result holds f(x) for each x of the interval at which f has a value.
///
///     enclosure(interval{1.0, 2.0})   enclosure(0.5)   enclosure(1_c / 3_c)     the double 0.1 is not 1/10; 0.1_c is enclosed
///
/// Each operation rounds outward, in constant expressions and at run time alike and to the same result: + - * / and sqrt to the nearest
/// double outside, elementary functions by one more. Where a function has no value (log, sqrt, division by 0) that part of the operand
/// is left out; where it has none at all the result is empty. A quotient by an interval with 0 inside is the whole line. Of a choice
/// whose condition is not decided both branches count.
///
/// @cost      at run time some 50 ns for a sum, product or quotient, one to five microseconds for an elementary function
/// @source    IEEE 1788-2015, the set-based flavor
class enclosure {
 public:
  /// The point 0.
  constexpr enclosure() = default;
  constexpr enclosure(interval of) : enclosure(of.low, of.high) {}
  constexpr enclosure(double low, double high) : lower_(low), upper_(high) {
    if (!detail::are_ends(low, high)) {
      detail::domain_error_ends_of_an_interval_that_are_reversed_or_no_numbers();
      *this = whole_line();
    }
    if (lower_ == detail::infinite) lower_ = detail::largest_double;
    if (upper_ == -detail::infinite) upper_ = -detail::largest_double;
  }
  template <std::floating_point Number>
    requires(std::numeric_limits<Number>::digits <= 53)
  constexpr enclosure(Number number) : enclosure(number, number) {}
  template <std::integral Number>
  constexpr enclosure(Number number) {
    auto const exactly = detail::wide::normalised(
        number < 0 ? -static_cast<math::kernel::uint128>(number) : static_cast<math::kernel::uint128>(number), 0, number < 0);
    lower_ = detail::rounded_down(exactly);
    upper_ = detail::rounded_up(exactly);
  }
  /// A formula without variables, as 1_c / 3_c or pi, enclosed.
  template <liftable Formula>
    requires(detail::compiled<detail::value_recipe<lift_t<Formula>>>::value.size.variables == 0)
  constexpr enclosure(Formula) : enclosure(lift_t<Formula>{}(enclosure())) {}

  static constexpr enclosure whole_line() { return known(-detail::infinite, detail::infinite); }
  static constexpr enclosure empty() { return known(detail::infinite, -detail::infinite); }

  constexpr double lower() const { return lower_; }
  constexpr double upper() const { return upper_; }
  constexpr double width() const { return is_empty() ? 0 : detail::sum_up(upper_, -lower_); }
  /// A double within, about the middle.
  constexpr double middle() const {
    if (detail::is_infinite(lower_)) return detail::is_infinite(upper_) ? 0 : upper_ <= 0 ? 2 * upper_ - 1 : 0;
    if (detail::is_infinite(upper_)) return lower_ >= 0 && lower_ < detail::largest_double / 4 ? 2 * lower_ + 1 : lower_ < 0 ? 0 : lower_;
    double const half = lower_ / 2 + upper_ / 2;
    return half < lower_ ? lower_ : half > upper_ ? upper_ : half;
  }
  constexpr bool is_empty() const { return lower_ > upper_; }
  constexpr bool is_point() const { return lower_ == upper_; }
  constexpr bool contains(double x) const { return lower_ <= x && x <= upper_; }
  constexpr bool contains(enclosure const& x) const { return x.is_empty() || (lower_ <= x.lower_ && x.upper_ <= upper_); }

  /// The smallest one that holds both; and what both hold.
  friend constexpr enclosure hull(enclosure const& a, enclosure const& b) {
    return known(a.lower_ < b.lower_ ? a.lower_ : b.lower_, a.upper_ > b.upper_ ? a.upper_ : b.upper_);
  }
  friend constexpr enclosure intersection(enclosure const& a, enclosure const& b) {
    return known_or_empty(a.lower_ > b.lower_ ? a.lower_ : b.lower_, a.upper_ < b.upper_ ? a.upper_ : b.upper_);
  }

  friend constexpr enclosure operator-(enclosure const& a) { return known(-a.upper_, -a.lower_); }
  friend constexpr enclosure operator+(enclosure const& a, enclosure const& b) {
    if (a.is_empty() || b.is_empty()) return empty();
    return known(detail::sum_down(a.lower_, b.lower_), detail::sum_up(a.upper_, b.upper_));
  }
  friend constexpr enclosure operator-(enclosure const& a, enclosure const& b) { return a + -b; }
  friend constexpr enclosure operator*(enclosure const& a, enclosure const& b) {
    if (&a == &b) return square(a);  // a value times itself, as x * x is evaluated
    return product(a, b);
  }
  friend constexpr enclosure operator/(enclosure const& a, enclosure const& b) {
    if (a.is_empty() || b.is_empty()) return empty();
    if (b.upper_ <= 0) return b.lower_ < 0 ? -a / -b : empty();
    if (b.lower_ < 0) return whole_line();
    return known(a.lower_ < 0 ? low_quotient(a.lower_, b.lower_) : detail::quotient_down(a.lower_, b.upper_),
                 a.upper_ > 0 ? -low_quotient(-a.upper_, b.lower_) : detail::quotient_up(a.upper_, b.upper_));
  }
  constexpr enclosure& operator+=(enclosure const& b) { return *this = *this + b; }
  constexpr enclosure& operator-=(enclosure const& b) { return *this = *this - b; }
  constexpr enclosure& operator*=(enclosure const& b) { return *this = *this * b; }
  constexpr enclosure& operator/=(enclosure const& b) { return *this = *this / b; }

  friend constexpr verdict operator<(enclosure const& a, enclosure const& b) {
    if (a.is_empty() || b.is_empty()) return {};
    return {a.lower_ < b.upper_, a.upper_ >= b.lower_};
  }
  friend constexpr verdict operator<=(enclosure const& a, enclosure const& b) {
    if (a.is_empty() || b.is_empty()) return {};
    return {a.lower_ <= b.upper_, a.upper_ > b.lower_};
  }
  friend constexpr verdict operator>(enclosure const& a, enclosure const& b) { return b < a; }
  friend constexpr verdict operator>=(enclosure const& a, enclosure const& b) { return b <= a; }
  friend constexpr verdict operator==(enclosure const& a, enclosure const& b) {
    if (a.is_empty() || b.is_empty()) return {};
    return {!intersection(a, b).is_empty(), !(a.is_point() && b.is_point() && a.lower_ == b.lower_)};
  }
  friend constexpr verdict operator!=(enclosure const& a, enclosure const& b) { return !(a == b); }

  /// The choice of a formula: of a condition that is not decided both branches.
  friend constexpr enclosure select(verdict condition, enclosure const& then, enclosure const& otherwise) {
    return hull(condition.may_hold ? then : empty(), condition.may_fail ? otherwise : empty());
  }

  friend constexpr enclosure abs(enclosure const& a) {
    if (a.is_empty() || a.lower_ >= 0) return a;
    return a.upper_ <= 0 ? -a : known(0, -a.lower_ > a.upper_ ? -a.lower_ : a.upper_);
  }
  friend constexpr enclosure square(enclosure const& a) {
    if (a.is_empty()) return a;
    enclosure const size = abs(a);
    return known(detail::product_down(size.lower_, size.lower_), detail::product_up(size.upper_, size.upper_));
  }
  friend constexpr enclosure sqrt(enclosure const& a) {
    enclosure const inside = intersection(a, known(0, detail::infinite));
    return inside.is_empty() ? inside : known(detail::root_down(inside.lower_), detail::root_up(inside.upper_));
  }

  template <class Char, class Traits>
  friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, enclosure const& a) {
    if (a.is_empty()) return out << "[]";
    return out << '[' << a.lower_ << ", " << a.upper_ << ']';
  }

  /// How operations of rules are evaluated that state no better than a definition, or a value for numbers.
  template <class Operation>
  static constexpr bool states_value_of = requires { sizeof(detail::enclosed_operation<Operation>); };
  template <class Operation, class... Operands>
  static constexpr enclosure value_of(Operands const&... operands) {
    return detail::enclosed_operation<Operation>::value(operands...);
  }

 private:
  static constexpr enclosure known(double low, double high) {
    enclosure result;
    result.lower_ = low;
    result.upper_ = high;
    return result;
  }
  static constexpr enclosure known_or_empty(double low, double high) { return low <= high ? known(low, high) : empty(); }

  /// a / b for a < 0 and 0 <= b: without bound where b comes to 0.
  static constexpr double low_quotient(double a, double b) { return b == 0 ? -detail::infinite : detail::quotient_down(a, b); }

  static constexpr enclosure product(enclosure const& a, enclosure const& b) {
    using detail::product_down, detail::product_up;
    if (a.is_empty() || b.is_empty()) return empty();
    if (a.lower_ >= 0) {
      return known(product_down(b.lower_ < 0 ? a.upper_ : a.lower_, b.lower_), product_up(b.upper_ < 0 ? a.lower_ : a.upper_, b.upper_));
    }
    if (b.lower_ >= 0) return product(b, a);
    if (a.upper_ <= 0) return -product(-a, b);
    if (b.upper_ <= 0) return -product(a, -b);
    double const one = product_down(a.lower_, b.upper_), other = product_down(a.upper_, b.lower_);
    double const first = product_up(a.lower_, b.lower_), second = product_up(a.upper_, b.upper_);
    return known(one < other ? one : other, first > second ? first : second);
  }

  double lower_ = 0;
  double upper_ = 0;
};

namespace detail {

/// An interval that is bound to a variable stands for its enclosure.
template <>
struct element<interval> {
  using type = enclosure;
};

}  // namespace detail
}  // namespace nabla
