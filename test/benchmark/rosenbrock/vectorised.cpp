#include "../harness/kernel.hpp"
#include "../harness/vector.hpp"

namespace {

/// As many links as there are lanes, from x[i] on: writes their part of the gradient and returns their terms. `carried` is what
/// the links before add to the partial by the next variable.
template <bool Last>
inline vector links(double const* __restrict x, double* __restrict gradient, int i, vector& carried) {
  vector const here = load(x + i);
  vector t, u = 1 - here;
  if constexpr (Last) {
    // There is no link after the last variable: its lane adds nothing.
    vector all = vector{} + 1;
    all[lanes - 1] = 0;
    t = (moved_down(here, here) - here * here) * all;
    u *= all;
  } else {
    t = load(x + i + 1) - here * here;
  }
  vector const a = 200 * t;
  store(gradient + i, moved_up(carried, a) - 2 * (a * here + u));
  carried = a;
  return 100 * (t * t) + u * u;
}

/// The links side by side, their terms added one after the other.
template <int N>
void in_order(double const* __restrict x, double* __restrict out) {
  static_assert(N % lanes == 0);
  double value = 0;
  vector carried{};
  auto const add = [&](vector terms) {
    for (int k = 0; k < lanes; ++k) value += terms[k];
  };
  int i = 0;
  for (; i < N - lanes; i += lanes) add(links<false>(x, out + 1, i, carried));
  add(links<true>(x, out + 1, i, carried));
  out[0] = value;
}

/// The sum in strands, which do not wait for each other.
template <int N>
void re_associated(double const* __restrict x, double* __restrict out) {
  constexpr int strands = 4, stride = strands * lanes;
  static_assert(N % stride == 0);
  vector sums[strands] = {}, carried{};
  int i = 0;
  for (; i < N - stride; i += stride) {
    for (int k = 0; k < strands; ++k) sums[k] += links<false>(x, out + 1, i + k * lanes, carried);
  }
  for (int k = 0; k + 1 < strands; ++k) sums[k] += links<false>(x, out + 1, i + k * lanes, carried);
  sums[strands - 1] += links<true>(x, out + 1, N - lanes, carried);
  out[0] = total((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

}  // namespace

BENCHMARK_KERNEL(rosenbrock_64, vectorised) { in_order<64>(in, out); }
BENCHMARK_KERNEL(rosenbrock_256, vectorised) { in_order<256>(in, out); }
BENCHMARK_KERNEL(rosenbrock_1024, vectorised) { in_order<1024>(in, out); }
BENCHMARK_KERNEL(rosenbrock_4096, vectorised) { in_order<4096>(in, out); }

BENCHMARK_KERNEL(rosenbrock_sum_64, hand) { re_associated<64>(in, out); }
BENCHMARK_KERNEL(rosenbrock_sum_256, hand) { re_associated<256>(in, out); }
BENCHMARK_KERNEL(rosenbrock_sum_1024, hand) { re_associated<1024>(in, out); }
BENCHMARK_KERNEL(rosenbrock_sum_4096, hand) { re_associated<4096>(in, out); }
