#include "loops.hpp"

#include <cmath>

// What a careful person writes: one sweep over the grid, and the network forward and back.
void grid_hand(double const* in, double* out) {
  double value = 0;
  double* const gradient = out + 1;
  for (int i = 0; i < side; ++i) {
    for (int j = 0; j < side; ++j) {
      int const at = i * side + j;
      double const here = in[at], squared = here * here;
      double slope = squared * here - 1;
      value += 0.25 * (squared * squared) - here;
      if (j > 0) slope += here - in[at - 1];
      if (i > 0) slope += here - in[at - side];
      if (j + 1 < side) {
        double const right = in[at + 1] - here;
        value += 0.5 * (right * right);
        slope -= right;
      }
      if (i + 1 < side) {
        double const down = in[at + side] - here;
        value += 0.5 * (down * down);
        slope -= down;
      }
      gradient[at] = slope;
    }
  }
  out[0] = value;
}

void network_hand(double const* in, double* out) {
  double const p0 = in[weights], p1 = in[weights + 1], target = in[weights + 2];
  double first[wide], second[wide], slope_of_first[wide], slope_of_second[wide], back[wide] = {};
  auto const bounded = [](double x, double& slope) {
    double const root = std::sqrt(1 + x * x), y = x / root;
    slope = (1 - y * y) / root;
    return y;
  };
  for (int i = 0; i < wide; ++i) first[i] = bounded(in[3 * i] * p0 + in[3 * i + 1] * p1 + in[3 * i + 2], slope_of_first[i]);
  double result = in[last_begin + wide];
  for (int i = 0; i < wide; ++i) {
    double const* const w = in + second_begin + i * (wide + 1);
    double sum = w[wide];
    for (int j = 0; j < wide; ++j) sum += w[j] * first[j];
    second[i] = bounded(sum, slope_of_second[i]);
    result += in[last_begin + i] * second[i];
  }
  double const error = result - target, change = error + error;
  out[0] = error * error;
  double* const gradient = out + 1;
  for (int i = 0; i < wide; ++i) {
    gradient[last_begin + i] = change * second[i];
    double const delta = change * in[last_begin + i] * slope_of_second[i];
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
    double const delta = back[i] * slope_of_first[i];
    gradient[3 * i] = delta * p0;
    gradient[3 * i + 1] = delta * p1;
    gradient[3 * i + 2] = delta;
  }
}
