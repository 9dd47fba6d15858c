#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include <nabla/calculus/joint.hpp>

namespace nabla::detail {

/// What a batch needs of a functor that is called by position: its arguments, its program, and how the program's outputs become
/// its result.
template <class Finish, class Recipe, class List>
struct positional {
  using recipe = Recipe;
  using arguments = List;
  static constexpr std::size_t outputs = compiled<Recipe>::value.size.outputs;

  template <class T>
  NABLA_ALWAYS_INLINE static constexpr auto finish(std::array<T, outputs> const& values) {
    return Finish::pack(values);
  }
};

template <class Source>
struct finish_of_source {
  template <class Values>
  NABLA_ALWAYS_INLINE static constexpr auto pack(Values const& values) {
    return scalar_or_vector<Source::is_vector>(values);
  }
};

template <class Self, class Recipe, class List>
constexpr auto positional_of(functor<Self, Recipe, List> const&) {
  return positional<Self, Recipe, List>{};
}
template <function_object F>
constexpr auto positional_of(F const&) {
  using source = source_t<F>;
  return positional<finish_of_source<source>, typename source::value, typename source::arguments>{};
}

template <class G>
concept evaluates_a_program = requires(G const& g) { positional_of(g); };

template <class G>
inline constexpr bool called_by_position = [] {
  if constexpr (evaluates_a_program<G>) {
    return !std::is_void_v<typename decltype(positional_of(std::declval<G const&>()))::arguments>;
  } else {
    return false;
  }
}();

template <class G>
constexpr bool check_positional() {
  static_assert(called_by_position<G>,
                "nabla: a batch takes what is called by position: nabla::function(f, x, y), a traced function, or gradient(F), "
                "value_and_gradient(F), jacobian(F), hessian(F) ... of one");
  return called_by_position<G>;
}

template <class G>
using positional_t = decltype(positional_of(std::declval<G const&>()));

// --- the numbers of a result in order: the value first, then the derivatives, matrices row by row

template <class Result>
NABLA_ALWAYS_INLINE constexpr auto parts_of(Result const& result) {
  if constexpr (requires { result.hessian; }) {
    return std::tie(result.value, result.gradient, result.hessian);
  } else {
    return std::tie(result.value, derivatives_of(result));
  }
}

/// How many numbers there are in a result.
template <class Result>
struct entry_count : std::integral_constant<std::size_t, 1> {};
template <class T, std::size_t N>
struct entry_count<std::array<T, N>> : std::integral_constant<std::size_t, N * entry_count<T>::value> {};
template <class... Parts>
struct entry_count<std::tuple<Parts...>> : std::integral_constant<std::size_t, (entry_count<std::remove_cvref_t<Parts>>::value + ...)> {};
template <class Result>
  requires requires(Result const& result) { result.value; }
struct entry_count<Result> : entry_count<decltype(parts_of(std::declval<Result const&>()))> {};

template <std::size_t At, class Result, class Write>
NABLA_ALWAYS_INLINE constexpr void visit_entries(Result const& result, Write const& write);

template <std::size_t At, class T, std::size_t N, class Write, std::size_t... I>
NABLA_ALWAYS_INLINE constexpr void visit_elements(std::array<T, N> const& values, Write const& write, std::index_sequence<I...>) {
  [[maybe_unused]] bool const in_order[] = {true, (visit_entries<At + I * entry_count<T>::value>(values[I], write), true)...};
}
template <std::size_t At, std::size_t I = 0, class Parts, class Write>
NABLA_ALWAYS_INLINE constexpr void visit_parts(Parts const& parts, Write const& write) {
  visit_entries<At>(std::get<I>(parts), write);
  if constexpr (I + 1 < std::tuple_size_v<Parts>) {
    visit_parts<At + entry_count<std::remove_cvref_t<std::tuple_element_t<I, Parts>>>::value, I + 1>(parts, write);
  }
}

template <class Result>
inline constexpr bool is_std_array = false;
template <class T, std::size_t N>
inline constexpr bool is_std_array<std::array<T, N>> = true;

/// write(position, entry) for each number of a result, in order.
template <std::size_t At, class Result, class Write>
NABLA_ALWAYS_INLINE constexpr void visit_entries(Result const& result, Write const& write) {
  if constexpr (is_std_array<Result>) {
    visit_elements<At>(result, write, std::make_index_sequence<std::tuple_size_v<Result>>{});
  } else if constexpr (requires { result.value; }) {
    visit_parts<At>(parts_of(result), write);
  } else {
    write(At, result);
  }
}

}  // namespace nabla::detail
