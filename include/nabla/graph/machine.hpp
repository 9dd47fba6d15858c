#pragma once

#include <array>
#include <utility>

#include <nabla/graph/code.hpp>

namespace nabla::detail {

// At -O0 GCC 12 takes an array whose elements are made from those before them for one that is not initialised.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
template <class Recipe, class T, std::size_t... Slot, std::size_t... Output>
NABLA_ALWAYS_INLINE constexpr std::array<T, sizeof...(Output)> run_program(T const* inputs, std::index_sequence<Slot...>,
                                                                           std::index_sequence<Output...>) {
  constexpr auto const& program = compiled<Recipe>::value;
  if constexpr (sizeof...(Slot) == 0) {
    return {{code_of<Recipe, program.outputs[Output]>::type::template run<T>(inputs, nullptr)...}};
  } else {
    // Elements of an array are made in order, each from those before it, so that a scalar needs no default constructor.
    T const slots[] = {stored_computation<Recipe, program.stored[Slot]>::type::template run<T>(inputs, slots)...};
    return {{code_of<Recipe, program.outputs[Output]>::type::template run<T>(inputs, slots)...}};
  }
}

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

/// A formula, or what an operator made of one, called with traced scalars is recorded and not run; in traced.hpp.
template <class Recipe, class T>
constexpr auto record_program(T const* inputs);

/// Runs a program as straight-line code: one small function a step, so that the optimiser sees what a careful person would have
/// written.
///
/// @param inputs  the values of the program's variables, in its order
/// @return        its outputs
/// @cost          each step once; no heap, no exceptions, no state
template <class Recipe, class T>
NABLA_ALWAYS_INLINE constexpr auto run_program(T const* inputs) {
  if constexpr (takes_plain_numbers<T>) {
    return record_program<Recipe>(inputs);
  } else {
    constexpr program_sizes size = compiled<Recipe>::value.size;
    return run_program<Recipe>(inputs, std::make_index_sequence<size.slots>{}, std::make_index_sequence<size.outputs>{});
  }
}

}  // namespace nabla::detail
