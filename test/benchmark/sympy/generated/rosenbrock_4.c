#include <math.h>

void kernel_rosenbrock_4_sympy(double const *restrict in, double *restrict out) {
  double const x0 = in[0];
  double const x1 = in[1];
  double const x2 = in[2];
  double const x3 = in[3];
  double const t0 = x0*x0;
  double const t1 = -t0 + x1;
  double const t2 = x1*x1;
  double const t3 = -t2 + x2;
  double const t4 = x2*x2;
  double const t5 = -t4 + x3;
  out[0] = pow(1 - x0, 2) + pow(1 - x1, 2) + pow(1 - x2, 2) + 100*(t1*t1) + 100*(t3*t3) + 100*(t5*t5);
  out[1] = -400*t1*x0 + 2*x0 - 2;
  out[2] = -200*t0 - 400*t3*x1 + 202*x1 - 2;
  out[3] = -200*t2 - 400*t5*x2 + 202*x2 - 2;
  out[4] = -200*t4 + 200*x3;
}
