#pragma once

#include <nabla/interval/elementary.hpp>

namespace nabla {

namespace detail {

/// x^n for x >= 0, ends outward; exact where the digits suffice. x may be infinite, or 0 where n < 0.
struct power_of_end {
  double low;
  double high;

  constexpr power_of_end(double x, double n) : low(1), high(1) {
    if (n == 0 || x == 1) return;
    if (is_zero_double(x) || is_infinite(x) || is_infinite(n)) {
      bool const grows = is_zero_double(x) ? n < 0 : (x > 1) == (n > 0);
      low = high = grows ? infinite : 0;
      if (is_infinite(n) && grows && !is_infinite(x)) low = largest_double;
      return;
    }
    if (-64 < n && n < 64 && math::kernel::is_integer(math::kernel::widened(n))) {
      wide const power = math::kernel::power(math::kernel::widened(x), static_cast<int>(n));
      // Where a product lost digits its lowest one is set; it is then right to more than 100 of them.
      bool const exactly = (power.digits & 1) == 0;
      wide const error = exactly ? wide{} : math::kernel::scaled(power, -100);
      low = rounded_down(power - error);
      high = rounded_up(power + error);
      if (low < 0) low = 0;
      return;
    }
    double const value = math::kernel::pow(x, n);
    low = below(value);
    high = next_up(value);
  }
};

/// x^n for x >= 0 is monotonic in each operand, so that the extreme values are at corners.
constexpr enclosure power_of_size(enclosure const& x, enclosure const& n) {
  enclosure result = enclosure::empty();
  for (double const base : {x.lower(), x.upper()}) {
    for (double const exponent : {n.lower(), n.upper()}) {
      power_of_end const power(base, exponent);
      result = hull(result, {power.low, power.high});
    }
  }
  return result;
}

constexpr bool is_whole(double n) { return !is_infinite(n) && math::kernel::is_integer(math::kernel::widened(n)); }
constexpr bool is_odd_whole(double n) { return !is_infinite(n) && math::kernel::is_odd(math::kernel::widened(n)); }

/// Whether there is a whole number in an interval.
constexpr bool holds_whole_number(enclosure const& n) {
  if (n.width() >= 1 || is_whole(n.lower()) || is_whole(n.upper())) return true;
  auto const floor = [](double x) { return math::kernel::split(math::kernel::widened(x)).whole; };
  return floor(n.lower()) != floor(n.upper());
}

constexpr enclosure whole_power(enclosure const& x, double n) {
  enclosure const size = abs(x), power = power_of_size(size, n);
  if (!is_odd_whole(n)) return power;
  if (x.lower() >= 0) return power;
  if (x.upper() <= 0) return -power;
  if (n < 0) return enclosure::whole_line();
  enclosure const negative = power_of_size(-x.lower(), n), positive = power_of_size(x.upper(), n);
  return {-negative.upper(), positive.upper()};
}

}  // namespace detail

/// x^n. A whole exponent goes by its parity; others want a base that is not negative, and leave out the rest of it. Of an exponent
/// that is an interval the whole ones are counted with negative bases too.
constexpr enclosure pow(enclosure const& x, enclosure const& n) {
  if (x.is_empty() || n.is_empty()) return enclosure::empty();
  if (n.is_point() && detail::is_whole(n.lower())) {
    if (n.lower() < 0 && x.is_point() && x.lower() == 0) return enclosure::empty();
    return detail::whole_power(x, n.lower());
  }
  enclosure const inside = intersection(x, detail::not_negative);
  enclosure result = inside.is_empty() ? inside : detail::power_of_size(inside, n);
  if (x.lower() < 0 && detail::holds_whole_number(n)) {
    enclosure const beyond = detail::power_of_size(abs(intersection(x, -detail::not_negative)), n);
    result = hull(result, hull(beyond, -beyond));
  }
  return result;
}

}  // namespace nabla
