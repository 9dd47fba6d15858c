#pragma once

#include <cstdint>

namespace nabla::math::kernel {

__extension__ typedef unsigned __int128 uint128;
__extension__ typedef __int128 int128;

constexpr uint128 joined(std::uint64_t high, std::uint64_t low) { return uint128{high} << 64 | low; }

inline constexpr uint128 highest_bit = uint128{1} << 127;

/// Zeros before the first one; x is not 0.
constexpr int leading_zeros(uint128 x) {
  return x >> 64 ? __builtin_clzll(static_cast<std::uint64_t>(x >> 64)) : 64 + __builtin_clzll(static_cast<std::uint64_t>(x));
}

/// x / 2^n for n >= 0 without the digits after the point; and whether there were any, as 0 or 1.
constexpr uint128 shifted_down(uint128 x, int n) { return n < 128 ? x >> n : 0; }
constexpr uint128 shifted_out(uint128 x, int n) { return n == 0 ? 0 : (n < 128 ? x << (128 - n) : x) != 0; }

/// The upper half of a product of 256 bits.
constexpr uint128 upper_product(uint128 a, uint128 b) {
  std::uint64_t const a1 = static_cast<std::uint64_t>(a >> 64), a0 = static_cast<std::uint64_t>(a);
  std::uint64_t const b1 = static_cast<std::uint64_t>(b >> 64), b0 = static_cast<std::uint64_t>(b);
  uint128 const p = uint128{a1} * b0, q = uint128{a0} * b1;
  uint128 const carry = (uint128{a0} * b0 >> 64) + static_cast<std::uint64_t>(p) + static_cast<std::uint64_t>(q);
  return uint128{a1} * b1 + (p >> 64) + (q >> 64) + (carry >> 64);
}

/// The same, at most 2 too small: what the series need. One statement, for in a constant evaluation statements count.
constexpr uint128 fraction_product(uint128 a, uint128 b) {
  return (a >> 64) * (b >> 64) + ((a >> 64) * static_cast<std::uint64_t>(b) >> 64) +
         ((b >> 64) * static_cast<std::uint64_t>(a) >> 64);
}

/// A number for intermediate results: 128 binary digits, and an exponent that neither overflows nor underflows.
/// Where digits are lost, the lowest one is set ("rounding to odd"): then rounding the result once more, to a standard format,
/// is as good as rounding the exact one, so that sums, products, quotients and square roots come out correctly rounded.
///
///     value = (negative ? -1 : 1) * digits * 2^exponent;  the highest digit is 1, but 0 has none, and the least exponent
///
/// @cost    about 10 steps of a constant evaluation for an operation, 25 for a quotient
/// @source  S. Boldo & G. Melquiond, Emulation of a FMA and correctly rounded sums (2008): rounding to odd
struct wide {
  uint128 digits = 0;
  int exponent = -(1 << 28);
  bool negative = false;

  constexpr wide() = default;
  constexpr wide(uint128 d, int e, bool n) : digits(d), exponent(e), negative(n) {}
  constexpr wide(std::int64_t n) : wide(normalised(n < 0 ? -static_cast<uint128>(n) : static_cast<uint128>(n), 0, n < 0)) {}

  static constexpr wide normalised(uint128 d, int e, bool n) {
    if (d == 0) return {};
    int const zeros = leading_zeros(d);
    return {d << zeros, e - zeros, n};
  }
};

/// Where the first digit stands: 2^magnitude <= |x| < 2^(magnitude + 1). x is not 0.
constexpr int magnitude(wide x) { return x.exponent + 127; }

constexpr wide abs(wide x) { return {x.digits, x.exponent, false}; }
constexpr wide scaled(wide x, int n) { return {x.digits, x.exponent + n, x.negative}; }  // x * 2^n
constexpr wide operator-(wide x) { return {x.digits, x.exponent, !x.negative}; }

constexpr bool magnitude_less(wide a, wide b) {
  return a.exponent != b.exponent ? a.exponent < b.exponent : a.digits < b.digits;
}

constexpr wide operator*(wide a, wide b) {
  uint128 const upper = upper_product(a.digits, b.digits), lower = a.digits * b.digits;
  bool const negative = a.negative != b.negative;
  if (upper & highest_bit) return {upper | uint128{lower != 0}, a.exponent + b.exponent + 128, negative};
  if (upper == 0) return {};
  return {upper << 1 | lower >> 127 | uint128{lower << 1 != 0}, a.exponent + b.exponent + 127, negative};
}

constexpr wide operator+(wide a, wide b) {
  if (magnitude_less(a, b)) return b + a;
  int const places = a.exponent - b.exponent;
  uint128 const addend = shifted_down(b.digits, places), lost = shifted_out(b.digits, places);
  if (a.negative == b.negative) {
    uint128 const sum = a.digits + addend;
    if (sum >= addend) return {sum | lost, a.exponent, a.negative};
    return {highest_bit | sum >> 1 | (sum & 1) | lost, a.exponent + 1, a.negative};
  }
  uint128 const difference = a.digits - addend - lost;
  if (difference & highest_bit) return {difference | lost, a.exponent, a.negative};
  if (places == 0) return wide::normalised(difference, a.exponent, a.negative);
  // The highest digit is gone, so there is room for one more below; what cancels more loses none.
  uint128 const finer = (a.digits << 1) - shifted_down(b.digits, places - 1), out = shifted_out(b.digits, places - 1);
  return wide::normalised((finer - out) | out, a.exponent - 1, a.negative);
}

constexpr wide operator-(wide a, wide b) { return a + -b; }

/// One digit to the base 2^64 of remainder / divisor, where remainder < divisor; leaves the next remainder.
/// @source  D. E. Knuth, The Art of Computer Programming 2, 3rd ed. (1997), 4.3.1, algorithm D
constexpr std::uint64_t quotient_digit(uint128& remainder, uint128 divisor) {
  uint128 const upper = divisor >> 64, lower = static_cast<std::uint64_t>(divisor), all = ~std::uint64_t{0};
  uint128 digit = remainder / upper > all ? all : remainder / upper, rest = remainder - digit * upper;
  for (; rest <= all && rest << 64 < digit * lower; --digit) rest += upper;
  remainder = (rest << 64) - digit * lower;
  return static_cast<std::uint64_t>(digit);
}

/// b is not 0.
constexpr wide operator/(wide a, wide b) {
  if (a.digits == 0) return {};
  bool const negative = a.negative != b.negative, whole = a.digits >= b.digits;
  uint128 rest = whole ? a.digits - b.digits : a.digits;
  std::uint64_t const first = quotient_digit(rest, b.digits), second = quotient_digit(rest, b.digits);
  uint128 const fraction = joined(first, second);
  if (!whole) return {fraction | uint128{rest != 0}, a.exponent - b.exponent - 128, negative};
  return {highest_bit | fraction >> 1 | (fraction & 1) | uint128{rest != 0}, a.exponent - b.exponent - 127, negative};
}

/// The square root of a number that is not negative: Newton's method for the upper 64 digits, one division for the others.
/// @source  P. Zimmermann, Karatsuba Square Root, INRIA RR-3805 (1999)
constexpr wide sqrt(wide x) {
  if (x.digits == 0) return {};
  bool const odd = x.exponent & 1;
  // x = (upper, lower) * 2^(2 n), a number of 256 digits whose root has 128
  uint128 const upper = odd ? x.digits >> 1 : x.digits, lower = odd ? x.digits << 127 : 0;
  uint128 root = ~std::uint64_t{0};
  for (uint128 next = (root + upper / root) >> 1; next < root; next = (root + upper / root) >> 1) root = next;
  uint128 const rest = upper - root * root, all = ~std::uint64_t{0};
  uint128 const digit = ((rest << 63) + (lower >> 65)) / root;
  root = (root << 64) + (digit > all ? all : digit);
  uint128 square = upper_product(root, root);
  if (square > upper || (square == upper && root * root > lower)) {
    --root;
    square = upper_product(root, root);
  }
  return {root | uint128{square != upper || root * root != lower}, (x.exponent - (odd ? 127 : 128)) / 2, false};
}

/// A number as an integer and the digits after the point, rounded down both; |x| < 2^62.
struct split {
  std::int64_t whole = 0;
  uint128 fraction = 0;

  constexpr explicit split(wide x) {
    int const places = x.exponent + 128;
    if (places <= 0) {
      fraction = places > -128 ? x.digits >> -places : 0;
    } else {
      whole = static_cast<std::int64_t>(x.digits >> (128 - places));
      fraction = x.digits << places;
    }
    if (x.negative) {
      whole = -whole - (fraction != 0);
      fraction = -fraction;
    }
  }
};

/// Is x an integer; and an odd one.
constexpr bool is_integer(wide x) {
  return x.digits == 0 || x.exponent >= 0 || (x.exponent > -128 && x.digits << (128 + x.exponent) == 0);
}
constexpr bool is_odd(wide x) {
  return x.digits != 0 && is_integer(x) && x.exponent <= 0 && (x.digits >> -x.exponent & 1) != 0;
}

}  // namespace nabla::math::kernel
