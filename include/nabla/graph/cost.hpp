#pragma once

#include <nabla/graph/strength.hpp>

namespace nabla::detail {

/// How many operations the outputs run as, each distinct one once. What they run as stays in the graph, without users.
constexpr std::size_t count_operations(graph& g, growable<node_id> const& outputs) {
  growable<node_id> running(outputs);
  reduce_strength(g, running);
  growable<std::uint32_t> const uses = count_uses(g, running);
  std::size_t count = 0;
  for (node_id id = 0; id < uses.size(); ++id) count += uses[id] && g.count(id) > 0 ? 1 : 0;
  return count;
}

}  // namespace nabla::detail
