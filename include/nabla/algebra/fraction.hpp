#pragma once

#include <nabla/algebra/factor.hpp>

namespace nabla {

namespace detail {

/// A node as numerator / denominator, both canonical: the numerator written out, the denominator a product.
struct fraction {
  node_id numerator;
  node_id denominator;
};

/// Brings canonical nodes over one denominator: quotients of quotients, to any depth; functions are left as they are.
class fraction_form {
 public:
  constexpr fraction_form(graph& g, canonical_form& canonical, expansion& expand) : g_(g), canonical_(canonical), expand_(expand) {}

  constexpr fraction operator()(node_id id) {
    if (g_.is_constant(id)) {
      rational const value = g_.constant_value(id);
      return {g_.constant(value.numerator), g_.constant(value.denominator)};
    }
    if (g_.is(id, info_of<plus>)) return reduced(sum(id));
    fraction result{g_.constant(coefficient_of(g_, id).numerator), g_.constant(coefficient_of(g_, id).denominator)};
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      fraction const part = power_of(factor_at(g_, id, i));
      result = {canonical_.product(result.numerator, part.numerator), canonical_.product(result.denominator, part.denominator)};
    }
    return reduced(result);
  }

 private:
  constexpr fraction power_of(factor f) {
    if (!g_.is_constant(f.exponent)) return {as_node(g_, f), g_.one()};
    rational const exponent = g_.constant_value(f.exponent);
    rational const size = exponent.numerator < 0 ? negated(exponent) : exponent;
    bool const opened = is_integer(exponent) && (g_.is(f.base, info_of<plus>) || g_.is(f.base, info_of<times>));
    fraction const base = opened ? (*this)(f.base) : fraction{f.base, g_.one()};
    node_id const above = canonical_.powered(base.numerator, size), below = canonical_.powered(base.denominator, size);
    return exponent.numerator < 0 ? fraction{below, above} : fraction{above, below};
  }

  constexpr fraction sum(node_id id) {
    growable<node_id> numerators, denominators;
    for (std::size_t i = 0; i < g_.count(id); ++i) {
      fraction const term = (*this)(g_.operand(id, i));
      numerators.push(term.numerator);
      denominators.push(term.denominator);
    }
    node_id common = g_.one();
    for (node_id denominator : denominators) common = common_multiple(common, denominator);
    growable<node_id> terms;
    for (std::size_t i = 0; i < numerators.size(); ++i) {
      growable<node_id> factors;
      factors.push(numerators[i]);
      factors.push(common);
      factors.push(canonical_.powered(denominators[i], {-1, 1}));
      terms.push(expand_(canonical_.product(factors)));
    }
    return {canonical_.sum(terms), common};
  }

  /// The least product that two products divide.
  constexpr node_id common_multiple(node_id a, node_id b) {
    std::intmax_t const p = coefficient_of(g_, a).numerator, q = coefficient_of(g_, b).numerator;
    growable<node_id> factors;
    factors.push(a);
    factors.push(g_.constant(q / common_divisor(p, q)));
    for (std::size_t i = 0; i < factor_count(g_, b); ++i) {
      factor const f = factor_at(g_, b, i);
      rational missing = g_.constant_value(f.exponent);
      for (std::size_t k = 0; k < factor_count(g_, a); ++k) {
        factor const known = factor_at(g_, a, k);
        if (known.base != f.base) continue;
        exact const rest = subtracted(missing, g_.constant_value(known.exponent));
        missing = rest.known && rest.value.numerator > 0 ? rest.value : rational{0, 1};
      }
      factors.push(canonical_.powered(f.base, missing));
    }
    return canonical_.product(factors);
  }

  /// What numerator and denominator have in common goes: numbers, the factors that all terms of the numerator have, and sums in the
  /// denominator that divide it.
  constexpr fraction reduced(fraction of) {
    node_id above = expand_(of.numerator), below = of.denominator;
    if (g_.is(above, info_of<plus>)) {
      for (std::size_t i = 0; i < factor_count(g_, below);) {
        factor const f = factor_at(g_, below, i);
        bool const divisor = g_.is(f.base, info_of<plus>) && g_.is_constant(f.exponent) && is_integer(g_.constant_value(f.exponent));
        node_id const quotient = divisor ? divided_by(above, f.base) : no_node;
        if (quotient == no_node) {
          ++i;
        } else {
          above = quotient;
          below = canonical_.product(below, canonical_.powered(f.base, {-1, 1}));
          if (!g_.is(above, info_of<plus>)) break;
          i = 0;
        }
      }
    }
    node_id shared = above;
    if (g_.is(above, info_of<plus>)) {
      growable<node_id> common;
      if (exact const content = content_of(g_, above); content.known) common.push(g_.constant(content.value));
      for (factor const& f : common_factors(g_, above)) common.push(as_node(g_, f));
      shared = canonical_.product(common);
      above = expand_(canonical_.product(above, canonical_.powered(shared, {-1, 1})));
    } else {
      above = g_.one();
    }
    growable<node_id> factors, numerators, denominators;
    factors.push(shared);
    factors.push(canonical_.powered(below, {-1, 1}));
    node_id const rest = canonical_.product(factors);
    numerators.push(above);
    numerators.push(g_.constant(coefficient_of(g_, rest).numerator));
    denominators.push(g_.constant(coefficient_of(g_, rest).denominator));
    for (std::size_t i = 0; i < factor_count(g_, rest); ++i) {
      factor const f = factor_at(g_, rest, i);
      bool const divides = g_.is_constant(f.exponent) && g_.constant_value(f.exponent).numerator < 0;
      if (divides) {
        denominators.push(canonical_.powered(f.base, negated(g_.constant_value(f.exponent))));
      } else {
        numerators.push(as_node(g_, f));
      }
    }
    return {expand_(canonical_.product(numerators)), canonical_.product(denominators)};
  }

  /// The quotient of two written-out sums where it leaves no rest, by dividing leading terms; no node where it does.
  constexpr node_id divided_by(node_id dividend, node_id divisor) {
    node_id const lead = canonical_.powered(g_.operand(divisor, 0), {-1, 1});
    growable<node_id> quotient;
    node_id rest = dividend;
    for (std::size_t step = 0; step < largest_quotient && !canonical_.overflowed(); ++step) {
      node_id const term = canonical_.product(summand_at(g_, rest, 0), lead);
      for (std::size_t i = 0; i < factor_count(g_, term); ++i) {
        factor const f = factor_at(g_, term, i);
        if (!g_.is_constant(f.exponent) || g_.constant_value(f.exponent).numerator < 0) return no_node;
      }
      quotient.push(term);
      growable<node_id> difference;
      difference.push(rest);
      difference.push(canonical_.scaled({-1, 1}, expand_(canonical_.product(term, divisor))));
      rest = canonical_.sum(difference);
      if (g_.is_constant(rest, 0)) return canonical_.sum(quotient);
    }
    return no_node;
  }

  static constexpr std::size_t largest_quotient = 64;

  graph& g_;
  canonical_form& canonical_;
  expansion& expand_;
};

/// Numerator and denominator of a node, readable; where they cannot be written out, its canonical form and 1.
constexpr fraction over_one_denominator(graph& g, node_id id) {
  written_out written(g, id);
  if (written.is_complete()) {
    fraction const result = fraction_form(g, written.canonical, written.expand)(written.form);
    if (written.is_complete()) return {presentation(g)(result.numerator), presentation(g)(result.denominator)};
  }
  return {readable(g, id), g.one()};
}

template <class Formula>
struct fraction_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = 4 * tree_size<Formula>;
  static constexpr void build(graph& g, growable<node_id>& outputs) {
    fraction const result = over_one_denominator(g, lower<Formula>(g));
    outputs.push(result.numerator);
    outputs.push(result.denominator);
  }
};

}  // namespace detail

/// Numerator of a formula over one common denominator, written out. Numbers, common monomials, and sums of the denominator that divide
/// the numerator are cancelled; other common divisors of polynomials stay: (x^2 - 1)/(x^2 + 2*x + 1).
///
///     numerator(1_c / x + 1_c / y) -> x + y          denominator(1_c / x + 1_c / y) -> x*y
///
/// @param f   expression; powers by formulas, and functions, count as numerators whatever is in them
/// @return    expression; where terms would have numbers beyond 64 bits, or be too many, the numerator is the canonical form of `f` and the
///            denominator 1
/// @cost      compile time as of expand, for each level of quotients
/// @law       equivalent(f, numerator(f) / denominator(f)); the quotient keeps every finite value in exact arithmetic, may have one more
///            where something was cancelled, and rounds otherwise
template <class F>
  requires(liftable<F>)
constexpr auto numerator(F const&) {
  return detail::reify_t<detail::fraction_recipe<lift_t<F>>, 0>{};
}

/// Denominator of a formula over one common denominator, a product: see numerator.
template <class F>
  requires(liftable<F>)
constexpr auto denominator(F const&) {
  return detail::reify_t<detail::fraction_recipe<lift_t<F>>, 1>{};
}

NABLA_OTHER_ARGUMENTS(constant<0>, numerator, "takes a formula: a fraction is one of all variables together: numerator(f)")
NABLA_OTHER_ARGUMENTS(constant<0>, denominator, "takes a formula: a fraction is one of all variables together: denominator(f)")

}  // namespace nabla
