#pragma once

#include <nabla/interval/enclosure.hpp>
#include <nabla/math/error.hpp>
#include <nabla/math/hyperbolic.hpp>
#include <nabla/math/trigonometric.hpp>

// Elementary functions of intervals, found by argument. Where a function is monotonic its ends are those of the operand; elsewhere the
// extreme values inside are known.

namespace nabla {

namespace detail {

/// Values of a function that increases, at the ends of an interval within its domain.
template <class Function>
constexpr enclosure increasing(enclosure const& x, Function f) {
  if (x.is_empty()) return x;
  double const low = f(x.lower()), high = f(x.upper());
  return {is_infinite(x.lower()) && is_infinite(low) ? low : below(low), is_infinite(x.upper()) && is_infinite(high) ? high : above(high)};
}
template <class Function>
constexpr enclosure decreasing(enclosure const& x, Function f) {
  return -increasing(x, [f](double at) { return -f(at); });
}

/// The values that a function can have.
constexpr enclosure within(enclosure const& range, enclosure const& values) { return intersection(range, values); }

inline constexpr enclosure not_negative(0.0, infinite), from_minus_one_to_one(-1.0, 1.0);
inline constexpr double least_double = 0x1p-1074;

/// An exponential: 1 at 0, and positive where it is too small for a double.
template <class Function>
constexpr enclosure exponential(enclosure const& x, Function f) {
  if (x.is_empty()) return x;
  double const low = f(x.lower()), high = f(x.upper());
  double const lower = is_zero_double(x.lower()) ? 1 : is_infinite(x.lower()) || is_zero_double(low) ? 0 : next_down(low);
  double const upper = is_zero_double(x.upper()) ? 1 : is_infinite(x.upper()) ? infinite : next_up(high);
  return {lower, upper < least_double ? least_double : upper};
}

/// A logarithm, with a pole at the lower end of its domain.
template <class Function>
constexpr enclosure logarithm(enclosure const& x, double pole, Function f) {
  if (x.is_empty() || x.upper() <= pole) return enclosure::empty();
  double const upper = above(f(x.upper()));
  return {x.lower() <= pole ? -infinite : below(f(x.lower())), is_infinite(x.upper()) ? infinite : upper};
}

/// A function between -1 and 1 with a known slope, whose zeros are more than `apart` from each other: at most one of them is in a part
/// that is shorter, and the signs of the slope at its ends say whether there is a greatest or a least value inside.
template <class Function, class Slope>
constexpr enclosure wave(enclosure const& x, double apart, Function f, Slope slope) {
  if (x.is_empty()) return x;
  if (is_infinite(x.lower()) || is_infinite(x.upper())) return from_minus_one_to_one;
  double const width = x.width();
  if (width >= 2 * apart) return from_minus_one_to_one;
  if (width >= apart) {
    double const middle = x.middle();
    return hull(wave(enclosure(x.lower(), middle), apart, f, slope), wave(enclosure(middle, x.upper()), apart, f, slope));
  }
  double const first = f(x.lower()), last = f(x.upper());
  double const slope_first = slope(x.lower()), slope_last = slope(x.upper());
  double low = below(first < last ? first : last), high = above(first < last ? last : first);
  if (slope_first > 0 && slope_last < 0) high = 1;
  if (slope_first < 0 && slope_last > 0) low = -1;
  return within(from_minus_one_to_one, {low, high});
}

/// Exact where the value is known to be, as cos(0) is 1.
constexpr enclosure exact_at_zero(enclosure const& x, double value, enclosure const& otherwise) {
  return x.is_point() && x.lower() == 0 ? enclosure(value) : otherwise;
}

}  // namespace detail

#define NABLA_INCREASING(function_, domain_, range_)                                                                       \
  constexpr enclosure function_(enclosure const& x) {                                                                      \
    return detail::within(range_,                                                                                          \
                          detail::increasing(detail::within(domain_, x), [](double at) { return math::kernel::function_(at); })); \
  }
NABLA_INCREASING(cbrt, enclosure::whole_line(), enclosure::whole_line())
NABLA_INCREASING(expm1, enclosure::whole_line(), enclosure(-1.0, detail::infinite))
NABLA_INCREASING(asin, detail::from_minus_one_to_one, enclosure::whole_line())
NABLA_INCREASING(atan, enclosure::whole_line(), enclosure::whole_line())
NABLA_INCREASING(sinh, enclosure::whole_line(), enclosure::whole_line())
NABLA_INCREASING(tanh, enclosure::whole_line(), detail::from_minus_one_to_one)
NABLA_INCREASING(asinh, enclosure::whole_line(), enclosure::whole_line())
NABLA_INCREASING(acosh, enclosure(1.0, detail::infinite), detail::not_negative)
NABLA_INCREASING(erf, enclosure::whole_line(), detail::from_minus_one_to_one)
#undef NABLA_INCREASING

constexpr enclosure exp(enclosure const& x) {
  return detail::exponential(x, [](double at) { return math::kernel::exp(at); });
}
constexpr enclosure exp2(enclosure const& x) {
  return detail::exponential(x, [](double at) { return math::kernel::exp2(at); });
}
constexpr enclosure exp10(enclosure const& x) {
  return detail::exponential(x, [](double at) { return math::kernel::exp10(at); });
}
constexpr enclosure log(enclosure const& x) {
  return detail::logarithm(x, 0, [](double at) { return math::kernel::log(at); });
}
constexpr enclosure log2(enclosure const& x) {
  return detail::logarithm(x, 0, [](double at) { return math::kernel::log2(at); });
}
constexpr enclosure log10(enclosure const& x) {
  return detail::logarithm(x, 0, [](double at) { return math::kernel::log10(at); });
}
constexpr enclosure log1p(enclosure const& x) {
  return detail::logarithm(x, -1, [](double at) { return math::kernel::log1p(at); });
}
constexpr enclosure acos(enclosure const& x) {
  return detail::within(detail::not_negative, detail::decreasing(detail::within(detail::from_minus_one_to_one, x),
                                                                 [](double at) { return math::kernel::acos(at); }));
}
constexpr enclosure erfc(enclosure const& x) {
  if (x.is_empty()) return x;
  double const low = math::kernel::erfc(x.upper()), high = math::kernel::erfc(x.lower());
  return detail::within(enclosure(0.0, 2.0), detail::exact_at_zero(x, 1, {detail::below(low), detail::next_up(high)}));
}
constexpr enclosure cosh(enclosure const& x) {
  enclosure const values = detail::increasing(abs(x), [](double at) { return math::kernel::cosh(at); });
  return detail::within(enclosure(1.0, detail::infinite), detail::exact_at_zero(x, 1, values));
}
/// Infinite at the ends of its domain.
constexpr enclosure atanh(enclosure const& x) {
  enclosure const inside = detail::within(detail::from_minus_one_to_one, x);
  if (inside.is_empty() || inside.upper() <= -1 || inside.lower() >= 1) return enclosure::empty();
  return {inside.lower() <= -1 ? -detail::infinite : detail::below(math::kernel::atanh(inside.lower())),
          inside.upper() >= 1 ? detail::infinite : detail::above(math::kernel::atanh(inside.upper()))};
}

// 3 is less than pi, by more than the width of an interval can be rounded.
constexpr enclosure sin(enclosure const& x) {
  return detail::wave(x, 3, [](double at) { return math::kernel::sin(at); }, [](double at) { return math::kernel::cos(at); });
}
constexpr enclosure cos(enclosure const& x) {
  return detail::exact_at_zero(
      x, 1, detail::wave(x, 3, [](double at) { return math::kernel::cos(at); }, [](double at) { return -math::kernel::sin(at); }));
}
constexpr enclosure sinpi(enclosure const& x) {
  return detail::wave(x, 0.9375, [](double at) { return math::kernel::sinpi(at); }, [](double at) { return math::kernel::cospi(at); });
}
constexpr enclosure cospi(enclosure const& x) {
  return detail::wave(x, 0.9375, [](double at) { return math::kernel::cospi(at); }, [](double at) { return -math::kernel::sinpi(at); });
}
/// The whole line where there is a pole inside.
constexpr enclosure tan(enclosure const& x) {
  if (x.is_empty()) return x;
  if (detail::is_infinite(x.lower()) || detail::is_infinite(x.upper()) || x.width() >= 3) return enclosure::whole_line();
  if ((math::kernel::cos(x.lower()) < 0) != (math::kernel::cos(x.upper()) < 0)) return enclosure::whole_line();
  return detail::increasing(x, [](double at) { return math::kernel::tan(at); });
}

/// The angles of a box. Its extreme ones are at corners, unless the origin or the jump between pi and -pi is inside.
constexpr enclosure atan2(enclosure const& y, enclosure const& x) {
  if (x.is_empty() || y.is_empty()) return enclosure::empty();
  if (x.lower() <= 0 && y.lower() <= 0 && y.upper() >= 0 && (y.lower() < 0 || x.upper() >= 0)) {
    double const pi = detail::next_up(math::kernel::atan2(0.0, -1.0));
    if (y.lower() == 0 && x.upper() >= 0) return {0, pi};
    if (x.lower() == 0 && y.lower() < 0) return {-detail::next_up(pi / 2), detail::next_up(pi / 2)};
    return {-pi, pi};
  }
  enclosure angles = enclosure::empty();
  for (double const across : {x.lower(), x.upper()}) {
    for (double const up : {y.lower(), y.upper()}) {
      double const angle = math::kernel::atan2(detail::is_zero_double(up) ? 0.0 : up, detail::is_zero_double(across) ? 0.0 : across);
      angles = hull(angles, {detail::below(angle), detail::above(angle)});
    }
  }
  return angles;
}

constexpr enclosure hypot(enclosure const& x, enclosure const& y, enclosure const& z = enclosure()) {
  if (x.is_empty() || y.is_empty() || z.is_empty()) return enclosure::empty();
  enclosure const a = abs(x), b = abs(y), c = abs(z);
  double const low = math::kernel::hypot(a.lower(), b.lower(), c.lower()), high = math::kernel::hypot(a.upper(), b.upper(), c.upper());
  return {detail::below(low), detail::is_infinite(high) ? high : detail::above(high)};
}

}  // namespace nabla
