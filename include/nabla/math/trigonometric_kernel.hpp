#pragma once

#include <nabla/math/wide.hpp>

namespace nabla::math {

/// The digits of 2 / pi suffice for double; a long double may be greater.
inline void domain_error_sine_cosine_or_tangent_of_a_number_beyond_2_to_the_1024() {}

namespace kernel {

inline constexpr wide pi{joined(0xc90fdaa22168c234, 0xc4c6628b80dc1cd1), -126, false};

/// 2 / pi, after two words of zeros: as many digits as the reduction of any double needs.
inline constexpr std::uint64_t two_over_pi[] = {
    0, 0, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041,  //
    0xfe5163abdebbc561, 0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484,
    0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f, 0xef2f118b5a0a6d1f,
    0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08,
    0x56033046fc7b6bab,
};

/// An angle as a number of right angles (modulo 4) and the rest, between -pi/4 and pi/4.
struct angle {
  unsigned quadrant = 0;
  wide rest{};

  /// quadrant + fraction right angles, where the fraction has 256 digits and is turned to one between -1/2 and 1/2.
  constexpr angle(unsigned q, uint128 upper, uint128 lower, bool negative) : quadrant(q) {
    bool const beyond = upper & highest_bit;
    if (beyond) {
      ++quadrant;
      lower = -lower;
      upper = ~upper + (lower == 0);
    }
    if (negative) quadrant = -quadrant;
    if (upper == 0) return;
    int const zeros = leading_zeros(upper);
    uint128 const digits = zeros == 0 ? upper : upper << zeros | lower >> (128 - zeros);
    rest = scaled(pi, -1) * wide(digits, -128 - zeros, beyond != negative);
  }
  constexpr angle(unsigned q, wide r) : quadrant(q), rest(r) {}
};

/// x modulo pi / 2. The product of the upper 64 digits of x (all it has) with those five words of 2 / pi that hold the digits
/// before the point, modulo 4, and 256 after it: what is left out to the left of them is a multiple of 4.
/// @source  M. Payne & R. Hanek, Radian reduction for trigonometric functions, SIGNUM 18 (1983)
constexpr angle reduced(wide x) {
  if (magnitude(x) < -1) return {0, x};
  if (magnitude(x) >= 1024) {
    domain_error_sine_cosine_or_tangent_of_a_number_beyond_2_to_the_1024();
    return {0, wide{}};
  }
  std::uint64_t const m = static_cast<std::uint64_t>(x.digits >> 64);
  int const point = x.exponent + 64 - 2 + 128;  // x = m * 2^(point - 126); the zeros of the table make it positive
  std::uint64_t const* const word = two_over_pi + point / 64;
  int const shift = point % 64;
  uint128 const p = uint128{m} * word[4];
  uint128 const q = uint128{m} * word[3] + (p >> 64);
  uint128 const r = uint128{m} * word[2] + (q >> 64);
  uint128 const s = uint128{m} * word[1] + (r >> 64);
  std::uint64_t const t = m * word[0] + static_cast<std::uint64_t>(s >> 64);
  uint128 const upper = uint128{t} << 64 | static_cast<std::uint64_t>(s);
  uint128 const lower = r << 64 | static_cast<std::uint64_t>(q);
  uint128 const upper_digits = upper << shift | lower >> 1 >> (127 - shift);
  uint128 const lower_digits = lower << shift | static_cast<std::uint64_t>(p) >> 1 >> (63 - shift);
  return {static_cast<unsigned>(upper_digits >> 126), upper_digits << 2 | lower_digits >> 126, lower_digits << 2, x.negative};
}

/// pi x modulo pi / 2; exact before the multiplication by pi. x has 64 digits at most.
constexpr angle reduced_half_turns(wide x) {
  int const places = x.exponent + 129;  // of 2 x, before the point
  if (places < 0) return {0, x * pi};
  if (places > 66) return {0, wide{}};
  unsigned const quadrant = places == 0 ? 0 : static_cast<unsigned>(x.digits >> (128 - places));
  return {quadrant, x.digits << places, 0, x.negative};
}

/// The sum of (-x^2)^n / (first + 1)(first + 2)...(first + 2n): cos(x) for first == 0, sin(x) / x for first == 1. |x| < 0.8.
constexpr wide sine_series(wide x, int first) {
  constexpr uint128 one = highest_bit;
  uint128 const square = split(x * x).fraction;
  uint128 sum = one;
  for (int n = first + 31; n > first; n -= 2) sum = one - fraction_product(sum, square) / (n * (n + 1));
  return wide::normalised(sum, -127, false);
}

constexpr wide sin(angle x) {
  wide const result = x.quadrant % 2 ? sine_series(x.rest, 0) : x.rest * sine_series(x.rest, 1);
  return x.quadrant % 4 < 2 ? result : -result;
}
constexpr wide cos(angle x) { return sin(angle{x.quadrant + 1, x.rest}); }
constexpr wide tan(angle x) { return sin(x) / cos(x); }

inline constexpr wide arc_tangents_of_quarters[] = {
    {},
    {joined(0xfadbafc96406eb15, 0x6dc79ef5f7a217e6), -130, false},
    {joined(0xed63382b0dda7b45, 0x6fe445ecbc3a8d03), -129, false},
    {joined(0xa4bc7d1934f70924, 0x19a87f2a457dac9f), -128, false},
    {joined(0xc90fdaa22168c234, 0xc4c6628b80dc1cd1), -128, false},
};

/// The angle of the point (x, y), neither of them negative, and not both 0: the arc tangent of a ratio up to 1, which is taken
/// from the nearest quarter by atan(t) = atan(c) + atan((t - c) / (1 + t c)), and then by its Taylor series.
constexpr wide atan2(wide y, wide x) {
  if (magnitude_less(x, y)) return scaled(pi, -1) - atan2(x, y);
  wide const ratio = y / x;
  if (ratio.digits == 0) return ratio;
  // Too small for the cubic term to show: but it makes the result less than the ratio, which may be a tie.
  if (magnitude(ratio) < -66) return wide::normalised(ratio.digits - 1, ratio.exponent, false);
  constexpr uint128 one = highest_bit;
  int const quarters = static_cast<int>(split(ratio * 8 + 1).whole / 2);
  wide const nearest = scaled(wide{quarters}, -2), rest = quarters ? (ratio - nearest) / (ratio * nearest + 1) : ratio;
  uint128 const square = split(rest * rest).fraction;
  uint128 sum = one / 45;
  for (int n = 43; n > 0; n -= 2) sum = one / n - fraction_product(sum, square);
  return arc_tangents_of_quarters[quarters] + rest * wide::normalised(sum, -127, false);
}

}  // namespace kernel
}  // namespace nabla::math
