#pragma once

// W1: 3 x^2 - 4 x by x; 2 z^3 x^2 by z and x.
struct polynomial {
  static constexpr int variables = 1, parameters = 0, outputs = 1;
  template <class X, class P>
  auto operator()(X const& x, P const&) const {
    using T = std::decay_t<decltype(x[0])>;
    return T(3.0 * x[0] * x[0] - 4.0 * x[0]);
  }
};

struct monomial {
  static constexpr int variables = 2, parameters = 0, outputs = 1;
  template <class X, class P>
  auto operator()(X const& x, P const&) const {
    using T = std::decay_t<decltype(x[0])>;
    return T(2.0 * (x[0] * x[0] * x[0]) * (x[1] * x[1]));
  }
};

#define GRADIENTS(K) K(polynomial, polynomial) K(monomial, monomial)
#define FEW_VARIABLES(K) GRADIENTS(K)
