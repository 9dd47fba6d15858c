#pragma once

#include <array>
#include <type_traits>

#include "../harness/sum.hpp"

// W13: the energy of a field u on an n x n grid with zeros around it: half the square of the difference of each two neighbours, and
// h^2 (u^4 / 4 - u) of each point; h = 1 / (n + 1). Row by row; the order of the sum is free.
template <int n>
struct laplacian {
  static constexpr int variables = n * n, parameters = 0, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& u, P const&) const {
    using T = std::decay_t<decltype(u[0])>;
    constexpr double h2 = 1.0 / ((n + 1) * (n + 1));
    std::array<T, n * n> terms;
    auto const square = [](T const& d) { return T(d * d); };
    for (int i = 0; i < n; ++i) {
      for (int j = 0; j < n; ++j) {
        T const here = u[i * n + j];
        T links = j + 1 < n ? square(u[i * n + j + 1] - here) : square(here);
        links += i + 1 < n ? square(u[(i + 1) * n + j] - here) : square(here);
        if (i == 0) links += square(here);
        if (j == 0) links += square(here);
        T const u2 = square(here);
        terms[i * n + j] = 0.5 * links + h2 * (0.25 * (u2 * u2) - here);
      }
    }
    return T(sum(terms));
  }
};

#define GRADIENTS(K) K(laplacian_16, laplacian<16>)
#define GRADIENTS_OF_MANY(K) K(laplacian_64, laplacian<64>)
