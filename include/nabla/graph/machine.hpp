#pragma once

#include <array>
#include <utility>

#include <nabla/graph/blocks.hpp>
#include <nabla/graph/code_name.hpp>
#include <nabla/graph/loop_machine.hpp>

namespace nabla::detail {

// At -O0 GCC 12 takes an array whose elements are made from those before them for one that is not initialised.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
template <class Recipe, class T, class Inputs, std::size_t... Slot, std::size_t... Output>
NABLA_ALWAYS_INLINE constexpr std::array<T, sizeof...(Output)> run_at_once(Inputs inputs, std::index_sequence<Slot...>,
                                                                           std::index_sequence<Output...>) {
  constexpr auto const& program = compiled<Recipe>::value;
  if constexpr (sizeof...(Slot) == 0) {
    return {{code_of<Recipe, program.outputs[Output]>::type::template run<T>(inputs, static_cast<T const*>(nullptr))...}};
  } else {
    // Elements of an array are made in order, each from those before it, so that a scalar needs no default constructor.
    T const slots[] = {stored_computation<Recipe, program.stored[Slot]>::type::template run<T>(inputs, slots)...};
    return {{code_of<Recipe, program.outputs[Output]>::type::template run<T>(inputs, slots)...}};
  }
}

/// Most stored values and other results of a program that is one list of steps.
inline constexpr std::size_t longest_at_once = 96;

template <program_sizes Size>
constexpr std::size_t count_stored_and_results(program<Size> const& program) {
  std::size_t count = program.size.slots;
  for (std::size_t o = 0; o < program.size.outputs; ++o) count += program.instructions[program.outputs[o]].slot == no_node ? 1 : 0;
  return count;
}

/// How many slots are needed once, by another step, and kept because what they end is long.
template <program_sizes Size>
constexpr std::size_t count_kept_for_length(program<Size> const& program) {
  growable<std::uint32_t> uses(program.size.instructions + 1, 0);
  for (std::size_t k = 0; k < program.size.operands; ++k) ++uses[program.operands[k]];
  for (std::size_t o = 0; o < program.size.outputs; ++o) uses[program.outputs[o]] += 2;
  std::size_t count = 0;
  for (std::size_t s = 0; s < program.size.slots; ++s) count += uses[program.stored[s]] == 1 ? 1 : 0;
  return count;
}

/// The steps of a program that is one list of them, each output behind the last slot that it needs: s is slot s, slots + o is output o.
template <class Recipe>
struct steps_in_order {
  static constexpr auto const& program = compiled<Recipe>::value;
  static constexpr std::size_t slots = program.size.slots, count = slots + program.size.outputs;

  std::uint32_t step[count + 1]{};
  constexpr steps_in_order() {
    growable<std::uint32_t> first(slots + 2, 0), behind(program.size.outputs + 1, 0);
    for (std::size_t o = 0; o < program.size.outputs; ++o) ++first[(behind[o] = slots_needed(program.outputs[o])) + 1];
    for (std::size_t s = 0; s <= slots; ++s) first[s + 1] += first[s];
    for (std::size_t s = 0; s < slots; ++s) step[s + first[s + 1]] = static_cast<std::uint32_t>(s);
    for (std::size_t o = 0; o < program.size.outputs; ++o) step[behind[o] + first[behind[o]]++] = static_cast<std::uint32_t>(slots + o);
  }

 private:
  static constexpr std::uint32_t slots_needed(std::uint32_t at) {
    instruction const& needed = program.instructions[at];
    if (needed.slot != no_node) return needed.slot + 1;
    std::uint32_t last = 0;
    for (std::uint32_t k = 0; kind_of(needed) == step_kind::operation && k < needed.count; ++k) {
      std::uint32_t const below = slots_needed(program.operand(at, k));
      if (below > last) last = below;
    }
    return last;
  }
};

template <class Recipe, std::uint32_t Step, class T, class Inputs, class Sink>
NABLA_ALWAYS_INLINE constexpr bool run_step(Inputs inputs, [[maybe_unused]] T* slots, [[maybe_unused]] Sink sink) {
  constexpr auto const& program = compiled<Recipe>::value;
  auto const known = static_cast<T const*>(slots);
  if constexpr (Step < program.size.slots) {
    slots[Step] = stored_computation<Recipe, program.stored[Step]>::type::template run<T>(inputs, known);
  } else {
    sink.at(Step - program.size.slots) =
        math::with_value(code_of<Recipe, program.outputs[Step - program.size.slots]>::type::template run<T>(inputs, known));
  }
  return true;
}

/// Each output is stored as soon as what it needs is there, so that few values wait.
template <class Recipe, class T, class Inputs, class Sink, std::size_t... Step>
NABLA_ALWAYS_INLINE constexpr void run_at_once_into(Inputs inputs, Sink sink, std::index_sequence<Step...>) {
  constexpr steps_in_order<Recipe> order;
  T slots[compiled<Recipe>::value.size.slots + 1];
  [[maybe_unused]] bool const in_order[] = {true, run_step<Recipe, order.step[Step], T>(inputs, slots, sink)...};
}

/// In loops where the program has them, and in blocks otherwise.
template <class Recipe, class T, class Inputs, class Sink>
NABLA_ALWAYS_INLINE constexpr void run_long_program(Inputs inputs, Sink sink) {
  if constexpr (looped<Recipe>::value.is_regular) {
    run_in_loops<Recipe, T>(inputs, sink);
  } else {
    run_in_blocks<Recipe, T>(inputs, sink);
  }
}
template <class Recipe, class T, class Inputs>
NABLA_ALWAYS_INLINE constexpr auto run_long_program(Inputs inputs) {
  constexpr std::size_t count = signature_of<Recipe>::value.size.outputs;
  std::array<T, count> outputs;
  run_long_program<Recipe, T>(inputs, row_sink<T, count>{outputs.data()});
  return outputs;
}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

/// A formula, or what an operator made of one, called with traced scalars is recorded and not run; in traced.hpp.
template <class Recipe, class T, class Inputs>
constexpr auto record_program(Inputs inputs);

/// Whether a program is short enough for one list of steps. A long sum whose partial sums nothing else needs is computed by GCC where its
/// end is (it replaces temporaries by what they are), so that all its terms wait in memory for that: a loop, where there is one, is better.
template <class Recipe>
constexpr bool is_one_list() {
  if constexpr (is_stretched<Recipe>) {
    return false;
  } else if constexpr (constexpr std::size_t length = count_stored_and_results(compiled<Recipe>::value); length > longest_at_once) {
    return false;
  } else if constexpr (length > longest_at_once / 2 && count_kept_for_length(compiled<Recipe>::value) >= least_iterations) {
    return !looped<Recipe>::value.is_regular;
  } else {
    return true;
  }
}

/// Whether a program is one list of steps, and not loops or a list of blocks.
template <class Recipe, class T>
inline constexpr bool runs_at_once = !std::is_default_constructible_v<T> || is_one_list<Recipe>();

/// A call that was refused: the compiler has said why, and is given a value to go on with.
template <class Recipe>
using refused = std::array<double, signature_of<Recipe>::value.size.outputs>;

/// Runs a program as straight-line code: one small function a step, so that the optimiser sees what a careful person would have
/// written. An ending of a call (evaluate.hpp) too, so that there is no level between the two in a compiler's message.
///
///     outputs_returned<Recipe>{}.run<T>(inputs), run_program<Recipe, T>(inputs)
///
/// @param inputs  the values of the program's variables, in its order: a pointer, or something else with [] that is cheap to copy
/// @return        its outputs
/// @cost          each step once; no heap, no exceptions, no state
template <class Recipe>
struct outputs_returned {
  using recipe = Recipe;
  template <class T>
  static constexpr bool writes_where_told = false;

  template <class T, class Inputs>
  NABLA_ALWAYS_INLINE constexpr auto run(Inputs inputs) const {
    if constexpr (takes_plain_numbers<T>) {
      return record_program<Recipe, T>(inputs);
    } else {
      if constexpr (runs_at_once<Recipe, T>) {
        constexpr program_sizes size = compiled<Recipe>::value.size;
        return run_at_once<code_name_t<Recipe>, T>(inputs, std::make_index_sequence<size.slots>{}, std::make_index_sequence<size.outputs>{});
      } else {
        return run_long_program<code_name_t<Recipe>, T>(inputs);
      }
    }
  }
  constexpr auto refuse() const { return refused<Recipe>{}; }
};
template <class Recipe, class T, class Inputs>
NABLA_ALWAYS_INLINE constexpr auto run_program(Inputs inputs) {
  return outputs_returned<Recipe>{}.template run<T>(inputs);
}

/// Runs a program as `run_program` does, and stores each output where it belongs, once.
///
/// @param inputs  as in run_program; they are read while outputs are stored
/// @param sink    where the outputs go; see sink.hpp
/// @refuses       traced scalars, which are recorded: run_program
template <class Recipe, class T, class Inputs, class Sink>
NABLA_ALWAYS_INLINE constexpr void run_program_into(Inputs inputs, Sink sink) {
  sink.prepare();
  if constexpr (runs_at_once<Recipe, T>) {
    constexpr program_sizes size = compiled<Recipe>::value.size;
    run_at_once_into<code_name_t<Recipe>, T>(inputs, sink, std::make_index_sequence<size.slots + size.outputs>{});
  } else {
    run_long_program<code_name_t<Recipe>, T>(inputs, sink);
  }
}

}  // namespace nabla::detail
