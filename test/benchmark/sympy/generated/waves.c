#include <math.h>

void kernel_waves_sympy(double const *restrict in, double *restrict out) {
  double const x = in[0];
  double const y = in[1];
  double const t0 = y*y;
  double const t1 = t0 + 1 + x*x;
  double const t2 = log(t1);
  double const t3 = x*y;
  double const t4 = 1.0/y;
  double const t5 = exp(t4*x + cos(t3));
  double const t6 = sin(t5);
  double const t7 = 2*t6*1.0/t1;
  double const t8 = sin(t3);
  double const t9 = t2*t5*cos(t5);
  out[0] = t2*t6;
  out[1] = t7*x + t9*(t4 - t8*y);
  out[2] = t7*y + t9*(-t8*x - x*1.0/t0);
}
