#pragma once

#include <nabla/calculus/ending.hpp>
#include <nabla/calculus/sparsity.hpp>
#include <nabla/calculus/variables.hpp>
#include <nabla/graph/evaluate.hpp>
#include <nabla/graph/stretch.hpp>

namespace nabla {
/// A base in this namespace, so that argument-dependent lookup finds its functions for operators of traced functions too: operation_count(
/// gradient(F)).
struct found_unqualified {};
}  // namespace nabla

namespace nabla::detail {

/// Which results one joint evaluation gives: one graph, each node once.
struct parts {
  bool value = false;
  bool jacobian = false;  // of one output: its gradient
  bool hessian = false;   // of one output: the lower triangle
};

/// The values first, then the entries of the Jacobian that can be other than 0, then those of the Hessian, each row by row.
template <class Source, class Variables, parts Parts>
struct joint_recipe {
  using notes = entry_places;
  static constexpr goal purpose = goal::run;
  static constexpr std::size_t estimate =
      bounded_estimate(estimate_of<Source>) * (Parts.hessian ? 4 + 4 * Variables::length : 5);

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    entry_places places;
    build(g, outputs, places);
  }

  static constexpr void build(graph& g, growable<node_id>& outputs, entry_places& places) {
    growable<node_id> values;
    Source::build(g, values);
    growable<node_id> const inputs = Variables::nodes(g);
    if (Parts.value) {
      for (node_id value : values) outputs.push(value);
    }
    growable<matrix_entry> jacobian;
    append_sparse_partials(g, values, inputs, false, outputs, jacobian);
    if (Parts.jacobian) {
      for (matrix_entry const& partial : jacobian) append(partial, outputs, places);
      places.jacobian = jacobian.size();
    }
    if (Parts.hessian) {
      growable<node_id> gradient(inputs.size(), g.constant(0));
      for (matrix_entry const& partial : jacobian) gradient[partial.column] = partial.node;
      growable<matrix_entry> hessian;
      append_sparse_partials(g, gradient, inputs, true, outputs, hessian);
      for (matrix_entry const& partial : hessian) append(partial, outputs, places);
    }
  }

 private:
  static constexpr void append(matrix_entry const& entry, growable<node_id>& outputs, entry_places& places) {
    outputs.push(entry.node);
    places.all.push({entry.row, entry.column});
  }
};

/// The program of a joint evaluation, and where its entries stand.
template <program_sizes Room>
struct joint_program : program<Room> {
  std::size_t jacobian = 0;
  place places[Room.outputs + 1]{};
};

template <program_sizes To>
constexpr joint_program<To> with_places(program<To> const& made, std::size_t jacobian, place const* places, std::size_t count) {
  joint_program<To> result{made, jacobian};
  for (std::size_t k = 0; k < count && k < To.outputs; ++k) result.places[k] = places[k];
  return result;
}
template <program_sizes Room>
constexpr joint_program<Room> noted_program(program<Room> const& made, entry_places const& places) {
  return with_places(made, places.jacobian, places.all.data(), places.all.size());
}
template <program_sizes To, program_sizes From>
constexpr joint_program<To> shrunk(joint_program<From> const& from) {
  return with_places(shrunk<To>(static_cast<program<From> const&>(from)), from.jacobian, from.places, from.size.outputs);
}

template <program_sizes Size>
constexpr std::uint64_t hash_of_notes(joint_program<Size> const& program) {
  std::uint64_t hash = program.jacobian;
  for (std::size_t k = 0; k < Size.outputs; ++k) hash = hash_join(hash, (static_cast<std::uint64_t>(program.places[k].row) << 32) + program.places[k].column);
  return hash;
}

/// The joint evaluation of a traced function, told by few iterations.
template <class Source, std::size_t Variables, std::size_t Places>
struct stretched_joint_signature : stretched_signature<Source, Variables> {
  std::size_t jacobian = 0;
  place places[Places + 1]{};
};

/// Places of the entries of a matrix for all iterations, from those of three programs.
constexpr void stretch_places(place const* a, place const* b, place const* c, std::size_t count, std::size_t added, std::uint32_t more, place* to,
                              stretched_number& number) {
  stretch_list([&](std::size_t list, std::size_t k) { return of_three(list, a, b, c)[k].row; }, count, added, more,
               [&](std::size_t k, std::uint32_t row) { to[k].row = row; }, number);
  stretch_list([&](std::size_t list, std::size_t k) { return of_three(list, a, b, c)[k].column; }, count, added, more,
               [&](std::size_t k, std::uint32_t column) { to[k].column = column; }, number);
}

template <parts Parts>
struct told_joint {
  static constexpr std::size_t nodes = Parts.jacobian || Parts.hessian ? 2 : 1;
  template <class Source, std::size_t Iterations>
  using recipe = joint_recipe<told_source<Source, Iterations>, typename told_source<Source, Iterations>::variables, Parts>;

  template <class Source, class Programs, std::size_t Variables>
  static constexpr auto make_signature(stretched_number& number) {
    constexpr auto const& a = compiled<typename Programs::template recipe<0>>::value;
    constexpr auto const& b = compiled<typename Programs::template recipe<1>>::value;
    constexpr auto const& c = compiled<typename Programs::template recipe<2>>::value;
    // Entries of the Jacobian and, behind them, of the Hessian.
    constexpr auto entries = [](auto const& program, std::size_t values) { return program.size.outputs - (Parts.value ? values : 0); };
    constexpr std::size_t count = entries(a, Programs::template source<0>::outputs), next = entries(b, Programs::template source<1>::outputs),
                          last = entries(c, Programs::template source<2>::outputs);
    constexpr bool grows = next >= count && last - next == next - count && b.jacobian >= a.jacobian && c.jacobian - b.jacobian == b.jacobian - a.jacobian &&
                           next - b.jacobian >= count - a.jacobian;
    stretched_joint_signature<Source, Variables, grows ? count + Programs::more * (next - count) : 0> result;
    if constexpr (!grows) {
      number.refuse();
    } else {
      constexpr std::size_t added = b.jacobian - a.jacobian;
      result.jacobian = a.jacobian + Programs::more * added;
      stretch_places(a.places, b.places, c.places, a.jacobian, added, Programs::more, result.places, number);
      stretch_places(a.places + a.jacobian, b.places + b.jacobian, c.places + c.jacobian, count - a.jacobian, next - count - added, Programs::more,
                     result.places + result.jacobian, number);
    }
    return result;
  }
};

template <class Callable, std::size_t N, std::size_t P, parts Parts>
  requires(N + P >= least_arguments_of_outline)
struct few_iterations<joint_recipe<trace_source<Callable, N, P>, member_variables<"x", N>, Parts>>
    : stretched_program<trace_source<Callable, N, P>, told_joint<Parts>> {};

template <std::size_t From, std::size_t Count, class T, std::size_t Size>
NABLA_ALWAYS_INLINE constexpr std::array<T, Count> slice(std::array<T, Size> const& values) {
  if constexpr (Count > longest_list && std::is_default_constructible_v<T>) {
    std::array<T, Count> result;
    for (std::size_t i = 0; i < Count; ++i) result[i] = values[From + i];
    return result;
  } else {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return std::array<T, Count>{{values[From + I]...}};
    }(std::make_index_sequence<Count>{});
  }
}

/// One matrix among the outputs of a joint evaluation: `Entries` outputs from number `First` on.
template <class Recipe, std::size_t Values, std::size_t First, std::size_t Entries, std::size_t Rows, std::size_t Columns, bool Symmetric>
struct output_matrix {
  static constexpr auto const& program = signature_of<Recipe>::value;
  static constexpr std::size_t rows = Rows, columns = Columns, entries = Entries;
  static constexpr bool is_symmetric = Symmetric, is_full = Entries == (Symmetric ? Rows * (Rows + 1) / 2 : Rows * Columns);
  static constexpr place const& place_of(std::size_t entry) { return program.places[First - Values + entry]; }

  static constexpr auto make_pattern() {
    sparsity_pattern<Rows, Columns, Entries> result;
    for (std::size_t k = 0; k < Entries; ++k) {
      place const& at = program.places[First - Values + k];
      result.rows[k] = at.row;
      result.columns[k] = at.column;
      ++result.row_starts[at.row + 1];
    }
    for (std::size_t i = 0; i < Rows; ++i) result.row_starts[i + 1] += result.row_starts[i];
    return result;
  }
  static constexpr auto pattern = make_pattern();

  /// Which output each entry of the whole matrix is, row by row; no node for 0.
  struct output_table {
    std::uint32_t outputs[Rows * Columns + 1];
    constexpr output_table() : outputs{} {
      for (std::uint32_t& output : outputs) output = no_node;
      for (std::size_t k = 0; k < Entries; ++k) {
        place const& at = program.places[First - Values + k];
        outputs[at.row * Columns + at.column] = static_cast<std::uint32_t>(First + k);
        if (Symmetric) outputs[at.column * Columns + at.row] = static_cast<std::uint32_t>(First + k);
      }
    }
  };
  static constexpr output_table table{};

  template <std::size_t I, class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr std::array<T, Columns> row(std::array<T, Size> const& values) {
    if constexpr (Rows == 1 && Entries == Columns) {
      return slice<First, Columns>(values);
    } else if constexpr (Columns > longest_list && std::is_default_constructible_v<T>) {
      std::array<T, Columns> result;
      for (std::size_t j = 0; j < Columns; ++j) {
        std::uint32_t const output = table.outputs[I * Columns + j];
        result[j] = output == no_node ? T(0) : values[output];
      }
      return result;
    } else {
      return [&]<std::size_t... J>(std::index_sequence<J...>) {
        return std::array<T, Columns>{{(table.outputs[I * Columns + J] == no_node ? T(0) : values[table.outputs[I * Columns + J]])...}};
      }(std::make_index_sequence<Columns>{});
    }
  }
  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr std::array<std::array<T, Columns>, Rows> whole(std::array<T, Size> const& values) {
    if constexpr (Rows * Columns > longest_list && std::is_default_constructible_v<T>) {
      std::array<std::array<T, Columns>, Rows> result;
      for (std::array<T, Columns>& row : result) row.fill(T(0));
      for (std::size_t k = 0; k < Entries; ++k) {
        std::size_t const i = pattern.rows[k], j = pattern.columns[k];
        result[i][j] = values[First + k];
        if (Symmetric) result[j][i] = values[First + k];
      }
      return result;
    } else {
      return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return std::array<std::array<T, Columns>, Rows>{{row<I>(values)...}};
      }(std::make_index_sequence<Rows>{});
    }
  }
  template <class T, std::size_t Size>
  NABLA_ALWAYS_INLINE static constexpr std::array<T, Entries> packed(std::array<T, Size> const& values) {
    return slice<First, Entries>(values);
  }
};

/// The outputs of a joint evaluation as a value, a Jacobian and a Hessian.
template <class Source, class Variables, parts Parts>
struct joint_outputs {
  using recipe = joint_recipe<Source, Variables, Parts>;
  static constexpr std::size_t n = Variables::length;
  static constexpr std::size_t values = Parts.value ? Source::outputs : 0;
  static constexpr std::size_t jacobian_entries = signature_of<recipe>::value.jacobian;
  static constexpr std::size_t hessian_entries = signature_of<recipe>::value.size.outputs - values - jacobian_entries;

  using named = code_name_t<recipe>;
  using jacobian = output_matrix<named, values, values, jacobian_entries, Source::outputs, n, false>;
  using hessian = output_matrix<named, values, values + jacobian_entries, hessian_entries, n, n, true>;
  using last = std::conditional_t<Parts.hessian, hessian, jacobian>;
};

/// Base of what the vector-valued operators give: an empty functor that runs a recipe and packs its outputs.
template <class Self, class Recipe, class ArgumentList>
struct functor : found_unqualified {
  using functor_tag = Self;
  using recipe = Recipe;

  template <class... Arguments>
  constexpr auto operator()(Arguments const&... arguments) const {
    return end(result_returned<Self, false>{}, arguments...);
  }

  /// The result with the entries alone that can be other than 0, in the order of `sparsity()`.
  template <class... Arguments>
    requires requires { Self::is_packable; }
  constexpr auto packed(Arguments const&... arguments) const {
    return end(result_returned<Self, true>{}, arguments...);
  }
  /// Writes the entries that `packed` gives; of a value and derivatives returns the value.
  template <class Out, class... Arguments>
    requires requires { Self::is_packable; }
  constexpr auto packed_into(Out&& out, Arguments const&... arguments) const {
    if constexpr (requires { typename Self::outputs; }) check_room<Self::outputs::last::entries>(std::forward<Out>(out));
    return end(result_written<Self, true, std::remove_reference_t<Out>>{out}, arguments...);
  }

  /// Writes the result where the user keeps it: a vector into anything with `[]` or `()`, or a callable (i, value) or
  /// (i, j, value), j being 0; a matrix into a span row by row, anything with out(i, j), or a callable
  /// (i, j, value). Of a value and derivatives, writes the derivatives and returns the value. What is written may overlap the
  /// arguments.
  template <class Out, class... Arguments>
  constexpr auto into(Out&& out, Arguments const&... arguments) const {
    // Checked here already, so that the refusal is short.
    if constexpr (requires { typename Self::outputs; }) check_room<Self::outputs::last::rows * Self::outputs::last::columns>(std::forward<Out>(out));
    return end(result_written<Self, false, std::remove_reference_t<Out>>{out}, arguments...);
  }

 protected:
  /// Runs the recipe, and does what the ending says with it.
  template <class Ending, class... Arguments>
  NABLA_ALWAYS_INLINE static constexpr auto end(Ending const& ending, Arguments const&... arguments) {
    static_assert((!binds_formula<Arguments> && ...),
                  "nabla: the arguments of a joint evaluation are values; compose the formula itself, f(x = g), before differentiating");
    // Checked here already, so that the refusal is short.
    if constexpr (are_named_values<Arguments...>) {
      [[maybe_unused]] constexpr bool checked = check_names<Recipe, Arguments...>();
    } else if constexpr (!std::is_void_v<ArgumentList> && !(is_binding_v<Arguments> || ...)) {
      [[maybe_unused]] constexpr bool checked = check_positions<Recipe, ArgumentList, Arguments...>();
    }
    if constexpr (is_unfinished<decltype(run_to<ArgumentList>(ending, arguments...))>) {
      return ending.finish(math::with_value(run_to<ArgumentList>(ending, arguments...).values));
    } else {
      return run_to<ArgumentList>(ending, arguments...);
    }
  }
};

}  // namespace nabla::detail
