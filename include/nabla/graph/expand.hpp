#pragma once

#include <nabla/graph/canonical.hpp>

namespace nabla::detail {

/// Products of sums written out, and xlogy as a product and a logarithm, for proofs: equal polynomials become one node. The
/// value is kept wherever all parts are defined; the domain may shrink, so this is never evaluated.
class expansion {
 public:
  constexpr expansion(graph& g, canonical_form& canonical) : g_(g), canonical_(canonical) {}

  /// Expanded form of a canonical node; where the graph would grow beyond the limit, the node as it is.
  constexpr node_id operator()(node_id id) {
    if (id < forms_.size() && forms_[id] != no_node) return forms_[id];
    node_id const result = g_.size() > largest_graph ? id : form(id);
    forms_.resize(g_.size(), no_node);
    forms_[id] = result;
    return result;
  }

  /// The numerator over a common denominator, expanded; once for each nesting of quotients.
  constexpr node_id numerator(node_id id) {
    std::size_t const summands = g_.is(id, info_of<plus>) ? g_.count(id) : 1;
    auto const summand = [&](std::size_t i) { return g_.is(id, info_of<plus>) ? g_.operand(id, i) : id; };
    growable<factor> lowest;
    for (std::size_t i = 0; i < summands; ++i) {
      for (std::size_t k = 0; k < factor_count(g_, summand(i)); ++k) {
        factor const f = factor_at(g_, summand(i), k);
        if (!g_.is_constant(f.exponent) || g_.constant_value(f.exponent).numerator >= 0) continue;
        bool found = false;
        for (factor& known : lowest) {
          if (known.base != f.base) continue;
          found = true;
          if (less(g_.constant_value(f.exponent), g_.constant_value(known.exponent))) known.exponent = f.exponent;
        }
        if (!found) lowest.push(f);
      }
    }
    growable<node_id> common, terms;
    for (factor const& f : lowest) common.push(canonical_.powered(f.base, negated(g_.constant_value(f.exponent))));
    node_id const by = canonical_.product(common);
    for (std::size_t i = 0; i < summands; ++i) terms.push((*this)(canonical_.product(summand(i), by)));
    return canonical_.sum(terms);
  }

  static constexpr std::size_t largest_graph = 20000;

 private:
  constexpr node_id form(node_id id) {
    if (g_.count(id) == 0) return id;
    if (g_.is(id, info_of<plus>)) {
      growable<node_id> terms;
      for (std::size_t i = 0; i < g_.count(id); ++i) terms.push((*this)(g_.operand(id, i)));
      return canonical_.sum(terms);
    }
    if (g_.is(id, info_of<times>) || g_.is(id, info_of<power>)) return product(id);
    growable<node_id> operands;
    for (std::size_t k = 0; k < g_.count(id); ++k) operands.push((*this)(g_.operand(id, k)));
    if (g_.is(id, info_of<xlogy_op>)) {
      node_id const logarithm = canonical_(g_.apply(info_of<log_op>, operands[1]));
      return (*this)(canonical_.product(operands[0], logarithm));
    }
    return canonical_(g_.apply_again(id, operands));
  }

  /// Distributes over the first factor that is a sum to a positive whole power; one term at a time, so that powers meet and
  /// cancel before inner sums are written out.
  constexpr node_id product(node_id id) {
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      if (!g_.is(f.base, info_of<plus>) || !g_.is_constant(f.exponent)) continue;
      rational const n = g_.constant_value(f.exponent);
      if (!is_integer(n) || n.numerator < 1) continue;
      node_id const rest = canonical_.product(id, canonical_.powered(f.base, {-1, 1}));
      growable<node_id> terms;
      for (std::size_t k = 0; k < g_.count(f.base); ++k) {
        terms.push((*this)(canonical_.product(g_.operand(f.base, k), rest)));
      }
      return canonical_.sum(terms);
    }
    growable<node_id> operands;
    bool changed = false;
    operands.push(g_.constant(coefficient_of(g_, id)));
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      node_id const base = (*this)(f.base), exponent = (*this)(f.exponent);
      changed = changed || base != f.base || exponent != f.exponent;
      operands.push(g_.is_constant(exponent) ? canonical_.powered(base, g_.constant_value(exponent))
                                             : g_.apply(info_of<power>, base, exponent));
    }
    return changed ? (*this)(canonical_.product(operands)) : id;
  }

  graph& g_;
  canonical_form& canonical_;
  growable<node_id> forms_;
};

}  // namespace nabla::detail
