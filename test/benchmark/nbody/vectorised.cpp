#include "../harness/kernel.hpp"
#include "../harness/vector.hpp"

// The bodies in a ring: each meets the 15 that follow it, and one of each two opposite ones meets the other, so that every pair is
// met once and no lane is idle. The ring is laid out twice, for the followers of many bodies at once to be side by side.
BENCHMARK_KERNEL(nbody_32, vectorised) {
  constexpr int N = 32;
  static_assert(N / 2 % lanes == 0);
  alignas(64) double x[2 * N], y[2 * N], z[2 * N], m[2 * N];
  alignas(64) double gx[N], gy[N], gz[N], hx[2 * N] = {}, hy[2 * N] = {}, hz[2 * N] = {};
  for (int i = 0; i < N; ++i) {
    x[i] = x[i + N] = in[3 * i];
    y[i] = y[i + N] = in[3 * i + 1];
    z[i] = z[i + N] = in[3 * i + 2];
    m[i] = m[i + N] = in[3 * N + i];
    gx[i] = gy[i] = gz[i] = 0;
  }
  vector value{};
  auto const meet = [&](int i, int j) {
    vector const dx = load(x + i) - load(x + j), dy = load(y + i) - load(y + j), dz = load(z + i) - load(z + j);
    vector const distance2 = dx * dx + dy * dy + dz * dz + 0.01, inverse2 = 1 / distance2;
    vector const energy = load(m + i) * load(m + j) * (square_root(distance2) * inverse2), f = energy * inverse2;
    vector const fx = f * dx, fy = f * dy, fz = f * dz;
    value += energy;
    store(gx + i, load(gx + i) + fx);
    store(gy + i, load(gy + i) + fy);
    store(gz + i, load(gz + i) + fz);
    store(hx + j, load(hx + j) + fx);
    store(hy + j, load(hy + j) + fy);
    store(hz + j, load(hz + j) + fz);
  };
  for (int step = 1; step < N / 2; ++step) {
    for (int i = 0; i < N; i += lanes) meet(i, i + step);
  }
  for (int i = 0; i < N / 2; i += lanes) meet(i, i + N / 2);
  out[0] = -total(value);
  for (int i = 0; i < N; ++i) {
    out[1 + 3 * i] = gx[i] - (hx[i] + hx[i + N]);
    out[2 + 3 * i] = gy[i] - (hy[i] + hy[i + N]);
    out[3 + 3 * i] = gz[i] - (hz[i] + hz[i + N]);
  }
}
