#include "../harness/kernel.hpp"
#include "../harness/vector.hpp"

namespace {

/// As many links as there are lanes, from x[i] on: writes their part of the gradient and gives what their terms are made of.
/// `carried` is what the links before add to the partial by the next variable.
struct links {
  vector t, a, u;  // x[i+1] - x[i]^2, 200 of it, 1 - x[i]

  template <bool Last>
  static links of(double const* __restrict x, double* __restrict gradient, int i, vector& carried) {
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
    vector const a = 200 * t, half = a * here + u;
    store(gradient + i, moved_up(carried, a) - 2 * half);
    carried = a;
    return {t, a, u};
  }
};

/// The links side by side, their terms added one after the other.
template <int N>
void in_order(double const* __restrict x, double* __restrict out) {
  static_assert(N % lanes == 0);
  double value = 0;
  vector carried{};
  auto const add = [&](links const& l) {
    vector const terms = 100 * (l.t * l.t) + l.u * l.u;
    for (int k = 0; k < lanes; ++k) value += terms[k];
  };
  int i = 0;
  for (; i < N - lanes; i += lanes) add(links::of<false>(x, out + 1, i, carried));
  add(links::of<true>(x, out + 1, i, carried));
  out[0] = value;
}

/// The sum in strands, which do not wait for each other; a t is 200 t^2.
template <int N>
void re_associated(double const* __restrict x, double* __restrict out) {
  constexpr int strands = 2, stride = strands * lanes;
  static_assert(N % stride == 0);
  vector valleys[strands] = {}, slopes[strands] = {}, carried{};
  auto const add = [&](int k, links const& l) {
    valleys[k] += l.a * l.t;
    slopes[k] += l.u * l.u;
  };
  int i = 0;
  for (; i < N - stride; i += stride) {
    for (int k = 0; k < strands; ++k) add(k, links::of<false>(x, out + 1, i + k * lanes, carried));
  }
  for (int k = 0; k + 1 < strands; ++k) add(k, links::of<false>(x, out + 1, i + k * lanes, carried));
  add(strands - 1, links::of<true>(x, out + 1, N - lanes, carried));
  out[0] = total(0.5 * (valleys[0] + valleys[1]) + (slopes[0] + slopes[1]));
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
