#pragma once

#include <nabla/calculus/variables.hpp>
#include <nabla/graph/forward.hpp>
#include <nabla/graph/reverse.hpp>

namespace nabla::detail {

/// Which results one joint evaluation gives: one graph, each node once.
struct parts {
  bool value = false;
  bool jacobian = false;  // of one output: its gradient
  bool hessian = false;   // of one output; lower triangle, row by row
};

constexpr std::size_t triangle(std::size_t n) { return n * (n + 1) / 2; }
/// Place of entry (i, j) of a symmetric matrix in its lower triangle.
constexpr std::size_t triangle_index(std::size_t i, std::size_t j) { return i >= j ? triangle(i) + j : triangle(j) + i; }

/// Jacobian of the outputs by the inputs, row by row: a reverse sweep an output, or a forward sweep an input where inputs are
/// fewer.
constexpr void append_jacobian(graph& g, growable<node_id> const& values, growable<node_id> const& inputs,
                               growable<node_id>& jacobian) {
  std::size_t const m = values.size(), n = inputs.size();
  jacobian.resize(m * n, no_node);
  if (m <= n) {
    for (std::size_t i = 0; i < m; ++i) {
      growable<node_id> const output(1, values[i]), seed(1, g.constant(1));
      growable<node_id> const row = reverse_sweep(g, output, seed, inputs);
      for (std::size_t j = 0; j < n; ++j) jacobian[i * n + j] = row[j];
    }
  } else {
    for (std::size_t j = 0; j < n; ++j) {
      growable<node_id> tangents(n, g.constant(0));
      tangents[j] = g.constant(1);
      growable<node_id> const column = forward_sweep(g, values, inputs, tangents);
      for (std::size_t i = 0; i < m; ++i) jacobian[i * n + j] = column[i];
    }
  }
}

template <class Source, class Variables, parts Parts>
struct joint_recipe {
  static constexpr goal purpose = goal::run;
  static constexpr std::size_t estimate =
      (Source::estimate > 4096 ? 4096 : Source::estimate) * (Parts.hessian ? 4 + 4 * Variables::length : 5);

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    growable<node_id> values;
    Source::build(g, values);
    growable<node_id> const inputs = Variables::nodes(g);
    growable<node_id> jacobian;
    append_jacobian(g, values, inputs, jacobian);
    if (Parts.value) {
      for (node_id value : values) outputs.push(value);
    }
    if (Parts.jacobian) {
      for (node_id partial : jacobian) outputs.push(partial);
    }
    if (Parts.hessian) {
      // Forward over reverse: row j of the Hessian is the change of the gradient along x_j; its entries from j on give the
      // lower triangle by symmetry, so that each distinct entry is made once.
      std::size_t const n = inputs.size();
      growable<node_id> triangle_entries(triangle(n), no_node);
      for (std::size_t j = 0; j < n; ++j) {
        growable<node_id> tangents(n, g.constant(0)), rest;
        tangents[j] = g.constant(1);
        for (std::size_t i = j; i < n; ++i) rest.push(jacobian[i]);
        growable<node_id> const column = forward_sweep(g, rest, inputs, tangents);
        for (std::size_t i = j; i < n; ++i) triangle_entries[triangle_index(i, j)] = column[i - j];
      }
      for (node_id entry : triangle_entries) outputs.push(entry);
    }
  }
};

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

template <class Out, class T, std::size_t N>
NABLA_ALWAYS_INLINE constexpr void write_result(Out&& out, std::array<T, N> const& values) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    [[maybe_unused]] bool const in_order[] = {true, (write_component(out, I, values[I]), true)...};
  }(std::make_index_sequence<N>{});
}

template <class Out, class T, std::size_t Rows, std::size_t Columns>
NABLA_ALWAYS_INLINE constexpr void write_result(Out&& out, std::array<std::array<T, Columns>, Rows> const& values) {
  [&]<std::size_t... K>(std::index_sequence<K...>) {
    [[maybe_unused]] bool const in_order[] = {
        true, (write_entry(out, K / Columns, K % Columns, Columns, values[K / Columns][K % Columns]), true)...};
  }(std::make_index_sequence<Rows * Columns>{});
}

template <class Out, class Result>
  requires requires(Result const& result) { result.value; }
NABLA_ALWAYS_INLINE constexpr auto write_result(Out&& out, Result const& result) {
  if constexpr (requires { result.gradient; }) {
    write_result(out, result.gradient);
  } else if constexpr (requires { result.jacobian; }) {
    write_result(out, result.jacobian);
  } else if constexpr (requires { result.adjoint; }) {
    write_result(out, result.adjoint);
  } else {
    write_result(out, result.tangent);
  }
  return result.value;
}

/// Base of what the vector-valued operators give: an empty functor that runs a recipe and packs its outputs.
template <class Self, class Recipe, class ArgumentList>
struct functor {
  using functor_tag = Self;
  using recipe = Recipe;

  template <class... Arguments>
  constexpr auto operator()(Arguments const&... arguments) const {
    static_assert((!binds_formula<Arguments> && ...),
                  "nabla: the arguments of a joint evaluation are values; compose the formula itself, f(x = g), before differentiating");
    return Self::pack(run<Recipe, ArgumentList>(arguments...));
  }

  /// Writes the result where the user keeps it: a vector into anything with `[]` or `()`, or a callable (i, value) or
  /// (i, j, value), j being 0; a matrix into a span row by row, anything with out(i, j), or a callable
  /// (i, j, value). Of a value and derivatives, writes the derivatives and returns the value.
  template <class Out, class... Arguments>
  constexpr auto into(Out&& out, Arguments const&... arguments) const {
    return write_result(out, (*this)(arguments...));
  }
};

template <std::size_t From, std::size_t Count, class T, std::size_t Size>
NABLA_ALWAYS_INLINE constexpr std::array<T, Count> slice(std::array<T, Size> const& values) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<T, Count>{{values[From + I]...}};
  }(std::make_index_sequence<Count>{});
}

template <std::size_t From, std::size_t Rows, std::size_t Columns, class T, std::size_t Size>
NABLA_ALWAYS_INLINE constexpr std::array<std::array<T, Columns>, Rows> matrix_of(std::array<T, Size> const& values) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<std::array<T, Columns>, Rows>{{slice<From + I * Columns, Columns>(values)...}};
  }(std::make_index_sequence<Rows>{});
}

template <std::size_t From, std::size_t N, class T, std::size_t Size>
NABLA_ALWAYS_INLINE constexpr std::array<std::array<T, N>, N> symmetric_matrix_of(std::array<T, Size> const& values) {
  return [&]<std::size_t... K>(std::index_sequence<K...>) {
    return matrix_of<0, N, N>(std::array<T, N * N>{{values[From + triangle_index(K / N, K % N)]...}});
  }(std::make_index_sequence<N * N>{});
}

}  // namespace nabla::detail
