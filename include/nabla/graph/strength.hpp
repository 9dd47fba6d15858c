#pragma once

#include <nabla/graph/numbers.hpp>
#include <nabla/graph/products.hpp>
#include <nabla/rules/sum.hpp>

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

/// Strands in which a sum of any order is added up: an addition waits for four others, of which two go at a time.
inline constexpr std::size_t strands_of_sum = 4;

/// From so many terms on a sum of any order stays one: it goes through its terms as they come, and a loop that computes them adds them
/// up beside each other.
inline constexpr std::size_t long_sum = 32;

constexpr node_id reduced_sum(graph& g, growable<node_id> const& terms) {
  if (terms.size() >= long_sum) {
    node_id sum = terms[0];
    for (std::size_t k = 1; k < terms.size(); ++k) sum = g.apply(info_of<sum_op>, sum, terms[k]);
    return sum;
  }
  std::size_t const strands = terms.size() < 2 * strands_of_sum ? (terms.size() + 1) / 2 : strands_of_sum;
  growable<node_id> sums;
  for (std::size_t k = 0; k < terms.size(); ++k) {
    if (k < strands) {
      sums.push(terms[k]);
    } else {
      sums[k % strands] = g.apply(info_of<plus>, sums[k % strands], terms[k]);
    }
  }
  for (std::size_t left = strands; left > 1; left = (left + 1) / 2) {
    for (std::size_t k = 0; k < left / 2; ++k) sums[k] = g.apply(info_of<plus>, sums[k], sums[(left + 1) / 2 + k]);
  }
  return sums[0];
}

/// How often each node is the denominator of derivative code; nothing where there are no quotients.
constexpr growable<std::uint32_t> count_quotients(graph const& g, growable<std::uint32_t> const& uses) {
  if (!g.has_any(node_traits::is_divides)) return {};
  growable<std::uint32_t> quotients(uses.size(), 0);
  for (node_id id = 0; id < uses.size(); ++id) {
    if (uses[id] && g.kind(id) == kind_of_operation<divides> && !g.is_primal(id)) ++quotients[g.operand(id, 1)];
  }
  return quotients;
}

/// c ((d u) v) in derivative code, where d u and its product are needed nowhere else, is (c d) (u v): c a number, or known otherwise as 1/sqrt(pi).
/// No node where it is not so.
constexpr node_id joined_numbers(graph& g, node_id id, growable<std::uint32_t> const& uses, node_id const* replaced) {
  if (g.is_primal(id)) return no_node;
  node_id const outer = g.operand(id, 0), product = g.operand(id, 1);
  if (!g.is_fixed(outer) || g.kind(product) != kind_of_operation<times> || g.is_primal(product) || uses[product] != 1) return no_node;
  for (std::size_t k = 0; k < 2; ++k) {
    node_id const inner = g.operand(product, k);
    if (!is_multiple(g, inner) || g.is_primal(inner) || uses[inner] != 1) continue;
    node_id const rest = g.apply(info_of<times>, replaced[g.operand(inner, 1)], replaced[g.operand(product, 1 - k)]);
    if (!g.is_constant(outer)) return g.apply(info_of<times>, g.apply(info_of<times>, g.operand(inner, 0), replaced[outer]), rest);
    exact const number = multiplied(g.constant_value(outer), g.constant_value(g.operand(inner, 0)));
    if (number.known) return make_scaled(g, number.value, rest);
  }
  return no_node;
}

/// What a node runs as, its operands being replaced.
constexpr node_id reduced(graph& g, node_id id, growable<std::uint32_t> const& uses, growable<std::uint32_t> const& quotients,
                          node_id const* replaced) {
  switch (g.kind(id)) {
    case kind_of_operation<power>: return reduced_power(g, replaced[g.operand(id, 0)], replaced[g.operand(id, 1)]);
    case kind_of_operation<strong_product>: return reduced_strong_product(g, replaced[g.operand(id, 0)], replaced[g.operand(id, 1)]);
    case kind_of_operation<yielding_factor>:
    case kind_of_operation<dominating_factor>: return replaced[g.operand(id, 0)];
    case kind_of_operation<sum_op>: {
      growable<node_id> terms;
      for (std::size_t k = 0; k < g.count(id); ++k) terms.push(replaced[g.operand(id, k)]);
      return reduced_sum(g, terms);
    }
    case kind_of_operation<times>:
      if (node_id const joined = joined_numbers(g, id, uses, replaced); joined != no_node) return joined;
      break;
    case kind_of_operation<negate>:
      if (uses[g.operand(id, 0)] == 1 && is_multiple(g, g.operand(id, 0)) && is_multiple(g, replaced[g.operand(id, 0)])) {
        // -(3 * u), where 3 * u is needed nowhere else: the sign becomes the number's, exactly.
        node_id const product = replaced[g.operand(id, 0)];
        rational const factor = g.constant_value(g.operand(product, 0));
        return g.apply(info_of<times>, g.constant(negated(factor)), g.operand(product, 1));
      }
      break;
    case kind_of_operation<divides>:
      if (!g.is_primal(id) && quotients[g.operand(id, 1)] > 1) {
        node_id const reciprocal = g.apply(info_of<divides>, g.one(), replaced[g.operand(id, 1)]);
        if (g.is_constant(g.operand(id, 0), 1)) return reciprocal;
        return g.apply(info_of<times>, replaced[g.operand(id, 0)], reciprocal);
      }
      break;
    default: break;
  }
  return with_operands(g, id, replaced);
}

/// Says of all nodes that are new behind which old one they run: the one that they replace, or their last operand. A partial sum runs as soon as its
/// last term is there.
constexpr void place_new_nodes(graph& g, std::size_t old, node_id replaced) {
  node_id const* const operands = g.all_operands();
  bool const is_sum = g.kind(replaced) == kind_of_operation<sum_op>;
  while (old + g.behind.size() < g.size()) {
    node const& made = g.nodes()[old + g.behind.size()];
    node_id last = is_sum ? 0 : replaced;
    for (std::size_t k = 0; k < made.count; ++k) {
      node_id const operand = operands[made.first + k], place = operand < old ? operand : g.behind[operand - old];
      if (place > last) last = place;
    }
    g.behind.push(last);
  }
}

/// Replaces, in what the outputs need, operations by cheaper ones of the same value; in derivative code quotients by one
/// denominator share its reciprocal (within 1 ulp of the quotient).
constexpr void reduce_strength(graph& g, growable<node_id>& outputs) {
  if (g.has_any(node_traits::has_fixed_factor) && derivatives_call_functions(g)) gathered_numbers(g, outputs);
  if (g.size() <= shared_products::largest_graph) shared_products(g, outputs);
  growable<std::uint32_t> const uses = count_uses(g, outputs);
  std::size_t const size = uses.size();
  growable<std::uint32_t> const quotients = count_quotients(g, uses);
  growable<node_id> replacement(size, no_node);
  node_id* const replaced = replacement.data();
  std::uint32_t const* const counts = uses.data();
  bool changes = false;  // before the first change operands are what they were
  std::size_t const old = g.size();
  for (node_id id = 0; id < size; ++id) {
    if (counts[id] == 0) continue;
    node const& written = g.nodes()[id];
    std::uint64_t const kind = written.kind;
    bool const is_kept = written.count == 0 || kind == kind_of_operation<plus> || kind == kind_of_operation<minus> ||
                         (kind == kind_of_operation<times> && !(written.traits & (node_traits::is_multiple | node_traits::has_fixed_factor)));
    node_id const form = is_kept ? (changes && written.count > 0 ? with_operands(g, id, replaced) : id)
                                 : reduced(g, id, uses, quotients, replaced);
    replaced[id] = form;
    if (form != id) changes = true;
    if (changes) place_new_nodes(g, old, id);
  }
  for (node_id& output : outputs) output = replacement[output];
}

}  // namespace nabla::detail
