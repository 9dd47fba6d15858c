#pragma once

#include <nabla/graph/identities.hpp>
#include <nabla/rules/entropy.hpp>
#include <nabla/rules/piecewise.hpp>

namespace nabla::detail {

// The chain rule, step by step, gives infinity times 0 where a function with a kink or an infinite slope meets one that undoes
// it: sqrt(u^2) is abs(u), abs(u)^2 is u^2, u sqrt(u) is u^(3/2), and u log(u) has the slope log(u) + 1. The sweeps therefore differentiate such nodes as what they are. The primal is
// evaluated as it is written.

/// |u| where a node is a square of u, or a product of u with itself; no node otherwise.
constexpr node_id squared_operand(graph const& g, node_id id) {
  if (g.is(id, info_of<times>) && g.operand(id, 0) == g.operand(id, 1)) return g.operand(id, 0);
  if (g.is(id, info_of<power>) && g.is_constant(g.operand(id, 1), 2)) return g.operand(id, 0);
  return no_node;
}

/// A sum of squares: its root is a length, and has a kink where it is 0.
constexpr bool is_sum_of_squares(graph const& g, node_id id) {
  if (!g.is(id, info_of<plus>)) return squared_operand(g, id) != no_node;
  return is_sum_of_squares(g, g.operand(id, 0)) && is_sum_of_squares(g, g.operand(id, 1));
}

/// A product of u with a function of u that has no slope at 0, or an infinite one; no node where it is no such product.
constexpr node_id smooth_product(graph& g, node_id a, node_id b) {
  if (g.is(a, info_of<sqrt_op>) && a == b) return g.operand(a, 0);
  if (g.is(b, info_of<sqrt_op>) && g.operand(b, 0) == a) return g.apply(info_of<power>, a, g.constant({3, 2}));
  if (g.is(b, info_of<log_op>) && g.operand(b, 0) == a) return g.apply(info_of<xlogx_op>, a);
  return no_node;
}

/// A node with the same value and derivatives without such a detour, its operands being without them.
constexpr node_id smooth_node(graph& g, node_id id) {
  if (g.count(id) == 0) return id;
  if (g.is(id, info_of<times>)) {
    node_id const a = g.operand(id, 0), b = g.operand(id, 1);
    if (node_id const product = smooth_product(g, a, b); product != no_node) return product;
    if (node_id const product = smooth_product(g, b, a); product != no_node) return product;
  }
  if (g.is(id, info_of<sqrt_op>)) {
    node_id const u = squared_operand(g, g.operand(id, 0));
    return u == no_node ? id : make<abs_op>(g, u);
  }
  node_id const first = g.operand(id, 0);
  if (!g.is(first, info_of<abs_op>)) return id;
  node_id const u = g.operand(first, 0);
  if (g.operation(id)->is_even && g.count(id) == 1) return g.apply(*g.operation(id), u);
  if (g.is(id, info_of<times>) && g.operand(id, 1) == first) return g.apply(info_of<times>, u, u);
  if (g.is(id, info_of<power>) && g.is_constant(g.operand(id, 1)) && is_even_integer(g.constant_value(g.operand(id, 1)))) {
    return g.apply(info_of<power>, u, g.operand(id, 1));
  }
  return id;
}

/// The outputs as the sweeps differentiate them; the same nodes where there is nothing to mend.
constexpr growable<node_id> smooth_outputs(graph& g, growable<node_id> const& outputs) {
  if (!g.has_any(node_traits::is_smoothed)) return outputs;
  growable<std::uint32_t> const uses = count_uses(g, outputs);
  growable<node_id> forms(uses.size(), no_node);
  for (node_id id = 0; id < uses.size(); ++id) {
    if (uses[id]) forms[id] = smooth_node(g, with_operands(g, id, forms.data()));
  }
  growable<node_id> result;
  for (node_id output : outputs) result.push(forms[output]);
  return result;
}

}  // namespace nabla::detail
