#include "../harness/kernel.hpp"

#include <cmath>

BENCHMARK_KERNEL(mixed, hand) {
  double const x = in[0], y = in[1], z = in[2], w = in[3];
  double const e = std::exp(x * z), yw = y * w, s = std::sin(yw), c = std::cos(yw);
  double const sum = x + y, difference = z - w, xy = x * y, zw = z * w;
  out[0] = sum * difference + e + s + xy * z * w;
  out[1] = difference + z * e + y * zw;
  out[2] = difference + w * c + x * zw;
  out[3] = sum + x * e + xy * w;
  out[4] = y * c - sum + xy * z;
}

BENCHMARK_KERNEL(sine_fourth, hand) { out[0] = std::sin(in[0]); }
