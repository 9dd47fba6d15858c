#pragma once

// A data set that needs no file: ten drawn shapes, of any size, place and brightness, under noise. It is there so that the
// programs run, and are tested, where Fashion-MNIST is not installed; it says nothing of how well they learn that.

#include <cstdlib>

#include "dataset.hpp"
#include "random.hpp"

namespace fashion {

/// Whether a shape covers the point (x, y); `radius` is half its size. Integers alone, so that all machines draw the same.
inline bool covers(unsigned shape, int x, int y, int radius) {
  int const along = std::abs(x), across = std::abs(y), larger = std::max(along, across), square = x * x + y * y;
  int const line = 4, inner = radius - line;
  switch (shape) {
    case 0: return square <= radius * radius;
    case 1: return square <= radius * radius && square >= inner * inner;
    case 2: return larger <= radius;
    case 3: return larger <= radius && larger >= inner;
    case 4: return across <= radius && 2 * along <= y + radius;
    case 5: return larger <= radius && std::min(along, across) <= line / 2;
    case 6: return larger <= radius && std::abs(along - across) <= line / 2 + 1;
    case 7: return larger <= radius && (y + radius) % 8 < 4;
    case 8: return larger <= radius && (x + radius) % 8 < 4;
    default: return along + across <= radius;
  }
}

inline samples draw_samples(std::size_t count, generator& random) {
  samples result;
  result.pixels.reserve(count * image_size);
  for (std::size_t i = 0; i < count; ++i) {
    auto const shape = static_cast<unsigned>(i % 10);
    auto const between = [&](int least, int most) {
      return least + static_cast<int>(below(static_cast<std::uint64_t>(most - least + 1), random));
    };
    // In half pixels, from the upper left corner.
    int const radius = between(12, 22), column = between(23, 31), row = between(23, 31);
    int const brightness = between(60, 200);
    for (int y = 0; y < static_cast<int>(image_side); ++y) {
      for (int x = 0; x < static_cast<int>(image_side); ++x) {
        int const drawn = covers(shape, 2 * x - column, 2 * y - row, radius) ? brightness : 0;
        int const noise = between(-90, 90);
        result.pixels.push_back(static_cast<unsigned char>(std::clamp(drawn + noise, 0, 255)));
      }
    }
    result.labels.push_back(static_cast<unsigned char>(shape));
  }
  return result;
}

/// 4,000 training and 1,000 test images, always the same.
inline dataset drawn_shapes() {
  generator random(28);
  dataset result{"drawn shapes", "embedded in the program, not Fashion-MNIST",
                 {"disc", "ring", "square", "frame", "triangle", "plus", "cross", "lines", "columns", "diamond"},
                 {}, {}};
  result.training = draw_samples(4000, random);
  result.test = draw_samples(1000, random);
  return result;
}

}  // namespace fashion
