#include "../harness/kernel.hpp"

#include <cmath>

// The textbook's formulas: S n(d1) = K exp(-rT) n(d2), so that one density serves all derivatives.
static constexpr double half_root = 0.70710678118654752440, inverse_root_two_pi = 0.39894228040143267794;

BENCHMARK_KERNEL(black_scholes, hand) {
  double const S = in[0], K = in[1], r = in[2], sigma = in[3], t = in[4];
  double const root = std::sqrt(t), v = sigma * root;
  double const d1 = (std::log(S / K) + (r + 0.5 * sigma * sigma) * t) / v, d2 = d1 - v;
  double const N1 = 0.5 * std::erfc(-half_root * d1), N2 = 0.5 * std::erfc(-half_root * d2);
  double const discounted = std::exp(-r * t) * N2, paid = K * discounted;
  double const density = S * (inverse_root_two_pi * std::exp(-0.5 * d1 * d1));
  double const vega = density * root;
  out[0] = S * N1 - paid;
  out[1] = N1;
  out[2] = -discounted;
  out[3] = t * paid;
  out[4] = vega;
  out[5] = 0.5 * vega * sigma / t + r * paid;
}

BENCHMARK_KERNEL(black_scholes_hessian, hand) {
  double const S = in[0], K = in[1], r = in[2], sigma = in[3], t = in[4];
  double const root = std::sqrt(t), v = sigma * root, inverse_v = 1 / v, inverse_sigma = root * inverse_v;
  double const rate = r + 0.5 * sigma * sigma;
  double const d1 = (std::log(S / K) + rate * t) * inverse_v, d2 = d1 - v;
  double const N2 = 0.5 * std::erfc(-half_root * d2);
  double const discounted = std::exp(-r * t) * N2, paid = K * discounted;
  double const n1 = inverse_root_two_pi * std::exp(-0.5 * d1 * d1), Sn1 = S * n1, ratio = Sn1 / K;
  double const half_by_t = 0.5 / t;
  double const e1 = rate * inverse_v - d1 * half_by_t, e2 = e1 - v * half_by_t;  // of d1 and d2 by t
  double const by_sigma = root * inverse_sigma, decay = t * paid;
  double const SS = n1 * inverse_v / S, KK = ratio * inverse_v / K, SK = -n1 * inverse_v / K;
  double const Sr = n1 * by_sigma, Kr = t * discounted - ratio * by_sigma, rr = t * (Sn1 * by_sigma - decay);
  double const Ss = -n1 * d2 * inverse_sigma, d1s = d1 * inverse_sigma;
  double const Ks = ratio * d1s, rs = -t * Sn1 * d1s, ss = Sn1 * root * d2 * d1s;
  double const St = n1 * e1, Kt = r * discounted - ratio * e2, rt = paid * (1 - r * t) + t * Sn1 * e2;
  double const turn = d1 * e1;
  double const st = Sn1 * root * (half_by_t - turn);
  double const tt = r * (Sn1 * e2 - r * paid) - Sn1 * v * half_by_t * (turn + half_by_t);
  double const rows[25] = {SS, SK, Sr, Ss, St, SK, KK, Kr, Ks, Kt, Sr, Kr, rr, rs, rt, Ss, Ks, rs, ss, st, St, Kt, rt, st, tt};
  for (int i = 0; i < 25; ++i) out[i] = rows[i];
}
