#pragma once

#include <array>
#include <type_traits>

// W16: eight steps of 0.01 of the classical Runge-Kutta method through the Lorenz system; the state at the end and its Jacobian by the
// state at the beginning. Parameters: sigma, rho, beta.
struct lorenz {
  static constexpr int variables = 3, parameters = 3, outputs = 3;
  template <class X, class P>
  constexpr auto operator()(X const& start, P const& p) const {
    using T = std::decay_t<decltype(start[0])>;
    using state = std::array<T, 3>;
    constexpr double h = 0.01;
    auto const slope = [&p](state const& s) {
      return state{T(p[0] * (s[1] - s[0])), T(s[0] * (p[1] - s[2]) - s[1]), T(s[0] * s[1] - p[2] * s[2])};
    };
    auto const ahead = [](state const& s, double by, state const& k) {
      return state{T(s[0] + by * k[0]), T(s[1] + by * k[1]), T(s[2] + by * k[2])};
    };
    state s{start[0], start[1], start[2]};
    for (int step = 0; step < 8; ++step) {
      state const k1 = slope(s), k2 = slope(ahead(s, h / 2, k1)), k3 = slope(ahead(s, h / 2, k2)), k4 = slope(ahead(s, h, k3));
      for (int i = 0; i < 3; ++i) s[i] += h / 6 * (k1[i] + 2.0 * (k2[i] + k3[i]) + k4[i]);
    }
    return s;
  }
};

#define JACOBIANS(K) K(lorenz, lorenz)
