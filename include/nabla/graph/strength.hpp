#pragma once

#include <nabla/graph/identities.hpp>

namespace nabla::detail {

/// Largest whole exponent that is written out as products. Beyond it, and for exponents that are neither whole nor halves, the
/// scalar's own pow is called with the exponent as a number (never through log of a variable).
inline constexpr std::intmax_t largest_written_out_power = 1024;

/// base^n by repeated squaring; the squares are nodes like any other, so that x^2, x^3 and x^6 share them.
constexpr node_id written_out_power(graph& g, node_id base, std::intmax_t n) {
  if (n == 1) return base;
  if (n % 2 == 1) return g.apply(info_of<times>, written_out_power(g, base, n - 1), base);
  node_id const half = written_out_power(g, base, n / 2);
  return g.apply(info_of<times>, half, half);
}

/// What a power runs as: products, a square root and a reciprocal where the exponent is a known multiple of 1/2.
constexpr node_id reduced_power(graph& g, node_id base, node_id exponent) {
  if (g.is_constant(exponent)) {
    rational const n = g.constant_value(exponent);
    std::intmax_t const magnitude = n.numerator < 0 ? -n.numerator : n.numerator;
    if (n.denominator <= 2 && magnitude <= largest_written_out_power) {
      if (magnitude == 0) return g.constant(1);
      std::intmax_t const whole = magnitude / n.denominator;
      node_id result = whole > 0 ? written_out_power(g, base, whole) : no_node;
      if (n.denominator == 2) {
        node_id const root = g.apply(info_of<sqrt_op>, base);
        result = result == no_node ? root : g.apply(info_of<times>, result, root);
      }
      return n.numerator < 0 ? g.apply(info_of<divides>, g.constant(1), result) : result;
    }
  }
  return g.apply(info_of<power>, base, exponent);
}

/// What a strong product runs as: the second factor is not evaluated where the first is 0.
constexpr node_id reduced_strong_product(graph& g, node_id a, node_id b) {
  node_id const none = g.constant(0), operands[] = {g.apply(info_of<equals_op>, a, none), none, g.apply(info_of<times>, a, b)};
  return g.apply(info_of<select_op>, operands, 3);
}

/// Replaces, in what the outputs need, operations by cheaper ones of the same value.
constexpr void reduce_strength(graph& g, growable<node_id>& outputs) {
  growable<std::uint32_t> const uses = count_uses(g, outputs);
  std::size_t const size = uses.size();
  growable<node_id> replacement(size, no_node);
  for (std::size_t i = 0; i < size; ++i) {
    auto const id = static_cast<node_id>(i);
    if (!uses[i]) continue;
    bool changed = false;
    for (std::size_t k = 0; k < g.count(id); ++k) changed = changed || replacement[g.operand(id, k)] != g.operand(id, k);
    if (g.is(id, info_of<power>)) {
      replacement[i] = reduced_power(g, replacement[g.operand(id, 0)], replacement[g.operand(id, 1)]);
    } else if (g.is(id, info_of<strong_product>)) {
      replacement[i] = reduced_strong_product(g, replacement[g.operand(id, 0)], replacement[g.operand(id, 1)]);
    } else if (g.is(id, info_of<yielding_factor>) || g.is(id, info_of<dominating_factor>)) {
      replacement[i] = replacement[g.operand(id, 0)];
    } else if (g.is(id, info_of<negate>) && uses[g.operand(id, 0)] == 1 && is_multiple(g, g.operand(id, 0))) {
      // -(3 * u), where 3 * u is needed nowhere else: the sign becomes the number's, exactly.
      node_id const product = replacement[g.operand(id, 0)];
      rational const factor = g.constant_value(g.operand(product, 0));
      replacement[i] = g.apply(info_of<times>, g.constant(negated(factor)), g.operand(product, 1));
    } else if (!changed) {
      replacement[i] = id;
    } else if (g.count(id) == 2) {
      replacement[i] = g.apply(*g.operation(id), replacement[g.operand(id, 0)], replacement[g.operand(id, 1)]);
    } else {
      growable<node_id> operands;
      for (std::size_t k = 0; k < g.count(id); ++k) operands.push(replacement[g.operand(id, k)]);
      replacement[i] = g.apply_again(id, operands);
    }
  }
  for (node_id& output : outputs) output = replacement[output];
}

}  // namespace nabla::detail
