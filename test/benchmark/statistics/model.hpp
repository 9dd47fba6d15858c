#pragma once

// W11: the sum of the logarithm of the normal density over rows of data, by mean and deviation; log-sum-exp of n variables.
template <int Rows>
struct normal_log_density {
  static constexpr int variables = 2, parameters = Rows, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& x, P const& data) const {
    using std::log;
    using T = std::decay_t<decltype(x[0])>;
    T const level = -log(x[1]) - 0.91893853320467274178;
    T sum(0.0);
    for (int i = 0; i < Rows; ++i) {
      T const z = (data[i] - x[0]) / x[1];
      sum += level - 0.5 * (z * z);
    }
    return sum;
  }
};

template <int N>
struct log_sum_exp {
  static constexpr int variables = N, parameters = 0, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& x, P const&) const {
    using std::exp, std::log;
    using T = std::decay_t<decltype(x[0])>;
    T sum = exp(x[0]);
    for (int i = 1; i < N; ++i) sum += exp(x[i]);
    return T(log(sum));
  }
};

#define GRADIENTS(K) K(normal_log_density, normal_log_density<1000>) K(log_sum_exp, log_sum_exp<32>)
#define FEW_VARIABLES(K) K(normal_log_density, normal_log_density<1000>)
