#pragma once

#include <array>
#include <utility>

#include <nabla/graph/blocks.hpp>
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

/// Most slots and outputs of a program that is one list of steps.
inline constexpr std::size_t longest_at_once = 96;

/// Each output is stored as soon as it is computed.
template <class Recipe, class T, class Inputs, class Sink, std::size_t... Slot, std::size_t... Output>
NABLA_ALWAYS_INLINE constexpr void run_at_once_into(Inputs inputs, Sink sink, std::index_sequence<Slot...>,
                                                    std::index_sequence<Output...>) {
  constexpr auto const& program = compiled<Recipe>::value;
  auto const store = [&](T const* slots) {
    [[maybe_unused]] bool const in_order[] = {
        true, (sink.at(Output) = math::with_value(code_of<Recipe, program.outputs[Output]>::type::template run<T>(inputs, slots)), true)...};
  };
  if constexpr (sizeof...(Slot) == 0) {
    store(nullptr);
  } else {
    T const slots[] = {stored_computation<Recipe, program.stored[Slot]>::type::template run<T>(inputs, slots)...};
    store(slots);
  }
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
  constexpr std::size_t count = compiled<Recipe>::value.size.outputs;
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

/// Whether a program is one list of steps, and not loops or a list of blocks.
template <class Recipe, class T>
inline constexpr bool runs_at_once =
    compiled<Recipe>::value.size.slots + compiled<Recipe>::value.size.outputs <= longest_at_once || !std::is_default_constructible_v<T>;

/// A call that was refused: the compiler has said why, and is given a value to go on with.
template <class Recipe>
using refused = std::array<double, compiled<Recipe>::value.size.outputs>;

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
      constexpr program_sizes size = compiled<Recipe>::value.size;
      if constexpr (runs_at_once<Recipe, T>) {
        return run_at_once<Recipe, T>(inputs, std::make_index_sequence<size.slots>{}, std::make_index_sequence<size.outputs>{});
      } else {
        return run_long_program<Recipe, T>(inputs);
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
  constexpr program_sizes size = compiled<Recipe>::value.size;
  sink.prepare();
  if constexpr (runs_at_once<Recipe, T>) {
    run_at_once_into<Recipe, T>(inputs, sink, std::make_index_sequence<size.slots>{}, std::make_index_sequence<size.outputs>{});
  } else {
    run_long_program<Recipe, T>(inputs, sink);
  }
}

}  // namespace nabla::detail
