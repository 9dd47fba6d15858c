#include <math.h>

void kernel_mixed_sympy(double const *restrict in, double *restrict out) {
  double const x = in[0];
  double const y = in[1];
  double const z = in[2];
  double const w = in[3];
  double const t0 = x*z;
  double const t1 = exp(t0);
  double const t2 = w*y;
  double const t3 = x + y;
  double const t4 = -w + z;
  double const t5 = cos(t2);
  out[0] = t0*t2 + t1 + t3*(-w + z) + sin(t2);
  out[1] = t1*z + t2*z + t4;
  out[2] = t0*w + t4 + t5*w;
  out[3] = t1*x + t2*x + t3;
  out[4] = t0*y + t5*y - x - y;
}
