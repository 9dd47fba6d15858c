#include <math.h>

void kernel_chain_energy_4_sympy(double const *restrict in, double *restrict out) {
  double const x0 = in[0];
  double const x1 = in[1];
  double const x2 = in[2];
  double const x3 = in[3];
  double const c = in[4];
  double const t0 = log(x0);
  double const t1 = log(x1);
  double const t2 = log(x2);
  double const t3 = log(x3);
  double const t4 = x0*x3;
  double const t5 = exp(t4);
  double const t6 = 2*x1;
  double const t7 = -t6 + 2*x0;
  double const t8 = 2*x2;
  double const t9 = t6 - t8;
  double const t10 = t8 - 2*x3;
  double const t11 = 2*c;
  double const t12 = -t11;
  double const t13 = t4*t5 + t5;
  double const t14 = 4*c;
  out[0] = c*pow(x0 - x1, 2) + c*pow(x1 - x2, 2) + c*pow(x2 - x3, 2) + t0*x0 + t1*x1 + t2*x2 + t3*x3 + t5;
  out[1] = c*t7 + t0 + t5*x3 + 1;
  out[2] = -c*t7 + c*t9 + t1 + 1;
  out[3] = c*t10 - c*t9 + t2 + 1;
  out[4] = -c*t10 + t3 + t5*x0 + 1;
  out[5] = t11 + t5*(x3*x3) + 1.0/x0;
  out[6] = t12;
  out[7] = 0;
  out[8] = t13;
  out[9] = t12;
  out[10] = t14 + 1.0/x1;
  out[11] = t12;
  out[12] = 0;
  out[13] = 0;
  out[14] = t12;
  out[15] = t14 + 1.0/x2;
  out[16] = t12;
  out[17] = t13;
  out[18] = 0;
  out[19] = t12;
  out[20] = t11 + t5*(x0*x0) + 1.0/x3;
}
