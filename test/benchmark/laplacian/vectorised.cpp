#include "../harness/kernel.hpp"
#include "../harness/vector.hpp"

namespace {

/// Points of a row side by side.
template <int n>
void energy(double const* __restrict u, double* __restrict out) {
  static_assert(n % lanes == 0 && n >= 2 * lanes);
  static constexpr double h2 = 1.0 / ((n + 1) * (n + 1));
  static constexpr double zeros[n]{};
  vector links{}, potential{};
  double edge = 0;
  for (int j = 0; j < n; j += lanes) {
    vector const top = load(u + j);
    links += top * top;
  }
  double const* above = zeros;
  for (int i = 0; i < n; ++i) {
    double const* const row = u + i * n;
    double const* const below = i + 1 < n ? row + n : zeros;
    double* const gradient = out + 1 + i * n;
    edge += row[0] * row[0];
    auto const points = [&](int j, vector here, vector before, vector next) {
      vector const right = next - here, left = here - before, down = load(below + j) - here, up = here - load(above + j);
      vector const cube = here * here * here;
      links += right * right + down * down;
      potential += here * (cube - 4);
      store(gradient + j, (left - right) + (up - down) + h2 * (cube - 1));
    };
    vector const first = load(row), last = load(row + n - lanes);
    points(0, first, moved_up(vector{}, first), load(row + 1));
    for (int j = lanes; j < n - lanes; j += lanes) points(j, load(row + j), load(row + j - 1), load(row + j + 1));
    points(n - lanes, last, load(row + n - lanes - 1), moved_down(last, vector{}));
    above = row;
  }
  out[0] = 0.5 * (total(links) + edge) + 0.25 * h2 * total(potential);
}

/// Writes entries of `values`, each followed by `between` times -1.
template <int between>
inline void store_spread(double* to, vector values) {
  vector const minus_one = vector{} - 1;
  [&]<int... Part>(std::integer_sequence<int, Part...>) {
    auto const part = [&]<int First, int... I>(std::integer_sequence<int, First>, std::integer_sequence<int, I...>) {
      store(to + First, __builtin_shufflevector(values, minus_one, ((First + I) % (between + 1) ? lanes : (First + I) / (between + 1))...));
    };
    (part(std::integer_sequence<int, Part * lanes>(), lane_sequence()), ...);
  }(std::make_integer_sequence<int, between + 1>());
}

/// Of a row after the first: -1, then each point's entry of the diagonal and two of -1, the last of which is written over by the
/// row that follows.
template <int n>
void hessian(double const* __restrict u, double* __restrict out) {
  static_assert(n % lanes == 0);
  static constexpr double h2_3 = 3.0 / ((n + 1) * (n + 1));
  auto const diagonal = [u](int i) {
    vector const here = load(u + i);
    return 4 + h2_3 * (here * here);
  };
  for (int j = 0; j < n; j += lanes) store_spread<1>(out + 2 * j, diagonal(j));
  double* row = out + 2 * n - 1;
  for (int i = 1; i < n; ++i) {
    int const end = i + 1 < n ? n : n - lanes;
    *row++ = -1;
    for (int j = 0; j < end; j += lanes) store_spread<2>(row + 3 * j, diagonal(i * n + j));
    row += 3 * n - 2;
  }
  row -= 3 * lanes - 2;
  vector const last = diagonal(n * n - lanes);
  for (int k = 0; k < lanes; ++k) {
    row[3 * k] = last[k];
    if (k + 1 < lanes) row[3 * k + 1] = row[3 * k + 2] = -1;
  }
}

}  // namespace

BENCHMARK_KERNEL(laplacian_16, vectorised) { energy<16>(in, out); }
BENCHMARK_KERNEL(laplacian_64, vectorised) { energy<64>(in, out); }
BENCHMARK_KERNEL(laplacian_hessian_16, vectorised) { hessian<16>(in, out); }
BENCHMARK_KERNEL(laplacian_hessian_64, vectorised) { hessian<64>(in, out); }
