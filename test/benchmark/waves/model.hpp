#pragma once

// W4: sin(exp(cos(x y) + x / y)) log(1 + x^2 + y^2): gradient, and third derivative by x.
struct waves {
  static constexpr int variables = 2, parameters = 0, outputs = 1;
  template <class X, class P>
  auto operator()(X const& at, P const&) const {
    using std::cos, std::exp, std::log, std::sin;
    using T = std::decay_t<decltype(at[0])>;
    T const &x = at[0], &y = at[1];
    return T(sin(T(exp(T(cos(T(x * y)) + x / y)))) * log(T(1.0 + x * x + y * y)));
  }
};

#define GRADIENTS(K) K(waves, waves)
#define FEW_VARIABLES(K) GRADIENTS(K)
// Not by Ceres, whose dual numbers cannot be divided where they are nested three deep.
#define HIGHER(K) K(waves_third, waves, 3)
