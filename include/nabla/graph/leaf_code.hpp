#pragma once

#include <nabla/graph/code.hpp>

namespace nabla::detail {

// A step as its shape, what is done, and its leaves, what it is done with. Which operands are leaves is a policy; what is no leaf is part
// of the step. A table says where among the values of a block, or of the body of a loop, a leaf stands, so that steps of one shape share
// their code.

/// Leaves are what has a slot, and variables: others are computed in place.
struct stored_leaves {
  static constexpr bool is_leaf(instruction const& operand) { return operand.slot != no_node || operand.operation == variable_kind; }
};

/// Leaves of an instruction, and of what it computes in place.
template <class Leaves, class Program>
constexpr std::uint32_t count_leaves_below(Program const& program, std::uint32_t at) {
  std::uint32_t count = 0;
  for (std::uint32_t k = 0; k < program.instructions[at].count; ++k) {
    std::uint32_t const operand = program.operand(at, k);
    count += Leaves::is_leaf(program.instructions[operand]) ? 1 : count_leaves_below<Leaves>(program, operand);
  }
  return count;
}

/// Reads the shapes of steps, as hashes; `take(leaf)` is given the instruction of each leaf, in order.
template <class Leaves, class Program>
class shape_reader {
 public:
  constexpr explicit shape_reader(Program const& program) : program_(program) {}

  /// A step, and the conditions that it waits for.
  template <class Take>
  constexpr std::uint64_t read(instruction const& step, Take const& take) {
    hash_ = step.alternatives * 2 + (step.is_costly && step.alternatives ? 1 : 0);
    walk(step, take);
    for (std::uint32_t n = 0; n < step.alternatives; ++n) {
      for (std::uint32_t l = program_.alternatives[step.first_alternative + n]; l != 0; l = program_.literals[l].parent) {
        hash_ = hash_join(hash_, program_.literals[l].holds ? 1 : 2);
        walk(program_.instructions[program_.literals[l].condition], take);
      }
      hash_ = hash_join(hash_, 3);
    }
    return hash_;
  }

 private:
  template <class Take>
  constexpr void walk(instruction const& step, Take const& take) {
    hash_ = hash_join(hash_, step.operation + step.count);
    if (step.operation == constant_kind || step.operation == number_leaf.id) {
      rational const& number = program_.constants[step.first];
      hash_ = hash_join(hash_join(hash_, static_cast<std::uint64_t>(number.numerator)), static_cast<std::uint64_t>(number.denominator));
    }
    for (std::uint32_t k = 0; k < step.count; ++k) {
      std::uint32_t const at = program_.operands[step.first + k];
      if (Leaves::is_leaf(program_.instructions[at])) {
        hash_ = hash_join(hash_, 5);
        take(at);
      } else {
        walk(program_.instructions[at], take);
      }
    }
  }

  Program const& program_;
  std::uint64_t hash_ = 0;
};

/// Operand number K of a step, as leaves are counted: a table says where among the values it stands.
template <std::uint32_t K>
struct leaf_code {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr T const& run(T const* values, std::uint32_t const* places) {
    return values[places[K]];
  }
};

/// Operands as leaves, of which there are `First` before.
template <class Leaves, std::uint32_t First>
struct leaf_context {
  static constexpr code_kind kind_of(instruction const& step) {
    return Leaves::is_leaf(step) && step.operation != variable_kind ? code_kind::slot : computation_kind(step);
  }
  template <std::uint32_t Slot>
  using slot_type = leaf_code<First>;
  template <std::uint32_t Input>
  using input_type = leaf_code<First>;
  template <class Recipe, std::uint32_t Operand>
  static constexpr std::uint32_t leaves = [] {
    auto const& program = compiled<Recipe>::value;
    return Leaves::is_leaf(program.instructions[Operand]) ? 1 : count_leaves_below<Leaves>(program, Operand);
  }();
  template <class Recipe, std::uint32_t Operand>
  using after = leaf_context<Leaves, First + leaves<Recipe, Operand>>;
};

}  // namespace nabla::detail
