#include "../harness/kernel.hpp"
#include "../harness/vector.hpp"

#include <cmath>

// As the plain loops, four rows of weights at a time: a sum for each row, forward, and one addition for the four of them, backward.
// tanh is the C library's, one by one.
BENCHMARK_KERNEL(deep_network, vectorised) {
  constexpr int wide = 32, second_begin = 3 * wide, last_begin = second_begin + wide * (wide + 1), end = last_begin + wide + 1;
  constexpr int rows = 4, stride = wide + 1;
  double const p0 = in[end], p1 = in[end + 1], target = in[end + 2];
  double const* const last = in + last_begin;
  alignas(64) double first[wide], second[wide], back[wide] = {};
  for (int i = 0; i < wide; ++i) first[i] = std::tanh(in[3 * i] * p0 + in[3 * i + 1] * p1 + in[3 * i + 2]);
  for (int i = 0; i < wide; i += rows) {
    double const* const w = in + second_begin + i * stride;
    vector sums[rows] = {};
    for (int j = 0; j < wide; j += lanes) {
      vector const inputs = load(first + j);
      for (int k = 0; k < rows; ++k) sums[k] += load(w + k * stride + j) * inputs;
    }
    for (int k = 0; k < rows; ++k) second[i + k] = total(sums[k]) + w[k * stride + wide];
  }
  vector result{};
  for (int i = 0; i < wide; ++i) second[i] = std::tanh(second[i]);
  for (int i = 0; i < wide; i += lanes) result += load(last + i) * load(second + i);
  double const error = total(result) + last[wide] - target, change = error + error;
  out[0] = error * error;
  double* const gradient = out + 1;
  alignas(64) double deltas[wide];
  for (int i = 0; i < wide; i += lanes) {
    vector const here = load(second + i);
    store(gradient + last_begin + i, change * here);
    store(deltas + i, change * load(last + i) * (1 - here * here));
  }
  gradient[last_begin + wide] = change;
  for (int i = 0; i < wide; i += rows) {
    double const* const w = in + second_begin + i * stride;
    double* const row = gradient + second_begin + i * stride;
    for (int j = 0; j < wide; j += lanes) {
      vector const inputs = load(first + j);
      vector sum = load(back + j);
      for (int k = 0; k < rows; ++k) {
        store(row + k * stride + j, deltas[i + k] * inputs);
        sum += deltas[i + k] * load(w + k * stride + j);
      }
      store(back + j, sum);
    }
    for (int k = 0; k < rows; ++k) row[k * stride + wide] = deltas[i + k];
  }
  for (int i = 0; i < wide; ++i) {
    double const delta = back[i] * (1 - first[i] * first[i]);
    gradient[3 * i] = delta * p0;
    gradient[3 * i + 1] = delta * p1;
    gradient[3 * i + 2] = delta;
  }
}
