#pragma once

#include <nabla/graph/leaf_code.hpp>
#include <nabla/graph/sink.hpp>

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

/// Whether a program has no conditions: all of its operations are computed, each wherever it stands.
template <class Program>
constexpr bool is_straight(Program const& program) {
  for (std::size_t i = 0; i < program.size.instructions; ++i) {
    if (program.instructions[i].is_condition) return false;
  }
  return true;
}

/// What stands in which block of a program without conditions. There each operation is a step of its own, and numbers come from elsewhere as inputs do, so
/// that a step is told by its operation: a function for each tree of operations, of which every number made another one, took most of the time of compilation
/// where nothing repeats.
///
/// The values of a block are the inputs, values of other blocks and numbers that it needs, and then its steps.
template <program_sizes Size, std::size_t Steps>
struct straight_plan : block_lists<Size> {
  std::uint64_t operation[Steps + 1]{};
  std::uint32_t count[Steps + 1]{};
  std::uint32_t left[Steps + 1]{}, right[Steps + 1]{};  // its operands' places; of more than two, where they are listed
  std::uint32_t list[Size.operands + 1]{};
  std::uint32_t value[Size.slots + 1]{};                // by slot: its place in the block
  std::uint32_t value_of_output[Size.outputs + 1]{};
  std::uint32_t first_step[block_lists<Size>::blocks + 1]{};
  std::uint32_t first_import[block_lists<Size>::blocks + 1]{}, first_value[block_lists<Size>::blocks + 1]{}, first_number[block_lists<Size>::blocks + 1]{};
  std::uint32_t imports[Size.operands + 1]{};           // inputs, places among the exports, constants
};

/// Operations, each as often as it is computed: mathematical constants are where they are needed.
template <class Program>
constexpr std::size_t count_steps(Program const& program) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < program.size.instructions; ++i) count += program.instructions[i].count > 0 ? 1 : 0;
  for (std::size_t k = 0; k < program.size.operands; ++k) {
    instruction const& operand = program.instructions[program.operands[k]];
    count += operand.count == 0 && kind_of(operand) == step_kind::operation ? 1 : 0;
  }
  return count;
}

template <class Recipe>
class straight_planner : block_list_planner<Recipe> {
  using base = block_list_planner<Recipe>;
  using base::program, base::slots;

 public:
  using plan_type = straight_plan<compiled<Recipe>::value.size, count_steps(compiled<Recipe>::value)>;

  static constexpr plan_type make() {
    plan_type plan;
    straight_planner planner(plan);
    for (std::uint32_t b = 0; b < plan_type::blocks; ++b) planner.plan_block(b);
    planner.place_outputs();
    planner.place_exports();
    for (std::size_t b = 0; b < plan_type::blocks; ++b) {
      for (std::uint32_t i = plan.first_value[b]; i < plan.first_number[b]; ++i) plan.imports[i] = plan.place[plan.imports[i]];
    }
    for (std::uint32_t i = 0; i < plan.first_late; ++i) plan.value_of_output[i] = plan.value[program.instructions[program.outputs[plan.outputs[i]]].slot];
    return plan;
  }

 private:
  enum : std::uint32_t { own, input, value, number };

  constexpr explicit straight_planner(plan_type& plan) : base(plan), plan_(plan) {}

  constexpr void plan_block(std::uint32_t block) {
    block_ = block;
    for (growable<std::uint32_t>& list : imports_) list.shrink(0);
    std::uint32_t const first = plan_.first_step[block] = steps_, first_listed = listed_;
    std::size_t const begin = block * block_length, end = begin + block_length < slots ? begin + block_length : slots;
    for (std::size_t s = begin; s < end; ++s) plan_.value[s] = plan_step(program.stored[s]);
    // Where the steps stand is known now.
    std::uint32_t starts[4]{0, 0, 0, 0};
    std::uint32_t* const firsts[] = {nullptr, plan_.first_import, plan_.first_value, plan_.first_number};
    std::uint32_t place = 0;
    for (std::uint32_t kind = input; kind <= number; ++kind) {
      firsts[kind][block] = imported_;
      starts[kind] = place;
      for (std::uint32_t source : imports_[kind]) plan_.imports[imported_++] = source;
      place += static_cast<std::uint32_t>(imports_[kind].size());
    }
    starts[own] = place;
    plan_.first_import[block + 1] = imported_;
    plan_.first_step[block + 1] = steps_;
    auto const placed = [&](std::uint32_t& at) { at = starts[at % 4] + at / 4; };
    for (std::uint32_t s = first; s < steps_; ++s) {
      if (plan_.count[s] <= 2) placed(plan_.left[s]);
      if (plan_.count[s] == 2) placed(plan_.right[s]);
    }
    for (std::uint32_t k = first_listed; k < listed_; ++k) placed(plan_.list[k]);
    for (std::size_t s = begin; s < end; ++s) placed(plan_.value[s]);
  }

  /// A step behind those that it needs; its place, as 4 times a number of its kind, and the kind.
  constexpr std::uint32_t plan_step(std::uint32_t at) {
    instruction const& step = program.instructions[at];
    std::uint32_t const left = step.count > 0 ? place_of(program.operands[step.first]) : 0;
    std::uint32_t const right = step.count > 1 ? place_of(program.operands[step.first + 1]) : 0;
    if (step.count > 2) return plan_list(step, left, right);
    std::uint32_t const s = steps_++;
    plan_.operation[s] = step.operation;
    plan_.count[s] = step.count;
    plan_.left[s] = left;
    plan_.right[s] = right;
    return 4 * (s - plan_.first_step[block_]) + own;
  }
  constexpr std::uint32_t plan_list(instruction const& step, std::uint32_t left, std::uint32_t right) {
    growable<std::uint32_t> places(1, left);
    places.push(right);
    for (std::uint32_t k = 2; k < step.count; ++k) places.push(place_of(program.operands[step.first + k]));
    std::uint32_t const s = steps_++;
    plan_.operation[s] = step.operation;
    plan_.count[s] = step.count;
    plan_.left[s] = listed_;
    for (std::uint32_t place : places) plan_.list[listed_++] = place;
    return 4 * (s - plan_.first_step[block_]) + own;
  }

  constexpr std::uint32_t place_of(std::uint32_t at) {
    instruction const& operand = program.instructions[at];
    if (operand.slot != no_node) {
      if (operand.slot / block_length == block_) return plan_.value[operand.slot];
      plan_.place[operand.slot] = 0;
      return imported(at, operand.slot, value);
    }
    if (operand.operation == variable_kind) return imported(at, operand.first, input);
    if (operand.operation == constant_kind || operand.operation == number_leaf.id) return imported(at, operand.first, number);
    return plan_step(at);
  }
  constexpr std::uint32_t imported(std::uint32_t at, std::uint32_t source, std::uint32_t kind) {
    if (marks_[at].block != block_) {
      marks_[at] = {block_, static_cast<std::uint32_t>(4 * imports_[kind].size() + kind)};
      imports_[kind].push(source);
    }
    return marks_[at].place;
  }

  /// By instruction: in which block it was last imported, and its place there.
  struct mark {
    std::uint32_t block = no_node;
    std::uint32_t place = 0;
  };

  plan_type& plan_;
  std::uint32_t block_ = 0, steps_ = 0, imported_ = 0, listed_ = 0;
  growable<std::uint32_t> imports_[4];
  mark marks_[program.size.instructions + 1]{};
};

/// The numbers of a program as a floating-point type has them.
template <class Recipe, class T>
struct number_table {
  static constexpr std::size_t count = compiled<Recipe>::value.size.constants;
  T values[count + 1]{};
  constexpr number_table() {
    for (std::size_t i = 0; i < count; ++i) {
      rational const number = compiled<Recipe>::value.constants[i];
      values[i] = number.denominator ? nearest<T>(number) : static_cast<T>(std::bit_cast<double>(number.numerator));
    }
  }
};
template <class Recipe, class T>
inline constexpr number_table<Recipe, T> numbers_of{};

template <class Recipe, std::uint32_t Number, class T>
NABLA_ALWAYS_INLINE constexpr T straight_number() {
  if constexpr (standard_float<T>) {
    return numbers_of<Recipe, T>.values[Number];
  } else if constexpr (constexpr rational number = compiled<Recipe>::value.constants[Number]; number.denominator == 0) {
    return floating_op<static_cast<std::uint64_t>(number.numerator)>::value(std::type_identity<T>{});
  } else {
    return number_as<T, number>();
  }
}

/// An operation on values of a block.
template <std::uint64_t Operation, std::uint32_t Count>
struct straight_step {
  template <class T, std::uint32_t... K>
  NABLA_ALWAYS_INLINE static constexpr T run(T const* own, std::uint32_t const* places, std::integer_sequence<std::uint32_t, K...>) {
    return call_code<operation_t<Operation>, leaf_code<K>...>::template run<T>(own, places);
  }
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr T run(T const* own, std::uint32_t left, std::uint32_t right, std::uint32_t const* list) {
    if constexpr (Count > 2) {
      return run<T>(own, list + left, std::make_integer_sequence<std::uint32_t, Count>{});
    } else {
      // Fewer functions for what most steps are; but in constant evaluation they say what has no value.
      if constexpr (standard_float<T>) {
        if (!__builtin_is_constant_evaluated()) {
          if constexpr (Operation == kind_of_operation<plus>) return own[left] + own[right];
          if constexpr (Operation == kind_of_operation<minus>) return own[left] - own[right];
          if constexpr (Operation == kind_of_operation<times>) return own[left] * own[right];
          if constexpr (Operation == kind_of_operation<divides>) return own[left] / own[right];
        }
      }
      std::uint32_t const places[] = {left, right};
      return run<T>(own, places, std::make_integer_sequence<std::uint32_t, Count>{});
    }
  }
};

template <class Recipe>
struct planned {
  static constexpr auto make() {
    if constexpr (is_straight(compiled<Recipe>::value)) {
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
  if constexpr (is_straight(compiled<Recipe>::value)) {
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
