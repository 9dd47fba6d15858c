#pragma once

#include <nabla/graph/canonical.hpp>

namespace nabla {
namespace detail {

/// Whether whole powers above and below, as in s^12/r^12, are written as those of a quotient, (s/r)^12: they can overflow or vanish where s/r is an ordinary
/// number. Apart they are what is differentiated on: more terms then meet.
enum class quotient_powers { together, apart };

/// A canonical node as people write it, and as it evaluates well: binary operations, differences for negative terms, quotients
/// for negative powers, square roots for halves. Canonical form of the result is the node it came from.
class presentation {
 public:
  constexpr explicit presentation(graph& g, quotient_powers powers = quotient_powers::together) : g_(g), powers_(powers) {}

  constexpr node_id operator()(node_id id) {
    node_id const known = forms_.of(id);
    return known != no_node ? known : forms_.remember(g_, id, form(id));
  }

 private:
  constexpr node_id form(node_id id) {
    if (g_.count(id) == 0) return id;
    if (g_.is(id, info_of<plus>)) return sum(id);
    if (g_.is(id, info_of<times>) || g_.is(id, info_of<power>)) return product(id);
    if (g_.is_constant(g_.operand(id, 0))) {  // x > 0, and not 0 < x
      if (operation_info const* const other = mirrored(g_.kind(id))) return g_.apply(*other, (*this)(g_.operand(id, 1)), g_.operand(id, 0));
    }
    return with_each_operand(g_, id, *this);
  }

  /// Terms in order, but that a positive one comes first where there is one: 1 - x, and not -x + 1. `mirrored` changes all signs.
  constexpr node_id sum(node_id id, bool mirrored = false) {
    auto const coefficient = [&](std::size_t i) {
      rational const written = coefficient_of(g_, g_.operand(id, i));
      return mirrored ? negated(written) : written;
    };
    std::size_t first = 0;
    while (first < g_.count(id) && coefficient(first).numerator < 0) ++first;
    if (first == g_.count(id)) first = 0;
    node_id result = no_node;
    if (coefficient(first).numerator > 0) {
      result = magnitude(g_.operand(id, first), coefficient(first));
    } else if (!mirrored) {
      result = (*this)(g_.operand(id, first));
    } else {
      result = g_.apply(info_of<negate>, magnitude(g_.operand(id, first), negated(coefficient(first))));
    }
    for (std::size_t i = 0; i < g_.count(id); ++i) {
      if (i == first) continue;
      rational const c = coefficient(i);
      bool const minus = c.numerator < 0;
      node_id const term = magnitude(g_.operand(id, i), minus ? negated(c) : c);
      result = minus ? g_.apply(info_of<nabla::minus>, result, term) : g_.apply(info_of<plus>, result, term);
    }
    return result;
  }

  /// A term with a positive coefficient in the place of its own.
  constexpr node_id magnitude(node_id id, rational coefficient) {
    if (g_.is_constant(id)) return g_.constant(coefficient);
    return product(id, coefficient);
  }

  constexpr node_id product(node_id id) {
    rational const coefficient = coefficient_of(g_, id);
    if (coefficient.numerator < 0) {
      // The sign goes into a sum where there is one, z*(y - x) or 1/(1 - x), and stands before the term otherwise.
      for (std::intmax_t const exponent : {1, -1}) {
        for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
          factor const f = factor_at(g_, id, i);
          bool const whole = g_.is(f.base, info_of<plus>) && g_.is_constant(f.exponent, exponent);
          if (!whole) continue;
          bool const gains = exponent == 1 ? has_both_signs(f.base) || is_all_that_is_divided(id, i) : gains_by_sign(f.base);
          if (gains) return product(id, negated(coefficient), i);
        }
      }
      if (is_integer(coefficient, -1)) return g_.apply(info_of<negate>, product(id, {1, 1}));
    }
    return product(id, coefficient);
  }

  /// Whether every other factor of a term divides, and there is one: (-b - c)/a.
  constexpr bool is_all_that_is_divided(node_id id, std::size_t factor) {
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      node_id const exponent = factor_at(g_, id, i).exponent;
      if (i != factor && !(g_.is_constant(exponent) && g_.constant_value(exponent).numerator < 0)) return false;
    }
    return factor_count(g_, id) > 1;
  }

  constexpr bool has_both_signs(node_id sum) const {
    std::size_t negative = 0;
    for (std::size_t i = 0; i < g_.count(sum); ++i) negative += coefficient_of(g_, g_.operand(sum, i)).numerator < 0 ? 1 : 0;
    return negative != 0 && negative != g_.count(sum);
  }

  /// Whether a sum is written 1 - x with the other sign, and x - 1 with this one. Where it is 0, 1/(1 - x) has the sign that it
  /// has for the x below.
  constexpr bool gains_by_sign(node_id sum) const {
    node_id const last = g_.operand(sum, g_.count(sum) - 1);
    return g_.is_constant(last) && g_.constant_value(last).numerator < 0;
  }

  // --- powers of quotients

  /// The exponent of a factor where it is whole and no 1 or -1, else 0.
  constexpr std::intmax_t whole_power(factor f) const {
    if (!g_.is_constant(f.exponent) || !is_integer(g_.constant_value(f.exponent))) return 0;
    std::intmax_t const n = g_.constant_value(f.exponent).numerator;
    return n == 1 || n == -1 ? 0 : n;
  }

  /// Which powers of a term are those of a quotient: equal ones, or of all high ones, as in s^12/r^13, so much of each.
  struct common_power {
    std::intmax_t of_all = 0;
    bool is_exact = true;

    constexpr bool takes(std::intmax_t n) const {
      std::intmax_t const size = n < 0 ? -n : n;
      return of_all != 0 && (is_exact ? size == of_all : size >= of_all);
    }
  };
  constexpr common_power power_of_quotient(node_id id) {
    if (powers_ == quotient_powers::apart) return {};
    constexpr std::intmax_t least_high_power = 4;
    std::intmax_t above = 0, below = 0, equal = 0;  // the least ones, and the largest that stands above and below
    std::size_t equal_ones = 0;
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      std::intmax_t const n = whole_power(factor_at(g_, id, i));
      if (n > 0 && (above == 0 || n < above)) above = n;
      if (n < 0 && (below == 0 || -n < below)) below = -n;
      for (std::size_t k = 0; n > equal && k < factor_count(g_, id); ++k) {
        if (whole_power(factor_at(g_, id, k)) == -n) equal = n;
      }
    }
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      std::intmax_t const n = whole_power(factor_at(g_, id, i));
      equal_ones += n == equal || n == -equal ? 1 : 0;
    }
    // Squares and cubes beside other factors are apart, as people write them: x^2*cos(x)/sin(x)^2.
    if (equal >= least_high_power || (equal != 0 && equal_ones == factor_count(g_, id))) return {equal, true};
    std::intmax_t const least = above < below ? above : below;
    return {least < least_high_power ? 0 : least, false};
  }
  constexpr node_id quotient_of_bases(node_id id, common_power power) {
    node_id sides[2] = {no_node, no_node};
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      std::intmax_t const n = whole_power(f);
      if (!power.takes(n)) continue;
      node_id& side = sides[n < 0];
      node_id const base = (*this)(f.base);
      side = side == no_node ? base : g_.apply(info_of<times>, side, base);
    }
    return g_.apply(info_of<nabla::power>, g_.apply(info_of<nabla::divides>, sides[0], sides[1]), g_.constant(power.of_all));
  }

  // --- products

  static constexpr std::size_t no_factor = static_cast<std::size_t>(-1);

  /// coefficient * (the factors of a term, one of them with the opposite sign); the factors with negative powers, and then
  /// the coefficient's denominator, divide.
  constexpr node_id product(node_id id, rational coefficient, std::size_t mirrored = no_factor) {
    node_id numerator = no_node, denominator = no_node;
    auto const put = [&](node_id& side, node_id item) { side = side == no_node ? item : g_.apply(info_of<times>, side, item); };
    common_power const together = power_of_quotient(id);
    bool is_put = false;
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor f = factor_at(g_, id, i);
      if (std::intmax_t const n = whole_power(f); together.takes(n)) {
        if (n > 0 && !is_put) put(numerator, quotient_of_bases(id, together));
        is_put = is_put || n > 0;
        std::intmax_t const rest = n < 0 ? n + together.of_all : n - together.of_all;
        if (rest == 0) continue;
        f.exponent = g_.constant(rest);
      }
      if (g_.is(f.base, info_of<abs_op>)) {
        f.base = joined_magnitudes(id, i);
        if (f.base == no_node) continue;
      }
      bool const negative = g_.is_constant(f.exponent) && g_.constant_value(f.exponent).numerator < 0;
      rational const by_root = over_root(f, coefficient);
      bool const number_divides = by_root != coefficient;
      coefficient = by_root;
      put(negative || number_divides ? denominator : numerator, i == mirrored ? sum(f.base, true) : raised(f, negative));
    }
    if (denominator == no_node) return multiplied_by(coefficient, numerator);
    if (coefficient.denominator != 1) {
      denominator = multiplied_by({coefficient.denominator, 1}, denominator);
      coefficient.denominator = 1;
    }
    if (is_integer(coefficient, -1) && numerator != no_node) {
      return g_.apply(info_of<negate>, g_.apply(info_of<nabla::divides>, numerator, denominator));
    }
    numerator = numerator == no_node ? g_.constant(coefficient) : multiplied_by(coefficient, numerator);
    return g_.apply(info_of<nabla::divides>, numerator, denominator);
  }

  /// The factors of a term that are absolute values and have the exponent of this one, as one: abs(x*y). No node where another one comes first.
  constexpr node_id joined_magnitudes(node_id id, std::size_t first) {
    growable<node_id> inside;
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      if (!g_.is(f.base, info_of<abs_op>) || f.exponent != factor_at(g_, id, first).exponent) continue;
      if (i < first) return no_node;
      inside.push(g_.operand(f.base, 0));
    }
    if (inside.size() == 1) return factor_at(g_, id, first).base;
    return g_.apply(info_of<abs_op>, (*this)(g_.apply(info_of<times>, inside.data(), inside.size())));
  }

  /// The coefficient of 1/sqrt(n) in place of that of sqrt(n), where it is the simpler one: 1/sqrt(2), but sqrt(3)/2.
  constexpr rational over_root(factor f, rational coefficient) const {
    if (!g_.is_constant(f.base) || !g_.is_constant(f.exponent) || g_.constant_value(f.exponent) != rational{1, 2}) return coefficient;
    exact const other = multiplied(coefficient, g_.constant_value(f.base));
    auto const size = [](rational r) { return (r.numerator < 0 ? -r.numerator : r.numerator) + r.denominator; };
    bool const simpler = other.known && g_.constant_value(f.base).numerator > 1 && size(other.value) < size(coefficient);
    return simpler ? other.value : coefficient;
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
  quotient_powers powers_;
  known_forms forms_;
};

}  // namespace detail

/// How much of a formula may be rewritten. `as_written`: nothing; what is computed is computed as the formula says, to the last bit.
/// `real`: to canonical form, by the identities of real numbers, each of which keeps every finite value to rounding. REWRITING.md
/// lists them, and how exact each is.
enum class rewriting { as_written, real };

namespace detail {

/// The canonical form of a node as people write it; the node as it is where its numbers do not fit 64 bits.
constexpr node_id readable(graph& g, node_id id, rewriting level = rewriting::real, quotient_powers powers = quotient_powers::together) {
  if (level == rewriting::as_written) return id;
  canonical_form canonical(g);
  node_id const form = canonical(id);
  return canonical.overflowed() ? id : presentation(g, powers)(form);
}

}  // namespace detail
}  // namespace nabla
