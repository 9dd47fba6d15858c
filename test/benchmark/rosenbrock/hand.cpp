#include "../harness/kernel.hpp"

// The loop that anybody would write, value and gradient in one pass.
template <int N>
static void rosenbrock(double const* __restrict x, double* __restrict out) {
  double value = 0, carried = 0;
  for (int i = 0; i + 1 < N; ++i) {
    double const t = x[i + 1] - x[i] * x[i], u = 1 - x[i], a = 200 * t;
    value += 100 * (t * t) + u * u;
    out[1 + i] = carried - 2 * (a * x[i] + u);
    carried = a;
  }
  out[0] = value;
  out[N] = carried;
}

BENCHMARK_KERNEL(rosenbrock_4, hand) { rosenbrock<4>(in, out); }
BENCHMARK_KERNEL(rosenbrock_16, hand) { rosenbrock<16>(in, out); }
BENCHMARK_KERNEL(rosenbrock_64, hand) { rosenbrock<64>(in, out); }
BENCHMARK_KERNEL(rosenbrock_256, hand) { rosenbrock<256>(in, out); }
BENCHMARK_KERNEL(rosenbrock_1024, hand) { rosenbrock<1024>(in, out); }
BENCHMARK_KERNEL(rosenbrock_4096, hand) { rosenbrock<4096>(in, out); }
