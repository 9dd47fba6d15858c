// Writes the corpus, the derivatives of some of it, and names of all kinds as a LaTeX document.
#include "../c/corpus.hpp"

#include <iostream>

using namespace corpus;

int main() {
  std::cout << "\\documentclass{article}\n\\usepackage{amsmath}\n\\begin{document}\n\\raggedright\n";
  auto const write = [](auto const& formula) { std::cout << "$" << to_latex(formula) << "$\n\n"; };
#define WRITE(name_, ulp_, formula_) write(formula_);
  NABLA_SCALAR_CORPUS(WRITE)
  write("alpha"_v + "Gamma12"_v * "x_max"_v - "rate"_v / "k_1"_v);
  write("long name"_v + "100% & #1_{a}$"_v + "a^b~c"_v * "back\\slash"_v + "_a"_v + "a_"_v + "7"_v);
  write(pow(q[0_c], pow(2_c, q[1_c])) * pow(abs(x - y), 0.5_c) + 2_c * pow(2_c, x) - 3_c * (1_c / x));
  write(x < y && !(y <= z || equals(x, 2_c)));
  write(polygamma(2_c, x) + log_sum_exp(x, y, nabla::ln2 * z));
  std::cout << "\\end{document}\n";
}
