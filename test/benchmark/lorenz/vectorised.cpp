#include "../harness/kernel.hpp"
#include "../harness/vector.hpp"

namespace {

constexpr int width = lanes < 4 ? lanes : 4, parts = 4 / width;
typedef double part __attribute__((vector_size(8 * width)));

/// A component and its three partials.
struct row {
  part of[parts];
};

inline row variable(double value, int position) {
  row result{};
  for (int c = 0; c < 4; ++c) result.of[c / width][c % width] = c == 0 ? value : c == position;
  return result;
}

}  // namespace

// As the plain loop. The value goes with its partials: of the product u v, u's value times all of v's row and v's value times u's
// partials alone.
BENCHMARK_KERNEL(lorenz, vectorised) {
  constexpr double h = 0.01;
  double const sigma = in[3], rho = in[4], beta = in[5];
  row x = variable(in[0], 1), y = variable(in[1], 2), z = variable(in[2], 3);
  for (int step = 0; step < 8; ++step) {
    row at_x = x, at_y = y, at_z = z, sum_x{}, sum_y{}, sum_z{};
    auto const stage = [&](double weight, double ahead) {
      double const u = at_x.of[0][0], v = at_y.of[0][0], below = rho - at_z.of[0][0];
      for (int k = 0; k < parts; ++k) {
        part partials = part{} + u;
        if (k == 0) partials[0] = 0;
        part const a = sigma * (at_y.of[k] - at_x.of[k]);
        part const b = below * at_x.of[k] - partials * at_z.of[k] - at_y.of[k];
        part const c = v * at_x.of[k] + partials * at_y.of[k] - beta * at_z.of[k];
        sum_x.of[k] += weight * a;
        sum_y.of[k] += weight * b;
        sum_z.of[k] += weight * c;
        at_x.of[k] = x.of[k] + ahead * a;
        at_y.of[k] = y.of[k] + ahead * b;
        at_z.of[k] = z.of[k] + ahead * c;
      }
    };
    stage(1, h / 2);
    stage(2, h / 2);
    stage(2, h);
    stage(1, 0);
    for (int k = 0; k < parts; ++k) {
      x.of[k] += h / 6 * sum_x.of[k];
      y.of[k] += h / 6 * sum_y.of[k];
      z.of[k] += h / 6 * sum_z.of[k];
    }
  }
  for (int c = 0; c < 4; ++c) {
    int const k = c / width, lane = c % width;
    double* const to = c == 0 ? out : out + 2 + c;
    int const stride = c == 0 ? 1 : 3;
    to[0] = x.of[k][lane];
    to[stride] = y.of[k][lane];
    to[2 * stride] = z.of[k][lane];
  }
}
