#include "../harness/kernel.hpp"

#include <cmath>

// One pass over the chain. The Hessian is tridiagonal but for its corners; the rest is written as zeros.
template <int N>
static void chain_energy(double const* __restrict x, double* __restrict out) {
  double const c = x[N], twice = c + c, first = x[0], last = x[N - 1], ends = first * last, e = std::exp(ends);
  double* const gradient = out + 1;
  double* const hessian = out + 1 + N;
  if constexpr (N <= 4) {
    // What is not written below; filling so little at one go costs more.
    for (int k = 0; k + 2 < N; ++k) {
      for (int j = k + 2; j < N; ++j) hessian[k * N + j] = hessian[j * N + k] = 0;
    }
  } else {
    for (int k = 0; k < N * N; ++k) hessian[k] = 0;
  }
  double entropy = 0, links = 0, carried = -last * e;
  for (int k = 0; k < N; ++k) {
    double const here = x[k], l = std::log(here);
    entropy += here * l;
    double slope = l + 1 - carried, curvature = 1 / here + twice;
    if (k + 1 < N) {
      double const t = here - x[k + 1];
      links += t * t;
      carried = twice * t;
      slope += carried;
      if (k > 0) curvature += twice;
      hessian[k * N + k + 1] = -twice;
      hessian[(k + 1) * N + k] = -twice;
    } else {
      slope += first * e;
    }
    gradient[k] = slope;
    hessian[k * N + k] = curvature;
  }
  out[0] = entropy + c * links + e;
  hessian[0] += last * last * e;
  hessian[N * N - 1] += first * first * e;
  double const corner = (1 + ends) * e;
  hessian[N - 1] = corner;
  hessian[(N - 1) * N] = corner;
}

BENCHMARK_KERNEL(chain_energy_4, hand) { chain_energy<4>(in, out); }
BENCHMARK_KERNEL(chain_energy_8, hand) { chain_energy<8>(in, out); }
BENCHMARK_KERNEL(chain_energy_64, hand) { chain_energy<64>(in, out); }
