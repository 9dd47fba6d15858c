#pragma once

// W2: the sum of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2 over a chain of n variables.
template <int N>
struct rosenbrock {
  static constexpr int variables = N, parameters = 0, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& x, P const&) const {
    using T = std::decay_t<decltype(x[0])>;
    T sum(0.0);
    for (int i = 0; i + 1 < N; ++i) {
      T const t = x[i + 1] - x[i] * x[i];
      T const u = 1.0 - x[i];
      sum += 100.0 * (t * t) + u * u;
    }
    return sum;
  }
};

#define GRADIENTS(K)                                                                                   \
  K(rosenbrock_4, rosenbrock<4>) K(rosenbrock_16, rosenbrock<16>) K(rosenbrock_64, rosenbrock<64>)       \
  K(rosenbrock_256, rosenbrock<256>) K(rosenbrock_1024, rosenbrock<1024>)
#define FEW_VARIABLES(K) K(rosenbrock_4, rosenbrock<4>)
