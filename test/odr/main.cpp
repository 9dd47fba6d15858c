#include "formulas.hpp"

#include <cmath>
#include <iostream>

namespace {
struct multiple_op {
  static constexpr nabla::fixed_string name = "multiple";
  static constexpr auto value = [](auto const& u) { return 2 * u; };
  static constexpr auto partials = [](auto, auto) { return boost::hana::make_tuple(nabla::constant<2>{}); };
};
}  // namespace

int main() {
  if (compute(0.3, 1.7) != compute_in_other(0.3, 1.7)) {
    std::cout << "the two units compute different results\n";
    return 1;
  }
  if (double const doubled = sum_over_neighbours<multiple_op>(), tripled = tripled_in_other(); std::abs(3 * doubled - 2 * tripled) > 1e-9 * std::abs(doubled)) {
    std::cout << "the two units have an operation of one name each, and got each other's: " << doubled << " and " << tripled << "\n";
    return 1;
  }
  if (address_in_other() != static_cast<void const*>(&df)) {
    std::cout << "the two units have different objects for one formula\n";
    return 1;
  }
}
