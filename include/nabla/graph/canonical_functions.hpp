#pragma once

#include <nabla/graph/canonical.hpp>
#include <nabla/rules/hyperbolic.hpp>
#include <nabla/rules/trigonometric.hpp>

namespace nabla::detail {

// What canonical form knows of elementary functions. Each line keeps every finite value, to rounding.

// --- roots of numbers

/// The largest prime that is looked for: what is left of a number counts as a prime.
inline constexpr std::intmax_t largest_prime = 1000;

/// Calls `prime(p, multiplicity)` for the primes of a positive number.
template <class Prime>
constexpr void for_each_prime(std::intmax_t number, Prime prime) {
  for (std::intmax_t p = 2; p <= largest_prime && p * p <= number; ++p) {
    std::intmax_t multiplicity = 0;
    for (; number % p == 0; number /= p) ++multiplicity;
    if (multiplicity != 0) prime(p, multiplicity);
  }
  if (number != 1) prime(number, std::intmax_t{1});
}

/// A root of a positive rational number as roots of primes, with exponents between 0 and 1, and a number: sqrt(8) is 2 sqrt(2),
/// 1/sqrt(3) is sqrt(3)/3.
constexpr bool canonical_form::multiply_root(factors& to, rational base, rational exponent) {
  if (base.numerator <= 0) return false;
  auto const prime = [&](std::intmax_t p, std::intmax_t multiplicity) {
    rational const total = known(multiplied({multiplicity, 1}, exponent));
    std::intmax_t whole = total.numerator / total.denominator;
    if (total.numerator < 0 && total.denominator != 1) --whole;
    to.number = known(multiplied(to.number, known(nabla::detail::powered(rational{p, 1}, whole))));
    rational const rest = known(subtracted(total, {whole, 1}));
    if (rest.numerator != 0) to.items.push({g_.constant(p), g_.constant(rest)});
  };
  auto const all_primes = [&](std::intmax_t number, std::intmax_t sign) {
    for_each_prime(number, [&](std::intmax_t p, std::intmax_t multiplicity) {
      std::intmax_t const root = p > largest_prime ? integer_root(p, exponent.denominator) : -1;
      prime(root > 0 ? root : p, sign * multiplicity * (root > 0 ? exponent.denominator : 1));
    });
  };
  all_primes(base.numerator, 1);
  all_primes(base.denominator, -1);
  return true;
}

/// A number goes out of a root as far as it is a power: sqrt(8 x) is 2 sqrt(2 x), (4 x)^(3/2) is 8 x^(3/2).
constexpr node_id canonical_form::without_power_in_root(factors& to, rational coefficient, node_id id, rational exponent) {
  std::intmax_t const n = exponent.denominator;
  auto const largest_power_within = [&](std::intmax_t number) {
    std::intmax_t result = 1;
    for_each_prime(number < 0 ? -number : number, [&](std::intmax_t p, std::intmax_t multiplicity) {
      std::intmax_t const root = p > largest_prime ? integer_root(p, n) : -1;
      if (root > 0) result *= root;
      for (; multiplicity >= n; multiplicity -= n) result *= p;
    });
    return result;
  };
  rational const base{largest_power_within(coefficient.numerator), largest_power_within(coefficient.denominator)};
  if (base.numerator == 1 && base.denominator == 1) return id;
  to.number = known(multiplied(to.number, known(nabla::detail::powered(base, {exponent.numerator, 1}))));
  return scaled(known(nabla::detail::powered(base, {-n, 1})), id);
}

/// A cube root: cubes of numbers and of factors go out of it, cbrt(8 x^4) is 2 x cbrt(x). No node where there are none.
constexpr node_id canonical_form::cube_root(node_id operand) {
  factors outside;
  rational const number = g_.is(operand, info_of<plus>) ? content(operand) : coefficient_of(g_, operand);
  node_id const rest = without_power_in_root(outside, number, operand, {1, 3});
  growable<node_id> inside;
  inside.push(g_.constant(coefficient_of(g_, rest)));
  bool changed = rest != operand;
  for (std::size_t i = 0; i < factor_count(g_, rest); ++i) {
    factor const f = factor_at(g_, rest, i);
    bool const whole = g_.is_constant(f.exponent) && is_integer(g_.constant_value(f.exponent));
    std::intmax_t const cubes = whole ? g_.constant_value(f.exponent).numerator / 3 : 0;
    multiply(outside, f.base, {cubes, 1});
    inside.push(g_.is_constant(f.exponent) ? powered(f.base, known(subtracted(g_.constant_value(f.exponent), {3 * cubes, 1})))
                                           : g_.apply(info_of<power>, f.base, f.exponent));
    changed = changed || cubes != 0;
  }
  if (!changed) return no_node;
  multiply(outside, function(info_of<cbrt_op>, product(inside)), {1, 1});
  return build(outside);
}

// --- exponentials and logarithms

/// exp(u) exp(v) is exp(u + v), exp(y log(b)) is b^y, exp(2) is e^2. A logarithm stays in an exponent that is a sum: exp(u + log(v))
/// can be finite where exp(u) v is not.
constexpr void canonical_form::collect_exponentials(factors& from) {
  while (from.exponents.size() != 0) {
    node_id const total = sum(from.exponents);
    from.exponents.shrink(0);
    if (g_.is_constant(total, 0) || raise_logarithm(from, total)) continue;
    if (g_.is_constant(total)) {
      from.items.push({g_.apply(info_of<e_op>, nullptr, 0), total});
    } else {
      from.items.push({g_.apply(info_of<exp_op>, total), g_.one()});
    }
  }
}

/// A factor exp(y log(b)) as b^y, where there is one logarithm.
constexpr bool canonical_form::raise_logarithm(factors& to, node_id exponent) {
  node_id logarithm = no_node;
  for (std::size_t i = 0; i < factor_count(g_, exponent); ++i) {
    factor const f = factor_at(g_, exponent, i);
    if (!g_.is(f.base, info_of<log_op>)) continue;
    if (logarithm != no_node || !g_.is_constant(f.exponent, 1)) return false;
    logarithm = f.base;
  }
  if (logarithm == no_node) return false;
  node_id const base = g_.operand(logarithm, 0), rest = product(exponent, powered(logarithm, {-1, 1}));
  if (!joins_ && g_.is_constant(base) && !g_.is_constant(rest)) return false;  // 2^x 3^x and 6^x are exponentials of one sum
  if (g_.is_constant(rest)) {
    multiply(to, base, g_.constant_value(rest));
  } else {
    to.items.push({base, rest});
  }
  return true;
}

constexpr node_id canonical_form::exponential(node_id exponent) {
  factors single;
  single.exponents.push(exponent);
  return build(single);
}

/// log(exp(u) v) is u + log(v), and log(u^n) is n log(u), with abs(u) for even n.
constexpr node_id canonical_form::logarithm(node_id operand) {
  if (g_.is_constant(operand, 1)) return g_.constant(0);
  growable<node_id> terms, others;
  if (g_.is(operand, info_of<times>)) {
    for (std::size_t i = 0; i < g_.count(operand); ++i) {
      node_id const part = g_.operand(operand, i);
      (g_.is(part, info_of<exp_op>) ? terms : others).push(g_.is(part, info_of<exp_op>) ? g_.operand(part, 0) : part);
    }
    if (terms.size() != 0) {
      terms.push(logarithm(product(others)));
      return sum(terms);
    }
  }
  if (g_.is(operand, info_of<exp_op>)) return g_.operand(operand, 0);
  if (g_.is(operand, info_of<e_op>)) return g_.one();
  whole_power power_of_base{operand, {1, 1}};
  if (g_.is(operand, info_of<times>)) power_of_base = power_of_all(operand);
  if (g_.is(operand, info_of<power>)) {
    node_id const base = g_.operand(operand, 0), exponent = g_.operand(operand, 1);
    if (g_.is_constant(exponent)) {
      power_of_base = {base, g_.constant_value(exponent)};
    } else if (is_nonnegative(base)) {
      return product(exponent, logarithm(base));
    }
  }
  if (!is_integer(power_of_base.exponent, 1)) {
    node_id const base = is_even_integer(power_of_base.exponent) ? magnitude(power_of_base.base) : power_of_base.base;
    return scaled(power_of_base.exponent, logarithm(base));
  }
  return g_.apply(info_of<log_op>, operand);
}

// --- signs

constexpr bool canonical_form::is_nonnegative(node_id id, int depth) const {
  if (g_.is_constant(id)) return g_.constant_value(id).numerator >= 0;
  if (g_.is(id, info_of<exp_op>) || g_.is(id, info_of<abs_op>) || g_.is(id, info_of<cosh_op>) || g_.is(id, info_of<pi_op>) ||
      g_.is(id, info_of<e_op>)) {
    return true;
  }
  if (depth == 0) return false;
  if (g_.is(id, info_of<power>)) {
    node_id const exponent = g_.operand(id, 1);
    bool const even = g_.is_constant(exponent) && (is_even_integer(g_.constant_value(exponent)) || g_.constant_value(exponent).denominator != 1);
    return even || is_nonnegative(g_.operand(id, 0), depth - 1);
  }
  if (!g_.is(id, info_of<plus>) && !g_.is(id, info_of<times>)) return false;
  for (std::size_t i = 0; i < g_.count(id); ++i) {
    if (!is_nonnegative(g_.operand(id, i), depth - 1)) return false;
  }
  return true;
}

/// The absolute value: that of each factor, and powers of it.
constexpr node_id canonical_form::magnitude(node_id operand) {
  if (is_nonnegative(operand)) return operand;
  if (g_.is_constant(operand)) return g_.constant(negated(g_.constant_value(operand)));
  if (g_.is(operand, info_of<power>)) {
    rational const exponent = g_.is_constant(g_.operand(operand, 1)) ? g_.constant_value(g_.operand(operand, 1)) : rational{1, 2};
    if (is_integer(exponent)) return powered(magnitude(g_.operand(operand, 0)), exponent);
  }
  growable<node_id> parts;
  if (g_.is(operand, info_of<times>)) {
    for (std::size_t i = 0; i < g_.count(operand); ++i) parts.push(magnitude(g_.operand(operand, i)));
  } else if (g_.is(operand, info_of<plus>)) {
    rational const common = content(operand);
    if (overflowed_) return operand;
    parts.push(g_.constant(common.numerator < 0 ? negated(common) : common));
    parts.push(g_.apply(info_of<abs_op>, scaled(known(divided({1, 1}, common)), operand)));
  }
  return parts.size() == 0 ? g_.apply(info_of<abs_op>, operand) : product(parts);
}

/// A product with u for each factor abs(u): an even function has the same value there.
constexpr node_id canonical_form::without_magnitudes(node_id operand) {
  if (g_.is(operand, info_of<abs_op>)) return g_.operand(operand, 0);
  if (!g_.is(operand, info_of<times>)) return operand;
  growable<node_id> factors;
  for (std::size_t i = 0; i < g_.count(operand); ++i) {
    node_id const part = g_.operand(operand, i);
    factors.push(g_.is(part, info_of<abs_op>) ? g_.operand(part, 0) : part);
  }
  return product(factors);
}

// --- functions of one another

/// The value of a function where its operand tells it, or no node.
constexpr node_id canonical_form::known_function(operation_info const& operation, node_id operand) {
  if (operation.undoes != 0 && g_.count(operand) == 1 && g_.kind(operand) == operation.undoes) return g_.operand(operand, 0);
  std::uint64_t const id = operation.id;
  if (operation.is_even && id != info_of<abs_op>.id) {
    if (node_id const plain = without_magnitudes(operand); plain != operand) {
      growable<node_id> operands(1, plain);
      return function(operation, operands);
    }
  }
  if (id == info_of<exp_op>.id) return exponential(operand);
  if (id == info_of<log_op>.id) return logarithm(operand);
  if (id == info_of<abs_op>.id) return magnitude(operand);
  if (id == kind_of_operation<acosh_op> && g_.is(operand, info_of<cosh_op>)) return magnitude(g_.operand(operand, 0));
  if (id == info_of<cbrt_op>.id) return cube_root(operand);
  if (id == kind_of_operation<sec_op> || id == kind_of_operation<csc_op> || id == info_of<cot_op>.id || id == info_of<sech_op>.id ||
      id == info_of<csch_op>.id || id == info_of<coth_op>.id) {
    factors single;
    multiply_function(single, g_.apply(operation, operand), {1, 1});
    return build(single);
  }
  if (id == info_of<sin_op>.id || id == info_of<cos_op>.id || id == info_of<tan_op>.id) return at_angle(operation, operand);
  if ((id == kind_of_operation<asin_op> || id == kind_of_operation<atan_op>) && g_.is_fixed(operand)) {
    operation_info const& undone = id == kind_of_operation<asin_op> ? info_of<sin_op> : info_of<tan_op>;
    for (std::intmax_t const part : {6, 4, 3, 2}) {
      node_id const angle = scaled({1, part}, g_.apply(info_of<pi_op>, nullptr, 0));
      if (operand == (part == 2 && id == kind_of_operation<atan_op> ? no_node : function(undone, angle))) return angle;
    }
  }
  return no_node;
}

/// sin, cos, tan where the angle is a known part of pi, or has a term of quarter turns; no node elsewhere.
constexpr node_id canonical_form::at_angle(operation_info const& operation, node_id angle) {
  auto const is_turn = [&](node_id id) {
    return factor_count(g_, id) == 1 && !g_.is_constant(id) && g_.is(factor_at(g_, id, 0).base, info_of<pi_op>) &&
           g_.is_constant(factor_at(g_, id, 0).exponent, 1);
  };
  node_id turn = is_turn(angle) ? angle : no_node;
  for (std::size_t i = 0; turn == no_node && g_.is(angle, info_of<plus>) && i < g_.count(angle); ++i) {
    if (is_turn(g_.operand(angle, i))) turn = g_.operand(angle, i);
  }
  if (turn == no_node || 12 % coefficient_of(g_, turn).denominator != 0) return no_node;
  rational const part = coefficient_of(g_, turn);
  constexpr std::intmax_t whole = 24;
  std::intmax_t twenty_fourths = part.numerator % (2 * part.denominator) * (12 / part.denominator);
  if (twenty_fourths < 0) twenty_fourths += whole;
  if (operation.id == info_of<tan_op>.id) {
    if (turn != angle && twenty_fourths % 6 != 0) return no_node;
    node_id const sine = function(info_of<sin_op>, angle), cosine = function(info_of<cos_op>, angle);
    bool const known = !g_.is(sine, info_of<sin_op>) || turn != angle;
    return known && !g_.is_constant(cosine, 0) ? product(sine, powered(cosine, {-1, 1})) : no_node;
  }
  if (operation.id == info_of<cos_op>.id) twenty_fourths = (twenty_fourths + 6) % whole;  // cos(u) is sin(u + pi/2)
  bool const negative = twenty_fourths >= 12;
  twenty_fourths %= 12;
  rational const sign{negative ? -1 : 1, 1};
  if (turn != angle) {
    if (twenty_fourths % 6 != 0) return no_node;
    growable<node_id> rest;
    for (std::size_t i = 0; i < g_.count(angle); ++i) {
      if (g_.operand(angle, i) != turn) rest.push(g_.operand(angle, i));
    }
    return scaled(sign, function(twenty_fourths == 0 ? info_of<sin_op> : info_of<cos_op>, sum(rest)));
  }
  if (twenty_fourths > 6) twenty_fourths = 12 - twenty_fourths;
  auto const root = [&](std::intmax_t of) { return scaled(known(multiplied(sign, {1, 2})), powered(g_.constant(of), {1, 2})); };
  switch (twenty_fourths) {
    case 0: return g_.constant(0);
    case 2: return g_.constant(known(multiplied(sign, {1, 2})));
    case 3: return root(2);
    case 4: return root(3);
    case 6: return g_.constant(sign);
    default: return no_node;
  }
}

/// The angle of a point on an axis or a diagonal; no node elsewhere.
constexpr node_id canonical_form::angle_of(node_id y, node_id x) {
  if (!g_.is_constant(y) || !g_.is_constant(x)) return no_node;
  rational const above = g_.constant_value(y), right = g_.constant_value(x);
  bool const on_axis = above.numerator == 0 || right.numerator == 0;
  if ((!on_axis && !equal_magnitude(above, right)) || (above.numerator == 0 && right.numerator == 0)) return no_node;
  std::intmax_t const from_axis = above.numerator == 0 ? 0 : on_axis ? 2 : 1;  // of 45 degrees
  std::intmax_t const size = right.numerator < 0 ? 4 - from_axis : from_axis;
  return scaled({above.numerator < 0 ? -size : size, 4}, g_.apply(info_of<pi_op>, nullptr, 0));
}

/// sec, csc, cot and their hyperbolic kin meet others as powers of cos, sin, tan; the cubes in a power of a cube root are its operand.
constexpr bool canonical_form::multiply_function(factors& to, node_id id, rational exponent) {
  if (g_.count(id) != 1 || !is_integer(exponent)) return false;
  auto const reciprocal = [&](operation_info const& of) {
    node_id const other = function(of, g_.operand(id, 0));
    if (g_.is_constant(other, 0)) return false;
    multiply(to, other, negated(exponent));
    return true;
  };
  if (g_.kind(id) == kind_of_operation<sec_op>) return reciprocal(info_of<cos_op>);
  if (g_.kind(id) == kind_of_operation<csc_op>) return reciprocal(info_of<sin_op>);
  if (g_.is(id, info_of<cot_op>)) return reciprocal(info_of<tan_op>);
  if (g_.is(id, info_of<sech_op>)) return reciprocal(info_of<cosh_op>);
  if (g_.is(id, info_of<csch_op>)) return reciprocal(info_of<sinh_op>);
  if (g_.is(id, info_of<coth_op>)) return reciprocal(info_of<tanh_op>);
  std::intmax_t const cubes = exponent.numerator / 3;
  if (!g_.is(id, info_of<cbrt_op>) || cubes == 0) return false;
  multiply(to, g_.operand(id, 0), {cubes, 1});
  if (std::intmax_t const rest = exponent.numerator - 3 * cubes; rest != 0) to.items.push({id, g_.constant(rest)});
  return true;
}

/// sinh^s cosh^c tanh^t with the least exponents. All of them at once by sinh and cosh would overflow where tanh is 1.
constexpr void canonical_form::join_hyperbolic(std::intmax_t& s, std::intmax_t& c, std::intmax_t& t) {
  auto const opposite = [](std::intmax_t a, std::intmax_t b) { return (a > 0 && b < 0) || (a < 0 && b > 0); };
  while (true) {
    if (opposite(s, c)) {  // sinh / cosh = tanh
      std::intmax_t const sign = s > 0 ? 1 : -1;
      s -= sign, c += sign, t += sign;
    } else if (opposite(t, s)) {  // tanh / sinh = 1 / cosh
      std::intmax_t const sign = t > 0 ? 1 : -1;
      t -= sign, s += sign, c -= sign;
    } else if (opposite(t, -c)) {  // tanh cosh = sinh
      std::intmax_t const sign = t > 0 ? 1 : -1;
      t -= sign, c -= sign, s += sign;
    } else {
      return;
    }
  }
}

/// The factors of a product that are functions of one operand meet: sin/cos is tan, abs(u)/u is sign(u), u/cbrt(u) is cbrt(u)^2; roots of numbers with equal
/// exponents are one. Whether that changed anything.
constexpr bool canonical_form::join_functions(growable<factor>& factors) {
  bool changed = false;
  growable<factor> joined;
  auto const whole_exponent = [&](factor const& f) { return g_.is_constant(f.exponent) && is_integer(g_.constant_value(f.exponent)); };
  auto const take = [&](node_id base) {  // the exponent of a factor, which goes
    for (factor& f : factors) {
      if (f.base != base || !whole_exponent(f)) continue;
      std::intmax_t const exponent = g_.constant_value(f.exponent).numerator;
      f.exponent = g_.constant(0);
      return exponent;
    }
    return std::intmax_t{0};
  };
  auto const is_root = [&](node_id base) {
    for (factor const& f : factors) {
      if (f.base == base && g_.is_constant(f.exponent) && !is_integer(g_.constant_value(f.exponent))) return true;
    }
    return false;
  };
  auto const put = [&](node_id base, std::intmax_t exponent) {
    if (exponent != 0) joined.push({base, g_.constant(exponent)});
  };
  for (std::size_t i = 0; i < factors.size(); ++i) {
    factor const f = factors[i];
    if (g_.is_constant(f.exponent, 0)) continue;
    if (g_.is_constant(f.base) && g_.is_constant(f.exponent)) {
      for (std::size_t k = i + 1; k < factors.size() && g_.is_constant(factors[k].base); ++k) {
        if (factors[k].exponent != factors[i].exponent || g_.is_constant(factors[k].exponent, 0)) continue;
        exact const both = multiplied(g_.constant_value(factors[i].base), g_.constant_value(factors[k].base));
        if (!both.known) continue;
        factors[i].base = g_.constant(both.value);
        factors[k].exponent = g_.constant(0);
        changed = true;
      }
      continue;
    }
    if (g_.count(f.base) != 1 || !whole_exponent(f)) continue;
    node_id const u = g_.operand(f.base, 0);
    bool const circular = g_.is(f.base, info_of<sin_op>) || g_.is(f.base, info_of<cos_op>) || g_.is(f.base, info_of<tan_op>);
    bool const hyperbolic = g_.is(f.base, info_of<sinh_op>) || g_.is(f.base, info_of<cosh_op>) || g_.is(f.base, info_of<tanh_op>);
    if (joins_ && (circular || hyperbolic)) {
      node_id const sine = g_.apply(circular ? info_of<sin_op> : info_of<sinh_op>, u);
      node_id const cosine = g_.apply(circular ? info_of<cos_op> : info_of<cosh_op>, u);
      node_id const tangent = g_.apply(circular ? info_of<tan_op> : info_of<tanh_op>, u);
      std::intmax_t s = take(sine), c = take(cosine), t = take(tangent);
      std::intmax_t const before[] = {s, c, t};
      if (circular) {
        s += t, c -= t, t = 0;
        if (s == -c) t = s, s = c = 0;
      } else {
        join_hyperbolic(s, c, t);
      }
      changed = changed || s != before[0] || c != before[1] || t != before[2] || t < 0 || (hyperbolic && (s < 0 || c < 0));
      auto const put_or = [&](node_id function, std::intmax_t exponent, operation_info const& reciprocal) {
        put(exponent < 0 ? g_.apply(reciprocal, u) : function, exponent < 0 ? -exponent : exponent);
      };
      put_or(tangent, t, circular ? info_of<cot_op> : info_of<coth_op>);
      if (circular) {
        put(sine, s), put(cosine, c);
      } else {  // as functions of their own: the square in the derivative of 1/cosh would overflow
        put_or(sine, s, info_of<csch_op>), put_or(cosine, c, info_of<sech_op>);
      }
    } else if (g_.is(f.base, info_of<cbrt_op>)) {  // x / cbrt(x)^2 is cbrt(x)
      std::intmax_t const whole = take(u), thirds = take(f.base) + 3 * whole;
      changed = changed || thirds / 3 != whole;
      put(u, thirds / 3), put(f.base, thirds % 3);
    } else if (g_.is(f.base, info_of<abs_op>) || g_.is(f.base, info_of<sign_op>)) {
      if (is_root(u)) {  // of what is not negative, then
        take(g_.apply(info_of<sign_op>, u));
        std::intmax_t const power = take(g_.apply(info_of<abs_op>, u));
        for (factor& root : factors) {
          if (root.base == u) root.exponent = g_.constant(known(added(g_.constant_value(root.exponent), {power, 1})));
        }
        changed = true;
        continue;
      }
      std::intmax_t p = take(g_.apply(info_of<sign_op>, u)), q = take(g_.apply(info_of<abs_op>, u)), r = take(u);
      std::intmax_t const before[] = {p, q, r};
      if (p < 0) p = -p;  // 1/sign(u) is sign(u), but at 0
      if (p > 2) p = p % 2 ? 1 : 2;
      while (q > 1) q -= 2, r += 2;
      while (q < -1) q += 2, r -= 2;
      while (p > 0 && (q != 0 || r > 0)) {
        --p;
        if (q > 0) {  // sign(u) abs(u) = u
          --q, ++r;
        } else if (q < 0) {  // sign(u) / abs(u) = 1 / u
          ++q, --r;
        } else {  // sign(u) u = abs(u)
          ++q, --r;
        }
      }
      if (q == -1 && r >= 2) q = 1, r -= 2;   // u^2 / abs(u) = abs(u)
      if (q == 1 && r <= -2) q = -1, r += 2;  // abs(u) / u^2 = 1 / abs(u)
      if (p == 0 && q == -r && q != 0) p = 1, q = r = 0;  // u / abs(u) = sign(u), but at 0
      changed = changed || p != before[0] || q != before[1] || r != before[2];
      put(g_.apply(info_of<sign_op>, u), p), put(g_.apply(info_of<abs_op>, u), q), put(u, r);
    }
  }
  if (!changed && joined.size() == 0) return false;
  growable<factor> kept;
  for (factor const& f : factors) {
    if (!g_.is_constant(f.exponent, 0)) kept.push(f);
  }
  for (factor const& f : joined) kept.push(f);
  factors.shrink(0);
  for (factor const& f : kept) factors.push(f);
  return true;
}

// --- sums

/// Squares meet in a sum: a sin(u)^2 + a cos(u)^2 is a, and a - a sin(u)^2 is a cos(u)^2; with cosh(u)^2 - sinh(u)^2 likewise. Only
/// where there are fewer terms afterwards. Whether that changed anything; terms are then to be ordered again.
constexpr bool canonical_form::join_squares(terms& sum) {
  if (sum.items.size() + (sum.number.numerator != 0 ? 1 : 0) < 2) return false;
  auto const coefficient = [&](node_id rest) {
    if (g_.is_constant(rest, 1)) return sum.number;
    for (term const& t : sum.items) {
      if (t.rest == rest) return t.coefficient;
    }
    return rational{0, 1};
  };
  auto const is_zero = [](rational r) { return r.numerator == 0; };
  for (std::size_t i = 0; i < sum.items.size(); ++i) {
    for (std::size_t k = 0; k < factor_count(g_, sum.items[i].rest); ++k) {
      factor const f = factor_at(g_, sum.items[i].rest, k);
      bool const circular = g_.is(f.base, info_of<sin_op>) || g_.is(f.base, info_of<cos_op>);
      if (!circular && !g_.is(f.base, info_of<sinh_op>) && !g_.is(f.base, info_of<cosh_op>)) continue;
      if (!g_.is_constant(f.exponent) || !is_integer(g_.constant_value(f.exponent)) || g_.constant_value(f.exponent).numerator < 2) continue;
      node_id const u = g_.operand(f.base, 0);
      node_id const rest = product(sum.items[i].rest, powered(f.base, {-2, 1}));
      node_id const sine = product(rest, powered(g_.apply(circular ? info_of<sin_op> : info_of<sinh_op>, u), {2, 1}));
      node_id const cosine = product(rest, powered(g_.apply(circular ? info_of<cos_op> : info_of<cosh_op>, u), {2, 1}));
      // a + s S^2 + c C^2, where C^2 = 1 - S^2, or 1 + S^2
      rational const a = coefficient(rest), s = coefficient(sine), c = coefficient(cosine);
      rational const sign{circular ? 1 : -1, 1};
      rational const without_c[] = {known(added(a, c)), known(subtracted(s, known(multiplied(sign, c))))};
      rational const without_s[] = {known(added(a, known(multiplied(sign, s)))), known(subtracted(c, known(multiplied(sign, s))))};
      auto const count = [&](rational const* two) { return (is_zero(two[0]) ? 0 : 1) + (is_zero(two[1]) ? 0 : 1); };
      int const before = (is_zero(a) ? 0 : 1) + (is_zero(s) ? 0 : 1) + (is_zero(c) ? 0 : 1);
      int const with_s = count(without_c), with_c = count(without_s);
      if (overflowed_ || (with_s >= before && with_c >= before)) continue;
      bool const by_s = with_s != with_c ? with_s < with_c : without_c[1].numerator > 0;
      rational const* const made = by_s ? without_c : without_s;
      std::size_t kept = 0;
      for (term const& t : sum.items) {
        if (t.rest != rest && t.rest != sine && t.rest != cosine) sum.items[kept++] = t;
      }
      sum.items.shrink(kept);
      if (g_.is_constant(rest, 1)) sum.number = {0, 1};
      add(sum, made[0], rest);
      add(sum, made[1], by_s ? sine : cosine);
      return true;
    }
  }
  return false;
}

/// How often a sum is in the denominator of a product.
constexpr std::intmax_t canonical_form::power_in_denominator(node_id base, node_id rest) {
  for (std::size_t k = 0; k < factor_count(g_, rest); ++k) {
    factor const f = factor_at(g_, rest, k);
    if (f.base != base || !g_.is_constant(f.exponent) || !is_integer(g_.constant_value(f.exponent))) continue;
    return g_.constant_value(f.exponent).numerator < 0 ? -g_.constant_value(f.exponent).numerator : 0;
  }
  return 0;
}

/// Quotients by different powers of one sum meet in a sum, where there are fewer terms afterwards: 1/(e^x + 1) - e^x/(e^x + 1)^2 is 1/(e^x + 1)^2, where the
/// difference of both would be lost to rounding. Whether that changed anything; terms are then to be ordered again.
constexpr bool canonical_form::join_fractions(terms& sum) {
  constexpr std::intmax_t largest_power = 4;
  constexpr std::size_t most_terms = 16;
  for (std::size_t i = 0; i < sum.items.size() && sum.items.size() > 1; ++i) {
    for (std::size_t k = 0; k < factor_count(g_, sum.items[i].rest); ++k) {
      node_id const base = factor_at(g_, sum.items[i].rest, k).base;
      std::intmax_t const power = g_.is(base, info_of<plus>) ? power_in_denominator(base, sum.items[i].rest) : 0;
      if (power < 2 || power > largest_power) continue;
      // All over base^power.
      terms numerator, others;
      std::size_t members = 0;
      bool fits = true, differ = false;
      for (term const& t : sum.items) {
        std::intmax_t const own = power_in_denominator(base, t.rest);
        if (own == 0) {
          others.items.push(t);
          continue;
        }
        ++members;
        fits = fits && own <= power;
        differ = differ || own != power;
        if (!fits) break;
        growable<node_id> expanded(1, product(t.rest, powered(base, {own, 1}))), next;
        for (std::intmax_t n = own; n < power && expanded.size() <= most_terms; ++n) {
          next.shrink(0);
          for (node_id factor : expanded) {
            for (std::size_t j = 0; j < g_.count(base); ++j) next.push(product(factor, g_.operand(base, j)));
          }
          expanded.shrink(0);
          for (node_id factor : next) expanded.push(factor);
        }
        fits = fits && expanded.size() <= most_terms;
        for (node_id factor : expanded) add(numerator, t.coefficient, factor);
      }
      if (!fits || !differ || overflowed_) continue;
      node_id const joined = build(numerator);
      std::size_t const count = g_.is(joined, info_of<plus>) ? g_.count(joined) : g_.is_constant(joined, 0) ? 0 : 1;
      if (count >= members) continue;
      node_id const denominator = powered(base, {-power, 1});
      sum.items.shrink(0);
      for (term const& t : others.items) sum.items.push(t);
      for (std::size_t j = 0; j < count; ++j) {
        add(sum, {1, 1}, product(g_.is(joined, info_of<plus>) ? g_.operand(joined, j) : joined, denominator));
      }
      return true;
    }
  }
  return false;
}

}  // namespace nabla::detail
