#include "../harness/kernel.hpp"

#include <cmath>

// The rotation as c X + a (w x X) + b w (w . X), with a = sin / angle and b = (1 - cos) / angle^2: its derivatives along a row
// of the projection's Jacobian are again a few inner and outer products.
BENCHMARK_KERNEL(bundle_adjustment, hand) {
  double const w0 = in[0], w1 = in[1], w2 = in[2], f = in[6], k1 = in[7], k2 = in[8], X0 = in[9], X1 = in[10], X2 = in[11];
  double const angle2 = w0 * w0 + w1 * w1 + w2 * w2, angle = std::sqrt(angle2);
  double const s = std::sin(angle), c = std::cos(angle);
  double const inverse2 = 1 / angle2, a = s * angle * inverse2, b = (1 - c) * inverse2;
  double const along = w0 * X0 + w1 * X1 + w2 * X2, b_along = b * along;
  double const cross0 = w1 * X2 - w2 * X1, cross1 = w2 * X0 - w0 * X2, cross2 = w0 * X1 - w1 * X0;
  double const p0 = X0 * c + a * cross0 + b_along * w0 + in[3];
  double const p1 = X1 * c + a * cross1 + b_along * w1 + in[4];
  double const p2 = X2 * c + a * cross2 + b_along * w2 + in[5];
  double const i = -1 / p2, u = p0 * i, v = p1 * i;
  double const r2 = u * u + v * v, d = 1 + r2 * (k1 + k2 * r2), slope = 2 * (k1 + 2 * k2 * r2);
  double const fd = f * d, fi = f * i;
  out[0] = fd * u - in[12];
  out[1] = fd * v - in[13];
  // What the angle changes of the rotated point, over w.
  double const da = (c - a) * inverse2, db = (a - 2 * b) * inverse2 * along;
  double const q0 = da * cross0 + db * w0 - a * X0, q1 = da * cross1 + db * w1 - a * X1, q2 = da * cross2 + db * w2 - a * X2;
  double const mixed = fi * (u * v * slope), radial = fi * (d + r2 * slope);
  double const rows[2][4] = {{fi * (d + u * u * slope), mixed, u * radial, u}, {mixed, fi * (d + v * v * slope), v * radial, v}};
  for (int k = 0; k < 2; ++k) {
    double const g0 = rows[k][0], g1 = rows[k][1], g2 = rows[k][2], z = rows[k][3];
    double* const row = out + 2 + 12 * k;
    double const gq = g0 * q0 + g1 * q1 + g2 * q2, gw = b * (g0 * w0 + g1 * w1 + g2 * w2);
    row[0] = w0 * gq + a * (X1 * g2 - X2 * g1) + b_along * g0 + gw * X0;
    row[1] = w1 * gq + a * (X2 * g0 - X0 * g2) + b_along * g1 + gw * X1;
    row[2] = w2 * gq + a * (X0 * g1 - X1 * g0) + b_along * g2 + gw * X2;
    row[3] = g0;
    row[4] = g1;
    row[5] = g2;
    row[6] = d * z;
    row[7] = f * z * r2;
    row[8] = f * z * (r2 * r2);
    row[9] = c * g0 + a * (g1 * w2 - g2 * w1) + gw * w0;
    row[10] = c * g1 + a * (g2 * w0 - g0 * w2) + gw * w1;
    row[11] = c * g2 + a * (g0 * w1 - g1 * w0) + gw * w2;
  }
}
