#pragma once

#include <nabla/graph/sink.hpp>
#include <nabla/graph/straight.hpp>

namespace nabla::detail {

/// What stands in which block of steps with conditions. Slots [b * block_length, (b + 1) * block_length) are block b; a block has its own values first and
/// then its imports.
template <program_sizes Size, std::size_t Leaves>
struct block_plan : block_lists<Size> {
  static constexpr std::uint32_t input_bit = std::uint32_t{1} << 31;

  std::uint32_t shape[Size.slots + 1]{};       // the first slot of the same shape
  std::uint32_t first_leaf[Size.slots + 1]{};  // by slot
  std::uint32_t leaves[Leaves + 1]{};          // places in the block
  std::uint32_t first_import[block_lists<Size>::blocks + 1]{};
  std::uint32_t imports[Leaves + 1]{};         // place among the exports, or input_bit + input
};

/// Leaves of all steps: their operands, and those of the conditions they wait for, which may be asked for again and again.
template <class Program>
constexpr std::size_t count_leaves(Program const& program) {
  std::size_t count = 0;
  for (std::size_t s = 0; s < program.size.slots; ++s) {
    instruction const& step = program.instructions[program.stored[s]];
    count += count_leaves_below<stored_leaves>(program, program.stored[s]);
    for (std::uint32_t n = 0; n < step.alternatives; ++n) {
      for (std::uint32_t l = program.alternatives[step.first_alternative + n]; l != 0; l = program.literals[l].parent) {
        count += count_leaves_below<stored_leaves>(program, program.literals[l].condition);
      }
    }
  }
  return count;
}

template <class Recipe>
class block_planner : block_list_planner<Recipe> {
  using base = block_list_planner<Recipe>;
  using base::program, base::slots;

 public:
  using plan_type = block_plan<compiled<Recipe>::value.size, count_leaves(compiled<Recipe>::value)>;

  static constexpr plan_type make() {
    plan_type plan;
    block_planner planner(plan);
    for (std::size_t b = 0; b < plan_type::blocks; ++b) {
      plan.first_import[b] = planner.imported_;
      for (std::size_t s = b * block_length; s < slots && s < (b + 1) * block_length; ++s) planner.plan_step(s, b);
    }
    plan.first_import[plan_type::blocks] = planner.imported_;
    planner.place_outputs();
    planner.place_exports();
    for (std::uint32_t i = 0; i < planner.imported_; ++i) {
      if (plan.imports[i] < plan.input_bit) plan.imports[i] = plan.place[plan.imports[i]];
    }
    return plan;
  }

 private:
  constexpr explicit block_planner(plan_type& plan)
      : base(plan), plan_(plan), heads_(2 * slots + 1, no_node), next_(slots + 1, no_node), hashes_(slots + 1, 0) {}

  constexpr void plan_step(std::size_t s, std::size_t block) {
    block_ = static_cast<std::uint32_t>(block);
    plan_.first_leaf[s] = leaf_;
    instruction const& step = program.instructions[program.stored[s]];
    std::uint64_t const hash = reader_.read(step, [&](std::uint32_t leaf) {
      instruction const& operand = program.instructions[leaf];
      plan_.leaves[leaf_++] = operand.slot == no_node ? imported(inputs_[operand.first], plan_.input_bit + operand.first)
                              : operand.slot / block_length == block_ ? operand.slot % block_length
                                                                      : exported(operand.slot);
    });
    // The first of its shape.
    std::uint32_t& head = heads_[hash % heads_.size()];
    for (std::uint32_t known = head; known != no_node; known = next_[known]) {
      if (hashes_[known] == hash) {
        plan_.shape[s] = known;
        return;
      }
    }
    hashes_[s] = hash;
    next_[s] = head;
    head = static_cast<std::uint32_t>(s);
    plan_.shape[s] = head;
  }

  /// In which block something was last imported, and its place there.
  struct import_mark {
    std::uint32_t block = no_node;
    std::uint32_t place = 0;
  };
  constexpr std::uint32_t exported(std::uint32_t slot) {
    plan_.place[slot] = 0;
    return imported(slots_[slot], slot);
  }
  constexpr std::uint32_t imported(import_mark& mark, std::uint32_t source) {
    if (mark.block != block_) {
      mark = {block_, static_cast<std::uint32_t>(block_length) + imported_ - plan_.first_import[block_]};
      plan_.imports[imported_++] = source;
    }
    return mark.place;
  }

  plan_type& plan_;
  shape_reader<stored_leaves, std::remove_cvref_t<decltype(program)>> reader_{program};
  std::uint32_t block_ = 0, leaf_ = 0, imported_ = 0;
  growable<std::uint32_t> heads_, next_;
  growable<std::uint64_t> hashes_;
  import_mark slots_[slots + 1]{};
  import_mark inputs_[program.size.variables + 1]{};
};

template <class Recipe>
struct planned {
  static constexpr bool is_straight = detail::is_straight(compiled<Recipe>::value);  // asked for each block, and found once
  static constexpr auto make() {
    if constexpr (is_straight) {
      return straight_planner<Recipe>::make();
    } else {
      return block_planner<Recipe>::make();
    }
  }
  static constexpr auto value = make();
};

/// Exported values by their place, at the end of a program.
template <class Recipe>
struct end_context {
  static constexpr code_kind kind_of(instruction const& step) { return value_kind(step); }
  template <std::uint32_t Slot>
  using slot_type = slot_code<planned<Recipe>::value.place[Slot]>;
  template <std::uint32_t Input>
  using input_type = input_code<Input>;
  template <class, std::uint32_t>
  using after = end_context;
};

template <class Recipe, std::uint32_t Slot>
using shape_code = typename stored_computation<Recipe, compiled<Recipe>::value.stored[Slot], leaf_context<stored_leaves, 0>>::type;

template <class Recipe, std::size_t Block, class T, class Inputs, class Sink, std::size_t... Import, std::size_t... Step,
          std::size_t... Export, std::size_t... Output>
NABLA_ALWAYS_INLINE constexpr void run_block(Inputs inputs, [[maybe_unused]] T* exported, [[maybe_unused]] Sink outputs, std::index_sequence<Import...>,
                                             std::index_sequence<Step...>, std::index_sequence<Export...>, std::index_sequence<Output...>) {
  constexpr auto const& program = compiled<Recipe>::value;
  constexpr auto const& plan = planned<Recipe>::value;
  constexpr std::size_t first = Block * block_length, first_import = plan.first_import[Block];
  constexpr std::size_t first_export = plan.first_export[Block], first_output = plan.first_output[Block];
  T own[block_length + sizeof...(Import)];
  [[maybe_unused]] bool const in_order[] = {
      true,
      (own[block_length + Import] = (plan.imports[first_import + Import] >= plan.input_bit
                                         ? inputs[plan.imports[first_import + Import] % plan.input_bit]
                                         : exported[plan.imports[first_import + Import] % plan.input_bit]),
       true)...,
      (own[Step] = shape_code<Recipe, plan.shape[first + Step]>::template run<T>(own, plan.leaves + plan.first_leaf[first + Step]), true)...,
      (exported[first_export + Export] = own[plan.exports[first_export + Export] % block_length], true)...,
      (outputs.at(plan.outputs[first_output + Output]) =
           math::with_value(own[program.instructions[program.outputs[plan.outputs[first_output + Output]]].slot % block_length]),
       true)...};
}

template <class Recipe, std::size_t Block, class T, class Inputs, class Sink, std::size_t... Input, std::size_t... Import, std::size_t... Number,
          std::size_t... Step, std::size_t... Export, std::size_t... Output>
NABLA_ALWAYS_INLINE constexpr void run_straight_block(Inputs inputs, [[maybe_unused]] T* exported, [[maybe_unused]] Sink outputs,
                                                      std::index_sequence<Input...>, std::index_sequence<Import...>, std::index_sequence<Number...>,
                                                      std::index_sequence<Step...>, std::index_sequence<Export...>, std::index_sequence<Output...>) {
  constexpr auto const& plan = planned<Recipe>::value;
  constexpr std::size_t first = plan.first_step[Block];
  constexpr std::size_t first_export = plan.first_export[Block], first_output = plan.first_output[Block];
  T const own[] = {inputs[plan.imports[plan.first_import[Block] + Input]]...,
                   static_cast<T const*>(exported)[plan.imports[plan.first_value[Block] + Import]]...,
                   straight_number<Recipe, plan.imports[plan.first_number[Block] + Number], T>()...,
                   straight_step<plan.operation[first + Step], plan.count[first + Step]>::template run<T>(own, plan.left[first + Step], plan.right[first + Step],
                                                                                                          plan.list)...};
  [[maybe_unused]] bool const in_order[] = {
      true,
      (exported[first_export + Export] = own[plan.value[plan.exports[first_export + Export]]], true)...,
      (outputs.at(plan.outputs[first_output + Output]) = math::with_value(own[plan.value_of_output[first_output + Output]]), true)...};
}

template <class Recipe, std::size_t Block, class T, class Inputs, class Sink>
NABLA_ALWAYS_INLINE constexpr void run_block(Inputs inputs, T* exported, Sink outputs) {
  constexpr auto const& plan = planned<Recipe>::value;
  constexpr std::size_t first = Block * block_length, slots = compiled<Recipe>::value.size.slots;
  using exports = std::make_index_sequence<plan.first_export[Block + 1] - plan.first_export[Block]>;
  using written = std::make_index_sequence<plan.first_output[Block + 1] - plan.first_output[Block]>;
  if constexpr (planned<Recipe>::is_straight) {
    run_straight_block<Recipe, Block>(inputs, exported, outputs, std::make_index_sequence<plan.first_value[Block] - plan.first_import[Block]>{},
                                      std::make_index_sequence<plan.first_number[Block] - plan.first_value[Block]>{},
                                      std::make_index_sequence<plan.first_import[Block + 1] - plan.first_number[Block]>{},
                                      std::make_index_sequence<plan.first_step[Block + 1] - plan.first_step[Block]>{}, exports{}, written{});
  } else {
    constexpr std::size_t steps = slots - first < block_length ? slots - first : block_length;
    run_block<Recipe, Block>(inputs, exported, outputs, std::make_index_sequence<plan.first_import[Block + 1] - plan.first_import[Block]>{},
                             std::make_index_sequence<steps>{}, exports{}, written{});
  }
}

/// Blocks [First, Last) of a program: halves, so that no list of them is long.
template <class Recipe, std::size_t First, std::size_t Last, class T, class Inputs, class Sink>
NABLA_ALWAYS_INLINE constexpr void run_blocks(Inputs inputs, T* exported, Sink outputs) {
  if constexpr (Last - First == 1) {
    run_block<Recipe, First>(inputs, exported, outputs);
  } else {
    constexpr std::size_t middle = (First + Last) / 2;
    run_blocks<Recipe, First, middle>(inputs, exported, outputs);
    run_blocks<Recipe, middle, Last>(inputs, exported, outputs);
  }
}

/// A function of its own for so many blocks: a whole program of many thousand steps in one function takes the compilers time
/// that grows faster than its length, and a call is nothing beside so many steps.
inline constexpr std::size_t blocks_of_function = 8;

template <class Recipe, std::size_t First, std::size_t Last, class T, class Inputs, class Sink>
[[gnu::noinline]] constexpr void run_part(Inputs inputs, T* exported, Sink outputs) {
  run_blocks<Recipe, First, Last>(inputs, exported, outputs);
}

template <class Recipe, std::size_t First, std::size_t Last, class T, class Inputs, class Sink>
NABLA_ALWAYS_INLINE constexpr void run_parts(Inputs inputs, T* exported, Sink outputs) {
  if constexpr (Last - First <= blocks_of_function) {
    run_part<Recipe, First, Last>(inputs, exported, outputs);
  } else {
    constexpr std::size_t middle = First + (Last - First + 2 * blocks_of_function - 1) / (2 * blocks_of_function) * blocks_of_function;
    run_parts<Recipe, First, middle>(inputs, exported, outputs);
    run_parts<Recipe, middle, Last>(inputs, exported, outputs);
  }
}

/// The outputs [First, Last) of those that no block has written.
template <class Recipe, std::size_t First, class T, class Inputs, class Sink, std::size_t... I>
NABLA_ALWAYS_INLINE constexpr void finish_outputs(Inputs inputs, T const* exported, Sink outputs, std::index_sequence<I...>) {
  constexpr auto const& program = compiled<Recipe>::value;
  constexpr auto const& plan = planned<Recipe>::value;
  [[maybe_unused]] bool const in_order[] = {
      (outputs.at(plan.outputs[First + I]) =
           math::with_value(code_of<Recipe, program.outputs[plan.outputs[First + I]], end_context<Recipe>>::type::template run<T>(inputs, exported)),
       true)...};
}

template <class Recipe, std::size_t First, std::size_t Last, class T, class Inputs, class Sink>
NABLA_ALWAYS_INLINE constexpr void finish_outputs(Inputs inputs, T const* exported, Sink outputs) {
  if constexpr (Last - First > block_length) {
    constexpr std::size_t middle = (First + Last) / 2;
    finish_outputs<Recipe, First, middle>(inputs, exported, outputs);
    finish_outputs<Recipe, middle, Last>(inputs, exported, outputs);
  } else {
    finish_outputs<Recipe, First>(inputs, exported, outputs, std::make_index_sequence<Last - First>{});
  }
}

/// Runs a long program into a prepared sink; its scalar needs a default constructor.
template <class Recipe, class T, class Inputs, class Sink>
NABLA_ALWAYS_INLINE constexpr void run_in_blocks(Inputs inputs, Sink outputs) {
  constexpr auto const& plan = planned<Recipe>::value;
  constexpr std::size_t count = compiled<Recipe>::value.size.outputs;
  T exported[plan.first_export[plan.blocks] + 1];
  if constexpr (plan.blocks > blocks_of_function) {
    run_parts<Recipe, 0, plan.blocks>(inputs, exported, outputs);
  } else if constexpr (plan.blocks > 0) {
    run_blocks<Recipe, 0, plan.blocks>(inputs, exported, outputs);
  }
  if constexpr (plan.first_late < count) finish_outputs<Recipe, plan.first_late, count>(inputs, exported, outputs);
}

}  // namespace nabla::detail
