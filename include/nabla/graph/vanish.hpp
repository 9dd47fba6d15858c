#pragma once

#include <nabla/graph/identities.hpp>
#include <nabla/math/wide.hpp>
#include <nabla/rules/exponential.hpp>

namespace nabla::detail {

/// Whether a sum of two terms with exponentials is 0 wherever it is defined, as S n(d1) - K exp(-rT) n(d2) is in the derivatives of the formula of Black and
/// Scholes, n being the normal density. Asked of two adjoints that meet.
///
/// Each term is exp(u) f. With u1 - u2 = n1 log(q1) + n2 log(q2) + ..., the n being 0, 1 or -1 and the q what the graph has logarithms of, the first is
/// exp(u2) q1^n1 q2^n2 ... f1, and no exponential is left in the question. It is answered by the values of all nodes modulo the prime 2^61 - 1 at one point
/// that is drawn at random: functions that differ have the same value there with a probability of about their degree in 2^61. What is no arithmetic
/// has a value drawn by its operation and the values of its operands, so that nothing is concluded from what it is. A variable is a square, for it to have a root.
///
/// @source  J. T. Schwartz, Fast probabilistic algorithms for verification of polynomial identities, J. ACM 27 (1980); R. Zippel (1979)
class vanishing_sums {
 public:
  constexpr bool operator()(graph& g, node_id a, node_id b) {
    if (g.size() > largest_graph || !has_exponential(g, a) || !has_exponential(g, b)) return false;
    term const left = split(g, a), right = split(g, b);
    return agree(sum(left.exponent, prime - right.exponent), left.factor, prime - right.factor, 0);
  }

 private:
  using residue = std::uint64_t;
  static constexpr residue prime = (residue{1} << 61) - 1;
  static constexpr std::size_t largest_graph = 2048, most_factors = 32, most_logarithms = 4;

  struct term {
    residue exponent = 0, factor = 1;
  };
  struct logarithm {
    residue value, operand;
  };

  static constexpr residue sum(residue a, residue b) { return a + b >= prime ? a + b - prime : a + b; }
  static constexpr residue product(residue a, residue b) {
    math::kernel::uint128 const whole = math::kernel::uint128{a} * b;
    return sum(static_cast<residue>(whole & prime), static_cast<residue>(whole >> 61));
  }
  static constexpr residue powered(residue a, std::uint64_t n) {
    residue result = 1;
    for (; n != 0; n >>= 1, a = product(a, a)) {
      if (n & 1) result = product(result, a);
    }
    return result;
  }
  static constexpr residue inverse(residue a) { return powered(a, prime - 2); }
  static constexpr residue of_integer(std::intmax_t n) {
    residue const magnitude = (n < 0 ? 0 - static_cast<residue>(n) : static_cast<residue>(n)) % prime;
    return n < 0 && magnitude != 0 ? prime - magnitude : magnitude;
  }
  static constexpr residue drawn(std::uint64_t seed) {
    std::uint64_t word = seed + 0x9E3779B97F4A7C15u;  // SplitMix64's finisher
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9u;
    word = (word ^ word >> 27) * 0x94D049BB133111EBu;
    return (word ^ word >> 31) % prime;
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
  template <class Do>
  static constexpr bool for_each_factor(graph const& g, node_id id, Do use) {
    bool const is_product = (g.traits(id) & (node_traits::is_product | node_traits::is_strong)) != 0;
    if (!is_product && !(g.traits(id) & (node_traits::is_negate | node_traits::is_mark | node_traits::is_divides))) return false;
    use(g.operand(id, 0));
    if (is_product) use(g.operand(id, 1));
    return true;
  }

  /// A product as exp(exponent) factor.
  constexpr term split(graph& g, node_id id) {
    term result;
    growable<node_id> pending(1, id);
    for (std::size_t k = 0; k < pending.size(); ++k) {
      node_id factor = pending[k];
      if (g.is(factor, info_of<exp_op>)) {
        result.exponent = sum(result.exponent, value(g, g.operand(factor, 0)));
        continue;
      }
      if (g.traits(factor) & node_traits::is_exponential) {  // by its definition
        growable<node_id> const operand(1, g.operand(factor, 0));
        pending.push(g.operation(factor)->definition(g, operand.data(), 1));
        continue;
      }
      if (k >= most_factors || !for_each_factor(g, factor, [&](node_id part) { pending.push(part); })) {
        result.factor = product(result.factor, value(g, factor));
      } else if (g.traits(factor) & node_traits::is_negate) {
        result.factor = product(result.factor, prime - 1);
      } else if (g.traits(factor) & node_traits::is_divides) {
        result.factor = product(result.factor, inverse(value(g, g.operand(factor, 1))));
      }
    }
    return result;
  }

  /// Whether exp(exponent) a is b, by the logarithms from number `first` on.
  constexpr bool agree(residue exponent, residue a, residue b, std::size_t first) const {
    if (exponent == 0 && a == b) return true;
    if (first >= logarithms_.size() || first >= most_logarithms) return false;
    logarithm const& known = logarithms_[first];
    return agree(exponent, a, b, first + 1) || agree(sum(exponent, prime - known.value), product(a, known.operand), b, first + 1) ||
           agree(sum(exponent, known.value), a, product(b, known.operand), first + 1);
  }

  constexpr residue value(graph const& g, node_id id) {
    while (values_.size() <= id) values_.push(next_value(g, static_cast<node_id>(values_.size())));
    return values_[id];
  }

  constexpr residue next_value(graph const& g, node_id id) {
    std::uint64_t const kind = g.kind(id);
    if (g.is_constant(id)) {
      rational const known = g.constant_value(id);
      residue const numerator = of_integer(known.numerator);
      return known.denominator == 1 ? numerator : product(numerator, inverse(of_integer(known.denominator)));
    }
    if (g.is_variable(id)) return powered(drawn(g.variable(id).hash), 2);
    if (g.is_number(id)) return drawn(hash_join(kind, id));
    residue const a = g.count(id) > 0 ? values_[g.operand(id, 0)] : 0, b = g.count(id) > 1 ? values_[g.operand(id, 1)] : 0;
    switch (kind) {
      case kind_of_operation<plus>: return sum(a, b);
      case kind_of_operation<minus>: return sum(a, prime - b);
      case kind_of_operation<negate>: return sum(0, prime - a);
      case kind_of_operation<times>:
      case kind_of_operation<strong_product>: return product(a, b);
      case kind_of_operation<divides>: return product(a, inverse(b));
      case kind_of_operation<yielding_factor>:
      case kind_of_operation<dominating_factor>: return a;
      case kind_of_operation<sqrt_op>:
        // One of the two roots, the same one wherever this is asked; of a number that has none, any.
        if (residue const root = powered(a, residue{1} << 59); product(root, root) == a) return root;
        break;
      case kind_of_operation<power>:
        if (g.is_constant(g.operand(id, 1))) {
          if (rational const n = g.constant_value(g.operand(id, 1)); n.denominator == 1) {
            return n.numerator < 0 ? inverse(powered(a, 0 - static_cast<std::uint64_t>(n.numerator))) : powered(a, static_cast<std::uint64_t>(n.numerator));
          }
        }
        break;
      default: break;
    }
    std::uint64_t hash = kind;
    for (std::size_t k = 0; k < g.count(id); ++k) hash = hash_join(hash, values_[g.operand(id, k)]);
    if (kind == kind_of_operation<log_op>) logarithms_.push({drawn(hash), a});
    return drawn(hash);
  }

  growable<residue> values_;
  growable<logarithm> logarithms_;
};

}  // namespace nabla::detail
