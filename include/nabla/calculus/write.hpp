#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <utility>

#include <nabla/graph/arguments.hpp>

namespace nabla::detail {

/// Results of so many entries are made by loops: a list of them in a template would make names as long.
inline constexpr std::size_t longest_list = 64;

// What was computed is written to where the user keeps it: anything that can be indexed or called.

// An Eigen vector can be called with two indices, and a value would convert to one: what is certain comes first.

/// The type that an output counts with: Eigen's is signed.
template <class Out>
struct index_of {
  using type = std::size_t;
};
template <class Out>
  requires requires { typename Out::Index; }
struct index_of<Out> {
  using type = typename Out::Index;
};
template <class Out>
using index_of_t = typename index_of<std::remove_cvref_t<Out>>::type;

template <class Out, class T>
NABLA_ALWAYS_INLINE constexpr void write_entry(Out&& out, std::size_t row, std::size_t column, std::size_t columns, T const& value) {
  auto const i = static_cast<index_of_t<Out>>(row), j = static_cast<index_of_t<Out>>(column);
  if constexpr (requires { out(i, j) = value; }) {
    out(i, j) = value;
  } else if constexpr (requires { out(i, j, value); }) {
    out(i, j, value);
  } else {
    out[row * columns + column] = value;
  }
}

template <class Out, class T>
NABLA_ALWAYS_INLINE constexpr void write_component(Out&& out, std::size_t position, T const& value) {
  auto const i = static_cast<index_of_t<Out>>(position);
  constexpr auto first = index_of_t<Out>{0};
  if constexpr (requires { out[i] = value; }) {
    out[i] = value;
  } else if constexpr (requires { out(i) = value; }) {
    out(i) = value;
  } else if constexpr (requires { out(i, first) = value; }) {
    out(i, first) = value;
  } else if constexpr (requires { out(i, first, value); }) {
    out(i, first, value);
  } else {
    out(i, value);
  }
}

template <class Out, std::size_t Entries>
inline constexpr bool has_room_for_all_entries =
    static_size<Out>() == static_cast<std::size_t>(-1) || static_size<Out>() >= Entries;

inline void the_array_to_write_into_has_fewer_elements_than_the_result() {
  assert(!"nabla: the array to write into has fewer elements than the result");
}
/// A temporary that owns its elements takes what is written into it along.
template <class Out>
inline constexpr bool outlives_the_call =
    std::is_lvalue_reference_v<Out> || !(requires { std::tuple_size<Out>::value; } || requires { typename Out::allocator_type; });

/// What says its size must have room, where assert is in force also what says it when the program runs; what does not is as large as its
/// owner says.
template <std::size_t Entries, class Out>
NABLA_ALWAYS_INLINE constexpr void check_room([[maybe_unused]] Out&& out) {
  using given = std::remove_cvref_t<Out>;
  static_assert(outlives_the_call<Out>, "nabla: what is written into is the first argument, and here a temporary: into(out, in)");
  static_assert(has_room_for_all_entries<given, Entries>, "nabla: the array to write into has fewer elements than the result");
  if constexpr (requires { requires static_size<given>() == static_cast<std::size_t>(-1) && std::is_integral_v<decltype(out.size())>; }) {
    if (static_cast<std::size_t>(out.size()) < Entries) the_array_to_write_into_has_fewer_elements_than_the_result();
  }
}

template <class Out, class T, std::size_t N>
NABLA_ALWAYS_INLINE constexpr void write_result(Out&& out, std::array<T, N> const& values) {
  check_room<N>(out);
  if constexpr (N > longest_list) {
    for (std::size_t i = 0; i < N; ++i) write_component(out, i, values[i]);
  } else {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      [[maybe_unused]] bool const in_order[] = {true, (write_component(out, I, values[I]), true)...};
    }(std::make_index_sequence<N>{});
  }
}

template <class Out, class T, std::size_t Rows, std::size_t Columns>
NABLA_ALWAYS_INLINE constexpr void write_result(Out&& out, std::array<std::array<T, Columns>, Rows> const& values) {
  check_room<Rows * Columns>(out);
  if constexpr (Rows * Columns > longest_list) {
    for (std::size_t i = 0; i < Rows; ++i) {
      for (std::size_t j = 0; j < Columns; ++j) write_entry(out, i, j, Columns, values[i][j]);
    }
  } else {
    [&]<std::size_t... K>(std::index_sequence<K...>) {
      [[maybe_unused]] bool const in_order[] = {
          true, (write_entry(out, K / Columns, K % Columns, Columns, values[K / Columns][K % Columns]), true)...};
    }(std::make_index_sequence<Rows * Columns>{});
  }
}

/// What stands beside the value of a joint result.
template <class Result>
NABLA_ALWAYS_INLINE constexpr auto& derivatives_of(Result& result) {
  if constexpr (requires { result.gradient; }) {
    return result.gradient;
  } else if constexpr (requires { result.jacobian; }) {
    return result.jacobian;
  } else if constexpr (requires { result.adjoint; }) {
    return result.adjoint;
  } else {
    return result.tangent;
  }
}

template <class Out, class Result>
  requires requires(Result const& result) { result.value; }
NABLA_ALWAYS_INLINE constexpr auto write_result(Out&& out, Result const& result) {
  write_result(out, derivatives_of(result));
  return result.value;
}

/// Gradient and Hessian of a joint result to two places.
template <class Gradient, class Hessian, class Result>
NABLA_ALWAYS_INLINE constexpr auto write_result(Gradient&& gradient, Hessian&& hessian, Result const& result) {
  write_result(gradient, result.gradient);
  write_result(hessian, result.hessian);
  return result.value;
}

}  // namespace nabla::detail
