#pragma once

#include <nabla/graph/canonical.hpp>
#include <nabla/graph/packed_polynomial.hpp>

namespace nabla::detail {

/// A factor as the node that it was.
constexpr node_id as_node(graph& g, factor f) {
  return g.is_constant(f.exponent, 1) ? f.base : g.apply(info_of<power>, f.base, f.exponent);
}

/// A node with every function that is defined by a formula replaced by it.
constexpr node_id replaced_by_definitions(graph& g, node_id id) {
  for (bool again = true; again;) {
    again = false;
    growable<node_id> forms, operands;
    growable<std::uint32_t> const uses = count_uses(g, growable<node_id>(1, id));
    for (node_id i = 0; i <= id; ++i) {
      forms.push(i);
      if (!uses[i] || g.count(i) == 0) continue;
      operands.shrink(0);
      for (std::size_t k = 0; k < g.count(i); ++k) operands.push(forms[g.operand(i, k)]);
      if (g.operation(i)->has_definition) forms[i] = g.operation(i)->definition(g, operands.data(), operands.size());
      if (!g.operation(i)->has_definition || g.is(forms[i], *g.operation(i))) {
        forms[i] = g.apply_again(i, operands);  // more operands than definitions are asked for
      } else {
        again = true;
      }
    }
    id = forms[id];
  }
  return id;
}

/// Products and whole powers of sums written out: equal polynomials become one node. Every finite value is kept: where a product
/// of sums is finite, all their terms are. For proofs, functions that are defined by a formula are replaced by it first (xlogy by a
/// product and a logarithm): where those are not defined the domain shrinks, so that `unfolded` and what follows it is never
/// evaluated.
class expansion {
 public:
  constexpr expansion(graph& g, canonical_form& canonical) : g_(g), canonical_(canonical) {}

  /// A node with every function that is defined by a formula replaced by it, in canonical form.
  constexpr node_id unfolded(node_id id) { return canonical_(replaced_by_definitions(g_, id)); }

  /// Expanded form of a canonical node; where the graph would grow beyond the limit, the node as it is.
  constexpr node_id operator()(node_id id) {
    node_id const known = forms_.of(id);
    return known != no_node ? known : forms_.remember(g_, id, stops() ? id : form(id));
  }

  /// What a node must be multiplied by so that nothing divides in its terms: a product.
  constexpr node_id common_denominator(node_id id) {
    growable<factor> lowest;
    for (std::size_t i = 0; i < summand_count(g_, id); ++i) {
      for (std::size_t k = 0; k < factor_count(g_, summand_at(g_, id, i)); ++k) {
        factor const f = factor_at(g_, summand_at(g_, id, i), k);
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
    growable<node_id> factors;
    for (factor const& f : lowest) factors.push(canonical_.powered(f.base, negated(g_.constant_value(f.exponent))));
    return canonical_.product(factors);
  }

  /// The numerator over a common denominator, expanded; once for each nesting of quotients.
  constexpr node_id numerator(node_id id) {
    if (g_.is(id, info_of<select_op>)) {
      node_id const u = numerator(g_.operand(id, 1)), v = numerator(g_.operand(id, 2));
      return make_select(g_, g_.operand(id, 0), u, v);
    }
    growable<node_id> terms;
    node_id const by = common_denominator(id);
    for (std::size_t i = 0; i < summand_count(g_, id); ++i) terms.push((*this)(canonical_.product(summand_at(g_, id, i), by)));
    return canonical_.sum(terms);
  }

  static constexpr std::size_t largest_graph = 20000;

  /// Whether something was left as it is because the graph would have grown beyond the limit.
  constexpr bool reached_limit() const { return reached_limit_; }

 private:
  /// Whether to write out no more: numbers that did not fit 64 bits have made all of it worthless, or the graph has grown too large.
  constexpr bool stops() {
    if (g_.size() > largest_graph) reached_limit_ = true;
    return reached_limit_ || canonical_.overflowed();
  }

  constexpr node_id form(node_id id) {
    if (g_.count(id) == 0) return id;
    if (node_id const condition = deciding_condition(id); condition != no_node) return by_cases(id, condition);
    if (g_.is(id, info_of<plus>)) {
      growable<node_id> terms;
      for (std::size_t i = 0; i < g_.count(id); ++i) terms.push((*this)(g_.operand(id, i)));
      return canonical_.sum(terms);
    }
    if (g_.is(id, info_of<times>) || g_.is(id, info_of<power>)) return product(id);
    return canonical_(with_each_operand(g_, id, *this));
  }

  // A sum or product with choices in it becomes one choice: both cases are then compared as wholes.

  /// Whether a node divides by what a condition says is 0.
  constexpr bool is_undefined_where(node_id id, node_id condition) {
    if (!g_.is(condition, info_of<equals_op>) || !g_.is_constant(g_.operand(condition, 1), 0)) return false;
    factor const vanishing = as_factor(g_, g_.operand(condition, 0));
    if (!g_.is_constant(vanishing.exponent) || g_.constant_value(vanishing.exponent).numerator < 0) return false;
    for (std::size_t i = 0; i < summand_count(g_, id); ++i) {
      node_id const term = summand_at(g_, id, i);
      for (std::size_t k = 0; k < factor_count(g_, term); ++k) {
        factor const f = factor_at(g_, term, k);
        if (f.base == vanishing.base && g_.is_constant(f.exponent) && g_.constant_value(f.exponent).numerator < 0) return true;
      }
    }
    return false;
  }

  /// The condition of the first choice among the terms and factors of a sum or product, or no node.
  constexpr node_id deciding_condition(node_id id) const {
    if (!g_.is(id, info_of<plus>) && !g_.is(id, info_of<times>)) return no_node;
    for (std::size_t i = 0; i < g_.count(id); ++i) {
      node_id const part = g_.operand(id, i);
      if (g_.is(part, info_of<select_op>)) return first_literal(g_.operand(part, 0));
      if (node_id const inner = deciding_condition(part); inner != no_node) return inner;
    }
    return no_node;
  }

  constexpr bool is_junction(node_id condition) const { return g_.is(condition, info_of<and_op>) || g_.is(condition, info_of<or_op>); }

  constexpr node_id first_literal(node_id condition) const {
    while (is_junction(condition) || g_.is(condition, info_of<not_op>)) condition = g_.operand(condition, 0);
    return condition;
  }

  /// A condition where one of its parts is known.
  constexpr node_id known_in_case(node_id condition, node_id literal, std::size_t branch) {
    if (condition == literal) return g_.constant(branch == 1 ? 1 : 0);
    if (g_.is(condition, info_of<not_op>)) return make_not(g_, known_in_case(g_.operand(condition, 0), literal, branch));
    if (!is_junction(condition)) return condition;
    node_id const a = known_in_case(g_.operand(condition, 0), literal, branch), b = known_in_case(g_.operand(condition, 1), literal, branch);
    return make_junction(g_, *g_.operation(condition), a, b);
  }

  constexpr node_id by_cases(node_id id, node_id condition) {
    node_id const u = (*this)(in_case(id, condition, 1)), v = (*this)(in_case(id, condition, 2));
    // Of a case in which a difference is not defined nothing needs to be proved.
    return is_undefined_where(u, (*this)(condition)) ? v : make_select(g_, condition, u, v);
  }

  /// A sum or product where a condition holds (branch 1), or does not (branch 2).
  constexpr node_id in_case(node_id id, node_id condition, std::size_t branch) {
    if (g_.is(id, info_of<select_op>)) {
      node_id const known = known_in_case(g_.operand(id, 0), condition, branch);
      if (g_.is_constant(known)) return in_case(g_.operand(id, g_.is_constant(known, 0) ? 2 : 1), condition, branch);
      node_id const u = in_case(g_.operand(id, 1), condition, branch), v = in_case(g_.operand(id, 2), condition, branch);
      return make_select(g_, known, u, v);
    }
    if (!g_.is(id, info_of<plus>) && !g_.is(id, info_of<times>)) return id;
    growable<node_id> operands;
    for (std::size_t i = 0; i < g_.count(id); ++i) operands.push(in_case(g_.operand(id, i), condition, branch));
    return g_.is(id, info_of<plus>) ? canonical_.sum(operands) : canonical_.product(operands);
  }

  constexpr bool is_sum(factor f) const { return g_.is(f.base, info_of<plus>) && g_.is_constant(f.exponent); }
  constexpr bool is_whole_power_of_sum(factor f) const {
    if (!is_sum(f)) return false;
    rational const n = g_.constant_value(f.exponent);
    return is_integer(n) && n.numerator > 0;
  }

  /// Sum of the products of all terms of one expanded node with all of another.
  constexpr node_id distributed(node_id a, node_id b) {
    growable<node_id> terms;
    for (std::size_t i = 0; i < summand_count(g_, a); ++i) {
      if (stops()) return canonical_.product(a, b);
      for (std::size_t k = 0; k < summand_count(g_, b); ++k) {
        node_id const term = canonical_.product(summand_at(g_, a, i), summand_at(g_, b, k));
        terms.push(has_sum_to_write_out(term) ? (*this)(term) : term);
      }
    }
    return canonical_.sum(terms);
  }

  /// Whether a product of terms has made a sum a factor: sqrt(x + y) sqrt(x + y) is x + y.
  constexpr bool has_sum_to_write_out(node_id term) const {
    if (g_.is(term, info_of<power>)) return is_whole_power_of_sum({g_.operand(term, 0), g_.operand(term, 1)});
    if (!g_.is(term, info_of<times>)) return false;
    for (std::size_t k = 0; k < g_.count(term); ++k) {
      node_id const operand = g_.operand(term, k);
      if (g_.is(operand, info_of<plus>) || (g_.is(operand, info_of<power>) && has_sum_to_write_out(operand))) return true;
    }
    return false;
  }

  constexpr node_id product(node_id id) {
    std::size_t sums = 0, divisors = 0;
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      if (is_whole_power_of_sum(f)) {
        ++sums;
      } else if (is_sum(f)) {
        ++divisors;
      }
    }
    if (sums > 0 && divisors == 0) return polynomial(id);
    if (sums > 0) return distributed_first(id);
    return expanded_inside(id);
  }

  /// A product of sums none of which divides: sum by sum.
  constexpr node_id polynomial(node_id id) {
    growable<node_id> others;
    others.push(g_.constant(coefficient_of(g_, id)));
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      if (!is_whole_power_of_sum(f)) others.push(as_node(g_, f));
    }
    node_id result = (*this)(canonical_.product(others));
    growable<factor> sums;
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      if (is_whole_power_of_sum(f)) sums.push({(*this)(f.base), f.exponent});
    }
    if (node_id const packed = packed_product(id, result, sums); packed != no_node) return packed;
    for (factor const& sum : sums) {
      for (std::intmax_t n = g_.constant_value(sum.exponent).numerator; n > 0; --n) {
        if (stops()) return id;
        result = distributed(result, sum.base);
      }
    }
    return result;
  }

  /// The same by packed polynomials; no node where they cannot hold it.
  constexpr node_id packed_product(node_id id, node_id first, growable<factor> const& sums) {
    packing monomials;
    if (!monomials.take(g_, first, 1)) return no_node;
    for (factor const& sum : sums) {
      if (!monomials.take(g_, sum.base, g_.constant_value(sum.exponent).numerator)) return no_node;
    }
    if (monomials.is_too_large()) {
      reached_limit_ = true;
      return id;
    }
    packed_polynomial<rational_coefficients> products[2];
    std::size_t last = 0;
    monomials.pack(g_, first, products[last]);
    for (factor const& sum : sums) {
      packed_polynomial<rational_coefficients> by;
      monomials.pack(g_, sum.base, by);
      for (std::intmax_t n = g_.constant_value(sum.exponent).numerator; n > 0; --n) {
        products[1 - last].clear();
        products[1 - last].add_product(products[last], by);
        last = 1 - last;
        if (products[last].failed()) {
          reached_limit_ = true;
          return id;
        }
      }
    }
    packed_polynomial<rational_coefficients> const& result = products[last];
    growable<node_id> terms;
    for (std::size_t i = 0; i < result.size(); ++i) {
      growable<node_id> factors;
      factors.push(g_.constant(result.coefficient(i)));
      monomials.unpack(*result.key(i), [&](node_id base, std::intmax_t n) { factors.push(as_node(g_, {base, g_.constant(n)})); });
      terms.push(canonical_.product(factors));
    }
    return canonical_.sum(terms);
  }

  /// Where a sum divides too: over the first sum only, one term at a time, so that powers meet and cancel before inner sums are
  /// written out.
  constexpr node_id distributed_first(node_id id) {
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      if (!is_whole_power_of_sum(f)) continue;
      node_id const rest = canonical_.product(id, canonical_.powered(f.base, {-1, 1}));
      growable<node_id> terms;
      for (std::size_t k = 0; k < g_.count(f.base); ++k) {
        terms.push((*this)(canonical_.product(g_.operand(f.base, k), rest)));
      }
      return canonical_.sum(terms);
    }
    return id;
  }

  constexpr node_id expanded_inside(node_id id) {
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
  known_forms forms_;
  bool reached_limit_ = false;
};

}  // namespace nabla::detail
