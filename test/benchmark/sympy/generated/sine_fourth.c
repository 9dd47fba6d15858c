#include <math.h>

void kernel_sine_fourth_sympy(double const *restrict in, double *restrict out) {
  double const x = in[0];
  out[0] = sin(x);
}
