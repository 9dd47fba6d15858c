#pragma once

#include <type_traits>

#include <nabla/batch/columns.hpp>
#include <nabla/calculus/joint.hpp>

namespace nabla::detail {

// What depends on no array of points is the same at all of them, and is computed once, before the loop. The program is cut in two: the
// outputs of its first part are what the rest uses of it, and the rest, which the loop runs, has variables of this name in their place.

inline constexpr fixed_string name_of_invariants{"the same at all points"};

template <program_sizes Room>
struct divided_program {
  program<Room> before;
  program<Room> loop;
};

/// What is computed before the loop, and the outputs in terms of it. The graph refers to the names, which are to live longer.
struct division {
  growable<node_id> invariants;
  growable<variable_info> names;

  template <class Moves>
  constexpr void divide(graph& g, growable<node_id>& outputs, Moves moves) {
    growable<std::uint32_t> const uses = count_uses(g, outputs);
    std::size_t const size = uses.size();
    growable<char> varies(size, false), in_loop(size, false);
    for (node_id id = 0; id < size; ++id) {
      if (!uses[id]) continue;
      varies[id] = g.is_variable(id) && moves(g.variable(id));
      for (std::size_t k = 0; k < g.count(id); ++k) varies[id] = varies[id] || varies[g.operand(id, k)];
    }
    // Leaves are at hand anyway, and conditions are no values.
    auto const is_invariant = [&](node_id id) { return !varies[id] && g.count(id) > 0 && !g.operation(id)->is_condition; };
    for (node_id output : outputs) in_loop[output] = true;
    for (std::size_t i = size; i-- > 0;) {
      auto const id = static_cast<node_id>(i);
      if (!in_loop[id] || is_invariant(id)) continue;
      for (std::size_t k = 0; k < g.count(id); ++k) in_loop[g.operand(id, k)] = true;
    }
    for (node_id id = 0; id < size; ++id) {
      if (in_loop[id] && is_invariant(id)) invariants.push(id);
    }
    for (std::size_t k = 0; k < invariants.size(); ++k) {
      names.push(make_variable_info(name_of_invariants.view(), k));
    }
    growable<node_id> replacement(size, no_node);
    for (std::size_t k = 0; k < invariants.size(); ++k) replacement[invariants[k]] = g.variable(names[k]);
    for (node_id id = 0; id < size; ++id) {
      if (!in_loop[id] || replacement[id] != no_node) continue;
      replacement[id] = with_operands(g, id, replacement.data());
    }
    for (node_id& output : outputs) output = replacement[output];
  }
};

/// Whether a variable has a value a point; one that is not among the arguments is refused where the loop is run.
template <class Shape>
constexpr bool moves_with_points(variable_info const& variable) {
  argument_place const found = Shape::arguments::find(variable);
  return found.entry == static_cast<std::size_t>(-1) || Shape::moves[found.flat];
}

/// Whether any operation is the same at all points, a condition perhaps: what has none is not built again.
template <class Recipe, class Shape>
constexpr bool has_invariants() {
  auto const& whole = compiled<Recipe>::value;
  growable<char> varies(whole.size.instructions, false);
  for (std::size_t i = 0; i < whole.size.instructions; ++i) {
    instruction const& step = whole.instructions[i];
    step_kind const kind = kind_of(step);
    if (kind == step_kind::variable) varies[i] = moves_with_points<Shape>(whole.variables[step.first]);
    if (kind != step_kind::operation || step.count == 0) continue;
    for (std::size_t k = 0; k < step.count; ++k) varies[i] = varies[i] || varies[whole.operand(i, k)];
    if (!varies[i]) return true;
  }
  return false;
}

template <class Recipe, class Shape, program_sizes Room>
constexpr divided_program<Room> build_divided() {
  division parts;
  graph g;
  growable<node_id> outputs;
  build_graph<Recipe>(g, outputs);
  parts.divide(g, outputs, [](variable_info const& variable) { return moves_with_points<Shape>(variable); });
  return {make_program<Room>(g, parts.invariants), make_program<Room>(g, outputs)};
}

constexpr program_sizes joined_sizes(program_sizes const& a, program_sizes const& b) {
  auto const greater = [](std::size_t x, std::size_t y) { return x < y ? y : x; };
  return {greater(a.instructions, b.instructions), greater(a.operands, b.operands),         greater(a.constants, b.constants),
          greater(a.variables, b.variables),       greater(a.slots, b.slots),               greater(a.outputs, b.outputs),
          greater(a.alternatives, b.alternatives), greater(a.literals, b.literals)};
}

/// The program of a recipe cut in two. The cut is made in what would run, after strength reduction: the same operations on the same values.
template <class Recipe, class Shape>
constexpr auto make_divided() {
  if constexpr (!has_invariants<Recipe, Shape>()) {
    return divided_program<program_sizes{}>{};
  } else {
    constexpr program_sizes room = room_for(compiled<Recipe>::value.size.instructions + compiled<Recipe>::value.size.outputs);
    constexpr auto first = build_divided<Recipe, Shape, room>();
    if constexpr (first.before.size.fit_into(room) && first.loop.size.fit_into(room)) {
      return first;
    } else {
      return build_divided<Recipe, Shape, joined_sizes(first.before.size, first.loop.size)>();
    }
  }
}
template <class Recipe, class Shape>
struct divided_recipe {
  static constexpr auto value = make_divided<Recipe, Shape>();
};

/// What is computed before the loop; its outputs are the members of the family that the loop is given.
template <class Recipe, class Shape>
struct before_loop {};
/// What the loop runs.
template <class Recipe, class Shape>
struct in_loop {};

template <class Recipe, class Shape>
struct compiled<before_loop<Recipe, Shape>> {
  static constexpr auto value = shrunk<divided_recipe<Recipe, Shape>::value.before.size>(divided_recipe<Recipe, Shape>::value.before);
};
template <class Recipe, class Shape>
struct compiled<in_loop<Recipe, Shape>> {
  static constexpr auto value = shrunk<divided_recipe<Recipe, Shape>::value.loop.size>(divided_recipe<Recipe, Shape>::value.loop);
};

template <class Recipe, class Shape>
inline constexpr bool is_made<before_loop<Recipe, Shape>> = true;
template <class Recipe, class Shape>
inline constexpr bool is_made<in_loop<Recipe, Shape>> = true;

/// The arguments of the loop: those of the call, and behind them what is computed before it.
template <class List, std::size_t Invariants>
struct extended_list;
template <class... Variables, std::size_t Invariants>
struct extended_list<argument_list<Variables...>, Invariants> {
  using type = argument_list<Variables..., family<name_of_invariants, Invariants>>;
};

template <class Recipe, class Shape, std::size_t Invariants = divided_recipe<Recipe, Shape>::value.before.size.outputs>
struct loop_shape {
  using recipe = in_loop<Recipe, Shape>;
  using arguments = typename extended_list<typename Shape::arguments, Invariants>::type;
  static constexpr std::size_t variables = Shape::variables + Invariants;
  static constexpr std::array<bool, variables> moves = [] {
    std::array<bool, variables> result{};
    for (std::size_t k = 0; k < Shape::variables; ++k) result[k] = Shape::moves[k];
    return result;
  }();
};
template <class Recipe, class Shape>
struct loop_shape<Recipe, Shape, 0> : Shape {
  using recipe = Recipe;
};

}  // namespace nabla::detail
