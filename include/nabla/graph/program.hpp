#pragma once

#include <nabla/graph/guards.hpp>
#include <nabla/graph/pending.hpp>
#include <nabla/graph/strength.hpp>
#include <nabla/rules/floating.hpp>

namespace nabla::detail {

/// One step of a program. `first` is the place of its operands in the program's list of operands, or the place of a constant or
/// variable in theirs. `slot` is where its value is kept; a step without slot is computed where its users need it: where it has
/// one, or is a condition. A stored step with alternatives is computed only where one of these holds.
struct instruction {
  std::uint64_t operation = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t slot = no_node;
  std::uint32_t first_alternative = 0;
  std::uint32_t alternatives = 0;
  bool is_costly = false;  // more than sums and products
  bool is_condition = false;
};

enum class step_kind { constant, number, variable, operation };

constexpr step_kind kind_of(instruction const& step) {
  return step.operation == constant_leaf.id   ? step_kind::constant
         : step.operation == number_leaf.id   ? step_kind::number
         : step.operation == variable_leaf.id ? step_kind::variable
                                              : step_kind::operation;
}

struct program_sizes {
  std::size_t instructions = 0;
  std::size_t operands = 0;
  std::size_t constants = 0;
  std::size_t variables = 0;
  std::size_t slots = 0;
  std::size_t outputs = 0;
  std::size_t alternatives = 0;
  std::size_t literals = 0;

  constexpr bool fit_into(program_sizes const& room) const {
    return instructions <= room.instructions && operands <= room.operands && constants <= room.constants &&
           variables <= room.variables && slots <= room.slots && outputs <= room.outputs &&
           alternatives <= room.alternatives && literals <= room.literals;
  }
};

/// A pruned graph in the order in which it runs. Plain data, a static constexpr member of a class with a short name.
template <program_sizes Room>
struct program {
  program_sizes size{};
  instruction instructions[Room.instructions + 1]{};
  std::uint32_t operands[Room.operands + 1]{};
  rational constants[Room.constants + 1]{};
  variable_info variables[Room.variables + 1]{};
  std::uint32_t stored[Room.slots + 1]{};  // the instructions with a slot, in order
  std::uint32_t outputs[Room.outputs + 1]{};
  std::uint32_t alternatives[Room.alternatives + 1]{};  // literals, by instruction
  literal literals[Room.literals + 1]{};                // with the place of the condition's instruction
  bool asks_beyond = false;                             // the code asked for an argument that it has not got
  bool stands_for_many = false;                         // it tells one with more iterations of its loop

  constexpr std::uint32_t operand(std::size_t instruction, std::size_t k) const {
    return operands[instructions[instruction].first + k];
  }
};

/// Values that are used once are returned into their user; where such a tree has this many steps its root gets a slot, so that
/// no compiler limit on nested inlining is met and the names of functions stay short.
inline constexpr std::uint32_t largest_tree = 8;

/// From so many nodes on, outputs have slots too, so that each is computed where its last operand is and not at the end.
inline constexpr std::size_t long_program = 96;

/// Conditions are computed wherever they are asked for, so that what they need is needed more than once.
constexpr void count_uses_of_conditions(graph const& g, growable<std::uint32_t>& uses) {
  for (std::size_t i = uses.size(); i-- > 0;) {
    auto const id = static_cast<node_id>(i);
    if (uses[i] < 2 || !g.operation(id)->is_condition) continue;
    for (std::size_t k = 0; k < g.count(id); ++k) ++uses[g.operand(id, k)];
  }
}

/// An order by stages says nothing where one of them is so many times wider than most.
inline constexpr std::size_t widest_stage = 8;
/// And where there are fewer.
inline constexpr std::size_t fewest_stages = 8;

/// What the stages of an order begin with: a variable, or an operation of the function itself.
enum class stage_start { variable, primal };

/// The nodes that are used, each as soon as what begins its stage has come, and within a stage as recorded. Whether that says something.
///
/// By variables that is the order in which the function itself comes to use its variables: what is computed of a part of the data is so computed
/// while that part is at hand. By operations of the function it is how forward sweeps are made by hand, all tangents along with the value: sweeps
/// one after the other are as many chains of steps that wait for each other, and side by side they fill the time in which one waits.
template <stage_start Start>
constexpr bool put_in_stages(graph const& g, growable<std::uint32_t> const& uses, growable<node_id>& order) {
  std::size_t const size = uses.size();
  growable<std::uint32_t> stages(size, 0), places(size + 1, 0);
  std::uint32_t* const stage = stages.data();
  std::uint32_t* const place = places.data();
  std::uint32_t const* const counts = uses.data();
  node const* const nodes = g.nodes();
  node_id const* const operands = g.all_operands();
  std::size_t stages_end = 1;
  std::size_t const old = g.size() - g.behind.size();
  for (node_id id = 0; id < size; ++id) {
    if (counts[id] == 0) continue;
    node const& used = nodes[id];
    std::uint32_t last = 0;
    if (used.count > 0) {
      std::size_t const first = used.first;
      if (Start == stage_start::primal && g.is_primal(id)) {
        last = id;
      } else {
        if (Start == stage_start::primal) {
          std::size_t const written = id < old ? id : g.behind[id - old];
          if (g.moves_with && written < g.moves_with->size()) last = (*g.moves_with)[written];
        }
        for (std::size_t at = first, end = first + used.count; at < end; ++at) {
          node_id const operand = operands[at];
          std::uint32_t needed = stage[operand];
          if (Start == stage_start::variable && needed == 0 && nodes[operand].kind == variable_kind) stage[operand] = needed = id;
          if (needed > last) last = needed;
        }
      }
      stage[id] = last;
      if (last >= stages_end) stages_end = last + 1;
    }
    ++place[last + 1];  // leaves, in the order of the function's arguments, come before all stages
  }
  std::size_t stage_count = 0, widest = 0;
  for (std::size_t i = 0; i < stages_end; ++i) {
    std::size_t const width = place[i + 1];
    if (i > 0 && width > 0) ++stage_count;
    if (i > 0 && width > widest) widest = width;
    place[i + 1] += place[i];
  }
  std::size_t const count = place[stages_end];
  std::size_t const stages_that_count = Start == stage_start::primal ? widest_stage * widest_stage : stage_count;
  if (stage_count < fewest_stages || widest * stages_that_count > widest_stage * count) return false;
  order.resize(count, no_node);
  for (node_id id = 0; id < size; ++id) {
    if (counts[id]) order.data()[place[nodes[id].count > 0 ? stage[id] : 0]++] = id;
  }
  return true;
}

/// The nodes that are used, in the order in which they run.
constexpr void put_in_order(graph const& g, growable<std::uint32_t> const& uses, bool is_long, growable<node_id>& order) {
  if (is_long && put_in_stages<stage_start::variable>(g, uses, order)) return;
  if (is_long && g.has_tangents() && put_in_stages<stage_start::primal>(g, uses, order)) return;
  std::size_t const size = uses.size();
  if (!is_long || g.behind.size() == 0) {
    for (node_id id = 0; id < size; ++id) {
      if (uses[id]) order.push(id);
    }
    return;
  }
  // As it is written: what replaces other nodes where these were.
  std::size_t const old = g.size() - g.behind.size();
  growable<std::uint32_t> places(old + 1, 0);
  std::uint32_t* const place = places.data();
  std::uint32_t const* const counts = uses.data();
  node_id const* const behind = g.behind.data();
  for (node_id id = 0; id < size; ++id) {
    if (counts[id]) ++place[(id < old ? id : behind[id - old]) + 1];
  }
  for (std::size_t i = 0; i < old; ++i) place[i + 1] += place[i];
  order.resize(place[old], no_node);
  for (node_id id = 0; id < size; ++id) {
    if (counts[id]) order.data()[place[id < old ? id : behind[id - old]]++] = id;
  }
}

/// Most nodes among which those that calls of functions need are put first.
inline constexpr std::size_t most_before_calls = 256;

/// Puts first what the functions need that are called, the functions themselves among them: what is computed before a call and needed after it is kept in
/// memory.
template <class Guards>
constexpr void put_calls_first(graph const& g, Guards const& guards, growable<std::uint32_t>& uses, growable<node_id>& order) {
  constexpr std::uint32_t arithmetic = node_traits::is_sum | node_traits::is_product | node_traits::is_negate | node_traits::is_divides |
                                       node_traits::is_choice | node_traits::is_junction | node_traits::is_fixed;
  if (order.size() > most_before_calls || g.stands_for_many()) return;
  growable<char> needed(extent_of(order), 0);
  std::size_t calls = 0;
  for (std::size_t at = order.size(); at-- > 0;) {
    node_id const id = order[at];
    bool const is_call = g.count(id) > 0 && !(g.traits(id) & arithmetic) && !g.operation(id)->is_condition && !g.is(id, info_of<sqrt_op>);
    if (is_call) ++calls;
    if (is_call && !needed[id]) ++uses[id];  // kept, and not called where it is needed
    if (!is_call && !needed[id]) continue;
    needed[id] = 1;
    for (std::size_t k = 0; k < g.count(id); ++k) needed[g.operand(id, k)] = 1;
    if (!guards.any()) continue;
    guard const& asked = guards.of(id);
    for (std::uint32_t n = 0; n < asked.count; ++n) {
      for (std::uint32_t l = asked.alternatives[n]; l != 0; l = guards[l].parent) needed[guards[l].condition] = 1;
    }
  }
  if (calls < 2) return;
  growable<node_id> others;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < order.size(); ++at) {
    node_id const id = order[at];
    if (needed[id]) {
      order[kept++] = id;
    } else {
      others.push(id);
    }
  }
  for (node_id id : others) order[kept++] = id;
}

/// Sums and products: the traits of their nodes.
inline constexpr std::uint32_t cheap_traits = node_traits::is_sum | node_traits::is_product | node_traits::is_negate;

/// Writes what the outputs need of a graph, in order, as far as it fits into the room; the sizes are right in any case.
template <program_sizes Room>
class program_writer {
 public:
  constexpr program_writer(graph const& g, growable<node_id> const& outputs)
      : g_(g), uses_(count_uses(g, outputs)), guards_(g, uses_, outputs), place_(uses_.size(), no_node), trees_(uses_.size(), 0) {
    std::size_t live = 0;
    for (std::size_t i = 0; i < uses_.size() && live < long_program; ++i) live += uses_[i] ? 1 : 0;
    bool const is_long = live >= long_program || g.stands_for_many();
    if (is_long) {
      for (node_id output : outputs) ++uses_[output];
    }
    if (guards_.any()) {
      count_uses_of_conditions(g, uses_);
      growable<node_id> order(guards_.order(uses_));
      put_calls_first(g, guards_, uses_, order);
      write(order);
    } else {
      growable<node_id> order;
      put_in_order(g, uses_, is_long, order);
      put_calls_first(g, guards_, uses_, order);
      write(order);
    }
    for (node_id output : outputs) {
      if (size().outputs < Room.outputs) result.outputs[size().outputs] = place_[output];
      ++size().outputs;
    }
    result.asks_beyond = g.asks_beyond();
    result.stands_for_many = g.stands_for_many();
  }

  program<Room> result{};

 private:
  constexpr program_sizes& size() { return result.size; }

  // One loop and local names: each call and each way through a member is a cost of the compilation here.
  constexpr void write(growable<node_id> const& order) {
    node const* const nodes = g_.nodes();
    node_id const* const all_operands = g_.all_operands();
    std::uint32_t const* const uses = uses_.data();
    std::uint32_t* const place = place_.data();
    std::uint32_t* const trees = trees_.data();
    bool const guarded = guards_.any();
    std::size_t const count = order.size();
    std::size_t at_operand = 0;
    std::uint32_t slots = 0;
    size().instructions = count;
    for (std::size_t at = 0; at < count; ++at) {
      node_id const id = order.data()[at];
      node const& written = nodes[id];
      place[id] = static_cast<std::uint32_t>(at);
      if (written.kind == constant_kind || written.kind == number_leaf.id || written.kind == variable_kind) {
        std::size_t const first = write_leaf(id, written.kind == variable_kind);
        if (at < Room.instructions) result.instructions[at] = {written.kind, static_cast<std::uint32_t>(first), 0, no_node, 0, 0, false};
        continue;
      }
      instruction step{written.kind, static_cast<std::uint32_t>(at_operand), written.count, no_node, 0, 0, false,
                       written.operation->is_condition};
      std::uint32_t tree = 2, costly = written.traits & cheap_traits ? 0 : 1;
      std::size_t const first = written.first;
      for (std::size_t k = 0; k < step.count; ++k, ++at_operand) {
        node_id const operand = all_operands[first + k];
        if (at_operand < Room.operands) result.operands[at_operand] = place[operand];
        if (std::uint32_t const below = trees[operand]; below != 0) {
          tree += below & ~1u;
          costly |= below & 1u;
        }
      }
      if (step.count > 0 && (uses[id] > 1 || tree >= 2 * largest_tree) && !written.operation->is_condition) {
        step.slot = slots++;
        if (step.slot < Room.slots) result.stored[step.slot] = static_cast<std::uint32_t>(at);
        if (guarded) write_guard(step, guards_.of(id));
        step.is_costly = costly != 0;
      } else {
        trees[id] = tree | costly;
      }
      if (at < Room.instructions) result.instructions[at] = step;
    }
    size().operands = at_operand;
    size().slots = slots;
  }

  /// The place of a number, or a variable, in the list of those.
  constexpr std::size_t write_leaf(node_id id, bool is_variable) {
    std::size_t& at = is_variable ? size().variables : size().constants;
    if (is_variable) {
      if (at < Room.variables) result.variables[at] = g_.variable(id);
    } else {
      if (at < Room.constants) result.constants[at] = g_.constant_value(id);
    }
    return at++;
  }

  constexpr void write_guard(instruction& step, guard const& needed) {
    if (needed.is_always()) return;
    step.first_alternative = static_cast<std::uint32_t>(size().alternatives);
    step.alternatives = needed.count;
    for (std::size_t n = 0; n < needed.count; ++n) {
      if (size().alternatives < Room.alternatives) result.alternatives[size().alternatives] = needed.alternatives[n];
      ++size().alternatives;
      for (std::uint32_t l = needed.alternatives[n]; l != 0; l = guards_[l].parent) {
        if (l >= size().literals) size().literals = l + 1;
        if (l < Room.literals) result.literals[l] = {guards_[l].parent, place_[guards_[l].condition], guards_[l].holds};
      }
    }
  }

  graph const& g_;
  growable<std::uint32_t> uses_;
  guards guards_;
  growable<std::uint32_t> place_;
  // Twice the number of steps of the tree that a step without slot is part of, and 1 more where it is costly; 0 for what is kept.
  growable<std::uint32_t> trees_;
};

template <program_sizes Room>
constexpr program<Room> make_program(graph const& g, growable<node_id> const& outputs) {
  return program_writer<Room>(g, outputs).result;
}

template <program_sizes To, program_sizes From>
constexpr program<To> shrunk(program<From> const& from) {
  program<To> to;
  to.size = from.size;
  to.stands_for_many = from.stands_for_many;
  for (std::size_t i = 0; i < To.instructions; ++i) to.instructions[i] = from.instructions[i];
  for (std::size_t i = 0; i < To.operands; ++i) to.operands[i] = from.operands[i];
  for (std::size_t i = 0; i < To.constants; ++i) to.constants[i] = from.constants[i];
  for (std::size_t i = 0; i < To.variables; ++i) to.variables[i] = from.variables[i];
  for (std::size_t i = 0; i < To.slots; ++i) to.stored[i] = from.stored[i];
  for (std::size_t i = 0; i < To.outputs; ++i) to.outputs[i] = from.outputs[i];
  for (std::size_t i = 0; i < To.alternatives; ++i) to.alternatives[i] = from.alternatives[i];
  for (std::size_t i = 0; i < To.literals; ++i) to.literals[i] = from.literals[i];
  return to;
}

/// How a graph ends: as a program that runs, or as it was built, to be read.
enum class goal { run, read };

/// The graph of a recipe as it ends; `notes` is what the recipe says of its outputs besides.
template <class Recipe, class... Notes>
constexpr void build_graph(graph& g, growable<node_id>& outputs, Notes&... notes) {
  Recipe::build(g, outputs, notes...);
  if (Recipe::purpose == goal::run) reduce_strength(g, outputs);
}

/// Most instructions that there is room for before their number is known; a longer program is built twice.
inline constexpr std::size_t largest_room = 65536;

/// An estimate that products with the numbers of variables and orders do not overflow.
constexpr std::size_t bounded_estimate(std::size_t estimate) { return estimate < largest_room ? estimate : largest_room; }

constexpr program_sizes room_for(std::size_t estimate) {
  std::size_t const room = estimate < 56 ? 64 : estimate > largest_room ? largest_room : estimate + 8;
  return {room, 2 * room, room, room, room, room, 16, 16};
}

/// What a maker makes, if the compiler gets to its end: constant evaluation has a limit of steps.
///
/// Where that is hit Clang tells the calls in which it was, in thirty lines, and goes on to all that should follow. A reference need not be
/// constant, so that for Clang there is no error here, and the user's call refuses what was not made in a few words (check_program). GCC's
/// error says what the limit is and which option it has; to ask first whether there is an end would evaluate large programs twice, as GCC
/// forgets what calls have given whenever it collects garbage.
template <class Maker>
struct attempt {
#if defined(__clang__)
  static inline auto const& value = Maker::make();
#else
  static constexpr auto value = Maker::make();
#endif
  static constexpr bool holds = requires { typename std::bool_constant<(value.size.outputs == 0)>; };
};

/// A program is made once, with room to spare; again only where the estimate was too small.
template <class Recipe, program_sizes Room>
struct program_maker {
  static constexpr auto make() {
    graph g;
    growable<node_id> outputs;
    if constexpr (requires { typename Recipe::notes; }) {
      typename Recipe::notes notes;
      build_graph<Recipe>(g, outputs, notes);
      return noted_program(make_program<Room>(g, outputs), notes);
    } else {
      build_graph<Recipe>(g, outputs);
      return make_program<Room>(g, outputs);
    }
  }
};
template <class Recipe, program_sizes Room = room_for(Recipe::estimate)>
struct attempted_program : attempt<program_maker<Recipe, Room>> {};
template <class Recipe, program_sizes Room>
  requires(attempt<program_maker<Recipe, Room>>::holds && !attempt<program_maker<Recipe, Room>>::value.size.fit_into(Room))
struct attempted_program<Recipe, Room> : attempt<program_maker<Recipe, attempt<program_maker<Recipe, Room>>::value.size>> {};

/// Whether the code of a recipe can be evaluated at compile time at all, by a run that records nothing.
template <class Recipe>
struct rehearsal {
  static constexpr bool run() {
    graph g(recording::none);
    growable<node_id> outputs;
    Recipe::build(g, outputs);
    return true;
  }
  static constexpr bool holds = requires { typename std::bool_constant<run()>; };
};
/// Where it can not, the compiler says why.
template <class Recipe>
struct explanation {
  static constexpr auto the_code_is_constexpr_and_ends_within_the_compilers_limits = rehearsal<Recipe>::run();
};

/// Recipes whose programs are found on few iterations of a loop; in stretch.hpp.
template <class Recipe>
struct few_iterations {
  static constexpr bool holds() { return false; }
  static constexpr bool is_recorded = true;
};
template <class Recipe>
inline constexpr bool is_stretched = few_iterations<Recipe>::holds();

/// Whether the compiler got to the end of making the program of a recipe, and there is nothing to refuse in it.
template <class Recipe>
inline constexpr bool is_made = attempted_program<Recipe>::holds && !attempted_program<Recipe>::value.asks_beyond;
template <class Recipe>
  requires(is_stretched<Recipe> || !few_iterations<Recipe>::is_recorded)
inline constexpr bool is_made<Recipe> = is_stretched<Recipe>;

/// Refuses a program that is not made, or not of the code that its author meant. Of the limit GCC has words of its own.
template <class Recipe, bool Made>
constexpr bool check_program() {
  if constexpr (Made) {
    return true;
  } else if constexpr (few_iterations<Recipe>::is_recorded && attempted_program<Recipe>::holds) {
    static_assert(Made, "nabla: the code of trace asks for an argument beyond their number: trace<N> has x[0] to x[N - 1]");
    return false;
  } else {
#if defined(__clang__)
    if constexpr (rehearsal<Recipe>::holds) {
      static_assert(Made,
                    "nabla: constant evaluation ends at the compiler's limit of steps before the program of this function is made: raise it, "
                    "-fconstexpr-steps=2000000000");
    } else {
      static_cast<void>(explanation<Recipe>{});
    }
#endif
    return false;
  }
}

/// What is gone on with where a program was not made: one of zero.
template <class Recipe>
struct unmade_program {
  static constexpr auto make() {
    program<program_sizes{.instructions = 1, .constants = 1, .outputs = 1}> result;
    result.size = {.instructions = 1, .constants = 1, .outputs = 1};
    result.instructions[0].operation = constant_kind;
    result.constants[0] = {0, 1};
    if constexpr (requires { typename Recipe::notes; }) {
      return noted_program(result, typename Recipe::notes{});
    } else {
      return result;
    }
  }
  static constexpr auto value = make();
};

/// The program of a recipe: a class with `purpose`, `estimate` (the expected number of instructions) and
/// `build(graph&, outputs)`; one that has `notes` hands them to `build` and has them in its program, by `noted_program`.
template <class Recipe>
struct compiled {
  static constexpr auto make() {
    using attempted = attempted_program<Recipe>;
    if constexpr (check_program<Recipe, attempted::holds && !attempted::value.asks_beyond>()) {
      return shrunk<attempted::value.size>(attempted::value);
    } else {
      return unmade_program<Recipe>::make();
    }
  }
  static constexpr auto value = make();
};

/// What a program takes and gives: its sizes, its variables and what its recipe notes, as `compiled` has them, without need of its
/// instructions.
template <class Recipe>
struct signature_of : std::conditional_t<is_made<Recipe>, compiled<Recipe>, unmade_program<Recipe>> {};
template <class Recipe>
  requires(is_stretched<Recipe>)
struct signature_of<Recipe> {
  static constexpr auto const& value = few_iterations<Recipe>::signature;
};

/// The floating-point number of instruction I, as an operation.
template <class Recipe, std::uint32_t I>
struct floating_number {
  static constexpr rational bits = compiled<Recipe>::value.constants[compiled<Recipe>::value.instructions[I].first];
  using type = floating_op<static_cast<std::uint64_t>(bits.numerator)>;
};

template <std::size_t N>
constexpr bool is_among(std::uint64_t operation, std::uint64_t const (&list)[N]) {
  for (std::uint64_t other : list) {
    if (operation == other) return true;
  }
  return false;
}

/// The operation of the first instruction of a program for which a condition holds; 0 where it holds for none.
template <class Recipe, class Condition>
constexpr std::uint64_t first_operation(Condition condition) {
  auto const& program = compiled<Recipe>::value;
  for (std::size_t i = 0; i < program.size.instructions; ++i) {
    if (condition(program.instructions[i])) return program.instructions[i].operation;
  }
  return 0;
}

}  // namespace nabla::detail
