#include "../harness/kernel.hpp"

template <int N>
static void pendulum(double const* __restrict q, double* __restrict out) {
  double const* const length = q + 2 * N;
  double* const jacobian = out + N;
  for (int k = 0; k < 2 * N * N; ++k) jacobian[k] = 0;
  double x0 = 0, y0 = 0;
  for (int i = 0; i < N; ++i) {
    double const x = q[2 * i] - x0, y = q[2 * i + 1] - y0, two_x = x + x, two_y = y + y;
    out[i] = x * x + y * y - length[i] * length[i];
    double* const row = jacobian + i * 2 * N + 2 * i;
    if (i > 0) {
      row[-2] = -two_x;
      row[-1] = -two_y;
    }
    row[0] = two_x;
    row[1] = two_y;
    x0 = q[2 * i];
    y0 = q[2 * i + 1];
  }
}

BENCHMARK_KERNEL(pendulum_2, hand) { pendulum<2>(in, out); }
BENCHMARK_KERNEL(pendulum_10, hand) { pendulum<10>(in, out); }
BENCHMARK_KERNEL(pendulum_50, hand) { pendulum<50>(in, out); }
