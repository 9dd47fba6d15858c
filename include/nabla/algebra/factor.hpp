#pragma once

#include <nabla/algebra/polynomial.hpp>
#include <nabla/graph/reify.hpp>

namespace nabla {

namespace detail {

/// The number that all terms of a canonical sum are multiples of, so that the others are coprime whole numbers; not known beyond
/// 64 bits. Negative where all terms are.
constexpr exact content_of(graph const& g, node_id sum) {
  std::intmax_t numerator = 0, denominator = 1;
  bool positive = false;
  for (std::size_t i = 0; i < g.count(sum); ++i) {
    rational const coefficient = coefficient_of(g, g.operand(sum, i));
    positive = positive || coefficient.numerator > 0;
    numerator = common_divisor(numerator, coefficient.numerator);
    std::intmax_t const rest = coefficient.denominator / common_divisor(denominator, coefficient.denominator);
    if (__builtin_mul_overflow(denominator, rest, &denominator)) return {};
  }
  return normalised(positive ? numerator : -numerator, denominator);
}

/// The factors that all terms of a canonical sum have, each with the power nearest to 0 of those that it has; none where those
/// have both signs. A power by a formula is common where it is the same.
constexpr growable<factor> common_factors(graph& g, node_id sum) {
  growable<factor> common;
  node_id const first = g.operand(sum, 0);
  for (std::size_t i = 0; i < factor_count(g, first); ++i) {
    factor shared = factor_at(g, first, i);
    bool found = true;
    for (std::size_t t = 1; found && t < g.count(sum); ++t) {
      node_id const term = g.operand(sum, t);
      found = false;
      for (std::size_t k = 0; !found && k < factor_count(g, term); ++k) {
        factor const other = factor_at(g, term, k);
        if (other.base != shared.base) continue;
        if (other.exponent == shared.exponent) {
          found = true;
        } else if (g.is_constant(other.exponent) && g.is_constant(shared.exponent)) {
          rational const a = g.constant_value(shared.exponent), b = g.constant_value(other.exponent);
          found = (a.numerator < 0) == (b.numerator < 0);
          if (found && less(b, a) == (a.numerator > 0)) shared.exponent = other.exponent;
        }
      }
    }
    if (found) common.push(shared);
  }
  return common;
}

/// 1/f.
constexpr node_id inverse(graph& g, canonical_form& canonical, factor f) {
  if (g.is_constant(f.exponent)) return canonical.powered(f.base, negated(g.constant_value(f.exponent)));
  return g.apply(info_of<power>, f.base, canonical.scaled({-1, 1}, f.exponent));
}

/// Takes out of each sum of a canonical node what its terms have in common. The result is no canonical form: a number stands
/// before a sum.
class common_factor_form {
 public:
  constexpr common_factor_form(graph& g, canonical_form& canonical) : g_(g), canonical_(canonical) {}

  constexpr node_id operator()(node_id id) {
    node_id const known = forms_.of(id);
    return known != no_node ? known : forms_.remember(g_, id, form(id));
  }

 private:
  constexpr node_id form(node_id id) {
    if (g_.count(id) == 0) return id;
    if (g_.is(id, info_of<plus>)) return sum(id);
    if (g_.is(id, info_of<times>) || g_.is(id, info_of<power>)) return product(id);
    return with_each_operand(g_, id, *this);
  }

  constexpr node_id sum(node_id id) {
    exact const content = content_of(g_, id);
    growable<factor> const common = common_factors(g_, id);
    if (!content.known || (is_integer(content.value, 1) && common.size() == 0)) return terms_of(id);
    growable<node_id> inverses, factors, terms;
    for (factor const& f : common) {
      inverses.push(inverse(g_, canonical_, f));
      factors.push(as_node(g_, f));
    }
    node_id const by = canonical_.product(inverses);
    for (std::size_t i = 0; i < g_.count(id); ++i) {
      node_id const term = canonical_.product(g_.operand(id, i), by);
      terms.push(canonical_.scaled({content.value.denominator, 1}, term));
    }
    node_id const rest = canonical_.scaled({1, content.value.numerator < 0 ? -content.value.numerator : content.value.numerator},
                                           canonical_.sum(terms));
    node_id const positive = content.value.numerator < 0 ? canonical_.scaled({-1, 1}, rest) : rest;
    if (canonical_.overflowed()) return id;
    // The sum may be of another kind now, as where equal terms met.
    if (!g_.is(positive, info_of<plus>)) {
      return (*this)(canonical_.product(canonical_.scaled(content.value, positive), canonical_.product(factors)));
    }
    factors.push(terms_of(positive));
    for (node_id& f : factors) f = f == factors.back() ? f : (*this)(f);
    return with_number(content.value, canonical_.product(factors));
  }

  /// A sum whose terms are looked into, with nothing taken out of it.
  constexpr node_id terms_of(node_id id) {
    growable<node_id> terms;
    for (std::size_t i = 0; i < g_.count(id); ++i) terms.push((*this)(g_.operand(id, i)));
    return g_.apply(info_of<plus>, terms.data(), terms.size());
  }

  constexpr node_id product(node_id id) {
    growable<node_id> factors;
    rational number = coefficient_of(g_, id);
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      node_id const base = (*this)(f.base), exponent = (*this)(f.exponent);
      bool const whole = g_.is_constant(exponent) && is_integer(g_.constant_value(exponent));
      // The factors of what was a sum are powers of their own: (x^2 + x*y)^2 is x^2*(x + y)^2.
      exact scale = whole ? nabla::detail::powered(coefficient_of(g_, base), g_.constant_value(exponent)) : exact{};
      if (scale.known) scale = multiplied(number, scale.value);
      if (g_.is(base, info_of<times>) && !g_.is(f.base, info_of<times>) && scale.known) {
        number = scale.value;
        for (std::size_t k = 0; k < factor_count(g_, base); ++k) {
          factors.push(canonical_.powered(as_node(g_, factor_at(g_, base, k)), g_.constant_value(exponent)));
        }
      } else {
        factors.push(as_node(g_, {base, exponent}));
      }
    }
    return with_number(number, canonical_.product(factors));
  }

  /// A number times what may be a sum, which stays one.
  constexpr node_id with_number(rational number, node_id id) {
    exact const all = multiplied(number, coefficient_of(g_, id));
    growable<node_id> factors;
    if (!all.known || g_.is_constant(id)) return canonical_.scaled(number, id);
    if (!is_integer(all.value, 1)) factors.push(g_.constant(all.value));
    for (std::size_t k = 0; k < factor_count(g_, id); ++k) factors.push(as_node(g_, factor_at(g_, id, k)));
    return factors.size() == 1 ? factors[0] : g_.apply(info_of<times>, factors.data(), factors.size());
  }

  graph& g_;
  canonical_form& canonical_;
  known_forms forms_;
};

/// A node with common factors taken out of its sums, readable.
constexpr node_id factored(graph& g, node_id id) {
  canonical_form canonical(g);
  node_id const form = canonical(id);
  node_id const result = common_factor_form(g, canonical)(form);
  return canonical.overflowed() ? readable(g, id) : presentation(g)(result);
}

template <class Formula>
struct factor_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = 2 * tree_size<Formula>;
  static constexpr void build(graph& g, growable<node_id>& outputs) { outputs.push(factored(g, lower<Formula>(g))); }
};

}  // namespace detail

/// Common monomials taken out: of each sum the number and the factors that all its terms have; also within functions. Products are
/// not written out before, and polynomials are not split into others: x^2 - 1 stays.
///
///     factor(2_c * x * x * y + 4_c * x * y * y) -> 2*x*y*(x + 2*y)          factor(exp(x) * y + exp(x)) -> exp(x)*(y + 1)
///
/// @param f   expression
/// @return    expression; the canonical form of `f` where numbers do not fit 64 bits
/// @cost      compile time about linear in the size of the formula
/// @law       factor(f) == f; factor keeps every finite value in exact arithmetic, and rounds otherwise: the factors may overflow where
///            their product did not
template <class F>
  requires(liftable<F>)
constexpr auto factor(F const&) {
  return detail::reify_t<detail::factor_recipe<lift_t<F>>>{};
}

NABLA_OTHER_ARGUMENTS(constant<0>, factor, "takes a formula and nothing besides: factor(f)")

}  // namespace nabla
