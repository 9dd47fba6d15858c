#include "../harness/kernel.hpp"

BENCHMARK_KERNEL(polynomial, hand) {
  double const x = in[0], triple = 3 * x;
  out[0] = triple * x - 4 * x;
  out[1] = 6 * x - 4;
}

BENCHMARK_KERNEL(monomial, hand) {
  double const z = in[0], x = in[1];
  double const z2 = z * z, x2 = x * x, twice_cube = 2 * (z2 * z);
  out[0] = twice_cube * x2;
  out[1] = (6 * z2) * x2;
  out[2] = (twice_cube + twice_cube) * x;
}
