#pragma once

#include <nabla/graph/expand.hpp>
#include <nabla/graph/residues.hpp>

namespace nabla::detail {

/// The difference of two nodes as a quotient of polynomials with whole coefficients, in the variables and in whatever is no arithmetic.
///
/// Whether it is 0 is decided however large its numbers are: its numerator is written out modulo so many numbers without common divisor that their product is
/// larger than any coefficient can be. What has another value at one point modulo a prime is another function: most that is not 0 is told by that.
class rational_difference {
 public:
  constexpr rational_difference(graph& g, node_id left, node_id right) : g_(g) {
    node_id const id = replaced_by_definitions(g, g.apply(info_of<minus>, left, right));
    growable<std::uint32_t> const uses = count_uses(g, growable<node_id>(1, id));
    growable<quotient> forms;
    for (node_id i = 0; i <= id; ++i) forms.push(uses[i] ? form(i, forms) : quotient{});
    numerator_ = forms[id].numerator;
    denominator_ = multiplied(g.one(), forms[id], {});
  }

  /// Whether there are but rational numbers and variables in it, so that it is 0 only if it is as a polynomial.
  constexpr bool is_rational() const { return is_rational_; }

  /// Whether it is 0 wherever it is defined, and is defined somewhere.
  constexpr bool is_zero() {
    residues value;
    return value(g_, numerator_) == 0 && (value(g_, denominator_) != 0 || !vanishes(denominator_)) && vanishes(numerator_);
  }

 private:
  /// A polynomial over powers of others.
  struct quotient {
    node_id numerator = no_node;
    std::size_t first = 0, count = 0;
  };
  struct divisor {
    node_id base;
    std::intmax_t exponent;
  };
  static constexpr std::intmax_t largest_exponent = std::intmax_t{1} << 30, limit = std::intmax_t{1} << 60;

  constexpr bool is_whole_power(node_id id) const {
    if (!g_.is(id, info_of<power>) || !g_.is_constant(g_.operand(id, 1))) return false;
    rational const n = g_.constant_value(g_.operand(id, 1));
    return is_integer(n) && n.numerator <= largest_exponent && n.numerator >= -largest_exponent;
  }

  constexpr quotient form(node_id id, growable<quotient> const& forms) {
    if (g_.is_constant(id)) {
      rational const number = g_.constant_value(id);
      return quotient_of(g_.constant(number.numerator), g_.constant(number.denominator), 1);
    }
    if (is_whole_power(id)) return raised(forms[g_.operand(id, 0)], g_.constant_value(g_.operand(id, 1)).numerator);
    bool const adds = g_.is(id, info_of<plus>), subtracts = g_.is(id, info_of<minus>), divides = g_.is(id, info_of<nabla::divides>);
    if (g_.is(id, info_of<negate>)) return product({g_.constant(-1)}, forms[g_.operand(id, 0)]);
    if (!adds && !subtracts && !divides && !g_.is(id, info_of<times>)) {
      is_rational_ = is_rational_ && g_.is_variable(id);
      return {id};
    }
    quotient result = forms[g_.operand(id, 0)];
    for (std::size_t k = 1; k < g_.count(id); ++k) {
      quotient const operand = forms[g_.operand(id, k)];
      result = adds || subtracts ? sum(result, operand, subtracts) : product(result, divides ? raised(operand, -1) : operand);
    }
    return result;
  }

  // --- quotients

  constexpr quotient quotient_of(node_id numerator, node_id base, std::intmax_t exponent) {
    quotient const result{numerator, divisors_.size(), g_.is_constant(base, 1) ? 0u : 1u};
    divisors_.push({base, exponent});
    return result;
  }
  constexpr std::intmax_t exponent_in(quotient of, node_id base) const {
    for (std::size_t i = of.first; i < of.first + of.count; ++i) {
      if (divisors_[i].base == base) return divisors_[i].exponent;
    }
    return 0;
  }
  /// A polynomial over the divisors of two quotients, each with the exponent that is made of its two.
  template <class Exponent>
  constexpr quotient over(node_id numerator, quotient a, quotient b, Exponent exponent) {
    std::size_t const first = divisors_.size();
    for (std::size_t i = a.first; i < a.first + a.count; ++i) {
      divisor const own = divisors_[i];
      divisors_.push({own.base, exponent(own.exponent, exponent_in(b, own.base))});
    }
    for (std::size_t i = b.first; i < b.first + b.count; ++i) {
      divisor const own = divisors_[i];
      if (exponent_in(a, own.base) == 0) divisors_.push({own.base, exponent(0, own.exponent)});
    }
    return {numerator, first, divisors_.size() - first};
  }
  /// A polynomial times the divisors of one quotient that another one lacks.
  constexpr node_id multiplied(node_id polynomial, quotient by, quotient without) {
    for (std::size_t i = by.first; i < by.first + by.count; ++i) {
      divisor const own = divisors_[i];
      polynomial = product(polynomial, powered(own.base, own.exponent - exponent_in(without, own.base)));
    }
    return polynomial;
  }
  constexpr quotient sum(quotient a, quotient b, bool subtract) {
    quotient const common = over(no_node, a, b, [](std::intmax_t m, std::intmax_t n) { return m < n ? n : m; });
    node_id const left = multiplied(a.numerator, common, a), right = multiplied(b.numerator, common, b);
    return {g_.apply(subtract ? info_of<minus> : info_of<plus>, left, right), common.first, common.count};
  }
  constexpr quotient product(quotient a, quotient b) {
    return over(product(a.numerator, b.numerator), a, b, [&](std::intmax_t m, std::intmax_t n) { return limited(m + n); });
  }
  constexpr quotient raised(quotient of, std::intmax_t n) {
    if (n == 0) return {g_.one()};
    quotient const power = over(powered(of.numerator, n < 0 ? -n : n), of, {}, [&](std::intmax_t m, std::intmax_t) {
      return m > limit / (n < 0 ? -n : n) ? limited(limit) : m * (n < 0 ? -n : n);
    });
    return n > 0 ? power : quotient_of(multiplied(g_.one(), power, {}), of.numerator, -n);
  }
  constexpr std::intmax_t limited(std::intmax_t n) {
    is_too_large_ = is_too_large_ || n >= limit;
    return n < limit ? n : limit;
  }

  // --- polynomials: sums, differences and products of two, whole numbers, and generators, which are all else

  constexpr node_id product(node_id a, node_id b) {
    if (g_.is_constant(a, 1)) return b;
    return g_.is_constant(b, 1) ? a : g_.apply(info_of<times>, a, b);
  }
  constexpr node_id powered(node_id base, std::intmax_t n) {
    node_id result = g_.one();
    for (int bit = std::bit_width(static_cast<std::uint64_t>(n)); bit-- > 0;) {
      result = product(result, result);
      if (n >> bit & 1) result = product(result, base);
    }
    return result;
  }
  constexpr bool is_sum(node_id id) const { return g_.is(id, info_of<plus>) || g_.is(id, info_of<minus>); }

  /// Whether a polynomial is 0.
  constexpr bool vanishes(node_id polynomial) {
    // A bound of the degree, and of the digits of the sum of all coefficients' sizes.
    struct bound {
      std::intmax_t degree = 0, digits = 0;
    };
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, polynomial));
    growable<bound> bounds;
    growable<node_id> generators;
    for (node_id i = 0; i <= polynomial; ++i) {
      bounds.push({});
      if (!uses[i]) continue;
      if (g_.is_constant(i)) {
        std::intmax_t const n = g_.constant_value(i).numerator;
        bounds[i].digits = std::bit_width(static_cast<std::uint64_t>(n < 0 ? -n : n));
      } else if (!is_sum(i) && !g_.is(i, info_of<times>)) {
        generators.push(i);
        bounds[i].degree = 1;
      } else {
        bound const a = bounds[g_.operand(i, 0)], b = bounds[g_.operand(i, 1)];
        bounds[i] = is_sum(i) ? bound{a.degree < b.degree ? b.degree : a.degree, (a.digits < b.digits ? b.digits : a.digits) + 1}
                              : bound{limited(a.degree + b.degree), limited(a.digits + b.digits)};
      }
    }
    if (is_too_large_) return false;
    auto const bits = static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(bounds[polynomial].degree | 1)));
    growable<std::intmax_t> moduli;
    for (auto next = static_cast<std::intmax_t>(residues::prime); 60 * static_cast<std::intmax_t>(moduli.size()) <= bounds[polynomial].digits; next -= 2) {
      bool is_coprime = true;  // all of them are beyond 2^60
      for (std::intmax_t modulus : moduli) is_coprime = is_coprime && common_divisor(modulus, next) == 1;
      if (!is_coprime) continue;
      moduli.push(next);
      if (!vanishes(polynomial, uses, generators, bits, modular{static_cast<modular::value>(next)})) return false;
    }
    return true;
  }

  constexpr bool vanishes(node_id id, growable<std::uint32_t> const& uses, growable<node_id> const& generators, std::size_t bits, modular ring) {
    std::size_t const in_a_word = 64 / bits, words = generators.size() / in_a_word + 1;
    growable<packed_polynomial<modular>*> forms;
    std::size_t generator = 0;
    for (node_id i = 0; i <= id; ++i) {
      forms.push(nullptr);
      if (!uses[i]) continue;
      packed_polynomial<modular>& form = *(forms[i] = new packed_polynomial<modular>(ring, words));
      if (is_sum(i) || g_.is(i, info_of<times>)) {
        packed_polynomial<modular> const &a = *forms[g_.operand(i, 0)], &b = *forms[g_.operand(i, 1)];
        if (is_sum(i)) {
          form.add_multiple(a, 1);
          form.add_multiple(b, g_.is(i, info_of<minus>) ? ring.modulus - 1 : 1);
        } else {
          form.add_product(a, b);
        }
      } else {
        growable<std::uint64_t> key(words, 0);
        if (!g_.is_constant(i)) {
          key[generator / in_a_word] = std::uint64_t{1} << (generator % in_a_word * bits);
          ++generator;
        }
        form.add(key.data(), g_.is_constant(i) ? ring.of_integer(g_.constant_value(i).numerator) : 1);
      }
    }
    bool is_zero = true;
    for (std::size_t i = 0; i < forms[id]->size(); ++i) is_zero = is_zero && forms[id]->coefficient(i) == 0;
    for (packed_polynomial<modular>* form : forms) delete form;
    return is_zero;
  }

  graph& g_;
  growable<divisor> divisors_;
  node_id numerator_ = no_node, denominator_ = no_node;
  bool is_rational_ = true, is_too_large_ = false;
};

}  // namespace nabla::detail
