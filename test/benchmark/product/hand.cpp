#include "../harness/kernel.hpp"

// Products of all before, then of all behind.
template <int N>
static void product(double const* __restrict x, double* __restrict out) {
  double before = x[0];
  for (int i = 1; i < N; ++i) {
    out[1 + i] = before;
    before *= x[i];
  }
  out[0] = before;
  double behind = x[N - 1];
  for (int i = N - 2; i > 0; --i) {
    out[1 + i] *= behind;
    behind *= x[i];
  }
  out[1] = behind;
}

BENCHMARK_KERNEL(product_8, hand) { product<8>(in, out); }
BENCHMARK_KERNEL(product_32, hand) { product<32>(in, out); }
BENCHMARK_KERNEL(product_128, hand) { product<128>(in, out); }
