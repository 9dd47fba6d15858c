#include "../harness/kernel.hpp"

#include <cmath>

// The sums of z and z^2 are all that the rows give.
BENCHMARK_KERNEL(normal_log_density, hand) {
  constexpr int rows = 1000;
  double const mean = in[0], deviation = in[1], inverse = 1 / deviation;
  double const* const data = in + 2;
  double sum = 0, squares = 0;
  for (int i = 0; i < rows; ++i) {
    double const z = (data[i] - mean) * inverse;
    sum += z;
    squares += z * z;
  }
  out[0] = rows * (-std::log(deviation) - 0.91893853320467274178) - 0.5 * squares;
  out[1] = sum * inverse;
  out[2] = (squares - rows) * inverse;
}

BENCHMARK_KERNEL(log_sum_exp, hand) {
  constexpr int n = 32;
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    double const e = std::exp(in[i]);
    out[1 + i] = e;
    sum += e;
  }
  out[0] = std::log(sum);
  double const inverse = 1 / sum;
  for (int i = 0; i < n; ++i) out[1 + i] *= inverse;
}
