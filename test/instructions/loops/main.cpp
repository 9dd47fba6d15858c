// Calls each pair of functions, often, and compares what they compute. Callgrind counts meanwhile.
#include "loops.hpp"

#include <cmath>
#include <cstdio>

int main() {
  constexpr int calls = 1000;  // instructions.cmake divides by it
  double in[weights + 3], by_nabla[weights + 1], by_hand[weights + 1];
  for (int i = 0; i < weights + 3; ++i) in[i] = std::sin(0.7 * i) + 0.1;
  int differences = 0;
  auto const compare = [&](auto nabla, auto hand, int variables) {
    for (int k = 0; k < calls; ++k) {
      in[k % variables] += 0.01;
      nabla(in, by_nabla);
      hand(in, by_hand);
    }
    for (int i = 0; i <= variables; ++i) {
      if (!(std::abs(by_nabla[i] - by_hand[i]) <= 1e-11 * (1 + std::abs(by_hand[i])))) ++differences;
    }
  };
  compare(grid_nabla, grid_hand, points);
  compare(network_nabla, network_hand, weights);
  if (differences != 0) std::printf("%d results differ\n", differences);
  return differences != 0;
}
