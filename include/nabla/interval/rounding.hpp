#pragma once

#include <nabla/math/power.hpp>
#include <nabla/math/rounding.hpp>

// Rounding downward and upward without the processor's rounding mode, of which a constant evaluation knows nothing: sums, products,
// quotients and square roots are computed to 128 digits and a sticky one (math/wide.hpp), which tells on which side of the nearest double
// the exact result lies. That is read from bits, so that neither contraction to fused operations nor -ffast-math disturbs it.

namespace nabla::detail {

using math::kernel::wide;

inline constexpr double infinite = math::kernel::infinity<double>;
inline constexpr double largest_double = 0x1.fffffffffffffp+1023;

constexpr bool is_infinite(double x) { return math::kernel::is_infinite(x); }
constexpr bool is_zero_double(double x) { return math::kernel::bits(x) << 1 == 0; }

/// The next double above, and below; infinities stay, but for the way back from them.
constexpr double next_up(double x) {
  std::uint64_t const bits = math::kernel::bits(x);
  if (bits == math::kernel::bits_of_infinity) return x;
  if (is_zero_double(x)) return std::bit_cast<double>(std::uint64_t{1});
  return std::bit_cast<double>(bits >> 63 ? bits - 1 : bits + 1);
}
constexpr double next_down(double x) { return -next_up(-x); }

/// Whether an exact number, in which a digit that is lost is set as the lowest one, is below a double.
constexpr bool is_below(wide const& exactly, double x) {
  wide const other = math::kernel::widened(x);
  if (exactly.digits == 0 || other.digits == 0) return exactly.digits ? exactly.negative : other.digits && !other.negative;
  if (exactly.negative != other.negative) return exactly.negative;
  return exactly.negative ? math::kernel::magnitude_less(other, exactly) : math::kernel::magnitude_less(exactly, other);
}

/// The greatest double that is not above a number.
constexpr double rounded_down(wide const& exactly) {
  if (exactly.digits == 0) return 0;
  double const nearest = math::kernel::rounded<double>(exactly);
  if (is_infinite(nearest)) return exactly.negative ? nearest : largest_double;
  return is_below(exactly, nearest) ? next_down(nearest) : nearest;
}
constexpr double rounded_up(wide const& exactly) { return -rounded_down(-exactly); }

// Sums are of ends of one kind, of which an infinite one decides; of products 0 decides, for it is a product with numbers however
// large; of quotients an infinite divisor.

constexpr double sum_down(double a, double b) {
  if (is_infinite(a) || is_infinite(b)) return is_infinite(a) ? a : b;
  return rounded_down(math::kernel::widened(a) + math::kernel::widened(b));
}
constexpr double sum_up(double a, double b) { return -sum_down(-a, -b); }

constexpr double product_down(double a, double b) {
  if (is_zero_double(a) || is_zero_double(b)) return 0;
  if (is_infinite(a) || is_infinite(b)) return (a < 0) == (b < 0) ? infinite : -infinite;
  return rounded_down(math::kernel::widened(a) * math::kernel::widened(b));
}
constexpr double product_up(double a, double b) { return -product_down(-a, b); }

/// b is not 0, and not both are infinite.
constexpr double quotient_down(double a, double b) {
  if (is_zero_double(a) || is_infinite(b)) return 0;
  if (is_infinite(a)) return (a < 0) == (b < 0) ? infinite : -infinite;
  return rounded_down(math::kernel::widened(a) / math::kernel::widened(b));
}
constexpr double quotient_up(double a, double b) { return -quotient_down(-a, b); }

/// x is not negative.
constexpr double root_down(double x) { return is_infinite(x) ? x : rounded_down(math::kernel::sqrt(math::kernel::widened(x))); }
constexpr double root_up(double x) { return is_infinite(x) ? x : rounded_up(math::kernel::sqrt(math::kernel::widened(x))); }

// Elementary functions. The library's own (math/, never those of the machine) are less than one unit in the last place from the exact
// value, so that it lies between the neighbours of the result. A result 0 is exact: the function has a zero there, or else (the
// exponentials, erfc and powers) it is positive and the least double is above it.

constexpr double below(double result) { return is_zero_double(result) ? 0 : next_down(result); }
constexpr double above(double result) { return is_zero_double(result) ? 0 : next_up(result); }

}  // namespace nabla::detail
