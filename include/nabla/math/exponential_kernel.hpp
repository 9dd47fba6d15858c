#pragma once

#include <nabla/math/wide.hpp>

// e^x and its logarithm on wide numbers; all but trigonometric functions are made of them.
namespace nabla::math::kernel {

inline constexpr wide ln2{joined(0xb17217f7d1cf79ab, 0xc9e3b39803f2f6af), -128, false};
inline constexpr wide log2_e{joined(0xb8aa3b295c17f0bb, 0xbe87fed0691d3e89), -127, false};
inline constexpr wide log2_10{joined(0xd49a784bcd1b8afe, 0x492bf6ff4dafdb4d), -126, false};
inline constexpr wide log10_2{joined(0x9a209a84fbcff798, 0x8f8959ac0b7c9178), -129, false};
inline constexpr wide log10_e{joined(0xde5bd8a937287195, 0x355baaafad33dc32), -129, false};

/// The sum of x^n / ((first + 1) ... (first + n)): e^x for first == 0, (e^x - 1) / x for first == 1. 0 <= x < 3/4.
constexpr wide exponential_series(uint128 x, unsigned first) {
  constexpr uint128 one = uint128{1} << 126;
  uint128 sum = one;
  for (unsigned n = first + 30; n > first; --n) sum = one + fraction_product(sum, x) / n;
  return wide::normalised(sum, -126, false);
}

/// Beyond 2^15 every format has overflowed, or underflowed; this has, too, and is still far from the ends of `int`.
constexpr wide exponential_of_much(bool negative) { return {highest_bit, negative ? -100'000 : 100'000, false}; }

/// e^x = 2^k e^r; r = x - k ln 2 is found modulo 1, so that the digits before the point need no place.
constexpr wide exp(wide x) {
  if (x.digits == 0) return 1;
  if (magnitude(x) >= 15) return exponential_of_much(x.negative);
  split const parts(x);
  std::int64_t const rough = parts.whole << 24 | static_cast<std::int64_t>(parts.fraction >> 104);
  std::int64_t k = rough * 1512775 >> 44;  // log2(e) * 2^20
  constexpr std::int64_t more_of_ln2 = 0x40f343267298b62d;
  uint128 r = parts.fraction - static_cast<uint128>(k) * ln2.digits - static_cast<uint128>(int128{k} * more_of_ln2 >> 64);
  if (r >> 124 == 15) {  // -1/16 <= r < 0
    r += ln2.digits;
    --k;
  }
  return scaled(exponential_series(r, 0), static_cast<int>(k));
}

constexpr wide exp2(wide x) {
  if (x.digits == 0) return 1;
  if (magnitude(x) >= 15) return exponential_of_much(x.negative);
  split const parts(x);
  return scaled(exponential_series(upper_product(parts.fraction, ln2.digits), 0), static_cast<int>(parts.whole));
}

/// e^x - 1 without cancellation.
constexpr wide expm1(wide x) {
  if (x.digits == 0) return x;
  if (magnitude(x) >= -1) return exp(x) - 1;
  wide const above = abs(x) * exponential_series(split(abs(x)).fraction, 1);
  return x.negative ? -(above / (above + 1)) : above;
}

/// The inverse hyperbolic tangent of a number below 3/16, by its Taylor series.
constexpr wide atanh_series(wide x) {
  constexpr uint128 one = highest_bit;
  uint128 const square = split(x * x).fraction;
  uint128 sum = one / 55;
  for (int n = 53; n > 0; n -= 2) sum = one / n + fraction_product(sum, square);
  return x * wide::normalised(sum, -127, false);
}

/// log(x) = k ln 2 + log(m), with m between the roots of 1/2 and of 2.
struct logarithm {
  int k;
  wide log_m;

  constexpr explicit logarithm(wide x) : k(magnitude(x)), log_m() {
    if (x.digits >> 64 > 0xb504f333f9de6484) ++k;
    wide const m = scaled(x, -k);
    log_m = scaled(atanh_series((m - 1) / (m + 1)), 1);
  }
};

/// The logarithm of a positive number.
constexpr wide log(wide x) {
  logarithm const parts(x);
  return parts.log_m + ln2 * parts.k;
}
constexpr wide log2(wide x) {
  logarithm const parts(x);
  return parts.log_m * log2_e + parts.k;
}
constexpr wide log10(wide x) {
  logarithm const parts(x);
  return parts.log_m * log10_e + log10_2 * parts.k;
}

/// log(1 + x) without cancellation, for x > -1.
constexpr wide log1p(wide x) {
  if (x.digits == 0) return x;
  return magnitude(x) < -2 ? scaled(atanh_series(x / (x + 2)), 1) : log(x + 1);
}

}  // namespace nabla::math::kernel
