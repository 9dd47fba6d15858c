#pragma once

// W3: the price of a European call by spot, strike, rate, volatility and time; its five first-order Greeks, its Hessian.
struct black_scholes {
  static constexpr int variables = 5, parameters = 0, outputs = 1;
  template <class X, class P>
  auto operator()(X const& x, P const&) const {
    using std::erfc, std::exp, std::log, std::sqrt;
    using T = std::decay_t<decltype(x[0])>;
    T const &S = x[0], &K = x[1], &r = x[2], &sigma = x[3], &t = x[4];
    T const v = sigma * sqrt(t);
    T const d1 = (log(S / K) + (r + sigma * sigma / 2.0) * t) / v;
    T const d2 = d1 - v;
    double const half_root = 0.70710678118654752440;
    T const n1 = 0.5 * erfc(T(-half_root * d1));
    T const n2 = 0.5 * erfc(T(-half_root * d2));
    return T(S * n1 - K * exp(T(-(r * t))) * n2);
  }
};

#define GRADIENTS(K) K(black_scholes, black_scholes)
#define HESSIANS(K) K(black_scholes_hessian, black_scholes)
#define FEW_VARIABLES(K) GRADIENTS(K)
#define FEW_VARIABLES_HESSIANS(K) HESSIANS(K)
