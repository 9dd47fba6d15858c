#pragma once

#include <nabla/graph/source.hpp>

namespace nabla::detail {

/// The variables that one differentiates by, families taken apart, in order.
template <class... Symbols>
struct variable_list {
  static constexpr std::size_t length = sizeof...(Symbols);

  template <std::size_t I>
  static constexpr auto get() {
    static_assert(I < length, "nabla: the index of a variable is below their number");
    return hana::at_c<I>(hana::tuple<Symbols...>{});
  }

  static constexpr growable<node_id> nodes(graph& g) {
    growable<node_id> result;
    (result.push(g.variable(Symbols::info)), ...);
    return result;
  }
};

template <class... Left, class... Right>
constexpr auto joined(variable_list<Left...>, variable_list<Right...>) {
  return variable_list<Left..., Right...>{};
}

template <class Joined>
constexpr auto flattened(Joined) {
  return Joined{};
}
template <class... Joined, fixed_string Name, std::size_t... Index, class... Rest>
constexpr auto flattened(variable_list<Joined...>, symbol<Name, Index...>, Rest... rest) {
  return flattened(variable_list<Joined..., symbol<Name, Index...>>{}, rest...);
}
template <fixed_string Name, std::size_t... I>
constexpr auto members(family<Name, sizeof...(I)>, std::index_sequence<I...>) {
  return variable_list<symbol<Name, I>...>{};
}
template <class... Joined, fixed_string Name, std::size_t Size, class... Rest>
constexpr auto flattened(variable_list<Joined...> list, family<Name, Size> variables, Rest... rest) {
  return flattened(joined(list, members(variables, std::make_index_sequence<Size>{})), rest...);
}

template <class... Variables>
using variable_list_t = decltype(flattened(variable_list<>{}, std::declval<Variables>()...));

template <class Recipe, std::size_t... K>
constexpr auto program_variables(std::index_sequence<K...>) {
  return variable_list<program_variable<Recipe, K>...>{};
}

template <class List>
inline constexpr bool names_the_variable_to_differentiate_by = List::length <= 1;

template <class... Variables>
constexpr auto listed(argument_list<Variables...>) {
  return variable_list_t<Variables...>{};
}
/// What an operator differentiates by where it was not told: the arguments of a function in their order, or the variables of a
/// formula, which `chosen_variables` takes only where there is one: the order of the alphabet would be a trap.
template <class Source>
constexpr auto default_variables() {
  if constexpr (std::is_void_v<typename Source::arguments>) {
    using recipe = typename Source::value;
    return program_variables<recipe>(std::make_index_sequence<compiled<recipe>::value.size.variables>{});
  } else if constexpr (requires { typename Source::variables; }) {
    return typename Source::variables{};
  } else {
    return listed(typename Source::arguments{});
  }
}

template <class... Variables>
inline constexpr bool is_differentiated_by_its_arguments = sizeof...(Variables) == 0;

template <class... Variables>
inline constexpr bool are_variables_of_differentiation = (variable_of_differentiation<Variables> && ...);

// The messages stand in one function, not deeper: a compiler writes three lines for each level.
template <class Source, class... Variables>
constexpr auto chosen_variables() {
  static_assert(are_variables_of_differentiation<Variables...>,
                "nabla: one differentiates by variables: nabla::variable<\"x\">, a member of a family, or a whole family");
  if constexpr (!are_variables_of_differentiation<Variables...>) {
    return variable_list<>{};
  } else if constexpr (sizeof...(Variables) > 0 && requires { typename Source::variables; }) {
    static_assert(is_differentiated_by_its_arguments<Variables...>,
                  "nabla: a traced function has no named variables: gradient(F) and its kin differentiate it by all its arguments");
    return variable_list<>{};
  } else if constexpr (sizeof...(Variables) > 0) {
    return variable_list_t<Variables...>{};
  } else if constexpr (std::is_void_v<typename Source::arguments>) {
    using variables = decltype(default_variables<Source>());
    static_assert(names_the_variable_to_differentiate_by<variables>,
                  "nabla: a formula of several variables, named here, needs to be told which to differentiate by, in order");
    return std::conditional_t<(variables::length <= 1), variables, variable_list<>>{};
  } else {
    return default_variables<Source>();
  }
}

template <class Source, class... Variables>
using chosen_variables_t = decltype(chosen_variables<Source, std::remove_cvref_t<Variables>...>());

}  // namespace nabla::detail
