#pragma once

#include <nabla/graph/identities.hpp>

namespace nabla::detail {

/// Nodes as they are written, but for the order and grouping of terms and factors: opposite terms cancel, factors 1 go. What can be
/// said of formulas whose numbers do not fit 64 bits when they are collected; numbers are not computed with.
class ordered_form {
 public:
  constexpr explicit ordered_form(graph& g) : g_(g) {}

  constexpr node_id operator()(node_id id) {
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, id));
    growable<node_id> forms;
    for (node_id i = 0; i <= id; ++i) forms.push(uses[i] && g_.count(i) != 0 ? form(i, forms) : i);
    return forms[id];
  }

 private:
  constexpr node_id form(node_id id, growable<node_id> const& forms) {
    auto const operand = [&](std::size_t k) { return forms[g_.operand(id, k)]; };
    if (g_.is(id, info_of<plus>) || g_.is(id, info_of<minus>) || g_.is(id, info_of<negate>)) {
      growable<node_id> terms, opposite;
      add(terms, opposite, operand(0), g_.is(id, info_of<negate>));
      if (g_.count(id) == 2) add(terms, opposite, operand(1), g_.is(id, info_of<minus>));
      return sum(terms, opposite);
    }
    if (g_.is(id, info_of<times>)) {
      growable<node_id> factors;
      for (std::size_t k = 0; k < g_.count(id); ++k) multiply(factors, operand(k));
      return joined(info_of<times>, factors, 1);
    }
    bool const has_no_effect = g_.is(id, info_of<divides>) || g_.is(id, info_of<power>);
    if (has_no_effect && g_.is_constant(operand(1), 1)) return operand(0);
    growable<node_id> operands;
    for (std::size_t k = 0; k < g_.count(id); ++k) operands.push(operand(k));
    return g_.apply_again(id, operands);
  }

  constexpr void add(growable<node_id>& terms, growable<node_id>& opposite, node_id id, bool negative) const {
    if (g_.is(id, info_of<negate>)) return add(terms, opposite, g_.operand(id, 0), !negative);
    if (!g_.is(id, info_of<plus>)) return (negative ? opposite : terms).push(id);
    for (std::size_t k = 0; k < g_.count(id); ++k) add(terms, opposite, g_.operand(id, k), negative);
  }
  constexpr void multiply(growable<node_id>& factors, node_id id) const {
    if (!g_.is(id, info_of<times>)) return factors.push(id);
    for (std::size_t k = 0; k < g_.count(id); ++k) multiply(factors, g_.operand(id, k));
  }

  constexpr node_id sum(growable<node_id>& terms, growable<node_id>& opposite) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      for (std::size_t k = 0; k < opposite.size(); ++k) {
        if (terms[i] != opposite[k]) continue;
        terms[i] = opposite[k] = g_.constant(0);
      }
    }
    for (node_id term : opposite) {
      if (!g_.is_constant(term, 0)) terms.push(g_.apply(info_of<negate>, term));
    }
    return joined(info_of<plus>, terms, 0);
  }

  /// All parts in one order, without those that are neutral. Equal nodes of one graph have one number.
  constexpr node_id joined(operation_info const& operation, growable<node_id> const& parts, std::intmax_t neutral) {
    growable<node_id> kept;
    for (node_id part : parts) {
      if (!g_.is_constant(part, neutral)) kept.push(part);
    }
    if (kept.size() == 0) return g_.constant(neutral);
    if (kept.size() == 1) return kept[0];
    sort(kept, [](node_id a, node_id b) { return a < b; });
    return g_.apply(operation, kept.data(), kept.size());
  }

  graph& g_;
};

}  // namespace nabla::detail
