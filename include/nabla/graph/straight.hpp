#pragma once

#include <nabla/graph/block_lists.hpp>
#include <nabla/graph/leaf_code.hpp>

namespace nabla::detail {

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
    std::uint32_t left = step.count > 0 ? place_of(program.operands[step.first]) : 0;
    std::uint32_t const right = step.count > 1 ? place_of(program.operands[step.first + 1]) : 0;
    if (step.count > 2) left = plan_list(step, left, right);
    std::uint32_t const s = steps_++;
    plan_.operation[s] = step.operation;
    plan_.count[s] = step.count;
    plan_.left[s] = left;
    plan_.right[s] = right;
    return 4 * (s - plan_.first_step[block_]) + own;
  }
  /// The places of more than two operands, which may have lists themselves; where theirs begins.
  constexpr std::uint32_t plan_list(instruction const& step, std::uint32_t left, std::uint32_t right) {
    growable<std::uint32_t> places(1, left);
    places.push(right);
    for (std::uint32_t k = 2; k < step.count; ++k) places.push(place_of(program.operands[step.first + k]));
    std::uint32_t const first = listed_;
    for (std::uint32_t place : places) plan_.list[listed_++] = place;
    return first;
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
      values[i] = nearest_to_number<T>(compiled<Recipe>::value.constants[i]);
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
      // No function for each of what most steps are (GCC takes 4.2 s for 4,056 nodes, and 5.6 s by the values that operations state); but in constant
      // evaluation those say what has no value.
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

}  // namespace nabla::detail
