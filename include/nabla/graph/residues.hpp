#pragma once

#include <nabla/graph/identities.hpp>
#include <nabla/graph/modular.hpp>
#include <nabla/rules/exponential.hpp>

namespace nabla::detail {

/// The values of nodes modulo the prime 2^61 - 1, at one point that is drawn at random: functions that differ have the same value there with a probability of
/// about their degree in 2^61. What is no arithmetic has a value drawn by its operation and the values of its operands, so that nothing is concluded
/// from what it is. A variable is a square, so that its root is a value too.
///
/// @source  J. T. Schwartz, Fast probabilistic algorithms for verification of polynomial identities, J. ACM 27 (1980); R. Zippel (1979)
class residues {
 public:
  using residue = modular::value;
  static constexpr residue prime = (residue{1} << 61) - 1;
  static constexpr modular field{prime};

  struct logarithm {
    residue value, operand;
  };

  constexpr residue operator()(graph const& g, node_id id) {
    pending_.push(id);
    while (pending_.size() > 0) {
      node_id const next = pending_.back();
      std::size_t const waiting = pending_.size();
      if (is_known(next) || !push_unknown_operands(g, next)) {
        pending_.shrink(waiting - 1);
        if (!is_known(next)) set(next, of(g, next));
      }
    }
    return values_[id];
  }

  /// The logarithms that values were asked of.
  growable<logarithm> logarithms;

 private:
  static constexpr residue unknown = prime;

  constexpr bool is_known(node_id id) const { return id < values_.size() && values_[id] != unknown; }
  constexpr void set(node_id id, residue value) {
    while (values_.size() <= id) values_.push(unknown);
    values_[id] = value;
  }
  constexpr bool push_unknown_operands(graph const& g, node_id id) {
    std::size_t const before = pending_.size();
    for (std::size_t k = 0; k < g.count(id); ++k) {
      if (!is_known(g.operand(id, k))) pending_.push(g.operand(id, k));
    }
    return pending_.size() != before;
  }

  static constexpr residue drawn(std::uint64_t seed) {
    std::uint64_t word = seed + 0x9E3779B97F4A7C15u;  // SplitMix64's finisher
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9u;
    word = (word ^ word >> 27) * 0x94D049BB133111EBu;
    return (word ^ word >> 31) % prime;
  }

  static constexpr bool is_free_under_root(graph const& g, node_id id) {
    if (g.is_variable(id)) return true;
    return g.is_constant(id) && (g.constant_value(id) == rational{2, 1} || g.constant_value(id) == rational{1, 2});
  }

  constexpr residue of(graph const& g, node_id id) {
    std::uint64_t const kind = g.kind(id);
    if (g.is_constant(id)) {
      rational const known = g.constant_value(id);
      residue const numerator = field.of_integer(known.numerator);
      return known.denominator == 1 ? numerator : field.product(numerator, field.inverse(field.of_integer(known.denominator)));
    }
    if (g.is_variable(id)) return field.powered(drawn(g.variable(id).hash), 2);
    if (g.is_number(id)) return drawn(hash_join(kind, id));
    residue const a = g.count(id) > 0 ? values_[g.operand(id, 0)] : 0, b = g.count(id) > 1 ? values_[g.operand(id, 1)] : 0;
    switch (kind) {
      case kind_of_operation<plus>: return field.sum(a, b);
      case kind_of_operation<minus>: return field.sum(a, field.negated(b));
      case kind_of_operation<negate>: return field.negated(a);
      case kind_of_operation<times>:
      case kind_of_operation<strong_product>: return field.product(a, b);
      case kind_of_operation<divides>: return field.product(a, field.inverse(b));
      case kind_of_operation<yielding_factor>:
      case kind_of_operation<dominating_factor>: return a;
      case kind_of_operation<sqrt_op>:
        // Of a variable, of 2 and of 1/2 one of the two roots, whichever: what holds for it holds for the other. Of what is no variable that would be
        // wrong: of x^2 the root is x or -x.
        if (is_free_under_root(g, g.operand(id, 0))) return field.powered(a, residue{1} << 59);
        break;
      case kind_of_operation<power>:
        if (g.is_constant(g.operand(id, 1))) {
          rational const n = g.constant_value(g.operand(id, 1));
          if (n.denominator == 1 && n.numerator < 0) return field.inverse(field.powered(a, 0 - static_cast<std::uint64_t>(n.numerator)));
          if (n.denominator == 1) return field.powered(a, static_cast<std::uint64_t>(n.numerator));
        }
        break;
      default: break;
    }
    std::uint64_t hash = kind;
    for (std::size_t k = 0; k < g.count(id); ++k) hash = hash_join(hash, values_[g.operand(id, k)]);
    if (kind == kind_of_operation<log_op>) logarithms.push({drawn(hash), a});
    return drawn(hash);
  }

  growable<residue> values_;
  growable<node_id> pending_;
};

}  // namespace nabla::detail
