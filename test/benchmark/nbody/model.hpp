#pragma once

#include <array>
#include <cmath>
#include <type_traits>

#include "../harness/sum.hpp"

// W14: the energy of N bodies in space, minus the sum over all pairs of m[i] m[j] / sqrt(|r[i] - r[j]|^2 + 0.01), by the coordinates
// x, y, z of one body after the other. Parameters: the masses. The order of the sum is free.
template <int N>
struct nbody {
  static constexpr int variables = 3 * N, parameters = N, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& r, P const& m) const {
    using std::sqrt;
    using T = std::decay_t<decltype(r[0])>;
    std::array<T, N * (N - 1) / 2> terms;
    std::size_t pair = 0;
    for (int i = 1; i < N; ++i) {
      for (int j = 0; j < i; ++j) {
        T const x = r[3 * i] - r[3 * j], y = r[3 * i + 1] - r[3 * j + 1], z = r[3 * i + 2] - r[3 * j + 2];
        T const distance2 = x * x + y * y + z * z + 0.01;
        terms[pair++] = m[i] * m[j] / sqrt(distance2);
      }
    }
    return T(-sum(terms));
  }
};

#define GRADIENTS(K) K(nbody_8, nbody<8>) K(nbody_32, nbody<32>)
