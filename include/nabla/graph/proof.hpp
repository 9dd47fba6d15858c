#pragma once

#include <nabla/graph/rational_difference.hpp>
#include <nabla/rules/gamma.hpp>

namespace nabla::detail {

/// Decides whether two formulas are equal, as far as is known how: their difference is written with few functions (sin and cos of the smallest angles,
/// one exponential a term, logarithms of factors, one root a term), brought over a common denominator, and expanded.
///
/// Sound: each step gives a function that agrees with the one before wherever the whole formula is defined. So abs(u) is u where
/// the formula has log(u) or sqrt(u), which it is not defined without u >= 0. Nothing of it is ever evaluated.
class equality_proof {
 public:
  constexpr explicit equality_proof(graph& g) : g_(g), canonical_(g, functions::separate), expand_(g, canonical_) {}

  constexpr bool operator()(node_id left, node_id right) {
    growable<node_id> terms;
    terms.push(expand_.unfolded(left));
    terms.push(expand_.unfolded(right));
    // What must not be negative is noted of both sides: it may cancel in the difference. Twice: how operands are written depends
    // on what is known.
    for (int i = 0; i < 2; ++i) {
      for (node_id side : terms) {
        if (is_nowhere_defined(side)) return false;
        assume_defined(side);
      }
    }
    terms[1] = canonical_.scaled({-1, 1}, terms[1]);
    node_id const id = canonical_.sum(terms);
    node_id const expanded = expand_(id);
    if (g_.is_constant(expanded)) return g_.is_constant(expanded, 0) && !canonical_.overflowed();
    find_angles(written(id));
    node_id form = written(id);
    form = reduced(expand_(form));
    // Quotients of quotients need a common denominator for each level.
    for (int level = 0; level < 5 && !g_.is_constant(form) && !canonical_.overflowed(); ++level) {
      form = reduced(expand_.numerator(form));
    }
    return !canonical_.overflowed() && g_.is_constant(form, 0);
  }

 private:
  /// Whether a node divides by 0, or has the logarithm of 0 or an even root of a negative number in it: of such formulas everything
  /// could be said.
  constexpr bool is_nowhere_defined(node_id id) const {
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, id));
    for (node_id i = 0; i <= id; ++i) {
      if (!uses[i] || g_.count(i) == 0 || !g_.is_constant(g_.operand(i, 0))) continue;
      std::intmax_t const sign = g_.constant_value(g_.operand(i, 0)).numerator;
      if (g_.is(i, info_of<log_op>) && sign <= 0) return true;
      if (is_root(i) && sign < 0) return true;
      if (g_.is(i, info_of<power>) && sign == 0 && g_.is_constant(g_.operand(i, 1)) && g_.constant_value(g_.operand(i, 1)).numerator < 0) return true;
    }
    return false;
  }

  // --- what is known where the formula is defined

  constexpr bool is_root(node_id id) const {
    return g_.is(id, info_of<power>) && g_.is_constant(g_.operand(id, 1)) && !is_integer(g_.constant_value(g_.operand(id, 1)));
  }

  /// Notes down operands of logarithms and roots that the value of a node depends on in any case: not those in choices.
  constexpr void assume_defined(node_id id) {
    growable<char> reached(id + 1, 0);
    reached[id] = 1;
    for (node_id i = id + 1; i-- > 0;) {
      if (!reached[i]) continue;
      bool const arithmetic = g_.is(i, info_of<plus>) || g_.is(i, info_of<times>) || g_.is(i, info_of<power>);
      if (!arithmetic && g_.count(i) != 1) continue;
      for (std::size_t k = 0; k < g_.count(i); ++k) reached[g_.operand(i, k)] = 1;
      bool const root = is_root(i);
      bool const divides = g_.is(i, info_of<power>) && g_.is_constant(g_.operand(i, 1)) && g_.constant_value(g_.operand(i, 1)).numerator < 0;
      if (divides && !root && !contains(nonzero_, g_.operand(i, 0))) nonzero_.push(g_.operand(i, 0));
      if (!root && !g_.is(i, info_of<log_op>)) continue;
      node_id const operand = g_.operand(i, 0);
      for (node_id known : {operand, expand_(operand), expand_(written(operand))}) {
        if (!contains(nonnegative_, known)) nonnegative_.push(known);
        if ((!root || divides) && !contains(positive_, known)) positive_.push(known);
      }
    }
  }

  /// Whether a node is a positive multiple of one that is listed, `sign` times.
  constexpr bool is_listed(growable<node_id> const& list, node_id id, std::intmax_t sign) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (is_multiple_of(list[i], id, sign)) return true;
    }
    return false;
  }
  constexpr bool is_multiple_of(node_id known, node_id id, std::intmax_t sign) {
    if (g_.is(id, info_of<plus>) != g_.is(known, info_of<plus>)) return false;
    rational const a = g_.is(id, info_of<plus>) ? canonical_.content(id) : coefficient_of(g_, id);
    rational const b = g_.is(known, info_of<plus>) ? canonical_.content(known) : coefficient_of(g_, known);
    exact const ratio = a.numerator == 0 ? exact{} : divided(b, a);
    if (!ratio.known || (ratio.value.numerator > 0) != (sign > 0)) return false;
    return canonical_.scaled(ratio.value, id) == known;
  }
  constexpr bool is_nonnegative(node_id id) { return canonical_.is_nonnegative(id) || is_listed(nonnegative_, id, 1); }

  constexpr bool is_nonzero(node_id id) {
    return is_listed(positive_, id, -1) || is_listed(nonzero_, id, 1) || is_listed(nonzero_, id, -1);
  }

  constexpr node_id absolute(node_id id) {
    if (is_nonnegative(id)) return id;
    if (is_listed(nonnegative_, id, -1)) return canonical_.scaled({-1, 1}, id);
    if (factor_count(g_, id) > 1) {
      growable<node_id> parts;
      rational const coefficient = coefficient_of(g_, id);
      parts.push(g_.constant(coefficient.numerator < 0 ? negated(coefficient) : coefficient));
      for (std::size_t i = 0; i < factor_count(g_, id); ++i) parts.push(absolute(as_node(g_, factor_at(g_, id, i))));
      return canonical_.product(parts);
    }
    if (g_.is(id, info_of<power>) && g_.is_constant(g_.operand(id, 1))) {
      return canonical_.powered(absolute(g_.operand(id, 0)), g_.constant_value(g_.operand(id, 1)));
    }
    return of_like_sign(id);
  }
  /// The absolute value of what has no sign that is known. Where a product of it and another is positive, as of log(x/y), it has the sign of the
  /// other: |y| is y |x|/x.
  constexpr node_id of_like_sign(node_id id) {
    node_id const magnitude = canonical_(g_.apply(info_of<abs_op>, id));
    for (std::size_t i = 0; i < positive_.size(); ++i) {
      node_id const other = other_of_two(positive_[i], id);
      if (other == no_node || compare_terms(g_, other, id) > 0) continue;
      growable<node_id> parts(1, canonical_(g_.apply(info_of<abs_op>, other)));
      parts.push(canonical_.powered(other, {-1, 1}));
      parts.push(coefficient_of(g_, positive_[i]).numerator < 0 ? canonical_.scaled({-1, 1}, id) : id);
      return canonical_.product(parts);
    }
    return magnitude;
  }
  /// Of a product whose sign is that of a node and of another the other one.
  constexpr node_id other_of_two(node_id product, node_id id) {
    if (g_.is(product, info_of<plus>)) return no_node;
    node_id other = no_node;
    bool is_one = false;
    for (std::size_t k = 0; k < factor_count(g_, product); ++k) {
      factor const f = factor_at(g_, product, k);
      if (is_nonnegative(as_node(g_, f))) continue;
      if (!g_.is_constant(f.exponent) || !is_integer(g_.constant_value(f.exponent)) || (f.base != id && other != no_node)) return no_node;
      if (f.base == id) {
        is_one = true;
      } else {
        other = f.base;
      }
    }
    return is_one ? other : no_node;
  }

  // --- the same with few functions

  /// A node with its functions written so.
  constexpr node_id written(node_id id) {
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, id));
    growable<node_id> forms, operands;
    for (node_id i = 0; i <= id; ++i) {
      forms.push(i);
      if (!uses[i]) continue;
      operands.shrink(0);
      for (std::size_t k = 0; k < g_.count(i); ++k) operands.push(forms[g_.operand(i, k)]);
      forms[i] = operands.size() == 0 ? written_number(i) : written(i, operands);
    }
    return forms[id];
  }

  /// Named numbers that are known by others.
  constexpr node_id written_number(node_id id) {
    if (g_.kind(id) == kind_of_operation<ln2_op>) return logarithm(g_.constant(2));
    if (g_.kind(id) == kind_of_operation<ln10_op>) return logarithm(g_.constant(10));
    if (g_.kind(id) == kind_of_operation<sqrt2_op>) return canonical_.powered(g_.constant(2), {1, 2});
    if (g_.kind(id) != kind_of_operation<phi_op>) return id;
    growable<node_id> terms;
    terms.push(g_.constant(rational{1, 2}));
    terms.push(canonical_.scaled({1, 2}, canonical_.powered(g_.constant(5), {1, 2})));
    return canonical_.sum(terms);
  }

  constexpr node_id written(node_id id, growable<node_id> const& operands) {
    if (g_.is(id, info_of<plus>)) return canonical_.sum(operands);
    if (g_.is(id, info_of<times>)) return canonical_.product(operands);
    if (g_.is(id, info_of<power>)) return power_of(operands[0], operands[1]);
    if (operands.size() == 1) {
      node_id const u = expand_(operands[0]);
      if (g_.is(id, info_of<log_op>)) return logarithm(u);
      if (g_.is(id, info_of<exp_op>)) return exponential(u);
      if (g_.is(id, info_of<sin_op>)) return at_angles(u).sine;
      if (g_.is(id, info_of<cos_op>)) return at_angles(u).cosine;
      if (g_.is(id, info_of<abs_op>)) return absolute(u);
      if (g_.is(id, info_of<sign_op>) && is_listed(positive_, u, 1)) return g_.one();
      if (g_.is(id, info_of<sign_op>) && is_nonzero(u)) return canonical_.product(u, canonical_.powered(absolute(u), {-1, 1}));
      if (g_.is(id, info_of<cbrt_op>)) return cube_root(u);
    }
    if (node_id const known = by_others(id, operands); known != no_node) return known;
    return canonical_(g_.apply_again(id, operands));
  }

  // --- kinks, signs, cube roots, gamma functions

  constexpr node_id by_others(node_id id, growable<node_id> const& operands) {
    node_id const zero = g_.constant(0);
    switch (g_.kind(id)) {
      case kind_of_operation<relu_op>: return extreme(operands[0], zero, 1);
      case kind_of_operation<max_op>: return extreme(operands[0], operands[1], 1);
      case kind_of_operation<min_op>: return extreme(operands[0], operands[1], -1);
      case kind_of_operation<clamp_op>: {
        node_id const low = operands[1], high = operands[2];
        if (low == high) return low;
        bool const in_order = g_.is_constant(low) && g_.is_constant(high) && less(g_.constant_value(low), g_.constant_value(high));
        return in_order ? extreme(extreme(operands[0], low, 1), high, -1) : no_node;
      }
      case kind_of_operation<sign_op>: return sign_of(expand_(operands[0]));
      case kind_of_operation<tgamma_op>:
      case kind_of_operation<lgamma_op>:
      case kind_of_operation<digamma_op>: return of_smallest(id, expand_(operands[0]));
      default: return no_node;
    }
  }

  constexpr node_id sum_of(node_id a, node_id b) {
    growable<node_id> terms;
    terms.push(a);
    terms.push(b);
    return canonical_.sum(terms);
  }
  /// The greater of two, (u + v + |u - v|)/2, or with the sign -1 the lesser.
  constexpr node_id extreme(node_id u, node_id v, std::intmax_t sign) {
    node_id const distance = absolute(expand_(sum_of(u, canonical_.scaled({-1, 1}, v))));
    return canonical_.scaled({1, 2}, sum_of(sum_of(u, v), canonical_.scaled({sign, 1}, distance)));
  }
  /// The sign of a term is the product of its factors'.
  constexpr node_id sign_of(node_id term) {
    growable<node_id> signs;
    signs.push(g_.constant(coefficient_of(g_, term).numerator < 0 ? -1 : 1));
    for (std::size_t i = 0; i < factor_count(g_, term); ++i) {
      factor const f = factor_at(g_, term, i);
      if (g_.is(f.base, info_of<exp_op>) || g_.is_constant(f.base)) continue;
      bool const whole = g_.is_constant(f.exponent) && is_integer(g_.constant_value(f.exponent));
      bool const even = whole && is_even_integer(g_.constant_value(f.exponent));
      node_id const of = whole ? f.base : as_node(g_, f);
      node_id const sign = g_.is(of, info_of<sign_op>) ? of : canonical_(g_.apply(info_of<sign_op>, of));
      signs.push(canonical_.powered(sign, {even ? 2 : 1, 1}));
    }
    return canonical_.product(signs);
  }
  /// The cube root of a term is the product of its factors'.
  constexpr node_id cube_root(node_id term) {
    growable<node_id> roots;
    rational const number = coefficient_of(g_, term);
    roots.push(g_.constant(number.numerator < 0 ? -1 : 1));
    roots.push(canonical_.powered(g_.constant(number.numerator < 0 ? negated(number) : number), {1, 3}));
    for (std::size_t i = 0; i < factor_count(g_, term); ++i) {
      factor const f = factor_at(g_, term, i);
      bool const whole = g_.is_constant(f.exponent) && is_integer(g_.constant_value(f.exponent));
      bool const nonnegative = is_nonnegative(f.base);
      node_id const of = whole ? f.base : as_node(g_, f);
      node_id const root = nonnegative ? canonical_.powered(of, {1, 3}) : canonical_(g_.apply(info_of<cbrt_op>, of));
      roots.push(whole ? canonical_.powered(root, g_.constant_value(f.exponent)) : root);
    }
    return canonical_.product(roots);
  }
  /// A gamma function, its logarithm or the derivative of that, where the operand has a whole part: gamma(u + 1) = u gamma(u).
  constexpr node_id of_smallest(node_id id, node_id operand) {
    constexpr std::intmax_t largest_distance = 12;
    node_id const last = summand_at(g_, operand, summand_count(g_, operand) - 1);
    rational const number = g_.is_constant(last) ? g_.constant_value(last) : rational{0, 1};
    std::intmax_t whole = number.numerator / number.denominator;
    if (whole * number.denominator > number.numerator) --whole;
    bool const is_near = whole <= largest_distance && whole >= -largest_distance;
    node_id const least = is_near ? sum_of(operand, g_.constant(-whole)) : operand;
    if (!is_near || g_.is_constant(least, 0)) return canonical_(g_.apply(*g_.operation(id), operand));
    bool const is_gamma = g_.kind(id) == kind_of_operation<tgamma_op>, is_logarithm = g_.kind(id) == kind_of_operation<lgamma_op>;
    bool const is_half = is_gamma && g_.is_constant(least) && g_.constant_value(least) == rational{1, 2};
    growable<node_id> parts;
    parts.push(is_half ? canonical_.powered(g_.apply(info_of<pi_op>, nullptr, 0), {1, 2}) : canonical_(g_.apply(*g_.operation(id), least)));
    rational const direction{whole < 0 ? -1 : 1, 1};
    for (std::intmax_t i = whole < 0 ? whole : 0; i < (whole < 0 ? 0 : whole); ++i) {
      node_id const step = sum_of(least, g_.constant(i));
      if (is_gamma) {
        parts.push(canonical_.powered(step, direction));
      } else {
        parts.push(canonical_.scaled(direction, is_logarithm ? logarithm(step) : canonical_.powered(step, {-1, 1})));
      }
    }
    return is_gamma ? canonical_.product(parts) : canonical_.sum(parts);
  }

  /// The sum of which a written-out sum is the square, found by leading terms; no node where it is none.
  constexpr node_id square_root(node_id square) {
    constexpr std::size_t most_terms = 16;
    node_id const first = summand_at(g_, square, 0);
    exact const number = powered(coefficient_of(g_, first), rational{1, 2});
    if (!number.known) return no_node;
    growable<node_id> factors, terms;
    factors.push(g_.constant(number.value));
    for (std::size_t i = 0; i < factor_count(g_, first); ++i) {
      factor const f = factor_at(g_, first, i);
      if (!g_.is_constant(f.exponent) || !is_even_integer(g_.constant_value(f.exponent))) return no_node;
      factors.push(canonical_.powered(f.base, {g_.constant_value(f.exponent).numerator / 2, 1}));
    }
    terms.push(canonical_.product(factors));
    node_id const by_lead = canonical_.scaled({1, 2}, canonical_.powered(terms[0], {-1, 1}));
    node_id rest = sum_of(square, canonical_.scaled({-1, 1}, canonical_.powered(terms[0], {2, 1})));
    while (terms.size() < most_terms && !g_.is_constant(rest, 0)) {
      node_id const next = canonical_.product(summand_at(g_, rest, 0), by_lead);
      for (std::size_t i = 0; i < factor_count(g_, next); ++i) {
        node_id const exponent = factor_at(g_, next, i).exponent;
        if (!g_.is_constant(exponent) || g_.constant_value(exponent).numerator < 0) return no_node;
      }
      node_id const change = canonical_.product(next, sum_of(canonical_.scaled({2, 1}, canonical_.sum(terms)), next));
      rest = sum_of(rest, canonical_.scaled({-1, 1}, expand_(change)));
      terms.push(next);
    }
    return g_.is_constant(rest, 0) ? canonical_.sum(terms) : no_node;
  }

  // --- powers, roots, logarithms, exponentials

  constexpr node_id power_of(node_id base, node_id exponent) {
    if (g_.is_constant(exponent)) {
      rational const r = g_.constant_value(exponent);
      return is_integer(r) ? canonical_.powered(base, r) : root(base, r);
    }
    // Of the base 1 - x in x - 1 there is no other trace than this: a whole part of the exponent goes out.
    if (g_.is(base, info_of<plus>) && g_.is(exponent, info_of<plus>) && canonical_.content(base).numerator < 0) {
      node_id const last = g_.operand(exponent, g_.count(exponent) - 1);
      if (g_.is_constant(last) && is_integer(g_.constant_value(last))) {
        growable<node_id> rest;
        for (std::size_t i = 0; i + 1 < g_.count(exponent); ++i) rest.push(g_.operand(exponent, i));
        node_id const symbolic = canonical_(g_.apply(info_of<power>, base, canonical_.sum(rest)));
        return canonical_.product(symbolic, canonical_.powered(base, g_.constant_value(last)));
      }
    }
    // A number to a power is an exponential.
    if (g_.is_constant(base) && g_.constant_value(base).numerator > 0) return exponential(expand_(canonical_.product(exponent, logarithm(base))));
    return canonical_(g_.apply(info_of<power>, base, exponent));
  }

  /// b^r for a fraction r: factors that are not negative go out, and of what divides the square root of n/d is that of n d, over |d|.
  constexpr node_id root(node_id base, rational r) {
    base = reduced(expand_(base));
    if (g_.is(base, info_of<plus>) && r.denominator == 2) {
      node_id const by = expand_.common_denominator(base);
      if (!g_.is_constant(by)) {
        node_id const numerator = reduced(expand_(canonical_.product(reduced(expand_.numerator(base)), by)));
        return canonical_.product(root(numerator, r), canonical_.powered(absolute(by), {-r.numerator, 1}));
      }
    }
    if (g_.is(base, info_of<plus>) && r.denominator == 2) {
      if (node_id const single = square_root(base); single != no_node) return canonical_.powered(absolute(single), {r.numerator, 1});
    }
    if (g_.is(base, info_of<plus>)) base = canonical_form(g_)(base);  // 1 - sin(u)^2 is cos(u)^2
    if (g_.is(base, info_of<power>) || factor_count(g_, base) < 2) return of_magnitude(canonical_.powered(base, r));
    growable<node_id> outside, inside;
    node_id const number = g_.constant(coefficient_of(g_, base));
    (g_.constant_value(number).numerator > 0 ? outside : inside).push(number);
    for (std::size_t i = 0; i < factor_count(g_, base); ++i) {
      node_id const part = as_node(g_, factor_at(g_, base, i));
      (is_nonnegative(part) ? outside : inside).push(part);
    }
    for (node_id& part : outside) {
      part = canonical_.powered(part, r);
      if (g_.is(part, info_of<abs_op>)) part = absolute(g_.operand(part, 0));
    }
    if (inside.size() != 0) outside.push(canonical_.powered(canonical_.product(inside), r));
    return canonical_.product(outside);
  }

  /// A root of an absolute value as people write it: |u| as it is known here, |u|^(2/3) as the square of a cube root.
  constexpr node_id of_magnitude(node_id root) {
    factor const f = as_factor(g_, root);
    if (!g_.is(f.base, info_of<abs_op>)) return root;
    rational const exponent = g_.constant_value(f.exponent);
    node_id const u = g_.operand(f.base, 0);
    if (exponent.denominator == 3 && exponent.numerator % 2 == 0) return canonical_.powered(cube_root(u), {exponent.numerator, 1});
    return canonical_.powered(absolute(u), exponent);
  }

  /// log|b| as a sum over its factors; the logarithm of -1 stays as it is.
  constexpr node_id logarithm(node_id base) {
    if (g_.is(base, info_of<plus>)) {
      node_id const by = expand_.common_denominator(base);
      if (!g_.is_constant(by)) {
        growable<node_id> both;
        both.push(logarithm(expand_.numerator(base)));
        both.push(canonical_.scaled({-1, 1}, logarithm(by)));
        return canonical_.sum(both);
      }
    }
    growable<node_id> terms;
    rational const number = g_.is(base, info_of<plus>) ? canonical_.content(base) : coefficient_of(g_, base);
    if (number.numerator == 0) return g_.apply(info_of<log_op>, base);
    bool negative = number.numerator < 0;
    logarithms_of_primes(terms, number.numerator < 0 ? -number.numerator : number.numerator, 1);
    logarithms_of_primes(terms, number.denominator, -1);
    if (g_.is(base, info_of<plus>)) {
      // A sum of known sign is written positive: log(1 - x).
      negative = is_listed(positive_, base, -1) || (negative && !is_listed(positive_, base, 1));
      rational const size = number.numerator < 0 ? negated(number) : number;
      exact const inverse = divided({1, 1}, negative ? negated(size) : size);
      if (inverse.known) base = canonical_.scaled(inverse.value, base);
      if (negative) terms.push(g_.apply(info_of<log_op>, g_.constant(-1)));
      node_id const exponent = largest_exponent(base);
      if (!g_.is_constant(exponent, 0)) {
        terms.push(exponent);
        base = expand_(canonical_.product(base, canonical_(g_.apply(info_of<exp_op>, canonical_.scaled({-1, 1}, exponent)))));
      }
      terms.push(g_.apply(info_of<log_op>, base));
      return canonical_.sum(terms);
    }
    for (std::size_t i = 0; i < factor_count(g_, base); ++i) {
      factor const f = factor_at(g_, base, i);
      node_id of_base = no_node;
      if (g_.is_constant(f.base)) {
        of_base = logarithm(f.base);
      } else if (g_.is(f.base, info_of<exp_op>) || g_.is(f.base, info_of<e_op>)) {
        of_base = g_.is(f.base, info_of<e_op>) ? g_.one() : g_.operand(f.base, 0);
      } else {
        bool const odd = g_.is_constant(f.exponent) && is_integer(g_.constant_value(f.exponent)) && !is_even_integer(g_.constant_value(f.exponent));
        node_id of = g_.is(f.base, info_of<abs_op>) ? g_.operand(f.base, 0) : f.base;
        if (odd && g_.is(f.base, info_of<plus>) && is_listed(positive_, f.base, -1)) {
          of = canonical_.scaled({-1, 1}, f.base);
          negative = !negative;
        }
        of_base = g_.apply(info_of<log_op>, of);
      }
      terms.push(canonical_.product(f.exponent, of_base));
    }
    if (negative) terms.push(g_.apply(info_of<log_op>, g_.constant(-1)));
    return canonical_.sum(terms);
  }

  /// Of the exponentials in the terms of a sum the exponent from which all others differ by what begins with a negative coefficient:
  /// 1 + exp(x) and exp(-x) + 1 are then multiples of one sum.
  constexpr node_id largest_exponent(node_id sum) {
    node_id largest = no_node;
    for (std::size_t i = 0; i < summand_count(g_, sum); ++i) {
      node_id exponent = g_.constant(0);
      for (std::size_t k = 0; k < factor_count(g_, summand_at(g_, sum, i)); ++k) {
        factor const f = factor_at(g_, summand_at(g_, sum, i), k);
        if (g_.is(f.base, info_of<exp_op>)) exponent = g_.operand(f.base, 0);
      }
      growable<node_id> difference;
      difference.push(exponent);
      if (largest != no_node) difference.push(canonical_.scaled({-1, 1}, largest));
      if (largest == no_node || coefficient_of(g_, summand_at(g_, canonical_.sum(difference), 0)).numerator > 0) largest = exponent;
    }
    return largest;
  }

  constexpr void logarithms_of_primes(growable<node_id>& terms, std::intmax_t number, std::intmax_t sign) {
    for_each_prime(number, [&](std::intmax_t p, std::intmax_t multiplicity) {
      terms.push(canonical_.scaled({sign * multiplicity, 1}, g_.apply(info_of<log_op>, g_.constant(p))));
    });
  }

  /// exp(u + n log(b)) as exp(u) |b|^n, for every term that is a multiple of one logarithm.
  constexpr node_id exponential(node_id exponent) {
    growable<node_id> factors, rest;
    for (std::size_t i = 0; i < summand_count(g_, exponent); ++i) {
      node_id const term = summand_at(g_, exponent, i);
      std::size_t logarithms = 0;
      factor last{no_node, no_node};
      for (std::size_t k = 0; k < factor_count(g_, term); ++k) {
        factor const f = factor_at(g_, term, k);
        if (!g_.is(f.base, info_of<log_op>)) continue;
        ++logarithms;
        last = f;
      }
      if (logarithms == 1 && factor_count(g_, term) == 1 && g_.is_constant(last.exponent, 1)) {
        rational const n = coefficient_of(g_, term);
        node_id const of = g_.operand(last.base, 0), base = is_integer(n) && is_even_integer(n) ? of : absolute(of);
        factors.push(is_integer(n) ? canonical_.powered(base, n) : root(base, n));
      } else if (logarithms == 1 && g_.is_constant(last.exponent, 1) && is_listed(positive_, g_.operand(last.base, 0), 1) &&
                 !g_.is_constant(g_.operand(last.base, 0))) {
        node_id const power_of_base = canonical_.product(term, canonical_.powered(last.base, {-1, 1}));
        factors.push(canonical_(g_.apply(info_of<power>, g_.operand(last.base, 0), power_of_base)));
      } else {
        rest.push(term);
      }
    }
    factors.push(canonical_(g_.apply(info_of<exp_op>, canonical_.sum(rest))));
    return canonical_.product(factors);
  }

  // --- angles

  struct sine_and_cosine {
    node_id sine;
    node_id cosine;
  };
  struct smallest_angle {
    node_id of;
    rational part;
  };

  /// For each term that angles have, the number of which all its multiples are multiples.
  constexpr void find_angles(node_id id) {
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, id));
    for (node_id i = 0; i <= id; ++i) {
      if (!uses[i] || !(g_.is(i, info_of<sin_op>) || g_.is(i, info_of<cos_op>))) continue;
      node_id const angle = g_.operand(i, 0);
      for (std::size_t k = 0; k < summand_count(g_, angle); ++k) note_angle(summand_at(g_, angle, k));
    }
    angles_known_ = true;
  }
  constexpr node_id rest_of(node_id term) {
    rational const coefficient = coefficient_of(g_, term);
    if (g_.is_constant(term)) return g_.one();
    exact const inverse = divided({1, 1}, coefficient);
    return inverse.known ? canonical_.scaled(inverse.value, term) : term;
  }
  constexpr void note_angle(node_id term) {
    node_id const of = rest_of(term);
    rational const part = coefficient_of(g_, term);
    for (smallest_angle& known : angles_) {
      if (known.of != of) continue;
      // With part = n/d of what is known, known/d divides both.
      exact const ratio = divided(part, known.part);
      exact const both = ratio.known ? multiplied(known.part, {1, ratio.value.denominator}) : exact{};
      if (both.known) known.part = both.value;
      return;
    }
    angles_.push({of, part.numerator < 0 ? negated(part) : part});
    if (is_inverse(of) && !is_integer(part, 1)) note_angle(of);  // of asin(u) itself sin and cos are known
  }

  /// sin and cos of a sum, by those of the smallest angles.
  constexpr sine_and_cosine at_angles(node_id angle) {
    if (!angles_known_) {
      return {canonical_(g_.apply(info_of<sin_op>, angle)), canonical_(g_.apply(info_of<cos_op>, angle))};
    }
    sine_and_cosine total{g_.constant(0), g_.one()};
    for (std::size_t i = 0; i < summand_count(g_, angle); ++i) total = of_sum(total, of_multiple(summand_at(g_, angle, i)));
    return total;
  }
  constexpr sine_and_cosine of_sum(sine_and_cosine a, sine_and_cosine b) {
    auto const both = [&](node_id p, node_id q, node_id r, node_id s, std::intmax_t sign) {
      growable<node_id> terms;
      terms.push(canonical_.product(p, q));
      terms.push(canonical_.scaled({sign, 1}, canonical_.product(r, s)));
      return expand_(canonical_.sum(terms));
    };
    return {both(a.sine, b.cosine, a.cosine, b.sine, 1), both(a.cosine, b.cosine, a.sine, b.sine, -1)};
  }
  constexpr bool is_inverse(node_id angle) const { return g_.kind(angle) == kind_of_operation<asin_op> || g_.kind(angle) == kind_of_operation<atan_op>; }

  constexpr sine_and_cosine of_angle(node_id angle) {
    if (is_inverse(angle)) {
      bool const of_sine = g_.kind(angle) == kind_of_operation<asin_op>;
      node_id const u = g_.operand(angle, 0);
      growable<node_id> terms;  // 1 - u^2, or 1 + u^2
      terms.push(g_.one());
      terms.push(canonical_.scaled({of_sine ? -1 : 1, 1}, canonical_.powered(u, {2, 1})));
      if (of_sine) return {u, root(canonical_.sum(terms), {1, 2})};
      node_id const cosine = root(canonical_.sum(terms), {-1, 2});
      return {canonical_.product(u, cosine), cosine};
    }
    return {canonical_(g_.apply(info_of<sin_op>, angle)), canonical_(g_.apply(info_of<cos_op>, angle))};
  }
  constexpr sine_and_cosine of_multiple(node_id term) {
    node_id const of = rest_of(term);
    rational times{1, 1};
    node_id base = term;
    constexpr std::intmax_t largest_multiple = 12;
    for (smallest_angle const& known : angles_) {
      if (known.of != of) continue;
      exact const multiple = divided(coefficient_of(g_, term), known.part);
      if (!multiple.known || !is_integer(multiple.value) || multiple.value.numerator > largest_multiple ||
          multiple.value.numerator < -largest_multiple) {
        break;
      }
      times = multiple.value;
      base = canonical_.scaled(known.part, of);
      break;
    }
    sine_and_cosine const single = of_angle(base);
    sine_and_cosine total{g_.constant(0), g_.one()};
    bool const mirrored = times.numerator < 0;
    for (std::intmax_t n = mirrored ? -times.numerator : times.numerator; n > 0; --n) total = of_sum(total, single);
    if (mirrored) total.sine = canonical_.scaled({-1, 1}, total.sine);
    return total;
  }

  // --- cases

  /// A node where a condition holds: if that says that something is 0, so it is there, and the terms of a sum of squares are. Where
  /// it is then not defined nothing needs to be proved: 0.
  constexpr node_id where(node_id condition, node_id id) {
    if (!g_.is(condition, info_of<equals_op>) || !g_.is_constant(g_.operand(condition, 1), 0)) return id;
    growable<node_id> zeros;
    note_zeros(zeros, g_.operand(condition, 0));
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, id));
    growable<node_id> forms, operands;
    for (node_id i = 0; i <= id; ++i) {
      forms.push(contains(zeros, i) ? g_.constant(0) : i);
      if (!uses[i] || g_.count(i) == 0 || forms[i] != i) continue;
      operands.shrink(0);
      for (std::size_t k = 0; k < g_.count(i); ++k) operands.push(forms[g_.operand(i, k)]);
      if (g_.is(i, info_of<power>) && g_.is_constant(operands[0], 0) && g_.is_constant(operands[1]) &&
          g_.constant_value(operands[1]).numerator < 0) {
        return g_.constant(0);
      }
      forms[i] = canonical_(g_.apply_again(i, operands));
    }
    return expand_(forms[id]);
  }
  constexpr void note_zeros(growable<node_id>& zeros, node_id id) {
    zeros.push(id);
    if (g_.is(id, info_of<power>) || g_.is(id, info_of<abs_op>)) return note_zeros(zeros, g_.operand(id, 0));
    if (factor_count(g_, id) == 1 && g_.is(id, info_of<times>)) return note_zeros(zeros, factor_at(g_, id, 0).base);
    if (!g_.is(id, info_of<plus>) || !canonical_.is_nonnegative(id)) return;
    for (std::size_t i = 0; i < g_.count(id); ++i) note_zeros(zeros, g_.operand(id, i));
  }

  // --- terms

  /// The sum of reduced terms of an expanded node: cos(u)^2 is 1 - sin(u)^2, (u + v)^(3/2) is written out but for the root, and the
  /// roots of a term are one.
  constexpr node_id reduced(node_id id) {
    if (g_.is(id, info_of<select_op>)) {
      node_id const condition = g_.operand(id, 0);
      node_id const u = reduced(where(condition, g_.operand(id, 1))), v = reduced(g_.operand(id, 2));
      return make_select(g_, condition, u, v);
    }
    growable<node_id> pending, terms;
    for (std::size_t i = 0; i < summand_count(g_, id); ++i) pending.push(summand_at(g_, id, i));
    while (pending.size() != 0 && g_.size() < expansion::largest_graph && !canonical_.overflowed()) {
      node_id const term = pending.back();
      pending.shrink(pending.size() - 1);
      node_id const next = reduced_term(term);
      if (next == term || g_.is_constant(next)) {
        terms.push(next);
      } else {
        for (std::size_t i = 0; i < summand_count(g_, next); ++i) pending.push(summand_at(g_, next, i));
      }
    }
    return pending.size() == 0 ? canonical_.sum(terms) : id;
  }

  constexpr node_id reduced_term(node_id term) {
    for (std::size_t k = 0; k < factor_count(g_, term); ++k) {
      factor const f = factor_at(g_, term, k);
      if (!g_.is_constant(f.exponent)) continue;
      rational const n = g_.constant_value(f.exponent);
      if (g_.is(f.base, info_of<plus>) && is_integer(n) && n.numerator > 0) return expand_(term);  // two roots that met
      if (!g_.is(f.base, info_of<cos_op>)) continue;
      if (!is_integer(n) || n.numerator < 2) continue;
      growable<node_id> parts;
      parts.push(g_.one());
      parts.push(canonical_.scaled({-1, 1}, canonical_.powered(g_.apply(info_of<sin_op>, g_.operand(f.base, 0)), {2, 1})));
      node_id const rest = canonical_.product(term, canonical_.powered(f.base, {-2, 1}));
      return expand_(canonical_.product(rest, canonical_.sum(parts)));
    }
    return with_one_root(term);
  }

  constexpr node_id with_one_root(node_id term) {
    std::size_t roots = 0;
    bool whole_part = false;
    std::intmax_t order = 1;
    for (std::size_t k = 0; k < factor_count(g_, term); ++k) {
      factor const f = factor_at(g_, term, k);
      if (!g_.is_constant(f.exponent) || is_integer(g_.constant_value(f.exponent))) continue;
      rational const r = g_.constant_value(f.exponent);
      if (r.numerator < 0 || r.denominator > 6) return term;
      ++roots;
      order = order / common_divisor(order, r.denominator) * r.denominator;
      whole_part = whole_part || (g_.is(f.base, info_of<plus>) && r.numerator > r.denominator);
    }
    if (roots == 0 || (roots == 1 && !whole_part)) return term;
    growable<node_id> outside, radicand;
    outside.push(g_.constant(coefficient_of(g_, term)));
    for (std::size_t k = 0; k < factor_count(g_, term); ++k) {
      factor const f = factor_at(g_, term, k);
      if (!g_.is_constant(f.exponent) || is_integer(g_.constant_value(f.exponent))) {
        outside.push(as_node(g_, f));
        continue;
      }
      rational const r = g_.constant_value(f.exponent);
      std::intmax_t const whole = r.numerator / r.denominator, part = (r.numerator - whole * r.denominator) * (order / r.denominator);
      if (whole != 0) outside.push(canonical_.powered(f.base, {whole, 1}));
      radicand.push(canonical_.powered(f.base, {part, 1}));
    }
    node_id const inside = expand_(canonical_.product(radicand));
    node_id const multiplier = expand_(canonical_.product(outside));
    node_id const single = root_without_content(inside, order);
    growable<node_id> terms;
    for (std::size_t i = 0; i < summand_count(g_, multiplier); ++i) terms.push(canonical_.product(summand_at(g_, multiplier, i), single));
    return canonical_.sum(terms);
  }

  /// A root whose radicand has no square, cube ... of a number in it.
  constexpr node_id root_without_content(node_id radicand, std::intmax_t order) {
    if (!g_.is(radicand, info_of<plus>)) return canonical_.powered(radicand, {1, order});
    rational content = canonical_.content(radicand);
    if (content.numerator < 0) content = negated(content);
    node_id const number = canonical_.powered(g_.constant(content), {1, order});
    if (g_.is_constant(number)) return canonical_.powered(radicand, {1, order});
    exact const outside{coefficient_of(g_, number)};
    exact const taken = powered(outside.value, order);
    exact const rest = taken.known ? divided({1, 1}, taken.value) : exact{};
    if (!rest.known) return canonical_.powered(radicand, {1, order});
    return canonical_.scaled(outside.value, canonical_.powered(canonical_.scaled(rest.value, radicand), {1, order}));
  }

  graph& g_;
  canonical_form canonical_;
  expansion expand_;
  growable<node_id> nonnegative_, positive_, nonzero_;
  growable<smallest_angle> angles_;
  bool angles_known_ = false;
};

/// Whether two canonical nodes are proved equal.
constexpr bool prove_nodes_equal(graph& g, node_id left, node_id right) {
  if (left == right) return true;
  rational_difference difference(g, left, right);
  return (!difference.is_rational() && equality_proof(g)(left, right)) || difference.is_zero();
}

}  // namespace nabla::detail
