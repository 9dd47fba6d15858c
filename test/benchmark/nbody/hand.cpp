#include "../harness/kernel.hpp"

#include <cmath>

// Each pair once. A body's own partials are written when it has met all before it, and changed by those after it.
template <int N>
static void nbody(double const* __restrict in, double* __restrict out) {
  double const* const mass = in + 3 * N;
  double* const gradient = out + 1;
  double value = 0;
  for (int i = 0; i < N; ++i) {
    double const x = in[3 * i], y = in[3 * i + 1], z = in[3 * i + 2], m = mass[i];
    double gx = 0, gy = 0, gz = 0;
    for (int j = 0; j < i; ++j) {
      double const dx = x - in[3 * j], dy = y - in[3 * j + 1], dz = z - in[3 * j + 2];
      double const distance2 = dx * dx + dy * dy + dz * dz + 0.01, inverse2 = 1 / distance2;
      double const energy = m * mass[j] * (std::sqrt(distance2) * inverse2), f = energy * inverse2;
      double const fx = f * dx, fy = f * dy, fz = f * dz;
      value -= energy;
      gx += fx;
      gy += fy;
      gz += fz;
      gradient[3 * j] -= fx;
      gradient[3 * j + 1] -= fy;
      gradient[3 * j + 2] -= fz;
    }
    gradient[3 * i] = gx;
    gradient[3 * i + 1] = gy;
    gradient[3 * i + 2] = gz;
  }
  out[0] = value;
}

BENCHMARK_KERNEL(nbody_8, hand) { nbody<8>(in, out); }
BENCHMARK_KERNEL(nbody_32, hand) { nbody<32>(in, out); }
