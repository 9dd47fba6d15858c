#pragma once

#include <nabla/graph/canonical.hpp>

namespace nabla::detail {

/// Sums in which products of sums have met other terms, as the chain rule leaves them: sum factors are written out where there are then fewer terms than
/// before, and take in terms that have the other factors and are like one of theirs. exp(x) (sin(x) + cos(x)) + exp(x) (cos(x) - sin(x)) is
/// 2 exp(x) cos(x), and exp(x) (x - 1) - exp(x) is exp(x) (x - 2).
class collected_sums {
 public:
  constexpr collected_sums(graph& g, canonical_form& canonical) : g_(g), canonical_(canonical) {}

  /// Of a canonical node, in canonical form.
  constexpr node_id operator()(node_id id) {
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, id));
    growable<node_id> forms;
    for (node_id i = 0; i <= id; ++i) {
      forms.push(i);
      if (!uses[i]) continue;
      if (node_id const changed = with_operands(g_, i, forms.data()); changed != i) forms[i] = canonical_(changed);
      int rounds = most_rounds;
      for (node_id before = no_node; before != forms[i] && rounds > 0; --rounds) before = forms[i], forms[i] = with_fewer_sums(before);
    }
    return forms[id];
  }

 private:
  /// What is longer is no sum that people would collect, and each attempt costs as much as the sum is long.
  static constexpr std::size_t most_terms = 16;
  static constexpr int most_rounds = 8;

  /// The only sum among the factors of a term; of products of several sums there would be more terms.
  constexpr node_id only_sum_factor(node_id term) const {
    node_id found = no_node;
    for (std::size_t k = 0; k < factor_count(g_, term); ++k) {
      factor const f = factor_at(g_, term, k);
      if (!g_.is(f.base, info_of<plus>) || !g_.is_constant(f.exponent, 1)) continue;
      if (found != no_node) return no_node;
      found = f.base;
    }
    return found;
  }

  /// A sum with the first sum factor taking in another term, or written out, that so makes fewer terms; the node itself where there is none.
  constexpr node_id with_fewer_sums(node_id id) {
    if (!g_.is(id, info_of<plus>) || g_.count(id) > most_terms) return id;
    for (std::size_t i = 0; i < g_.count(id); ++i) {
      node_id const term = g_.operand(id, i), sum = only_sum_factor(term);
      if (sum == no_node) continue;
      node_id const rest = canonical_.product(term, canonical_.powered(sum, {-1, 1}));
      growable<node_id> terms;
      if (node_id const taken = taken_in(id, i, sum, canonical_.powered(rest, {-1, 1}), terms); taken != no_node) {
        terms.push(canonical_.product(rest, taken));
        return canonical_.sum(terms);
      }
      // Each term of it must meet another.
      if (g_.count(sum) >= g_.count(id)) continue;
      terms.shrink(0);
      for (std::size_t j = 0; j < g_.count(id); ++j) {
        if (j != i) terms.push(g_.operand(id, j));
      }
      for (std::size_t j = 0; j < g_.count(sum); ++j) terms.push(canonical_.product(rest, g_.operand(sum, j)));
      node_id const written_out = canonical_.sum(terms);
      if (summand_count(g_, written_out) < g_.count(id)) return written_out;
    }
    return id;
  }

  /// The sum factor of a term with another term over its other factors taken in, and the terms that are left; no node where none is like one of its own.
  constexpr node_id taken_in(node_id id, std::size_t i, node_id sum, node_id reciprocal, growable<node_id>& left) {
    node_id taken = no_node;
    for (std::size_t j = 0; j < g_.count(id); ++j) {
      if (j == i) continue;
      if (node_id const term = g_.operand(id, j); taken == no_node && only_sum_factor(term) == no_node) {
        growable<node_id> parts(1, sum);
        parts.push(canonical_.product(term, reciprocal));
        node_id const joined = canonical_.sum(parts);
        if (summand_count(g_, joined) <= g_.count(sum)) {
          taken = joined;
          continue;
        }
      }
      left.push(g_.operand(id, j));
    }
    return taken;
  }

  graph& g_;
  canonical_form& canonical_;
};

}  // namespace nabla::detail
