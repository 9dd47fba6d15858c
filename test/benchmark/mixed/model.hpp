#pragma once

// W8: (x + y)(z - w) + exp(x z) + sin(y w) + x y z w, gradient; the fourth derivative of sin.
struct mixed {
  static constexpr int variables = 4, parameters = 0, outputs = 1;
  template <class X, class P>
  auto operator()(X const& at, P const&) const {
    using std::exp, std::sin;
    using T = std::decay_t<decltype(at[0])>;
    T const &x = at[0], &y = at[1], &z = at[2], &w = at[3];
    return T((x + y) * (z - w) + exp(T(x * z)) + sin(T(y * w)) + x * y * z * w);
  }
};

struct sine {
  static constexpr int variables = 1, parameters = 0, outputs = 1;
  template <class X, class P>
  auto operator()(X const& x, P const&) const {
    using std::sin;
    using T = std::decay_t<decltype(x[0])>;
    return T(sin(x[0]));
  }
};

#define GRADIENTS(K) K(mixed, mixed)
#define FEW_VARIABLES(K) GRADIENTS(K)
#define HIGHER(K) K(sine_fourth, sine, 4)
#define HIGHER_BY_JETS(K) HIGHER(K)
