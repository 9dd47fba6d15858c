#pragma once

// W7: the product of n variables.
template <int N>
struct product {
  static constexpr int variables = N, parameters = 0, outputs = 1;
  template <class X, class P>
  constexpr auto operator()(X const& x, P const&) const {
    using T = std::decay_t<decltype(x[0])>;
    T result = x[0];
    for (int i = 1; i < N; ++i) result *= x[i];
    return result;
  }
};

#define GRADIENTS(K) K(product_8, product<8>) K(product_32, product<32>) K(product_128, product<128>)
#define FEW_VARIABLES(K) K(product_8, product<8>)
