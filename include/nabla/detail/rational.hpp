#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace nabla {

/// Exact rational number in lowest terms with a positive denominator: every number in a formula is one.
struct rational {
  std::intmax_t numerator = 0;
  std::intmax_t denominator = 1;

  friend constexpr bool operator==(rational const&, rational const&) = default;
};

/// Result of exact arithmetic; not `known` where the result does not fit 64 bits or does not exist.
/// Exact arithmetic never wraps around: what does not fit is left as the operation it was.
struct exact {
  bool known = false;
  rational value{};

  constexpr exact() = default;
  constexpr exact(rational r) : known(true), value(r) {}
};

namespace detail {

/// Greatest common divisor, by Euclid. (std::gcd's header costs more to include than this one to compile.)
constexpr std::intmax_t common_divisor(std::intmax_t a, std::intmax_t b) {
  while (b != 0) {
    std::intmax_t const rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

constexpr bool is_integer(rational r) { return r.denominator == 1; }
constexpr bool is_integer(rational r, std::intmax_t value) { return r.denominator == 1 && r.numerator == value; }
constexpr bool is_even_integer(rational r) { return r.denominator == 1 && r.numerator % 2 == 0; }

constexpr exact normalised(std::intmax_t numerator, std::intmax_t denominator) {
  constexpr auto lowest = std::numeric_limits<std::intmax_t>::min();
  if (denominator == 0 || numerator == lowest || denominator == lowest) return {};
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  std::intmax_t const divisor = common_divisor(numerator, denominator);
  return rational{numerator / divisor, denominator / divisor};
}

constexpr exact multiplied(rational a, rational b) {
  std::intmax_t const p = common_divisor(a.numerator, b.denominator), q = common_divisor(b.numerator, a.denominator);
  std::intmax_t numerator{}, denominator{};
  if (__builtin_mul_overflow(a.numerator / (p ? p : 1), b.numerator / (q ? q : 1), &numerator)) return {};
  if (__builtin_mul_overflow(a.denominator / (q ? q : 1), b.denominator / (p ? p : 1), &denominator)) return {};
  return normalised(numerator, denominator);
}

constexpr exact added(rational a, rational b) {
  std::intmax_t const divisor = common_divisor(a.denominator, b.denominator);
  std::intmax_t left{}, right{}, numerator{}, denominator{};
  if (__builtin_mul_overflow(a.numerator, b.denominator / divisor, &left)) return {};
  if (__builtin_mul_overflow(b.numerator, a.denominator / divisor, &right)) return {};
  if (__builtin_add_overflow(left, right, &numerator)) return {};
  if (__builtin_mul_overflow(a.denominator, b.denominator / divisor, &denominator)) return {};
  return normalised(numerator, denominator);
}

constexpr rational negated(rational a) { return {-a.numerator, a.denominator}; }

constexpr exact subtracted(rational a, rational b) { return added(a, negated(b)); }

constexpr exact divided(rational a, rational b) {
  if (b.numerator == 0) return {};
  return multiplied(a, b.numerator < 0 ? rational{-b.denominator, -b.numerator} : rational{b.denominator, b.numerator});
}

constexpr bool less(rational a, rational b) {
  // Compares whole parts first and goes on with the reciprocals of what remains, so that no product can overflow.
  bool flipped = false;
  while (true) {
    std::intmax_t wa = a.numerator / a.denominator, ra = a.numerator % a.denominator;
    std::intmax_t wb = b.numerator / b.denominator, rb = b.numerator % b.denominator;
    if (ra < 0) { ra += a.denominator; --wa; }
    if (rb < 0) { rb += b.denominator; --wb; }
    if (wa != wb) return (wa < wb) != flipped;
    if (ra == 0 || rb == 0) return ra == rb ? false : (ra < rb) != flipped;
    a = {a.denominator, ra};
    b = {b.denominator, rb};
    flipped = !flipped;
  }
}

/// a^n for an integer n; 0^0 is 1, as IEEE 754 pow has it; 0 to a negative power is not known.
constexpr exact powered(rational a, std::intmax_t n) {
  if (n < 0) {
    if (a.numerator == 0 || n == std::numeric_limits<std::intmax_t>::min()) return {};
    exact const inverse = divided(rational{1, 1}, a);
    return inverse.known ? powered(inverse.value, -n) : exact{};
  }
  rational result{1, 1};
  while (true) {
    if (n % 2) {
      exact const product = multiplied(result, a);
      if (!product.known) return {};
      result = product.value;
    }
    n /= 2;
    if (n == 0) return result;
    exact const square = multiplied(a, a);
    if (!square.known) return {};
    a = square.value;
  }
}

/// The non-negative n-th root of an integer, or -1 where it is not an integer.
constexpr std::intmax_t integer_root(std::intmax_t a, std::intmax_t n) {
  if (a < 0 || n < 1) return -1;
  std::intmax_t low = 0, high = n == 1 ? a : 3037000499;
  while (low <= high) {
    std::intmax_t const middle = low + (high - low) / 2;
    exact const power = powered({middle, 1}, n);
    if (power.known && power.value.numerator == a) return middle;
    if (!power.known || power.value.numerator > a) {
      high = middle - 1;
    } else {
      low = middle + 1;
    }
  }
  return -1;
}

/// a^(p/q) where it is rational: 4^(1/2) is 2, (8/27)^(2/3) is 4/9; a negative base has integer powers only.
constexpr exact powered(rational a, rational exponent) {
  if (is_integer(exponent)) return powered(a, exponent.numerator);
  std::intmax_t const numerator = integer_root(a.numerator, exponent.denominator);
  std::intmax_t const denominator = integer_root(a.denominator, exponent.denominator);
  if (numerator < 0 || denominator < 0) return {};
  return powered(rational{numerator, denominator}, exponent.numerator);
}

/// A floating-point number as what it is exactly, where numerator and denominator fit 64 bits.
constexpr exact exactly(double value) {
  auto const bits = std::bit_cast<std::uint64_t>(value);
  int const biased = static_cast<int>(bits >> 52) & 0x7FF;
  if (value == 0) return (bits >> 63) ? exact{} : exact{rational{0, 1}};
  if (biased == 0 || biased == 0x7FF) return {};  // a subnormal number, infinity or NaN
  std::uint64_t const digits = (bits & 0xFFFFFFFFFFFFFu) | 0x10000000000000u;
  int const zeros = std::countr_zero(digits);
  auto const odd = static_cast<std::intmax_t>(digits >> zeros), mantissa = (bits >> 63) ? -odd : odd;
  int const exponent = biased - 1075 + zeros;
  if (exponent < 0) return exponent >= -62 ? exact{rational{mantissa, std::intmax_t{1} << -exponent}} : exact{};
  return exponent < 10 + zeros ? exact{rational{mantissa * (std::intmax_t{1} << exponent), 1}} : exact{};
}

/// The floating-point number nearest to a rational number (ties to even): long division bit by bit with a sticky bit.
template <class Float>
constexpr Float nearest(rational r) {
  constexpr int digits = std::numeric_limits<Float>::digits;
  bool const negative = r.numerator < 0;
  auto const numerator = static_cast<std::uint64_t>(negative ? -r.numerator : r.numerator);
  auto const denominator = static_cast<std::uint64_t>(r.denominator);
  std::uint64_t whole = numerator / denominator, rest = numerator % denominator;
  int exponent = 0;  // value = (whole + rest / denominator) * 2^exponent
  while (rest != 0 && (whole >> 63) == 0) {
    // 2 * rest < 2^64, since the denominator is below 2^63
    rest *= 2;
    whole = 2 * whole + (rest >= denominator ? 1 : 0);
    if (rest >= denominator) rest -= denominator;
    --exponent;
  }
  int const surplus = 64 - std::countl_zero(whole) - digits;
  if (surplus > 0) {
    std::uint64_t const unit = std::uint64_t{1} << surplus, half = unit >> 1, low = whole & (unit - 1);
    whole >>= surplus;
    exponent += surplus;
    if (low > half || (low == half && (rest != 0 || (whole & 1)))) ++whole;
  } else if (rest > denominator - rest || (rest == denominator - rest && (whole & 1))) {
    // Only where the format has all 64 digits (x87): a carry out of the highest one is the next power of two.
    if (++whole == 0) {
      whole = std::uint64_t{1} << 63;
      ++exponent;
    }
  }
  Float result = static_cast<Float>(whole);
  for (; exponent > 0; --exponent) result *= 2;
  for (; exponent < 0; ++exponent) result /= 2;
  return negative ? -result : result;
}

}  // namespace detail
}  // namespace nabla
