#pragma once

#include <cstddef>

// Comparison with an oracle, usable in constant expressions.

namespace support {

/// |a - b| <= tolerance * max(1, |b|); false where either is no number.
template <class T>
constexpr bool near(T const& a, T const& b, T const& tolerance) {
  T const size = b < T(0) ? T(-b) : b, distance = a < b ? T(b - a) : T(a - b);
  return distance <= (size > T(1) ? T(tolerance * size) : tolerance);
}

template <class Array, class T>
constexpr bool all_near(Array const& a, Array const& b, T const& tolerance) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!near(a[i], b[i], tolerance)) return false;
  }
  return true;
}

}  // namespace support
