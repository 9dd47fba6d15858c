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
template <class Recipe, std::uint32_t I, step_kind Kind = kind_of(compiled<Recipe>::value.instructions[I])>
struct reified;

template <class Recipe, std::uint32_t I>
struct reified<Recipe, I, step_kind::constant> {
  using type = decltype(make_constant<compiled<Recipe>::value.constants[compiled<Recipe>::value.instructions[I].first]>());
};
template <class Recipe, std::uint32_t I>
struct reified<Recipe, I, step_kind::number> {
  using type = apply<typename floating_number<Recipe, I>::type>;
};
template <class Recipe, std::uint32_t I>
struct reified<Recipe, I, step_kind::variable> {
  using type = program_variable<Recipe, compiled<Recipe>::value.instructions[I].first>;
};

template <class Recipe, std::uint32_t I, class Indices = std::make_index_sequence<compiled<Recipe>::value.instructions[I].count>>
struct reified_operation;
template <class Recipe, std::uint32_t I, std::size_t... K>
struct reified_operation<Recipe, I, std::index_sequence<K...>> {
  using type = apply<operation_t<compiled<Recipe>::value.instructions[I].operation>,
                     typename reified<Recipe, compiled<Recipe>::value.operand(I, K)>::type...>;
};
template <class Recipe, std::uint32_t I>
struct reified<Recipe, I, step_kind::operation> : reified_operation<Recipe, I> {};

/// Output number I of a recipe that is built to be read.
template <class Recipe, std::size_t I = 0>
using reify_t = typename reified<Recipe, compiled<Recipe>::value.outputs[I]>::type;

}  // namespace nabla::detail
