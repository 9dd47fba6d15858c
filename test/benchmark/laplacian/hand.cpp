#include "../harness/kernel.hpp"

// One pass over the grid, the differences of the squares kept for the gradient. (The energy is u A u / 2 + ..., too, of the
// 5-point stencil A, which takes fewer operations and loses the digits of smooth fields.)
template <int n>
static void laplacian(double const* __restrict u, double* __restrict out) {
  static constexpr double h2 = 1.0 / ((n + 1) * (n + 1));
  static constexpr double zeros[n]{};
  double links = 0, potential = 0;
  for (int j = 0; j < n; ++j) links += u[j] * u[j];
  double const* above = zeros;
  for (int i = 0; i < n; ++i) {
    double const* const row = u + i * n;
    double const* const below = i + 1 < n ? row + n : zeros;
    double* const gradient = out + 1 + i * n;
    double left = row[0];
    links += left * left;
    for (int j = 0; j < n; ++j) {
      double const here = row[j], next = j + 1 < n ? row[j + 1] : 0;
      double const right = next - here, down = below[j] - here, up = here - above[j], cube = here * here * here;
      links += right * right + down * down;
      potential += here * (cube - 4);
      gradient[j] = left - right + (up - down) + h2 * (cube - 1);
      left = right;
    }
    above = row;
  }
  out[0] = 0.5 * links + 0.25 * h2 * potential;
}

/// The lower triangle, row by row: of a point, the one above it, the one left of it and itself.
template <int n>
static void laplacian_hessian(double const* __restrict u, double* __restrict out) {
  static constexpr double h2_3 = 3.0 / ((n + 1) * (n + 1));
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j) {
      double const here = u[i * n + j];
      if (i > 0) *out++ = -1;
      if (j > 0) *out++ = -1;
      *out++ = 4 + h2_3 * (here * here);
    }
  }
}

BENCHMARK_KERNEL(laplacian_16, hand) { laplacian<16>(in, out); }
BENCHMARK_KERNEL(laplacian_64, hand) { laplacian<64>(in, out); }
BENCHMARK_KERNEL(laplacian_hessian_16, hand) { laplacian_hessian<16>(in, out); }
BENCHMARK_KERNEL(laplacian_hessian_64, hand) { laplacian_hessian<64>(in, out); }
