#include "../harness/kernel.hpp"

// The variational equation: the method's own steps, taken by the Jacobian J' = A(state) J along with the state.
BENCHMARK_KERNEL(lorenz, hand) {
  constexpr double h = 0.01;
  double const sigma = in[3], rho = in[4], beta = in[5];
  // A row for each component: its value, then its three partials.
  double s[3][4] = {{in[0], 1, 0, 0}, {in[1], 0, 1, 0}, {in[2], 0, 0, 1}};
  for (int step = 0; step < 8; ++step) {
    double at[3][4], slopes[3][4] = {};
    for (int i = 0; i < 3; ++i) {
      for (int c = 0; c < 4; ++c) at[i][c] = s[i][c];
    }
    auto const stage = [&](double weight, double ahead) {
      double const x = at[0][0], y = at[1][0], z = at[2][0], below = rho - z;
      for (int c = 0; c < 4; ++c) {
        double const dx = at[0][c], dy = at[1][c], dz = at[2][c];
        double const k0 = sigma * (dy - dx);
        double const k1 = (c == 0 ? x * below : below * dx - x * dz) - dy;
        double const k2 = (c == 0 ? x * y : y * dx + x * dy) - beta * dz;
        slopes[0][c] += weight * k0;
        slopes[1][c] += weight * k1;
        slopes[2][c] += weight * k2;
        at[0][c] = s[0][c] + ahead * k0;
        at[1][c] = s[1][c] + ahead * k1;
        at[2][c] = s[2][c] + ahead * k2;
      }
    };
    stage(1, h / 2);
    stage(2, h / 2);
    stage(2, h);
    stage(1, 0);
    for (int i = 0; i < 3; ++i) {
      for (int c = 0; c < 4; ++c) s[i][c] += h / 6 * slopes[i][c];
    }
  }
  for (int i = 0; i < 3; ++i) {
    out[i] = s[i][0];
    for (int c = 0; c < 3; ++c) out[3 + 3 * i + c] = s[i][1 + c];
  }
}
