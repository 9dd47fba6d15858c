#pragma once

#include <nabla/graph/reverse.hpp>

namespace nabla::detail {

/// Forward accumulation: the tangents of the outputs, given tangents of the inputs, in one sweep over the graph from the inputs
/// to the outputs. Adds nodes to the graph.
/// Source: Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), section 3.1.
constexpr growable<node_id> forward_sweep(graph& g, growable<node_id> const& written, growable<node_id> const& inputs,
                                          growable<node_id> const& tangents) {
  growable<node_id> const outputs = smooth_outputs(g, written);
  growable<std::uint32_t> const uses = count_uses(g, outputs);
  std::size_t const size = uses.size();
  growable<node_id> tangent(size, no_node);  // no_node stands for 0
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i] < size && !g.is_constant(tangents[i], 0)) tangent[inputs[i]] = tangents[i];
  }
  local_partials partials;
  for (std::size_t i = 0; i < size; ++i) {
    auto const id = static_cast<node_id>(i);
    if (!uses[i] || tangent[i] != no_node || !has_partials_at(g, id)) continue;
    bool moves = false;
    for (std::size_t k = 0; k < g.count(id); ++k) moves = moves || tangent[g.operand(id, k)] != no_node;
    if (!moves) continue;
    partials.append(g, id);
    for (std::size_t k = 0; k < g.count(id); ++k) {
      node_id const moved = tangent[partials.operand(k)];
      if (moved == no_node || g.is_constant(partials[k], 0)) continue;
      node_id const term = make<times>(g, moved, partials[k]);
      tangent[i] = tangent[i] == no_node ? term : make<plus>(g, tangent[i], term);
    }
  }

  growable<node_id> result;
  for (node_id output : outputs) result.push(tangent[output] == no_node ? g.constant(0) : tangent[output]);
  return result;
}

}  // namespace nabla::detail
