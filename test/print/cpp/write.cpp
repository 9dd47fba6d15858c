// Writes that the type of each formula's text is the formula's own.
#include "corpus.hpp"

#include <iostream>

using namespace corpus;

int main() {
#define WRITE(name_, ulp_, formula_) \
  std::cout << "static_assert(is_same(" << to_cpp(formula_) << ", named_" #name_ "));\n";
  NABLA_SCALAR_CORPUS(WRITE)
  NABLA_TYPE_CORPUS(WRITE)
}
