#pragma once

#include <nabla/graph/strength.hpp>

namespace nabla::detail {

/// One step of a program. `first` is the place of its operands in the program's list of operands, or the place of a constant or
/// variable in theirs. `slot` is where its value is kept; a step without slot is computed where its one user needs it.
struct instruction {
  std::uint64_t operation = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t slot = no_node;
};

enum class step_kind { constant, variable, operation };

constexpr step_kind kind_of(instruction const& step) {
  return step.operation == constant_leaf.id   ? step_kind::constant
         : step.operation == variable_leaf.id ? step_kind::variable
                                              : step_kind::operation;
}

struct program_sizes {
  std::size_t instructions = 0;
  std::size_t operands = 0;
  std::size_t constants = 0;
  std::size_t variables = 0;
  std::size_t slots = 0;
  std::size_t outputs = 0;

  constexpr bool fit_into(program_sizes const& room) const {
    return instructions <= room.instructions && operands <= room.operands && constants <= room.constants &&
           variables <= room.variables && slots <= room.slots && outputs <= room.outputs;
  }
};

/// A pruned graph in the order in which it runs. Plain data, a static constexpr member of a class with a short name.
template <program_sizes Room>
struct program {
  program_sizes size{};
  instruction instructions[Room.instructions + 1]{};
  std::uint32_t operands[Room.operands + 1]{};
  rational constants[Room.constants + 1]{};
  variable_info variables[Room.variables + 1]{};
  std::uint32_t stored[Room.slots + 1]{};  // the instructions with a slot, in order
  std::uint32_t outputs[Room.outputs + 1]{};

  constexpr std::uint32_t operand(std::size_t instruction, std::size_t k) const {
    return operands[instructions[instruction].first + k];
  }
};

/// Values that are used once are returned into their user; where such a tree has this many steps its root gets a slot, so that
/// no compiler limit on nested inlining is met and the names of functions stay short.
inline constexpr std::uint32_t largest_tree = 8;

/// Writes what the outputs need of a graph, in order, as far as it fits into the room; the sizes are right in any case.
template <program_sizes Room>
constexpr program<Room> make_program(graph const& g, growable<node_id> const& outputs) {
  program<Room> result;
  program_sizes& size = result.size;
  growable<std::uint32_t> const uses = count_uses(g, outputs);
  std::size_t const end = uses.size();
  growable<std::uint32_t> place(end, no_node), tree(end, 0);
  for (std::size_t i = 0; i < end; ++i) {
    if (!uses[i]) continue;
    auto const id = static_cast<node_id>(i);
    std::size_t const at = size.instructions++;
    place[i] = static_cast<std::uint32_t>(at);
    instruction step{g.operation(id)->id, 0, g.count(id), no_node};
    if (g.is_constant(id)) {
      step.first = static_cast<std::uint32_t>(size.constants++);
      if (step.first < Room.constants) result.constants[step.first] = g.constant_value(id);
    } else if (g.is_variable(id)) {
      step.first = static_cast<std::uint32_t>(size.variables++);
      if (step.first < Room.variables) result.variables[step.first] = g.variable(id);
    } else {
      step.first = static_cast<std::uint32_t>(size.operands);
      for (std::size_t k = 0; k < g.count(id); ++k) {
        node_id const operand = g.operand(id, k);
        if (size.operands < Room.operands) result.operands[size.operands] = place[operand];
        ++size.operands;
        tree[i] += tree[operand];
      }
      tree[i] += 1;
      if (g.count(id) > 0 && (uses[i] > 1 || tree[i] >= largest_tree)) {
        step.slot = static_cast<std::uint32_t>(size.slots++);
        if (step.slot < Room.slots) result.stored[step.slot] = static_cast<std::uint32_t>(at);
        tree[i] = 0;
      }
    }
    if (at < Room.instructions) result.instructions[at] = step;
  }
  for (node_id output : outputs) {
    if (size.outputs < Room.outputs) result.outputs[size.outputs] = place[output];
    ++size.outputs;
  }
  return result;
}

template <program_sizes To, program_sizes From>
constexpr program<To> shrunk(program<From> const& from) {
  program<To> to;
  to.size = from.size;
  for (std::size_t i = 0; i < To.instructions; ++i) to.instructions[i] = from.instructions[i];
  for (std::size_t i = 0; i < To.operands; ++i) to.operands[i] = from.operands[i];
  for (std::size_t i = 0; i < To.constants; ++i) to.constants[i] = from.constants[i];
  for (std::size_t i = 0; i < To.variables; ++i) to.variables[i] = from.variables[i];
  for (std::size_t i = 0; i < To.slots; ++i) to.stored[i] = from.stored[i];
  for (std::size_t i = 0; i < To.outputs; ++i) to.outputs[i] = from.outputs[i];
  return to;
}

/// How a graph ends: as a program that runs, or as it was built, to be read.
enum class goal { run, read };

template <class Recipe, program_sizes Room>
constexpr program<Room> build_program() {
  graph g;
  growable<node_id> outputs;
  Recipe::build(g, outputs);
  if (Recipe::purpose == goal::run) reduce_strength(g, outputs);
  return make_program<Room>(g, outputs);
}

constexpr program_sizes room_for(std::size_t estimate) {
  std::size_t const room = estimate < 56 ? 64 : estimate > 4096 ? 4096 : estimate + 8;
  return {room, 2 * room, room, room, room, room};
}

/// The program of a recipe: a class with `purpose`, `estimate` (the expected number of instructions) and
/// `build(graph&, outputs)`. Built once, into a buffer with room to spare; again only where the estimate was too small.
template <class Recipe>
struct compiled {
  static constexpr program_sizes room = room_for(Recipe::estimate);

  static constexpr auto make() {
    constexpr auto first = build_program<Recipe, room>();
    if constexpr (first.size.fit_into(room)) {
      return shrunk<first.size>(first);
    } else {
      return build_program<Recipe, first.size>();
    }
  }
  static constexpr auto value = make();
};

/// The program of a recipe by name; one evaluation however often it is used.
template <class Recipe>
inline constexpr auto const& program_of = compiled<Recipe>::value;

}  // namespace nabla::detail
