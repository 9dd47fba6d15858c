// Writes the steps of nabla's program for the chain's value and gradient as plain C++, one named number a stored step, so that a
// compiler has the same operations to translate; prints the number of nodes.
//
//     -DCHAIN_FORM=named_chain, traced_chain or irregular_chain, -DCHAIN_LENGTH=<variables>
//     generate <written.cpp>
#include "chain.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

using G = decltype(nabla::value_and_gradient(CHAIN_FORM<CHAIN_LENGTH>()));
static constexpr auto const& steps = nabla::detail::compiled<G::recipe>::value;

static std::string computation(std::uint32_t step);

static std::string value(std::uint32_t step) {
  std::uint32_t const slot = steps.instructions[step].slot;
  return slot == nabla::detail::no_node ? computation(step) : "s" + std::to_string(slot);
}

static std::string infix(std::uint32_t step, char const* sign) {
  return "(" + value(steps.operand(step, 0)) + sign + value(steps.operand(step, 1)) + ")";
}

static std::string computation(std::uint32_t step) {
  using namespace nabla::detail;
  instruction const& here = steps.instructions[step];
  switch (here.operation) {
    case constant_leaf.id: {
      nabla::rational const number = steps.constants[here.first];
      std::string const numerator = std::to_string(number.numerator) + ".0";
      return number.denominator == 1 ? numerator : "(" + numerator + " / " + std::to_string(number.denominator) + ".0)";
    }
    case variable_leaf.id: return "in[" + std::to_string(steps.variables[here.first].index) + "]";
    case kind_of_operation<nabla::plus>: return infix(step, " + ");
    case kind_of_operation<nabla::minus>: return infix(step, " - ");
    case kind_of_operation<nabla::times>: return infix(step, " * ");
    case kind_of_operation<nabla::divides>: return infix(step, " / ");
    case kind_of_operation<nabla::negate>: return "(-" + value(steps.operand(step, 0)) + ")";
    default: std::fprintf(stderr, "generate: the chain has an operation that is not written here\n"); std::exit(1);
  }
}

static bool is_stored(std::uint32_t step) { return steps.instructions[step].slot != nabla::detail::no_node; }

int main(int argc, char** argv) {
  std::FILE* const file = argc == 2 ? std::fopen(argv[1], "w") : nullptr;
  if (!file) return 2;
  // The value, then the partials that are not 0 in any case; each is written as soon as it is known.
  auto const write_outputs = [&](auto const& is_due) {
    for (std::size_t k = 0; k < steps.size.outputs; ++k) {
      std::uint32_t const step = steps.outputs[k];
      if (is_due(step)) std::fprintf(file, "  out[%zu] = %s;\n", k == 0 ? 0 : 1 + std::size_t(steps.places[k - 1].column), value(step).c_str());
    }
  };
  std::fprintf(file, "void chain(double const* in, double* out) {\n");
  for (std::size_t s = 0; s < steps.size.slots; ++s) {
    std::fprintf(file, "  double const s%zu = %s;\n", s, computation(steps.stored[s]).c_str());
    write_outputs([&](std::uint32_t step) { return step == steps.stored[s]; });
  }
  write_outputs([](std::uint32_t step) { return !is_stored(step); });
  std::fprintf(file, "}\n");
  if (std::fclose(file) != 0) return 1;
  std::printf("%zu\n", std::size_t(steps.size.instructions));
}
