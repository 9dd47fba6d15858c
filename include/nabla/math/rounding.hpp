#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <nabla/math/wide.hpp>

namespace nabla::math::kernel {

/// The scalars that are evaluated here: float, double, and long double where it has no more than 64 digits.
template <class T>
inline constexpr bool is_standard_float = false;
template <>
inline constexpr bool is_standard_float<float> = true;
template <>
inline constexpr bool is_standard_float<double> = true;
template <>
inline constexpr bool is_standard_float<long double> = std::numeric_limits<long double>::digits <= 64;

template <class Float>
concept standard_float = is_standard_float<Float>;

template <standard_float Float>
inline constexpr Float infinity = std::numeric_limits<Float>::infinity();
template <standard_float Float>
inline constexpr Float not_a_number = std::numeric_limits<Float>::quiet_NaN();

// float and double are read from their bits, which -ffinite-math-only does not touch. A float is a double, too.
constexpr std::uint64_t bits(double x) { return std::bit_cast<std::uint64_t>(x); }
inline constexpr std::uint64_t bits_of_infinity = std::uint64_t{0x7ff} << 52;

/// Is the sign bit set.
constexpr bool is_negative(double x) { return bits(x) >> 63 != 0; }
constexpr bool is_negative(long double x) { return __builtin_copysignl(1, x) < 0; }

constexpr bool is_nan(double x) { return bits(x) << 1 > bits_of_infinity << 1; }
constexpr bool is_nan(long double x) { return x != x; }

constexpr bool is_infinite(double x) { return bits(x) << 1 == bits_of_infinity << 1; }
constexpr bool is_infinite(long double x) { return x == infinity<long double> || x == -infinity<long double>; }

/// The number a finite float is, exactly.
constexpr wide widened(double x) {
  std::uint64_t const magnitude = bits(x) << 1 >> 1, exponent = magnitude >> 52;
  if (exponent == 0) return wide::normalised(magnitude, -1074, is_negative(x));
  return {uint128{magnitude << 11 | std::uint64_t{1} << 63} << 64, static_cast<int>(exponent) - 1150, is_negative(x)};
}

constexpr wide widened(float x) { return widened(static_cast<double>(x)); }

/// x * 2^n without looking at the bits, which no constant evaluation shows of a long double; exact unless it underflows.
constexpr long double times_power_of_two(long double x, int n) {
  long double factor = n < 0 ? 0.5L : 2.0L;
  for (unsigned rest = n < 0 ? -static_cast<unsigned>(n) : static_cast<unsigned>(n); rest != 0; rest >>= 1) {
    if (rest & 1) x *= factor;
    if (rest > 1) factor *= factor;
  }
  return x;
}

constexpr wide widened(long double x) {
  long double rest = x < 0 ? -x : x;
  if (rest == 0) return {};
  int exponent = 0;
  for (int step = 8192; step > 0; step /= 2) {
    int const up = rest >= times_power_of_two(1.0L, step) ? step : rest < times_power_of_two(1.0L, 1 - step) ? -step : 0;
    rest = times_power_of_two(rest, -up);
    exponent += up;
  }
  return wide::normalised(static_cast<std::uint64_t>(times_power_of_two(rest, 63)), exponent - 63, x < 0);
}

/// The nearest number of a standard format, of two equally near ones the even one; infinity beyond the greatest.
template <standard_float Float>
constexpr Float rounded(wide x) {
  constexpr int digits = std::numeric_limits<Float>::digits;
  constexpr int smallest = std::numeric_limits<Float>::min_exponent - digits;  // the smallest positive number is 2^smallest
  bool const negative = x.negative;
  if (x.digits == 0 || magnitude(x) < smallest - 1) return negative ? -Float{0} : Float{0};
  if (magnitude(x) >= std::numeric_limits<Float>::max_exponent) return negative ? -infinity<Float> : infinity<Float>;
  int const unit = magnitude(x) - digits + 1 > smallest ? magnitude(x) - digits + 1 : smallest;
  int const drop = unit - x.exponent;
  uint128 const rest = drop < 128 ? x.digits << (128 - drop) : x.digits;
  std::uint64_t whole = drop < 128 ? static_cast<std::uint64_t>(x.digits >> drop) : 0;
  bool const up = rest > highest_bit || (rest == highest_bit && (whole & 1));
  if constexpr (std::is_same_v<Float, long double>) {
    if (digits == 64 && up && whole + 1 == 0) return rounded<Float>({highest_bit, x.exponent + 1, negative});
    whole += up;
    // In two steps, for 2^unit itself may underflow.
    Float const result = times_power_of_two(times_power_of_two(static_cast<Float>(whole), unit / 2), unit - unit / 2);
    return negative ? -result : result;
  } else {
    // The highest digit, which the format does not store, adds 1 to the exponent, and so does a carry.
    using word = std::conditional_t<digits == 24, std::uint32_t, std::uint64_t>;
    whole += (static_cast<std::uint64_t>(unit - smallest) << (digits - 1)) + up;
    return std::bit_cast<Float>(static_cast<word>(whole | std::uint64_t{negative} << (8 * sizeof(Float) - 1)));
  }
}

/// A result that is known to about 112 digits (108 for a long double), where the exact one may lie in the middle between two
/// numbers of the format, as 10^23 and 2.25^1.5 can: what is that near to such a middle is taken for it.
template <standard_float Float>
constexpr wide settled(wide x) {
  constexpr int shift = 127 - std::numeric_limits<Float>::digits;
  constexpr uint128 near = uint128{1} << (std::numeric_limits<Float>::digits > 53 ? 20 : 16);
  uint128 const raised = x.digits + near;
  if (raised << (128 - shift) >= near << (129 - shift)) return x;
  if (raised < x.digits) return {highest_bit, x.exponent + 1, x.negative};
  return {raised >> shift << shift, x.exponent, x.negative};
}

}  // namespace nabla::math::kernel
