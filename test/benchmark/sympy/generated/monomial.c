#include <math.h>

void kernel_monomial_sympy(double const *restrict in, double *restrict out) {
  double const z = in[0];
  double const x = in[1];
  double const t0 = x*x;
  double const t1 = z*z*z;
  out[0] = 2*t0*t1;
  out[1] = 6*t0*(z*z);
  out[2] = 4*t1*x;
}
