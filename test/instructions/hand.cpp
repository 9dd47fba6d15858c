#include "rosenbrock.hpp"

// What a careful person writes. All is read before anything is written, for in and out may overlap as far as the
// compiler knows; no difference or product is computed twice; signs are chosen so that none is turned at the end; the
// value is summed in the order of the formula. Of the variants tried (signs, 200 t or twice 100 t, the order of sums)
// this one takes the fewest instructions on GCC 12 and Clang 16 and 19 together.
void rosenbrock_hand(double const* in, double* out) {
  double const x0 = in[0], x1 = in[1], x2 = in[2], x3 = in[3];
  double const t0 = x0 * x0 - x1, t1 = x1 * x1 - x2, t2 = x2 * x2 - x3;
  double const u0 = x0 - 1, u1 = x1 - 1, u2 = x2 - 1;
  double const a0 = -200 * t0, a1 = -200 * t1, a2 = -200 * t2;  // partial of the i-th term by x[i+1]
  double const p0 = u0 - a0 * x0, p1 = u1 - a1 * x1, p2 = u2 - a2 * x2;  // half its partial by x[i]
  out[0] = (100 * (t0 * t0) + u0 * u0) + (100 * (t1 * t1) + u1 * u1) + (100 * (t2 * t2) + u2 * u2);
  out[1] = p0 + p0;
  out[2] = p1 + p1 + a0;
  out[3] = p2 + p2 + a1;
  out[4] = a2;
}
