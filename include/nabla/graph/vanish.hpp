#pragma once

#include <nabla/graph/residues.hpp>

namespace nabla::detail {

/// Whether a sum of two terms with exponentials is 0 wherever it is defined, as S n(d1) - K exp(-rT) n(d2) is in the derivatives of the formula of Black and
/// Scholes, n being the normal density. Asked of two adjoints that meet.
///
/// Each term is exp(u) f. With u1 - u2 = n1 log(q1) + n2 log(q2) + ..., the n being 0, 1 or -1 and the q what the exponents have logarithms of, the first is
/// exp(u2) q1^n1 q2^n2 ... f1, and no exponential is left in the question, which is then answered by residues.
class vanishing_sums {
 public:
  constexpr bool operator()(graph& g, node_id a, node_id b) {
    if (g.size() > largest_graph || !has_exponential(g, a) || !has_exponential(g, b)) return false;
    term const left = split(g, a), right = split(g, b);
    return agree(field.sum(left.exponent, field.negated(right.exponent)), left.factor, field.negated(right.factor), 0);
  }

 private:
  using residue = residues::residue;
  static constexpr modular const& field = residues::field;
  static constexpr std::size_t largest_graph = 2048, most_factors = 32, most_logarithms = 4;

  struct term {
    residue exponent = 0, factor = 1;
  };

  template <class Do>
  static constexpr bool for_each_factor(graph const& g, node_id id, Do use) {
    bool const is_product = (g.traits(id) & (node_traits::is_product | node_traits::is_strong)) != 0;
    if (!is_product && !(g.traits(id) & (node_traits::is_negate | node_traits::is_mark | node_traits::is_divides))) return false;
    use(g.operand(id, 0));
    if (is_product) use(g.operand(id, 1));
    return true;
  }

  /// Whether a factor of a product is an exponential.
  static constexpr bool has_exponential(graph const& g, node_id id) {
    growable<node_id> pending(1, id);
    for (std::size_t k = 0; k < pending.size() && k < most_factors; ++k) {
      if (g.traits(pending[k]) & node_traits::is_exponential) return true;
      for_each_factor(g, pending[k], [&](node_id factor) { pending.push(factor); });
    }
    return false;
  }
  /// A product as exp(exponent) factor.
  constexpr term split(graph& g, node_id id) {
    term result;
    growable<node_id> pending(1, id);
    for (std::size_t k = 0; k < pending.size(); ++k) {
      node_id factor = pending[k];
      if (g.is(factor, info_of<exp_op>)) {
        result.exponent = field.sum(result.exponent, value_(g, g.operand(factor, 0)));
        continue;
      }
      if (g.traits(factor) & node_traits::is_exponential) {  // by its definition
        growable<node_id> const operand(1, g.operand(factor, 0));
        pending.push(g.operation(factor)->definition(g, operand.data(), 1));
        continue;
      }
      if (k >= most_factors || !for_each_factor(g, factor, [&](node_id part) { pending.push(part); })) {
        result.factor = field.product(result.factor, value_(g, factor));
      } else if (g.traits(factor) & node_traits::is_negate) {
        result.factor = field.negated(result.factor);
      } else if (g.traits(factor) & node_traits::is_divides) {
        result.factor = field.product(result.factor, field.inverse(value_(g, g.operand(factor, 1))));
      }
    }
    return result;
  }

  /// Whether exp(exponent) a is b, by the logarithms from number `first` on.
  constexpr bool agree(residue exponent, residue a, residue b, std::size_t first) const {
    if (exponent == 0 && a == b) return true;
    if (first >= value_.logarithms.size() || first >= most_logarithms) return false;
    residues::logarithm const& known = value_.logarithms[first];
    return agree(exponent, a, b, first + 1) || agree(field.sum(exponent, field.negated(known.value)), field.product(a, known.operand), b, first + 1) ||
           agree(field.sum(exponent, known.value), a, field.product(b, known.operand), first + 1);
  }

  residues value_;
};

}  // namespace nabla::detail
