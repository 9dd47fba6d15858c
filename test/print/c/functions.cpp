// Writes the C of the corpus.
#include "corpus.hpp"

#include <iostream>

using namespace corpus;

int main() {
#define WRITE(name_, ulp_, formula_) std::cout << to_c(nabla::function(formula_, x, y, z), #name_) << '\n';
  NABLA_SCALAR_CORPUS(WRITE)
  std::cout << to_c(x * y - z / 2_c, "by_name") << to_c("double"_v * "t0"_v + "exp"_v * exp("long name"_v) - q[2_c] / q[0_c], "odd_names")
            << to_c(2_c, "two") << to_c(positions_function, "of_positions") << to_c(field_function, "field") << to_c(energy_function, "energy")
            << to_c(gradient(energy_function), "energy_gradient") << to_c(value_and_gradient(energy_function), "energy_value_and_gradient")
            << to_c(hessian(energy_function), "energy_hessian") << to_c(value_gradient_hessian(energy_function), "energy_all")
            << to_c(jacobian(field_function), "field_jacobian") << to_c(value_and_jacobian(field_function), "field_value_and_jacobian")
            << to_c(gradient(x * y * y, y, x), "gradient_by_name") << to_c(value_and_derivatives<3>(sin(x) * x, x), "derivatives")
            << nabla::to_c(chain_function, "chain") << nabla::to_c(value_and_gradient(chain_function), "chain_value_and_gradient");
}
