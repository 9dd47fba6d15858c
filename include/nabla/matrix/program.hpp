#pragma once

#include <nabla/graph/program.hpp>
#include <nabla/matrix/products.hpp>

namespace nabla::detail {

/// How the value of a step comes about.
enum class matrix_step {
  number,      // a rational constant, or a floating-point one
  variable,    // a scalar that is bound
  argument,    // a matrix that is bound
  extent,      // the size of one
  scalar,      // computed and kept
  stored,      // a matrix that is computed and kept
  expression,  // computed where its user needs it: element by element, or a view
};

struct matrix_instruction {
  std::uint64_t operation = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  matrix_step kind = matrix_step::expression;
  std::uint32_t slot = no_node;
  shape_value shape{};
};

/// What is computed when: a stored matrix or scalar, into its slot; or an output that nothing else needs, into its place.
struct scheduled {
  std::uint32_t instruction = 0;
  std::uint32_t output = no_node;
};

/// Two extents that must be equal when they are known, at the call.
struct extent_check {
  text operation;
  extent_value a, b;
  shape_value left, right;
  /// Of a block, `right`, that must end within `left`: `a` rows or columns from `first` on within `b`, and not `a` equal to `b`.
  bool is_part = false;
  extent_value first{};
  bool is_of_one = false;  // operand
};

struct matrix_variable {
  text name;
  std::size_t index = variable_info::none;
  shape_value shape{};
  extent_value extent{};
  bool is_symmetric = false;
};

struct matrix_sizes {
  std::size_t instructions = 0, operands = 0, constants = 0, variables = 0, scalars = 0, slots = 0, schedule = 0, outputs = 0, checks = 0;
};

/// A pruned graph with shapes, in the order in which it runs.
template <matrix_sizes Sizes>
struct matrix_program {
  static constexpr matrix_sizes size = Sizes;
  matrix_instruction instructions[Sizes.instructions + 1]{};
  std::uint32_t operands[Sizes.operands + 1]{};
  rational constants[Sizes.constants + 1]{};
  matrix_variable variables[Sizes.variables + 1]{};
  shape_value slots[Sizes.slots + 1]{};
  scheduled schedule[Sizes.schedule + 1]{};
  std::uint32_t outputs[Sizes.outputs + 1]{};
  bool is_direct[Sizes.outputs + 1]{};  // computed into its place
  extent_check checks[Sizes.checks + 1]{};

  constexpr std::uint32_t operand(std::size_t instruction, std::size_t k) const { return operands[instructions[instruction].first + k]; }
};

/// Decides what is stored, and writes what the outputs need in order.
class matrix_program_writer {
 public:
  constexpr matrix_program_writer(shaped_graph& sg, growable<node_id> const& outputs)
      : sg_(sg), g_(sg.g), outputs_(outputs), uses_(count_uses(sg.g, outputs)), addressed_(uses_.size(), 0), place_(uses_.size(), no_node), is_read_by_others_(uses_.size(), 0) {
    // A diagonal matrix as a factor is not made.
    for (node_id output : outputs) is_read_by_others_[output] = 1;
    for (node_id id = 0; id < uses_.size(); ++id) {
      if (!uses_[id]) continue;
      bool const multiplies = is(id, kind_of_operation<matrix_product_op>) && !is_partial_sum(id) && !is_ones(g_.operand(id, 0)) && !is_ones(g_.operand(id, 1)) &&
                              !sg_.is_scalar(id) &&
                              !(is(g_.operand(id, 0), kind_of_operation<as_diagonal_op>) && is(g_.operand(id, 1), kind_of_operation<as_diagonal_op>));
      for (std::size_t k = 0; k < g_.count(id); ++k) is_read_by_others_[g_.operand(id, k)] = is_read_by_others_[g_.operand(id, k)] || !multiplies;
    }
    for (node_id id = 0; id < uses_.size(); ++id) {
      if (!uses_[id]) continue;
      for (std::size_t k = 0; k < g_.count(id); ++k) {
        if (needs_address(id, k)) addressed_[g_.operand(id, k)] = 1;
      }
    }
    // Views have the address of what they view.
    for (node_id id = uses_.size(); id-- > 0;) {
      if (uses_[id] && is_view(id)) addressed_[g_.operand(id, is_replicated_row(id) ? 1 : 0)] = 1;
    }
    count_conditions();
    for (node_id id = 0; id < uses_.size(); ++id) {
      if (uses_[id]) write(id);
    }
    for (std::size_t k = 0; k < outputs.size(); ++k) {
      places.push(place_[outputs[k]]);
      direct.push(is_direct(outputs[k]));
    }
    share_slots();
    find_checks();
  }

  growable<matrix_instruction> instructions;
  growable<std::uint32_t> operands;
  growable<rational> constants;
  growable<matrix_variable> variables;
  growable<shape_value> slots;
  growable<scheduled> schedule;
  growable<std::uint32_t> places;
  growable<char> direct;
  growable<extent_check> checks;
  std::size_t scalars = 0;

  constexpr matrix_sizes sizes() const {
    return {instructions.size(), operands.size(), constants.size(), variables.size(), scalars, slots.size(), schedule.size(), places.size(), checks.size()};
  }

 private:
  constexpr bool is(node_id id, std::uint64_t kind) const { return g_.kind(id) == kind; }

  constexpr bool is_elementwise(node_id id) const { return g_.count(id) > 0 && !g_.operation(id)->is_matrix_operation; }
  constexpr bool is_ones(node_id id) const {
    return is(id, kind_of_operation<ones_op>) || (is(id, kind_of_operation<transpose_op>) && is(g_.operand(id, 0), kind_of_operation<ones_op>));
  }
  constexpr bool is_vector_of_ones(node_id id) {
    return is_ones(id) && (sg_.shape(id).rows == unit_extent || sg_.shape(id).columns == unit_extent);
  }
  /// A column beside itself, or a row below itself: products with ones.
  constexpr bool is_replicated_column(node_id id) {
    return is(id, kind_of_operation<matrix_product_op>) && is_ones(g_.operand(id, 1)) && sg_.shape(g_.operand(id, 0)).columns == unit_extent;
  }
  constexpr bool is_replicated_row(node_id id) {
    return is(id, kind_of_operation<matrix_product_op>) && is_ones(g_.operand(id, 0)) && sg_.shape(g_.operand(id, 1)).rows == unit_extent;
  }
  constexpr bool is_view(node_id id) {
    if (is_ones(id)) return false;
    if (is(id, kind_of_operation<as_diagonal_op>)) return !is_read_by_others_[id];
    return is(id, kind_of_operation<transpose_op>) || is(id, kind_of_operation<block_op>) || is_replicated_column(id) || is_replicated_row(id);
  }
  constexpr bool is_generator(node_id id) const { return is_ones(id) || is(id, kind_of_operation<identity_op>); }
  /// Sums of rows or columns.
  constexpr bool is_partial_sum(node_id id) {
    if (!is(id, kind_of_operation<matrix_product_op>)) return false;
    return (is_vector_of_ones(g_.operand(id, 0)) && sg_.shape(id).rows == unit_extent) ||
           (is_vector_of_ones(g_.operand(id, 1)) && sg_.shape(id).columns == unit_extent);
  }

  /// Whether a user reads an operand more than once an element, or through its address.
  constexpr bool needs_address(node_id id, std::size_t k) {
    node_id const operand = g_.operand(id, k);
    if (sg_.is_scalar(operand) || g_.operation(operand)->is_condition) return false;
    if (is_elementwise(id) || is(id, kind_of_operation<sum_of_elements_op>)) return false;
    if (is_partial_sum(id) && !is_view(id)) return false;
    return true;
  }

  constexpr void count_conditions() {
    for (node_id id = uses_.size(); id-- > 0;) {
      if (uses_[id] < 2 || !g_.operation(id)->is_condition) continue;
      for (std::size_t k = 0; k < g_.count(id); ++k) ++uses_[g_.operand(id, k)];
    }
  }

  constexpr std::size_t times_output(node_id id) const {
    std::size_t count = 0;
    for (node_id output : outputs_) count += output == id ? 1 : 0;
    return count;
  }
  /// An output that nothing else needs.
  constexpr bool is_direct(node_id id) {
    return g_.count(id) > 0 && !sg_.is_scalar(id) && times_output(id) == 1 && uses_[id] == 1 && !addressed_[id] && !is_view(id) && !is_generator(id);
  }

  constexpr matrix_step step_of(node_id id) {
    if (g_.is_constant(id) || g_.is_number(id)) return matrix_step::number;
    if (g_.is_variable(id)) {
      std::size_t const index = g_.variable(id).index;
      if (index == matrix_index) return matrix_step::argument;
      return index == extent_index || index == rows_index || index == columns_index ? matrix_step::extent : matrix_step::variable;
    }
    if (g_.operation(id)->is_condition) return matrix_step::expression;
    if (sg_.is_scalar(id)) return matrix_step::scalar;
    if (is_view(id) || is_generator(id)) return matrix_step::expression;
    if (is_elementwise(id) && !addressed_[id] && uses_[id] == 1 && times_output(id) == 0) return matrix_step::expression;
    if (is_direct(id)) return matrix_step::expression;
    return matrix_step::stored;
  }

  constexpr void write(node_id id) {
    std::uint32_t const at = static_cast<std::uint32_t>(instructions.size());
    place_[id] = at;
    matrix_instruction step{g_.operation(id)->id, 0, g_.count(id), step_of(id), no_node, sg_.shape(id)};
    if (step.kind == matrix_step::number) {
      step.first = static_cast<std::uint32_t>(constants.size());
      constants.push(g_.constant_value(id));
    } else if (g_.is_variable(id)) {
      step.first = static_cast<std::uint32_t>(variables.size());
      variable_info const& info = g_.variable(id);
      matrix_variable variable{info.name, info.index, step.shape, {}, sg_.is_symmetric(id)};
      if (step.kind == matrix_step::extent) variable.extent = static_cast<extent_info const&>(info).extent;
      variables.push(variable);
    } else {
      step.first = static_cast<std::uint32_t>(operands.size());
      for (std::size_t k = 0; k < step.count; ++k) operands.push(place_[g_.operand(id, k)]);
    }
    if (step.kind == matrix_step::scalar) {
      step.slot = static_cast<std::uint32_t>(scalars++);
      schedule.push({at, no_node});
    } else if (step.kind == matrix_step::stored) {
      schedule.push({at, no_node});
    } else if (g_.count(id) > 0 && is_direct(id)) {
      std::uint32_t output = 0;
      while (outputs_[output] != id) ++output;
      schedule.push({at, output});
    }
    instructions.push(step);
  }

  /// Matrices of one shape of which none is needed any more when the other comes share a slot.
  constexpr void share_slots() {
    std::size_t const end = schedule.size();
    growable<std::uint32_t> last(instructions.size(), 0);
    for (std::uint32_t at = 0; at < end; ++at) note_reads(schedule[at].instruction, at, last);
    for (std::uint32_t place : places) {
      last[place] = static_cast<std::uint32_t>(end);
      if (instructions[place].kind == matrix_step::expression) note_reads(place, static_cast<std::uint32_t>(end), last);
    }
    growable<std::uint32_t> until;  // when each slot is free
    for (std::uint32_t at = 0; at < end; ++at) {
      matrix_instruction& step = instructions[schedule[at].instruction];
      if (step.kind != matrix_step::stored) continue;
      for (std::uint32_t s = 0; s < slots.size() && step.slot == no_node; ++s) {
        if (until[s] < at && slots[s] == step.shape) step.slot = s;
      }
      if (step.slot == no_node) {
        step.slot = static_cast<std::uint32_t>(slots.size());
        slots.push(step.shape);
        until.push(0);
      }
      until[step.slot] = last[schedule[at].instruction];
    }
  }
  constexpr void note_reads(std::uint32_t place, std::uint32_t at, growable<std::uint32_t>& last) {
    matrix_instruction const& step = instructions[place];
    if (step.kind == matrix_step::number || step.kind == matrix_step::variable || step.kind == matrix_step::argument ||
        step.kind == matrix_step::extent) {
      return;
    }
    for (std::size_t k = 0; k < step.count; ++k) {
      std::uint32_t const operand = operands[step.first + k];
      if (last[operand] < at) last[operand] = at;
      if (instructions[operand].kind == matrix_step::expression) note_reads(operand, at, last);
    }
  }

  static constexpr text name_in_messages(operation_info const& operation) {
    switch (operation.id) {
      case kind_of_operation<matrix_product_op>: return "a matrix product";
      case kind_of_operation<plus>: return "a sum";
      case kind_of_operation<minus>: return "a difference";
      case kind_of_operation<times>: return "a product element by element";
      case kind_of_operation<divides>: return "a quotient element by element";
      case kind_of_operation<trace_op>: return "trace";
      case kind_of_operation<cross_matrix_op>: return "a cross product";
      default: return operation.name;
    }
  }
  constexpr void find_checks() {
    for (node_id id = 0; id < uses_.size(); ++id) {
      if (!uses_[id] || g_.count(id) == 0) continue;
      shape_context const c = sg_.context(id);
      for (std::size_t k = 0; k < c.pair_count(); ++k) {
        extent_value const a = c.pair_at(k).a, b = c.pair_at(k).b;
        if (agree(a, b) == agreement::unknown) checks.push({name_in_messages(*g_.operation(id)), a, b, c[0], c[c.count() > 1 ? 1 : 0], false, {}, c.count() == 1});
      }
      for (std::size_t k = 0; k < c.part_count(); ++k) {
        checks.push({g_.operation(id)->name, c.part_at(k).size, c.part_at(k).all, c[0], sg_.shape(id), true, c.part_at(k).first});
      }
    }
  }

  shaped_graph& sg_;
  graph& g_;
  growable<node_id> const& outputs_;
  growable<std::uint32_t> uses_;
  growable<char> addressed_;
  growable<std::uint32_t> place_;
  growable<char> is_read_by_others_;
};

/// Builds the graph of a recipe as it runs, or as it is to be read, and hands the writer to a callable.
template <class Recipe, class Use>
constexpr auto with_matrix_program(Use use) {
  graph g;
  shaped_graph sg(g);
  growable<node_id> outputs;
  Recipe::build(sg, outputs);
  if constexpr (!requires { Recipe::is_to_be_read; }) {
    reduce_strength(g, outputs);
    product_order(sg, outputs);
  }
  matrix_program_writer const writer(sg, outputs);
  return use(writer);
}

template <class Recipe>
struct matrix_compiled {
  static constexpr matrix_sizes sizes = with_matrix_program<Recipe>([](matrix_program_writer const& writer) { return writer.sizes(); });

  static constexpr auto make() {
    return with_matrix_program<Recipe>([](matrix_program_writer const& writer) {
      matrix_program<sizes> result;
      for (std::size_t i = 0; i < sizes.instructions; ++i) result.instructions[i] = writer.instructions[i];
      for (std::size_t i = 0; i < sizes.operands; ++i) result.operands[i] = writer.operands[i];
      for (std::size_t i = 0; i < sizes.constants; ++i) result.constants[i] = writer.constants[i];
      for (std::size_t i = 0; i < sizes.variables; ++i) result.variables[i] = writer.variables[i];
      for (std::size_t i = 0; i < sizes.slots; ++i) result.slots[i] = writer.slots[i];
      for (std::size_t i = 0; i < sizes.schedule; ++i) result.schedule[i] = writer.schedule[i];
      for (std::size_t i = 0; i < sizes.checks; ++i) result.checks[i] = writer.checks[i];
      for (std::size_t i = 0; i < sizes.outputs; ++i) {
        result.outputs[i] = writer.places[i];
        result.is_direct[i] = writer.direct[i];
      }
      return result;
    });
  }
  static constexpr auto value = make();
};

}  // namespace nabla::detail
