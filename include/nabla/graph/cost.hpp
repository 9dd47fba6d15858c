#pragma once

#include <nabla/graph/strength.hpp>

namespace nabla::detail {

/// How many operations a node runs as: a power with a known exponent is products, a root and a reciprocal.
constexpr std::size_t count_operations_at(graph const& g, node_id id) {
  if (g.count(id) == 0) return 0;
  if (g.is(id, info_of<yielding_factor>) || g.is(id, info_of<dominating_factor>)) return 0;
  if (g.is(id, info_of<strong_product>)) return 3;
  if (!g.is(id, info_of<power>) || !g.is_constant(g.operand(id, 1))) return 1;
  rational const exponent = g.constant_value(g.operand(id, 1));
  std::intmax_t const magnitude = exponent.numerator < 0 ? -exponent.numerator : exponent.numerator;
  if (exponent.denominator > 2 || magnitude > largest_written_out_power) return 1;
  std::size_t count = exponent.numerator < 0 ? 1 : 0;
  std::intmax_t whole = magnitude / exponent.denominator;
  if (exponent.denominator == 2) count += whole > 0 ? 2 : 1;
  for (; whole > 1; whole /= 2) count += whole % 2 == 1 ? 2 : 1;
  return count;
}

/// How many operations the outputs run as, each distinct one once.
constexpr std::size_t count_operations(graph const& g, growable<node_id> const& outputs) {
  growable<std::uint32_t> const uses = count_uses(g, outputs);
  std::size_t count = 0;
  for (node_id id = 0; id < uses.size(); ++id) {
    if (uses[id]) count += count_operations_at(g, id);
  }
  return count;
}

}  // namespace nabla::detail
