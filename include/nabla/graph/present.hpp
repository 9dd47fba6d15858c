#pragma once

#include <nabla/graph/canonical.hpp>

namespace nabla::detail {

/// A canonical node as people write it, and as it evaluates well: binary operations, differences for negative terms, quotients
/// for negative powers, square roots for halves. Canonical form of the result is the node it came from.
class presentation {
 public:
  constexpr explicit presentation(graph& g) : g_(g) {}

  constexpr node_id operator()(node_id id) {
    forms_.resize(g_.size() > id ? g_.size() : id + 1, no_node);
    if (forms_[id] != no_node) return forms_[id];
    node_id const result = form(id);
    forms_.resize(g_.size(), no_node);
    forms_[id] = result;
    return result;
  }

 private:
  constexpr node_id form(node_id id) {
    if (g_.count(id) == 0) return id;
    if (g_.is(id, info_of<plus>)) return sum(id);
    if (g_.is(id, info_of<times>) || g_.is(id, info_of<power>)) return product(id);
    growable<node_id> operands;
    for (std::size_t k = 0; k < g_.count(id); ++k) operands.push((*this)(g_.operand(id, k)));
    return g_.apply_again(id, operands);
  }

  constexpr node_id sum(node_id id) {
    node_id result = no_node;
    for (std::size_t i = 0; i < g_.count(id); ++i) {
      node_id const summand = g_.operand(id, i);
      rational const coefficient = coefficient_of(g_, summand);
      if (result == no_node) {
        result = (*this)(summand);
      } else if (coefficient.numerator < 0) {
        result = g_.apply(info_of<minus>, result, magnitude(summand, negated(coefficient)));
      } else {
        result = g_.apply(info_of<plus>, result, (*this)(summand));
      }
    }
    return result;
  }

  /// A term without its sign.
  constexpr node_id magnitude(node_id id, rational coefficient) {
    if (g_.is_constant(id)) return g_.constant(coefficient);
    return product(id, coefficient);
  }

  constexpr node_id product(node_id id) {
    rational const coefficient = coefficient_of(g_, id);
    if (is_integer(coefficient, -1)) return g_.apply(info_of<negate>, product(id, {1, 1}));
    return product(id, coefficient);
  }

  /// coefficient * (the factors of a term); the factors with negative powers, and then the coefficient's denominator, divide.
  constexpr node_id product(node_id id, rational coefficient) {
    node_id numerator = no_node, denominator = no_node;
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      bool const divides = g_.is_constant(f.exponent) && g_.constant_value(f.exponent).numerator < 0;
      node_id& side = divides ? denominator : numerator;
      node_id const item = raised(f, divides);
      side = side == no_node ? item : g_.apply(info_of<times>, side, item);
    }
    if (denominator == no_node) return multiplied_by(coefficient, numerator);
    if (coefficient.denominator != 1) {
      denominator = multiplied_by({coefficient.denominator, 1}, denominator);
      coefficient.denominator = 1;
    }
    numerator = numerator == no_node ? g_.constant(coefficient) : multiplied_by(coefficient, numerator);
    return g_.apply(info_of<nabla::divides>, numerator, denominator);
  }

  /// coefficient * node, with the number as the first factor of a product that is written from left to right.
  constexpr node_id multiplied_by(rational coefficient, node_id id) {
    if (is_integer(coefficient, 1)) return id;
    if (g_.is(id, info_of<times>)) {
      return g_.apply(info_of<times>, multiplied_by(coefficient, g_.operand(id, 0)), g_.operand(id, 1));
    }
    return g_.apply(info_of<times>, g_.constant(coefficient), id);
  }

  constexpr node_id raised(factor f, bool inverted) {
    node_id const base = (*this)(f.base);
    if (!g_.is_constant(f.exponent)) return g_.apply(info_of<power>, base, (*this)(f.exponent));
    rational const exponent = inverted ? negated(g_.constant_value(f.exponent)) : g_.constant_value(f.exponent);
    if (is_integer(exponent, 1)) return base;
    if (exponent == rational{1, 2}) return g_.apply(info_of<sqrt_op>, base);
    return g_.apply(info_of<power>, base, g_.constant(exponent));
  }

  graph& g_;
  growable<node_id> forms_;
};

}  // namespace nabla::detail
