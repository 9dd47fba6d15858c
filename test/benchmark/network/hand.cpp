#include "../harness/kernel.hpp"

#include <cmath>

// Forward, then back: what every course on networks teaches.
BENCHMARK_KERNEL(network, hand) {
  double const* const first_weights = in;
  double const* const second_weights = in + 24;
  double const* const last_weights = in + 96;
  double const p0 = in[105], p1 = in[106], target = in[107];
  double first[8], second[8], back[8] = {};
  for (int i = 0; i < 8; ++i) {
    first[i] = std::tanh(first_weights[3 * i] * p0 + first_weights[3 * i + 1] * p1 + first_weights[3 * i + 2]);
  }
  double result = last_weights[8];
  for (int i = 0; i < 8; ++i) {
    double const* const w = second_weights + 9 * i;
    double sum = w[8];
    for (int j = 0; j < 8; ++j) sum += w[j] * first[j];
    second[i] = std::tanh(sum);
    result += last_weights[i] * second[i];
  }
  double const error = result - target, change = error + error;
  out[0] = error * error;
  double* const gradient = out + 1;
  for (int i = 0; i < 8; ++i) {
    gradient[96 + i] = change * second[i];
    double const delta = change * last_weights[i] * (1 - second[i] * second[i]);
    double const* const w = second_weights + 9 * i;
    double* const row = gradient + 24 + 9 * i;
    for (int j = 0; j < 8; ++j) {
      row[j] = delta * first[j];
      back[j] += delta * w[j];
    }
    row[8] = delta;
  }
  gradient[104] = change;
  for (int i = 0; i < 8; ++i) {
    double const delta = back[i] * (1 - first[i] * first[i]);
    gradient[3 * i] = delta * p0;
    gradient[3 * i + 1] = delta * p1;
    gradient[3 * i + 2] = delta;
  }
}
