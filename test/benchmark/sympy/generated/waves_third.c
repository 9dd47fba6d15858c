#include <math.h>

void kernel_waves_third_sympy(double const *restrict in, double *restrict out) {
  double const x = in[0];
  double const y = in[1];
  double const t0 = x*x;
  double const t1 = y*y;
  double const t2 = t0 + t1 + 1;
  double const t3 = x*y;
  double const t4 = cos(t3);
  double const t5 = 1.0/y;
  double const t6 = t5*x;
  double const t7 = exp(t4 + t6);
  double const t8 = sin(t7);
  double const t9 = 1.0/t2;
  double const t10 = t0*t9;
  double const t11 = sin(t3);
  double const t12 = t11*y - t5;
  double const t13 = cos(t7);
  double const t14 = t13*t7;
  double const t15 = 6*t9;
  double const t16 = t1*t14;
  double const t17 = t12*t12;
  double const t18 = t8*exp(2*t4 + 2*t6);
  double const t19 = t12*t12*t12;
  double const t20 = t13*t19;
  double const t21 = 3*t4;
  double const t22 = t12*t21;
  out[0] = t12*t14*t15*(2*t10 - 1) - t15*x*(-t14*t17 + t16*t4 + t17*t18) + 4*t8*x*(4*t10 - 3)*1.0/(t2*t2) + log(t2)*(-t1*t18*t22 + t11*t14*(y*y*y) + t16*t22 + 3*t18*t19 - t20*t7 + t20*exp(t21 + 3*t6));
}
