#pragma once

#include <array>
#include <type_traits>

#include "../harness/sum.hpp"

template <class T>
constexpr T valley(T const& x, T const& next) {
  T const t = next - x * x;
  T const u = 1.0 - x;
  return 100.0 * (t * t) + u * u;
}

// W2: the sum of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2 over a chain of n variables, from left to right.
template <int N>
struct rosenbrock {
  static constexpr int variables = N, parameters = 0, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& x, P const&) const {
    using T = std::decay_t<decltype(x[0])>;
    T sum(0.0);
    for (int i = 0; i + 1 < N; ++i) {
      sum += valley(x[i], x[i + 1]);
    }
    return sum;
  }
};

// The same, the order of the sum being free.
template <int N>
struct rosenbrock_sum {
  static constexpr int variables = N, parameters = 0, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& x, P const&) const {
    using T = std::decay_t<decltype(x[0])>;
    std::array<T, N - 1> terms;
    for (int i = 0; i + 1 < N; ++i) {
      terms[i] = valley(x[i], x[i + 1]);
    }
    return T(sum(terms));
  }
};

#define GRADIENTS(K)                                                                                   \
  K(rosenbrock_4, rosenbrock<4>) K(rosenbrock_16, rosenbrock<16>) K(rosenbrock_64, rosenbrock<64>)       \
  K(rosenbrock_256, rosenbrock<256>) K(rosenbrock_1024, rosenbrock<1024>)                              \
  K(rosenbrock_sum_64, rosenbrock_sum<64>) K(rosenbrock_sum_256, rosenbrock_sum<256>) K(rosenbrock_sum_1024, rosenbrock_sum<1024>)
#define GRADIENTS_OF_MANY(K) K(rosenbrock_4096, rosenbrock<4096>) K(rosenbrock_sum_4096, rosenbrock_sum<4096>)
#define FEW_VARIABLES(K) K(rosenbrock_4, rosenbrock<4>)
