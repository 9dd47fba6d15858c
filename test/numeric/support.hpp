#pragma once

#include <cmath>
#include <complex>
#include <stdexcept>
#include <string>

// What the tests of numeric/ share. Nothing here is used by the headers.

namespace support {

inline constexpr auto square = [](auto x) { return x * x; };
inline constexpr auto cube = [](auto x) { return x * x * x; };
inline constexpr auto fourth = [](auto x) { return x * x * x * x; };
inline constexpr auto reciprocal = [](auto x) { return 1 / x; };

/// The message a bad input is refused with; empty if it is not refused.
template <class F>
std::string refusal(F&& f) {
  try {
    f();
  } catch (std::invalid_argument const& error) {
    return error.what();
  }
  return {};
}

/// |a - b| <= tolerance, in constant expressions too.
template <class T>
constexpr bool near(T const& a, T const& b, T const& tolerance) {
  return (a < b ? b - a : a - b) <= tolerance;
}

}  // namespace support
