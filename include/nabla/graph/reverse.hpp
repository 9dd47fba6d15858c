#pragma once

#include <nabla/graph/recorded.hpp>

namespace nabla::detail {

/// For each node, whether it depends on one of the given nodes.
constexpr void mark_dependent(graph const& g, growable<char>& depends, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    auto const id = static_cast<node_id>(i);
    for (std::size_t k = 0; !depends[i] && k < g.count(id); ++k) depends[i] = depends[g.operand(id, k)];
  }
}

/// Largest number of operands of an operation that has partials.
inline constexpr std::size_t largest_arity = 16;

/// Reverse accumulation: the adjoints of the inputs, given adjoints of the outputs (the seeds), in one sweep over the graph
/// from the outputs to the inputs. Adds nodes to the graph; an input on which nothing depends has the adjoint 0.
/// Source: Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), section 3.2.
constexpr growable<node_id> reverse_sweep(graph& g, growable<node_id> const& outputs, growable<node_id> const& seeds,
                                          growable<node_id> const& inputs) {
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
  for (std::size_t i = 0; i < outputs.size(); ++i) add(outputs[i], seeds[i]);
  for (std::size_t i = size; i-- > 0;) {
    auto const id = static_cast<node_id>(i);
    if (!depends[i] || adjoint[i] == no_node || g.count(id) == 0) continue;
    node_id operands[largest_arity]{}, partials[largest_arity]{};
    for (std::size_t k = 0; k < g.count(id); ++k) operands[k] = g.operand(id, k);
    g.operation(id)->partials(g, operands, id, partials);
    for (std::size_t k = 0; k < g.count(id); ++k) {
      if (depends[operands[k]] && !g.is_constant(partials[k], 0)) add(operands[k], make<times>(g, adjoint[i], partials[k]));
    }
  }

  growable<node_id> result;
  for (node_id input : inputs) {
    bool const reached = input < size && adjoint[input] != no_node;
    result.push(reached ? adjoint[input] : g.constant(0));
  }
  return result;
}

}  // namespace nabla::detail
