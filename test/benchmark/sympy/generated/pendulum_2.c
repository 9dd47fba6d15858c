#include <math.h>

void kernel_pendulum_2_sympy(double const *restrict in, double *restrict out) {
  double const q0 = in[0];
  double const q1 = in[1];
  double const q2 = in[2];
  double const q3 = in[3];
  double const l0 = in[4];
  double const l1 = in[5];
  double const t0 = 2*q0;
  double const t1 = 2*q1;
  double const t2 = -2*q2 + t0;
  double const t3 = -2*q3 + t1;
  out[0] = -(l0*l0) + q0*q0 + q1*q1;
  out[1] = pow(-q0 + q2, 2) + pow(-q1 + q3, 2) - (l1*l1);
  out[2] = t0;
  out[3] = t1;
  out[4] = 0;
  out[5] = 0;
  out[6] = t2;
  out[7] = t3;
  out[8] = -t2;
  out[9] = -t3;
}
