#pragma once

// W6: a network 2-8-8-1 with tanh in its two hidden layers and the square of the error as loss; by all 105 weights. A layer's
// weights stand row by row, each row followed by its bias. Parameters: two inputs and the target.
struct network {
  static constexpr int variables = 105, parameters = 3, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& w, P const& p) const {
    using std::tanh;
    using T = std::decay_t<decltype(w[0])>;
    T first[8], second[8];
    for (int i = 0; i < 8; ++i) {
      T const sum = w[3 * i] * p[0] + w[3 * i + 1] * p[1] + w[3 * i + 2];
      first[i] = tanh(sum);
    }
    for (int i = 0; i < 8; ++i) {
      T sum = w[24 + 9 * i] * first[0];
      for (int j = 1; j < 8; ++j) sum += w[24 + 9 * i + j] * first[j];
      sum += w[24 + 9 * i + 8];
      second[i] = tanh(sum);
    }
    T sum = w[96] * second[0];
    for (int j = 1; j < 8; ++j) sum += w[96 + j] * second[j];
    sum += w[104];
    T const error = sum - p[2];
    return T(error * error);
  }
};

#define GRADIENTS(K) K(network, network)
