// Calls both functions, often and at different points, and compares what they compute. Callgrind counts meanwhile.
#include "rosenbrock.hpp"

#include <cmath>
#include <cstdio>

int main() {
  constexpr int calls = 1000;  // instructions.cmake divides by it
  int differences = 0;
  for (int k = 0; k < calls; ++k) {
    double const in[4] = {-2 + 0.004 * k, 1.5 - 0.003 * k, 0.5 + 0.001 * k, 2 - 0.005 * k};
    double by_nabla[5], by_hand[5];
    rosenbrock_nabla(in, by_nabla);
    rosenbrock_hand(in, by_hand);
    for (int i = 0; i < 5; ++i) {
     // The terms are of the order of 1000, and the two may round them differently before they cancel.
      if (!(std::abs(by_nabla[i] - by_hand[i]) <= 1e-12 * 1000)) ++differences;
    }
  }
  if (differences != 0) std::printf("%d of %d results differ\n", differences, 5 * calls);
  return differences != 0;
}
