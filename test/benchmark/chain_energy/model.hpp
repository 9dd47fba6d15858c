#pragma once

// W9: the sum of x log x, of c (x[k] - x[k+1])^2, and exp(x[0] x[n-1]); value, gradient and Hessian. Parameter: c.
template <int N>
struct chain_energy {
  static constexpr int variables = N, parameters = 1, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& x, P const& c) const {
    using std::exp, std::log;
    using T = std::decay_t<decltype(x[0])>;
    T sum = x[0] * log(x[0]);
    for (int k = 1; k < N; ++k) sum += x[k] * log(x[k]);
    for (int k = 0; k + 1 < N; ++k) {
      T const t = x[k] - x[k + 1];
      sum += t * t * c[0];
    }
    T const ends = x[0] * x[N - 1];
    sum += exp(ends);
    return sum;
  }
};

#define VALUE_GRADIENT_HESSIANS(K) \
  K(chain_energy_4, chain_energy<4>) K(chain_energy_8, chain_energy<8>) K(chain_energy_64, chain_energy<64>)
#define FEW_VARIABLES_VALUE_GRADIENT_HESSIANS(K) K(chain_energy_4, chain_energy<4>)
