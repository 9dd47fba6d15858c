#pragma once

#include <array>
#include <cstddef>

/// The sum of terms in any order, for generic code. Numbers of nabla's find nabla::sum instead, which may re-associate; the other
/// peers have no such word and add from left to right.
template <class T, std::size_t N>
constexpr T sum(std::array<T, N> const& terms) {
  T result = terms[0];
  for (std::size_t k = 1; k < N; ++k) result += terms[k];
  return result;
}
