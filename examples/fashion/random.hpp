#pragma once

// Random numbers that are the same everywhere. The standard fixes what std::mt19937_64 gives, but neither std::shuffle nor the
// distributions, which differ between standard libraries.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <random>
#include <utility>
#include <vector>

namespace fashion {

using generator = std::mt19937_64;

/// Uniform in [0, 1): the upper 53 bits.
inline double uniform(generator& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

/// Uniform in 0 .. count - 1, exactly: the incomplete last multiple of `count` is drawn again.
inline std::uint64_t below(std::uint64_t count, generator& random) {
  std::uint64_t const excess = (UINT64_MAX % count + 1) % count;
  std::uint64_t drawn = random();
  while (drawn > UINT64_MAX - excess) drawn = random();
  return drawn % count;
}

/// Standard normal, by Box and Muller's transformation.
inline double normal(generator& random) {
  double const radius = std::sqrt(-2 * std::log(1 - uniform(random)));
  return radius * std::cos(2 * std::numbers::pi * uniform(random));
}

/// A random permutation of 0 .. count - 1 (Fisher and Yates). It depends on the generator alone, not on a permutation before.
inline void permute(std::vector<std::uint32_t>& order, std::size_t count, generator& random) {
  order.resize(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::uint32_t>(i);
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[below(i, random)]);
}

/// Weights of a layer before relu, a row for each of its inputs: normal, with variance 2 / inputs.
///
/// @source  He, Zhang, Ren, Sun, Delving deep into rectifiers (2015)
template <class Matrix>
void he_initialise(Matrix& weights, generator& random) {
  double const deviation = std::sqrt(2.0 / static_cast<double>(weights.rows()));
  for (auto& weight : weights.reshaped()) {
    weight = static_cast<typename Matrix::Scalar>(deviation * normal(random));
  }
}

}  // namespace fashion
