#pragma once

#include <nabla/graph/recorded.hpp>
#include <nabla/graph/smooth.hpp>

namespace nabla::detail {

/// For each node, whether it depends on one of the given nodes.
constexpr void mark_dependent(graph const& g, growable<char>& depends, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    auto const id = static_cast<node_id>(i);
    for (std::size_t k = 0; !depends[i] && k < g.count(id); ++k) depends[i] = depends[g.operand(id, k)];
  }
}

/// Not constexpr: where it is reached the compiler names it.
inline void the_rule_of_a_function_states_neither_partials_nor_a_definition() {}

/// Operands and partials of one node at a time, in memory that is made once for a sweep.
class local_partials {
 public:
  constexpr node_id operand(std::size_t k) const { return operands_[k]; }
  constexpr node_id operator[](std::size_t k) const { return partials_[k]; }

  constexpr void append(graph& g, node_id id) {
    std::size_t const count = g.count(id);
    operands_.resize(count, no_node);
    partials_.resize(count, no_node);
    for (std::size_t k = 0; k < count; ++k) operands_[k] = g.operand(id, k);
    if (!g.operation(id)->has_partials) the_rule_of_a_function_states_neither_partials_nor_a_definition();
    g.operation(id)->partials(g, operands_.data(), count, id, partials_.data());
    if (g.is(id, info_of<sqrt_op>) && is_sum_of_squares(g, operands_[0])) {
      // The subgradient 0 of a length of 0, as hypot has it.
      node_id const condition = make<equals_op>(g, id, g.constant(0));
      partials_[0] = make_select(g, condition, g.constant(0), partials_[0]);
    }
  }

 private:
  growable<node_id> operands_, partials_;
};

/// Whether a node has partials: leaves have none, and neither have conditions.
constexpr bool has_partials_at(graph const& g, node_id id) { return g.count(id) > 0 && !g.operation(id)->is_condition; }

/// Reverse accumulation: the adjoints of the inputs, given adjoints of the outputs (the seeds), in one sweep over the graph
/// from the outputs to the inputs. Adds nodes to the graph; an input on which nothing depends has the adjoint 0.
/// Source: Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), section 3.2.
constexpr growable<node_id> reverse_sweep(graph& g, growable<node_id> const& written, growable<node_id> const& seeds,
                                          growable<node_id> const& inputs) {
  growable<node_id> const outputs = smooth_outputs(g, written);
  std::size_t size = 0;
  for (node_id output : outputs) size = output + 1 > size ? output + 1 : size;
  growable<char> depends(size, 0);
  for (node_id input : inputs) {
    if (input < size) depends[input] = 1;
  }
  mark_dependent(g, depends, size);

  growable<node_id> adjoint(size, no_node);
  auto const add = [&](node_id id, node_id term) {
    adjoint[id] = adjoint[id] == no_node ? term : make<plus>(g, adjoint[id], term);
  };
  local_partials partials;
  for (std::size_t i = 0; i < outputs.size(); ++i) add(outputs[i], seeds[i]);
  for (std::size_t i = size; i-- > 0;) {
    auto const id = static_cast<node_id>(i);
    if (!depends[i] || adjoint[i] == no_node || !has_partials_at(g, id)) continue;
    partials.append(g, id);
    for (std::size_t k = 0; k < g.count(id); ++k) {
      node_id const operand = partials.operand(k);
      if (depends[operand] && !g.is_constant(partials[k], 0)) add(operand, make<times>(g, adjoint[i], partials[k]));
    }
  }

  growable<node_id> result;
  for (node_id input : inputs) {
    bool const reached = input < size && adjoint[input] != no_node;
    result.push(reached ? adjoint[input] : g.constant(0));
  }
  return result;
}

/// The partials of an operation whose rule states none: those of the formula that defines it.
constexpr void append_derived_partials(graph& g, operation_info const& operation, node_id const* operands, std::size_t count,
                                       node_id* partials) {
  // In a graph of its own, so that the sweep walks the definition and not all that was recorded before.
  graph own;
  growable<variable_info> names(count, variable_info{});
  growable<node_id> inputs;
  for (std::size_t k = 0; k < count; ++k) {
    names[k] = {"operand", k, hash_join(variable_leaf.id, k)};
    inputs.push(own.variable(names[k]));
  }
  growable<node_id> const output(1, operation.definition(own, inputs.data(), count)), seed(1, own.constant(1));
  growable<node_id> const adjoints = reverse_sweep(own, output, seed, inputs);

  growable<std::uint32_t> const uses = count_uses(own, adjoints);
  growable<node_id> copies(uses.size(), no_node), copied;
  for (std::size_t k = 0; k < count; ++k) {
    if (inputs[k] < copies.size()) copies[inputs[k]] = operands[k];
  }
  for (node_id id = 0; id < uses.size(); ++id) {
    if (!uses[id] || copies[id] != no_node) continue;
    if (own.is_constant(id)) {
      copies[id] = g.constant(own.constant_value(id));
      continue;
    }
    copied.shrink(0);
    for (std::size_t k = 0; k < own.count(id); ++k) copied.push(copies[own.operand(id, k)]);
    copies[id] = make(g, *own.operation(id), copied.data(), copied.size());
  }
  for (std::size_t k = 0; k < count; ++k) partials[k] = copies[adjoints[k]];
}

}  // namespace nabla::detail
