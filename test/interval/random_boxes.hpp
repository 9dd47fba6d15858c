#pragma once

#include <nabla/interval.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <support/corpus.hpp>

#include <cmath>
#include <random>

// Formulas on random boxes: their values at points inside, computed with 50 digits, lie within the bounds.

namespace support {

using nabla::bounds, nabla::enclosure, nabla::interval;
using number = boost::multiprecision::cpp_bin_float_50;

struct boxes {
  std::mt19937_64 engine{0x5eed};

  double uniform(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine); }
  interval operator()() {
    double const a = uniform(0.1, 3), b = engine() % 4 ? a + std::ldexp(uniform(0, 1), -static_cast<int>(engine() % 40)) : a;
    return {a, b};
  }
  double inside(interval const& x) {
    double const at = engine() % 3 ? uniform(x.low, x.high) : engine() % 2 ? x.low : x.high;
    return std::fmin(std::fmax(at, x.low), x.high);
  }
};

inline bool holds(enclosure const& result, number const& value) {
  return number(result.lower()) <= value && value <= number(result.upper());
}

struct counts {
  int points = 0;
  int outside = 0;
  int wide = 0;
};

/// Of `Parts` parts too, where that is more than 1.
template <std::size_t Parts = 1, class F>
void check_on_boxes(F f, boxes& random, counts& found) {
  for (int n = 0; n < 40; ++n) {
    interval const a = random(), b = random(), c = random();
    enclosure const of_box = bounds(f, x = a, y = b, z = c), of_parts = bounds<Parts>(f, x = a, y = b, z = c);
    enclosure const as_scalar = f(x = a, y = b, z = c);
    for (int k = 0; k < 5; ++k) {
      double const u = random.inside(a), v = random.inside(b), w = random.inside(c);
      number const value = f(x = number(u), y = number(v), z = number(w));
      enclosure const of_point = bounds(f, x = interval{u, u}, y = interval{v, v}, z = interval{w, w});
      ++found.points;
      found.outside += !holds(of_box, value) || !holds(of_parts, value) || !holds(as_scalar, value) || !holds(of_point, value);
      found.wide += of_point.width() > 1e-11 * (1 + std::fabs(of_point.lower()));  // what cancels is relative to its terms
    }
  }
}

}  // namespace support
