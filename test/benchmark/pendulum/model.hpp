#pragma once

// W10: the constraints of a pendulum of N links that hangs from the origin, (x[i] - x[i-1])^2 + (y[i] - y[i-1])^2 - L[i]^2; N
// values and the Jacobian, dense, by x[1], y[1], x[2], y[2] ... Parameters: the lengths.
template <int N>
struct pendulum {
  static constexpr int variables = 2 * N, parameters = N, outputs = N;
  template <class X, class P>
  constexpr auto operator()(X const& q, P const& length) const {
    using T = std::decay_t<decltype(q[0])>;
    std::array<T, N> result;
    for (int i = 0; i < N; ++i) {
      T const x = i == 0 ? T(q[0]) : T(q[2 * i] - q[2 * i - 2]);
      T const y = i == 0 ? T(q[1]) : T(q[2 * i + 1] - q[2 * i - 1]);
      result[i] = x * x + y * y - length[i] * length[i];
    }
    return result;
  }
};

#define JACOBIANS(K) K(pendulum_2, pendulum<2>) K(pendulum_10, pendulum<10>) K(pendulum_50, pendulum<50>)
