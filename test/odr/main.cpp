#include "formulas.hpp"

#include <iostream>

int main() {
  if (compute(0.3, 1.7) != compute_in_other(0.3, 1.7)) {
    std::cout << "the two units compute different results\n";
    return 1;
  }
  if (address_in_other() != static_cast<void const*>(&df)) {
    std::cout << "the two units have different objects for one formula\n";
    return 1;
  }
}
