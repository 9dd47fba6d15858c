#include <math.h>

void kernel_black_scholes_sympy(double const *restrict in, double *restrict out) {
  double const S = in[0];
  double const K = in[1];
  double const r = in[2];
  double const sigma = in[3];
  double const t = in[4];
  double const t0 = S*1.0/K;
  double const t1 = sigma*sigma;
  double const t2 = r + (1.0/2.0)*t1;
  double const t3 = t*t2 + log(t0);
  double const t4 = 1.0/sigma;
  double const t5 = sqrt(t);
  double const t6 = 1.0/t5;
  double const t7 = t4*t6;
  double const t8 = t3*t7;
  double const t9 = M_SQRT2;
  double const t10 = (1.0/2.0)*t9;
  double const t11 = (1.0/2.0)*erfc(t10*t8) - 1;
  double const t12 = exp(-r*t);
  double const t13 = sigma*t5 - t8;
  double const t14 = (1.0/2.0)*t12*erfc(t10*t13);
  double const t15 = K*t14;
  double const t16 = pow(M_PI, -1.0/2.0);
  double const t17 = 1.0/t1;
  double const t18 = exp(-1.0/2.0*t17*t3*t3*1.0/t);
  double const t19 = t10*t7;
  double const t20 = exp(-1.0/2.0*t13*t13);
  double const t21 = t12*t16*t20;
  double const t22 = t16*t18;
  double const t23 = S*t22;
  double const t24 = t10*t5;
  double const t25 = t24*t4;
  double const t26 = K*t21;
  double const t27 = t10*t17*t3*t6;
  double const t28 = t2*t7;
  double const t29 = t3*t4/pow(t, 3.0/2.0);
  out[0] = -S*t11 - t15;
  out[1] = -K*t19*t21*1.0/S - t11 + (1.0/2.0)*t16*t18*t4*t6*t9;
  out[2] = -t0*t19*t22 + (1.0/2.0)*t12*t16*t20*t4*t6*t9 - t14;
  out[3] = t*t15 + t23*t25 - t25*t26;
  out[4] = t23*(t24 - t27) + t26*t27;
  out[5] = r*t15 + t10*t26*((1.0/2.0)*sigma*t6 - t28 + (1.0/2.0)*t29) + t23*(t10*t28 - 1.0/4.0*t29*t9);
}
