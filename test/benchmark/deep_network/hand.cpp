#include "../harness/kernel.hpp"

#include <cmath>

// Forward, then back; the weights' own partials are written where the sweep meets them.
BENCHMARK_KERNEL(deep_network, hand) {
  constexpr int wide = 32, second_begin = 3 * wide, last_begin = second_begin + wide * (wide + 1), end = last_begin + wide + 1;
  double const p0 = in[end], p1 = in[end + 1], target = in[end + 2];
  double const* const last = in + last_begin;
  double first[wide], second[wide], back[wide] = {};
  for (int i = 0; i < wide; ++i) first[i] = std::tanh(in[3 * i] * p0 + in[3 * i + 1] * p1 + in[3 * i + 2]);
  double result = last[wide];
  for (int i = 0; i < wide; ++i) {
    double const* const w = in + second_begin + i * (wide + 1);
    double sum = w[wide];
    for (int j = 0; j < wide; ++j) sum += w[j] * first[j];
    second[i] = std::tanh(sum);
    result += last[i] * second[i];
  }
  double const error = result - target, change = error + error;
  out[0] = error * error;
  double* const gradient = out + 1;
  for (int i = 0; i < wide; ++i) {
    gradient[last_begin + i] = change * second[i];
    double const delta = change * last[i] * (1 - second[i] * second[i]);
    double const* const w = in + second_begin + i * (wide + 1);
    double* const row = gradient + second_begin + i * (wide + 1);
    for (int j = 0; j < wide; ++j) {
      row[j] = delta * first[j];
      back[j] += delta * w[j];
    }
    row[wide] = delta;
  }
  gradient[last_begin + wide] = change;
  for (int i = 0; i < wide; ++i) {
    double const delta = back[i] * (1 - first[i] * first[i]);
    gradient[3 * i] = delta * p0;
    gradient[3 * i + 1] = delta * p1;
    gradient[3 * i + 2] = delta;
  }
}
