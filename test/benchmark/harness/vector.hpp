#pragma once

// Vectors of doubles as wide as the flags allow, for hand-vectorised code: GCC's and Clang's vector extensions.
#include <cmath>
#include <cstring>
#include <utility>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace {

#if defined(__AVX512F__)
constexpr int lanes = 8;
#elif defined(__AVX__)
constexpr int lanes = 4;
#else
constexpr int lanes = 2;
#endif
typedef double vector __attribute__((vector_size(8 * lanes)));

using lane_sequence = std::make_integer_sequence<int, lanes>;

[[maybe_unused]] inline vector load(double const* from) {
  vector result;
  std::memcpy(&result, from, sizeof result);
  return result;
}
[[maybe_unused]] inline void store(double* to, vector value) { std::memcpy(to, &value, sizeof value); }

[[maybe_unused]] inline vector square_root(vector v) {
#if defined(__AVX512F__)
  return _mm512_sqrt_pd(v);
#elif defined(__AVX__)
  return _mm256_sqrt_pd(v);
#elif defined(__SSE2__)
  return _mm_sqrt_pd(v);
#else
  for (int k = 0; k < lanes; ++k) v[k] = std::sqrt(v[k]);
  return v;
#endif
}

/// The last lane of `before`, then `here` without its last lane.
[[maybe_unused]] inline vector moved_up(vector before, vector here) {
  return [&]<int... I>(std::integer_sequence<int, I...>) {
    return __builtin_shufflevector(before, here, (lanes - 1 + I)...);
  }(lane_sequence());
}
/// `here` without its first lane, then the first lane of `after`.
[[maybe_unused]] inline vector moved_down(vector here, vector after) {
  return [&]<int... I>(std::integer_sequence<int, I...>) {
    return __builtin_shufflevector(here, after, (1 + I)...);
  }(lane_sequence());
}

/// The sum of the lanes, by halves.
[[maybe_unused]] inline double total(vector v) {
  double parts[lanes];
  store(parts, v);
  for (int half = lanes / 2; half > 0; half /= 2) {
    for (int k = 0; k < half; ++k) parts[k] += parts[k + half];
  }
  return parts[0];
}

}  // namespace
