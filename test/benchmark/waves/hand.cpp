#include "../harness/kernel.hpp"

#include <cmath>

BENCHMARK_KERNEL(waves, hand) {
  double const x = in[0], y = in[1], xy = x * y, q = x / y, inverse_y = 1 / y;
  double const s = std::sin(xy), c = std::cos(xy), e = std::exp(c + q), se = std::sin(e), ce = std::cos(e);
  double const r = 1 + x * x + y * y, l = std::log(r);
  double const a = ce * e * l, b = (se + se) / r;
  out[0] = se * l;
  out[1] = a * (inverse_y - s * y) + b * x;
  out[2] = b * y - a * (s * x + q * inverse_y);
}

BENCHMARK_KERNEL(waves_third, hand) {
  double const x = in[0], y = in[1], xy = x * y, y2 = y * y;
  double const s = std::sin(xy), c = std::cos(xy), e = std::exp(c + x / y), se = std::sin(e), ce = std::cos(e);
  double const u1 = 1 / y - y * s, u2 = -y2 * c, u3 = y2 * y * s;
  double const u11 = u1 * u1;
  double const e1 = e * u1, e2 = e * (u11 + u2), e3 = e * (u1 * (u11 + 3 * u2) + u3);
  double const s1 = ce * e1, s2 = ce * e2 - se * e1 * e1, s3 = ce * (e3 - e1 * e1 * e1) - 3 * se * e1 * e2;
  double const r = 1 + x * x + y2, l = std::log(r), w = 2 / r;
  double const l1 = x * w, l2 = w - l1 * l1, l3 = -l1 * (w + 2 * l2);
  out[0] = s3 * l + 3 * (s2 * l1 + s1 * l2) + se * l3;
}
