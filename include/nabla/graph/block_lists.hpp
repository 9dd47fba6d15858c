#pragma once

#include <nabla/graph/program.hpp>

namespace nabla::detail {

// A long program runs in blocks of steps. A list of all its steps in one template would make names as long as the program and meet
// the compilers' limits on lists, and one array of all values costs the optimiser time quadratic in their number. So a block
// keeps its values to itself: what it needs from elsewhere it imports first, what others need it exports. And a step's code says
// only its shape, what is done with its first, second .. operand; which of the block's values those are stands in a table. Steps
// of one shape so share their functions, of which a long program has few.

inline constexpr std::size_t block_length = 32;

/// What blocks hand over and give; blocks are of block_length slots each. Lists of all blocks have an entry `first_..` for each.
template <program_sizes Size>
struct block_lists {
  static constexpr std::size_t blocks = (Size.slots + block_length - 1) / block_length;

  std::uint32_t first_export[blocks + 1]{};
  std::uint32_t exports[Size.slots + 1]{};     // slots, in order: an export's place is its place here
  std::uint32_t place[Size.slots + 1]{};       // of a slot among the exports, or no_node
  std::uint32_t first_output[blocks + 1]{};
  std::uint32_t outputs[Size.outputs + 1]{};   // those that blocks write
  std::uint32_t first_late = 0;                // the other outputs stand from here on
};

/// Finds them for the program of a recipe. Which slots other blocks need is marked by who plans the blocks: by a place that is not no_node.
template <class Recipe>
class block_list_planner {
 public:
  static constexpr auto const& program = compiled<Recipe>::value;
  static constexpr std::size_t slots = program.size.slots, outputs = program.size.outputs;

 protected:
  using lists_type = block_lists<compiled<Recipe>::value.size>;

  constexpr explicit block_list_planner(lists_type& lists) : lists_(lists) {
    for (std::size_t s = 0; s < slots; ++s) lists.place[s] = no_node;
  }

  /// An output that is a value of its own is written by its block; what is an output twice, or no stored value, at the end.
  constexpr void place_outputs() {
    growable<std::uint32_t> output_of(slots + 1, no_node), late;
    for (std::uint32_t i = 0; i < outputs; ++i) {
      std::uint32_t const slot = program.instructions[program.outputs[i]].slot;
      if (slot != no_node && output_of[slot] == no_node) {
        output_of[slot] = i;
      } else {
        late.push(i);
        if (slot != no_node) lists_.place[slot] = 0;
        if (slot == no_node) export_operands(program.instructions[program.outputs[i]]);
      }
    }
    std::uint32_t written = 0;
    for (std::size_t s = 0; s < slots; ++s) {
      if (s % block_length == 0) lists_.first_output[s / block_length] = written;
      if (output_of[s] != no_node) lists_.outputs[written++] = output_of[s];
    }
    lists_.first_output[lists_type::blocks] = lists_.first_late = written;
    for (std::uint32_t i = 0; i < late.size(); ++i) lists_.outputs[written + i] = late[i];
  }

  constexpr void place_exports() {
    std::uint32_t exports = 0;
    for (std::size_t s = 0; s < slots; ++s) {
      if (s % block_length == 0) lists_.first_export[s / block_length] = exports;
      if (lists_.place[s] == no_node) continue;
      lists_.exports[exports] = static_cast<std::uint32_t>(s);
      lists_.place[s] = exports++;
    }
    lists_.first_export[lists_type::blocks] = exports;
  }

 private:
  constexpr void export_operands(instruction const& step) {
    for (std::uint32_t k = 0; k < step.count; ++k) {
      instruction const& operand = program.instructions[program.operands[step.first + k]];
      if (operand.slot != no_node) {
        lists_.place[operand.slot] = 0;
      } else {
        export_operands(operand);
      }
    }
  }

  lists_type& lists_;
};

}  // namespace nabla::detail
