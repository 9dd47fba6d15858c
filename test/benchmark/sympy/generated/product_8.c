#include <math.h>

void kernel_product_8_sympy(double const *restrict in, double *restrict out) {
  double const x0 = in[0];
  double const x1 = in[1];
  double const x2 = in[2];
  double const x3 = in[3];
  double const x4 = in[4];
  double const x5 = in[5];
  double const x6 = in[6];
  double const x7 = in[7];
  double const t0 = x2*x3*x4*x5*x6*x7;
  double const t1 = t0*x1;
  double const t2 = x0*x1*x4*x5*x6*x7;
  double const t3 = x0*x1*x2*x3*x6*x7;
  double const t4 = x0*x1*x2*x3*x4*x5;
  out[0] = t1*x0;
  out[1] = t1;
  out[2] = t0*x0;
  out[3] = t2*x3;
  out[4] = t2*x2;
  out[5] = t3*x5;
  out[6] = t3*x4;
  out[7] = t4*x7;
  out[8] = t4*x6;
}
