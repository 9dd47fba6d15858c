#pragma once

#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <special/reference.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <string_view>

namespace special {

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;

template <class T>
T number(char const* text) {
  if constexpr (std::is_floating_point_v<T>) {
    return static_cast<T>(std::strtold(text, nullptr));
  } else {
    return T(text);
  }
}

/// Distance in units in the last place of the expected value (of 1 where that is 0), measured with the reference's digits
/// where the platform's long double has more than T.
template <class T>
double units(T const& found, char const* text) {
  using wide = std::conditional_t<std::is_floating_point_v<T>, long double, T>;
  using std::abs;
  wide const expected = number<wide>(text);
  wide distance = abs(static_cast<wide>(found) - expected);
  wide size = expected == wide(0) ? wide(1) : wide(abs(expected));
  if (size < wide(std::numeric_limits<T>::min())) size = wide(std::numeric_limits<T>::min());
  using std::frexp, std::ldexp;
  int exponent = 0;
  static_cast<void>(frexp(size, &exponent));
  return static_cast<double>(wide(ldexp(distance, std::numeric_limits<T>::digits - exponent)));
}

/// Units in the last place that the value and the first derivative, the second, the third may be off. A difference of more
/// near zeros and poles is said where it is allowed: `except` skips a point.
struct tolerance {
  double first = 16;
  double second = 256;
  double third = 4096;
};

/// A number of units to two digits.
inline double rounded(double units) { return units < 10 ? std::round(units * 10) / 10 : std::round(units); }

/// Compares a formula in x with the reference of a name: as computed jointly with its derivatives, and each derivative as a
/// formula of its own. Reports the worst of each order.
template <class T = double, class Formula, class Skip = bool (*)(double)>
void check(std::string_view name, Formula f, tolerance allowed = {}, Skip skip = [](double) { return false; }) {
  double const limits[] = {allowed.first, allowed.first, allowed.second, allowed.third};
  double worst[4] = {}, place[4] = {};
  std::size_t points = 0;
  for (reference const& known : references) {
    if (known.name != name || skip(known.at)) continue;
    ++points;
    T const at(known.at);
    auto const joint = value_and_derivatives<3>(f, x)(at);
    std::array<T, 4> const single{f(at), derivative(f, x)(at), nabla::derivative<2>(f, x)(at), nabla::derivative<3>(f, x)(at)};
    for (std::size_t k = 0; k < 4; ++k) {
      for (T const& found : {T(joint[k]), single[k]}) {
        double const off = units(found, known.values[k]);
        BOOST_TEST(off <= limits[k], name << " at " << known.at << ", derivative " << k << ": " << found << " for "
                                          << known.values[k] << ", off by " << off << " units");
        if (!(off <= worst[k])) worst[k] = off, place[k] = known.at;
      }
    }
  }
  BOOST_TEST(points >= 10U, "only " << points << " reference points for " << name);
  // A row of the table that FUNCTIONS.md shows, which says how to print it.
  if constexpr (std::is_same_v<T, double>) {
    BOOST_TEST_MESSAGE("| `" << name << "` | " << points << " | " << rounded(worst[0]) << " at " << place[0] << " | " << rounded(worst[1]) << " at "
                             << place[1] << " | " << rounded(worst[2]) << " at " << place[2] << " | " << rounded(worst[3]) << " at " << place[3] << " |");
  }
}

}  // namespace special
