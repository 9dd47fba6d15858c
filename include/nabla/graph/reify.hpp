#pragma once

#include <nabla/formula/family.hpp>
#include <nabla/graph/present.hpp>
#include <nabla/graph/program.hpp>

namespace nabla::detail {

template <class Recipe, std::size_t I>
constexpr auto make_program_variable() {
  constexpr variable_info info = compiled<Recipe>::value.variables[I];
  constexpr fixed_string<info.name.size()> name(info.name);
  if constexpr (info.index == variable_info::none) {
    return symbol<name>{};
  } else {
    return symbol<name, info.index>{};
  }
}

/// Variable number I of a program, as a formula.
template <class Recipe, std::size_t I>
using program_variable = decltype(make_program_variable<Recipe, I>());

/// Instruction number I of a program, as a formula type: the way out of the graph for what is read and proved.
template <class Recipe, std::size_t I>
struct reified {
  static constexpr instruction step = compiled<Recipe>::value.instructions[I];

  template <std::size_t... K>
  static constexpr auto make(std::index_sequence<K...>) {
    if constexpr (step.operation == constant_leaf.id) {
      return make_constant<compiled<Recipe>::value.constants[step.first]>();
    } else if constexpr (step.operation == variable_leaf.id) {
      return program_variable<Recipe, step.first>{};
    } else {
      return apply<operation_t<step.operation>, typename reified<Recipe, compiled<Recipe>::value.operand(I, K)>::type...>{};
    }
  }
  using type = decltype(make(std::make_index_sequence<step.count>{}));
};

/// Output number I of a recipe that is built to be read.
template <class Recipe, std::size_t I = 0>
using reify_t = typename reified<Recipe, compiled<Recipe>::value.outputs[I]>::type;

}  // namespace nabla::detail
