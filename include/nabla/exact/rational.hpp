#pragma once

#include <compare>
#include <concepts>
#include <ostream>
#include <stdexcept>

#include <boost/multiprecision/cpp_int.hpp>

#include <nabla/graph/evaluate.hpp>
#include <nabla/math/rounding.hpp>

namespace nabla {

class exact_rational;

namespace detail {

/// What an exact number is in an evaluation: in one that `exact_value` began, what has no value is carried on and refused by it, so that
/// a compiler does not tell every call between (as math/domain.hpp does for floating-point numbers).
enum class exact_state : std::uint8_t { alone, carried, division_by_zero, irrational_root, exponent_beyond_32_bits, beyond_4096_digits };

// What constant evaluation meets where there is no value: a call that is not constexpr and says why. At run time it throws.
[[noreturn]] inline void domain_error_exact_division_by_zero() { throw std::domain_error("nabla: division of an exact number by zero"); }
[[noreturn]] inline void domain_error_root_that_is_no_rational_number() {
  throw std::domain_error("nabla: a root of an exact number that is no rational number");
}
[[noreturn]] inline void domain_error_power_with_an_exponent_beyond_32_bits() {
  throw std::domain_error("nabla: a power of an exact number with an exponent beyond 32 bits");
}
[[noreturn]] inline void overflow_of_an_exact_number_beyond_4096_digits() {
  throw std::overflow_error("nabla: an exact number of more than 4096 binary digits");
}
[[noreturn]] inline void domain_error_infinity_or_nan_is_no_exact_number() {
  throw std::domain_error("nabla: infinity and NaN are no exact numbers");
}

/// What refuses a state. It is given and not called here: a compiler would tell a function between.
constexpr auto refusal_of(exact_state state) {
  constexpr void (*refusals[])() = {&domain_error_exact_division_by_zero, &domain_error_root_that_is_no_rational_number,
                                    &domain_error_power_with_an_exponent_beyond_32_bits, &overflow_of_an_exact_number_beyond_4096_digits};
  return refusals[static_cast<int>(state) - static_cast<int>(exact_state::division_by_zero)];
}

struct exact_evaluation;

}  // namespace detail

/// A rational number, exactly: the scalar of `f(x = exact_rational(1, 3))`, where f is made of + - * /, whole powers, roots that are
/// rational, abs, sign, min, max, conditions and choices.
///
///     static_assert(f(x = exact_rational(1, 3)) == 2_c / 7_c);
///
/// Numerator and denominator have at most 4096 binary digits each. More are an error and never wrap around: a constant expression
/// does not compile, at run time std::overflow_error is thrown.
///
/// @refuses   operations whose values are not rational (sin, exp, pi): a static_assert names them     test/fail/exact_sine.cpp
///            in constant expressions, division by 0 and roots that are not rational; at run time they throw std::domain_error
/// @cost      one division of long integers for each digit or two, to be in lowest terms
class exact_rational {
 public:
  using integer = boost::multiprecision::number<
      boost::multiprecision::cpp_int_backend<4096, 4096, boost::multiprecision::signed_magnitude, boost::multiprecision::checked, void>,
      boost::multiprecision::et_off>;

  constexpr exact_rational() = default;
  template <std::integral Number>
  constexpr exact_rational(Number number) : numerator_(number) {}
  constexpr exact_rational(integer const& numerator, integer const& denominator) : numerator_(numerator), denominator_(denominator) {
    reduce();
  }
  /// A formula without variables, as 1_c / 3_c.
  template <liftable Formula>
    requires(detail::compiled<detail::value_recipe<lift_t<Formula>>>::value.size.variables == 0)
  constexpr exact_rational(Formula) : exact_rational(lift_t<Formula>{}(exact_rational())) {}
  /// What the number is exactly: 0.1 is not 1/10.
  constexpr explicit exact_rational(double number);

  constexpr integer const& numerator() const { return numerator_; }
  constexpr integer const& denominator() const { return denominator_; }
  constexpr bool is_integer() const { return denominator_ == 1; }
  constexpr int sign() const { return numerator_.sign(); }

  friend constexpr exact_rational operator-(exact_rational const& a) {
    exact_rational result = a;
    result.numerator_.backend().negate();
    return result;
  }
  friend constexpr exact_rational operator+(exact_rational const& a, exact_rational const& b) { return sum(a, b, false); }
  friend constexpr exact_rational operator-(exact_rational const& a, exact_rational const& b) { return sum(a, b, true); }
  friend constexpr exact_rational operator*(exact_rational const& a, exact_rational const& b) {
    exact_rational result = joined(a, b);
    if (result.has_no_value()) return result;
    // Across first, so that the products are in lowest terms.
    integer const p = common_divisor(a.numerator_, b.denominator_), q = common_divisor(b.numerator_, a.denominator_);
    result.numerator_ = result.product(quotient(a.numerator_, p), quotient(b.numerator_, q));
    result.denominator_ = result.product(quotient(a.denominator_, q), quotient(b.denominator_, p));
    return result;
  }
  friend constexpr exact_rational operator/(exact_rational const& a, exact_rational const& b) {
    return a * b.reciprocal();
  }

  friend constexpr bool operator==(exact_rational const& a, exact_rational const& b) {
    a.check();
    b.check();
    return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  }
  friend constexpr std::strong_ordering operator<=>(exact_rational const& a, exact_rational const& b) {
    exact_rational const difference = a - b;
    difference.check();
    int const sign = difference.sign();
    return sign < 0 ? std::strong_ordering::less : sign > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
  }

  friend constexpr exact_rational abs(exact_rational const& a) { return a.sign() < 0 ? -a : a; }
  friend constexpr exact_rational sqrt(exact_rational const& a) { return a.root(2); }
  friend constexpr exact_rational cbrt(exact_rational const& a) { return a.sign() < 0 ? -(-a).root(3) : a.root(3); }
  friend constexpr exact_rational pow(exact_rational const& a, exact_rational const& n) {
    exact_rational result = joined(a, n);
    if (n.numerator_ > 0x7fffffff || n.numerator_ < -0x7fffffff || n.denominator_ > 0x7fffffff) {
      result.refuse(detail::exact_state::exponent_beyond_32_bits);
    }
    if (result.has_no_value()) return result;
    auto const exponent = static_cast<int>(n.numerator_);
    exact_rational const base = n.is_integer() ? a : a.root(static_cast<int>(n.denominator_));
    return exponent < 0 ? base.reciprocal().whole_power(-exponent) : base.whole_power(exponent);
  }

  friend std::ostream& operator<<(std::ostream& out, exact_rational const& a) {
    out << a.numerator_.str();
    return a.is_integer() ? out : out << '/' << a.denominator_.str();
  }

 private:
  friend detail::exact_evaluation;

  /// Zero, in the state of what is computed of two numbers.
  static constexpr exact_rational joined(exact_rational const& a, exact_rational const& b) {
    exact_rational result;
    result.state_ = a.state_ < b.state_ ? b.state_ : a.state_;
    return result;
  }
  constexpr bool has_no_value() const { return state_ > detail::exact_state::carried; }
  constexpr void check() const {
    if (has_no_value()) detail::refusal_of(state_)();
  }
  constexpr void refuse(detail::exact_state why) {
    if (has_no_value()) return;
    if (!std::is_constant_evaluated() || state_ == detail::exact_state::alone) detail::refusal_of(why)();
    state_ = why;
  }

  // GCC 12 compares no addresses of temporaries in constant expressions, which Boost's division does: each value has a name.
  static constexpr integer common_divisor(integer const& a, integer const& b) {
    if (a == 1 || b == 1) return 1;
    integer larger = abs_of(a), smaller = abs_of(b);
    while (!smaller.is_zero()) {
      if (larger <= 0xffffffffffffffff && smaller <= 0xffffffffffffffff) return common_divisor(word(larger), word(smaller));
      integer const rest = larger % smaller;
      larger = smaller;
      smaller = rest;
    }
    return larger;
  }
  static constexpr std::uint64_t word(integer const& a) { return static_cast<std::uint64_t>(a); }
  static constexpr integer common_divisor(std::uint64_t a, std::uint64_t b) {
    while (b != 0) {
      std::uint64_t const rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }
  static constexpr integer abs_of(integer const& a) {
    integer result = a;
    if (a.sign() < 0) result.backend().negate();
    return result;
  }
  static constexpr integer quotient(integer const& a, integer const& b) {
    if (b == 1) return a;
    integer const result = a / b;
    return result;
  }
  /// At run time what has no room throws; a constant evaluation asks before.
  constexpr integer product(integer const& a, integer const& b) {
    if (b == 1) return a;
    if (std::is_constant_evaluated() && !has_room_for_product(a, b)) {
      refuse(detail::exact_state::beyond_4096_digits);
      return 1;
    }
    integer const result = a * b;
    return result;
  }
  static constexpr bool has_room_for_product(integer const& a, integer const& b) {
    constexpr std::size_t digits_of_limb = std::numeric_limits<boost::multiprecision::limb_type>::digits;
    if ((a.backend().size() + b.backend().size()) * digits_of_limb <= digits) return true;
    if (a.is_zero() || b.is_zero()) return true;
    integer const size = abs_of(a), limit = largest() / abs_of(b);
    return size <= limit;
  }
  static constexpr integer largest() {
    integer result = 1;
    result <<= static_cast<int>(digits - 1);
    result += result - 1;
    return result;
  }

  constexpr void reduce() {
    if (denominator_.is_zero()) refuse(detail::exact_state::division_by_zero);
    if (denominator_.sign() < 0) {
      denominator_.backend().negate();
      numerator_.backend().negate();
    }
    integer const divisor = common_divisor(numerator_, denominator_);
    numerator_ = quotient(numerator_, divisor);
    denominator_ = quotient(denominator_, divisor);
  }

  static constexpr exact_rational sum(exact_rational const& a, exact_rational const& b, bool subtract) {
    exact_rational result = joined(a, b);
    if (result.has_no_value()) return result;
    integer const shared = common_divisor(a.denominator_, b.denominator_);
    integer const left = result.product(a.numerator_, quotient(b.denominator_, shared));
    integer const a_scale = quotient(a.denominator_, shared);
    integer const right = result.product(b.numerator_, a_scale);
    if (std::is_constant_evaluated() && left.sign() * right.sign() == (subtract ? -1 : 1) && abs_of(left) > largest() - abs_of(right)) {
      result.refuse(detail::exact_state::beyond_4096_digits);
    }
    if (result.has_no_value()) return result;
    result.numerator_ = subtract ? left - right : left + right;
    // What numerator and denominator still share divides what the denominators did.
    integer const divisor = common_divisor(result.numerator_, shared);
    result.numerator_ = quotient(result.numerator_, divisor);
    result.denominator_ = result.product(a_scale, quotient(b.denominator_, divisor));
    return result;
  }

  constexpr exact_rational reciprocal() const {
    exact_rational result = *this;
    if (numerator_.is_zero()) result.refuse(detail::exact_state::division_by_zero);
    if (result.has_no_value()) return result;
    result.numerator_ = denominator_;
    result.denominator_ = abs_of(numerator_);
    if (numerator_.sign() < 0) result.numerator_.backend().negate();
    return result;
  }

  constexpr integer whole_power(integer base, int n) {
    integer result = 1;
    while (true) {
      if (n % 2 != 0) result = product(result, base);
      n /= 2;
      if (n == 0) return result;
      base = product(base, base);
    }
  }
  constexpr exact_rational whole_power(int n) const {
    exact_rational result = *this;
    if (has_no_value()) return result;
    result.numerator_ = result.whole_power(numerator_, n);
    result.denominator_ = result.whole_power(denominator_, n);
    return result;
  }

  /// The n-th root of a whole number that is not negative, by Newton's method from above.
  constexpr integer root(integer const& a, int n) {
    if (a <= 1) return a;
    integer guess = 1;
    guess <<= static_cast<int>(msb(a)) / n + 1;
    while (true) {
      integer const power = whole_power(guess, n - 1);
      integer const next = (quotient(a, power) + guess * (n - 1)) / n;
      if (next >= guess) break;
      guess = next;
    }
    if (whole_power(guess, n) != a) refuse(detail::exact_state::irrational_root);
    return guess;
  }
  constexpr exact_rational root(int n) const {
    exact_rational result = *this;
    if (sign() < 0) result.refuse(detail::exact_state::irrational_root);
    if (result.has_no_value()) return result;
    result.numerator_ = result.root(numerator_, n);
    result.denominator_ = result.root(denominator_, n);
    return result;
  }

  static constexpr std::size_t digits = 4096;

  integer numerator_ = 0;
  integer denominator_ = 1;
  detail::exact_state state_ = detail::exact_state::alone;
};

namespace detail {

/// An evaluation that carries what has no value to its end, and refuses it there.
struct exact_evaluation {
  static constexpr exact_rational begin(exact_rational number) {
    number.state_ = exact_state::carried;
    return number;
  }
  static constexpr exact_rational end(exact_rational number) {
    // Not by check(), which a compiler would tell.
    if (number.has_no_value()) refusal_of(number.state_)();
    number.state_ = exact_state::alone;
    return number;
  }
};

}  // namespace detail

constexpr exact_rational::exact_rational(double number) {
  using math::kernel::wide;
  if (math::kernel::is_nan(number) || math::kernel::is_infinite(number)) detail::domain_error_infinity_or_nan_is_no_exact_number();
  wide const exactly = math::kernel::widened(number);
  if (exactly.digits == 0) return;
  integer digits = static_cast<std::uint64_t>(exactly.digits >> 64), power = 1;
  int const exponent = exactly.exponent + 64;
  power <<= exponent < 0 ? -exponent : exponent;
  *this = exponent < 0 ? exact_rational(digits, power) : exact_rational(product(digits, power), 1);
  if (exactly.negative) numerator_.backend().negate();
}

/// Comparisons with formulas that have no variables: they are evaluated exactly.
template <liftable Formula>
constexpr bool operator==(exact_rational const& a, Formula const& b) {
  return a == exact_rational(b);
}
template <liftable Formula>
constexpr std::strong_ordering operator<=>(exact_rational const& a, Formula const& b) {
  return a <=> exact_rational(b);
}

/// Refused: 1.0 / 3 is not a third.
template <std::floating_point Number>
constexpr bool operator==(exact_rational const&, Number const&) {
  static_assert(detail::number_known_to_the_type<Number>,
                "nabla: an exact number is compared with an exact one: write 1_c / 3_c, or exact_rational(0.5) for the value that a floating-point number has");
  return false;
}

}  // namespace nabla
