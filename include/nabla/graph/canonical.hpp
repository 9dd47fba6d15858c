#pragma once

#include <nabla/graph/order.hpp>
#include <nabla/rules/trigonometric.hpp>

namespace nabla::detail {

// Canonical form: sums and products are flat, in order, with like terms and equal powers collected and exact rational numbers;
// differences, quotients, negation, square roots and squares are sums, products and powers. A sum that is a factor has
// integer coefficients without common divisor, the first one positive; a number times a sum is distributed. A product has one
// exponential; roots of numbers are roots of whole numbers without powers in them. What functions do to each other, log(exp(u)) and
// sin(u)^2 + cos(u)^2, is said in canonical_functions.hpp.
// Each step keeps every finite value; it may extend the domain (x/x is 1). REWRITING.md lists them.

/// How far functions of one operand are put together: `joined`, as people write them, sin/cos as tan; `separate`, for proofs that
/// count on sin and cos alone.
enum class functions { joined, separate };

/// Brings nodes of one graph to canonical form. Each node is visited once.
class canonical_form {
 public:
  constexpr explicit canonical_form(graph& g, functions of_one_operand = functions::joined)
      : g_(g), joins_(of_one_operand == functions::joined) {}

  /// Whether a number did not fit 64 bits. What was made before is then worthless, and nodes come back as they were given.
  constexpr bool overflowed() const { return overflowed_; }

  constexpr node_id operator()(node_id id) {
    if (known_form(id) != no_node) return forms_[id];
    growable<std::uint32_t> const uses = count_uses(g_, growable<node_id>(1, id));
    for (node_id i = 0; i <= id; ++i) {
      if (uses[i] && known_form(i) == no_node && !overflowed_) remember(i, form(i));
    }
    return overflowed_ ? id : forms_[id];
  }

  /// Canonical sum of canonical nodes.
  constexpr node_id sum(growable<node_id> const& summands) {
    terms collected;
    for (node_id summand : summands) add(collected, {1, 1}, summand);
    return build(collected);
  }
  /// Canonical product of canonical nodes.
  constexpr node_id product(growable<node_id> const& operands) {
    factors collected;
    for (node_id operand : operands) multiply(collected, operand, {1, 1});
    return build(collected);
  }
  constexpr node_id product(node_id a, node_id b) {
    growable<node_id> operands;
    operands.push(a);
    operands.push(b);
    return product(operands);
  }
  /// Canonical power of a canonical node by a number.
  constexpr node_id powered(node_id base, rational exponent) {
    factors collected;
    multiply(collected, base, exponent);
    return build(collected);
  }
  constexpr node_id scaled(rational coefficient, node_id id) {
    terms collected;
    add(collected, coefficient, id);
    return build(collected);
  }

  /// The rational number that a sum is a multiple of: what remains has coprime integer coefficients, the first one positive.
  constexpr rational content(node_id id) {
    rational const first = coefficient_of(g_, g_.operand(id, 0));
    std::intmax_t numerator = 0, denominator = 1;
    for (std::size_t i = 0; i < g_.count(id); ++i) {
      rational const coefficient = coefficient_of(g_, g_.operand(id, i));
      numerator = common_divisor(numerator, coefficient.numerator);
      denominator = known(multiplied({denominator / common_divisor(denominator, coefficient.denominator), 1},
                                     {coefficient.denominator, 1}))
                        .numerator;
      if (overflowed_) return {1, 1};
    }
    return {first.numerator < 0 ? -numerator : numerator, denominator};
  }

  /// Whether a node is nowhere negative, as far as is easily seen.
  constexpr bool is_nonnegative(node_id id, int depth = 4) const;

 private:
  struct term {
    node_id rest;
    rational coefficient;
    rational degree;
  };
  struct terms {
    growable<term> items;
    rational number{0, 1};
  };
  struct factors {
    growable<factor> items;
    rational number{1, 1};
    growable<node_id> exponents;  // of e: their sum is the exponent of one exponential
  };

  constexpr rational known(exact value) {
    if (!value.known) overflowed_ = true;
    return value.value;
  }

  constexpr node_id known_form(node_id id) const { return id < forms_.size() ? forms_[id] : no_node; }
  constexpr void remember(node_id id, node_id canonical) {
    forms_.resize(g_.size(), no_node);
    forms_[id] = canonical;
    forms_[canonical] = canonical;
  }

  // --- sums

  constexpr void add(terms& to, rational coefficient, node_id id) {
    if (coefficient.numerator == 0) return;
    if (g_.is_constant(id)) {
      to.number = known(added(to.number, known(multiplied(coefficient, g_.constant_value(id)))));
    } else if (g_.is(id, info_of<plus>)) {
      for (std::size_t i = 0; i < g_.count(id); ++i) add(to, coefficient, g_.operand(id, i));
    } else {
      node_id const rest = without_coefficient(id);
      to.items.push({rest, known(multiplied(coefficient, coefficient_of(g_, id))), degree_of(g_, rest)});
    }
  }

  constexpr node_id without_coefficient(node_id id) {
    if (!g_.is(id, info_of<times>) || !g_.is_constant(g_.operand(id, 0))) return id;
    if (g_.count(id) == 2) return g_.operand(id, 1);
    growable<node_id> rest;
    for (std::size_t i = 1; i < g_.count(id); ++i) rest.push(g_.operand(id, i));
    return g_.apply(info_of<times>, rest.data(), rest.size());
  }

  /// coefficient * rest, where rest is neither a sum nor a number and has no coefficient of its own.
  constexpr node_id with_coefficient(rational coefficient, node_id rest) {
    if (is_integer(coefficient, 1)) return rest;
    growable<node_id> operands;
    operands.push(g_.constant(coefficient));
    if (g_.is(rest, info_of<times>)) {
      for (std::size_t i = 0; i < g_.count(rest); ++i) operands.push(g_.operand(rest, i));
    } else {
      operands.push(rest);
    }
    return g_.apply(info_of<times>, operands.data(), operands.size());
  }

  constexpr node_id build(terms& from) {
    if (from.items.size() > 1) {
      sort(from.items, [&](term const& a, term const& b) {
        int const degrees = compare(b.degree, a.degree);
        return degrees ? degrees < 0 : compare_terms_of_equal_degree(g_, a.rest, b.rest) < 0;
      });
    }
    growable<node_id> operands;
    std::size_t different = 0;
    for (std::size_t i = 0; i < from.items.size();) {
      term like = from.items[i];
      for (++i; i < from.items.size() && from.items[i].rest == like.rest; ++i) {
        like.coefficient = known(added(like.coefficient, from.items[i].coefficient));
      }
      if (like.coefficient.numerator != 0) from.items[different++] = like;
    }
    from.items.shrink(different);
    for (term const& t : from.items) {
      if (g_.is(t.rest, info_of<power>) && g_.is_constant(g_.operand(t.rest, 0), 0)) return t.rest;  // 1/0, whatever is added
    }
    if (joins_ && (join_squares(from) || join_fractions(from))) return build(from);
    for (term const& t : from.items) operands.push(with_coefficient(t.coefficient, t.rest));
    if (from.number.numerator != 0 || operands.size() == 0) operands.push(g_.constant(from.number));
    if (operands.size() == 1) return operands[0];
    return g_.apply(info_of<plus>, operands.data(), operands.size());
  }

  // --- products

  constexpr void multiply(factors& to, node_id id, rational exponent) {
    if (exponent.numerator == 0) return;
    bool const whole = is_integer(exponent);
    if (g_.is_constant(id)) {
      if (exact const value = nabla::detail::powered(g_.constant_value(id), exponent); value.known) {
        to.number = known(multiplied(to.number, value.value));
        return;
      }
      if (!whole && multiply_root(to, g_.constant_value(id), exponent)) return;
      if (g_.is_constant(id, 0)) exponent = {-1, 1};  // every division by 0 is one
    } else if (g_.is(id, info_of<exp_op>)) {
      to.exponents.push(scaled(exponent, g_.operand(id, 0)));
      return;
    } else if (g_.is(id, info_of<e_op>)) {
      to.exponents.push(g_.constant(exponent));
      return;
    } else if (multiply_function(to, id, exponent)) {
      return;
    } else if (g_.is(id, info_of<times>) && whole) {
      for (std::size_t i = 0; i < g_.count(id); ++i) multiply(to, g_.operand(id, i), exponent);
      return;
    } else if (g_.is(id, info_of<power>)) {
      multiply_power(to, id, exponent);
      return;
    } else if (g_.is(id, info_of<plus>)) {
      rational common = content(id);
      if (overflowed_) return;
      if (!whole && common.numerator < 0) common = negated(common);
      // A number goes out of a root where its root is rational: sqrt(1 - x^2/4) is sqrt(4 - x^2)/2.
      if (exact const outside = nabla::detail::powered(common, exponent); outside.known || whole) {
        to.number = known(multiplied(to.number, known(outside)));
        to.items.push({scaled(known(divided({1, 1}, common)), id), g_.constant(exponent)});
        return;
      }
      if (node_id const rest = without_power_in_root(to, common, id, exponent); rest != id) {
        to.items.push({rest, g_.constant(exponent)});
        return;
      }
    } else if (g_.is(id, info_of<times>)) {
      if (whole_power const all = power_of_all(id); !is_integer(all.exponent, 1)) return multiply_power(to, all.base, all.exponent, exponent);
      if (node_id const rest = without_power_in_root(to, coefficient_of(g_, id), id, exponent); rest != id) {
        multiply(to, rest, exponent);
        return;
      }
    } else if (g_.is(id, info_of<abs_op>) && is_even_integer(exponent)) {
      multiply(to, g_.operand(id, 0), exponent);
      return;
    }
    to.items.push({id, g_.constant(exponent)});
  }

  /// (base^inner)^exponent is base^(inner * exponent), but for an even inner power under a root: sqrt(x^2) is abs(x).
  constexpr void multiply_power(factors& to, node_id id, rational exponent) {
    node_id const base = g_.operand(id, 0), inner = g_.operand(id, 1);
    if (g_.is_constant(inner)) {
      multiply_power(to, base, g_.constant_value(inner), exponent);
    } else if (is_integer(exponent)) {
      to.items.push({base, scaled(exponent, inner)});
    } else {
      to.items.push({id, g_.constant(exponent)});
    }
  }

  constexpr void multiply_power(factors& to, node_id base, rational inner, rational exponent) {
    bool const is_root_of_even = is_even_integer(inner) && !is_integer(exponent);
    multiply(to, is_root_of_even ? function(info_of<abs_op>, base) : base, known(multiplied(inner, exponent)));
  }

  struct whole_power {
    node_id base;
    rational exponent;
  };
  /// A product without a number as the highest whole power that it is: x^2 y^-4 as (x y^-2)^2, 1/(x y) as (x y)^-1.
  constexpr whole_power power_of_all(node_id id) {
    std::intmax_t common = 0;
    bool divides = true;
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      node_id const exponent = factor_at(g_, id, i).exponent;
      if (!g_.is_constant(exponent) || !is_integer(g_.constant_value(exponent))) return {id, {1, 1}};
      common = common_divisor(common, g_.constant_value(exponent).numerator);
      divides = divides && g_.constant_value(exponent).numerator < 0;
    }
    if (divides) common = -common;
    if (common == 1 || !is_integer(coefficient_of(g_, id), 1)) return {id, {1, 1}};
    factors base;
    for (std::size_t i = 0; i < factor_count(g_, id); ++i) {
      factor const f = factor_at(g_, id, i);
      multiply(base, f.base, {g_.constant_value(f.exponent).numerator / common, 1});
    }
    return {build(base), {common, 1}};
  }

  /// A whole power of a sum meets a root of a multiple of it: (x^2/5 + 1)^(1/2) (x^2 + 5) is 5 (x^2/5 + 1)^(3/2).
  constexpr void join_roots_of_sums(factors& from) {
    for (factor const& root : from.items) {
      if (!g_.is(root.base, info_of<plus>) || !g_.is_constant(root.exponent) || is_integer(g_.constant_value(root.exponent))) continue;
      rational common = content(root.base);
      if (overflowed_ || is_integer(common, 1)) continue;
      node_id const primitive = scaled(known(divided({1, 1}, common)), root.base);
      for (factor& whole : from.items) {
        if (whole.base != primitive || !g_.is_constant(whole.exponent) || !is_integer(g_.constant_value(whole.exponent))) continue;
        rational const n = g_.constant_value(whole.exponent);
        from.number = known(multiplied(from.number, known(nabla::detail::powered(common, negated(n)))));
        whole.base = root.base;
      }
    }
  }

  constexpr node_id build(factors& from) {
    collect_exponentials(from);
    if (from.items.size() > 1) join_roots_of_sums(from);
    if (from.items.size() > 1) {
      sort(from.items, [&](factor const& a, factor const& b) { return compare_bases(g_, a.base, b.base) < 0; });
    }
    growable<factor> merged;
    bool again = false;
    for (std::size_t i = 0; i < from.items.size();) {
      node_id const base = from.items[i].base;
      growable<node_id> exponents;
      for (; i < from.items.size() && from.items[i].base == base; ++i) exponents.push(from.items[i].exponent);
      node_id const exponent = exponents.size() == 1 ? exponents[0] : sum(exponents);
      if (g_.is_constant(exponent, 0)) continue;
      // What is divided by 0 has no finite value, whatever it is.
      bool const divides = g_.is_constant(exponent) && g_.constant_value(exponent).numerator < 0;
      if (g_.is_constant(base, 0) && divides && from.number.numerator != 0) return g_.apply(info_of<power>, base, g_.constant(-1));
      // Collecting powers can make a whole one of a base that is a product, a number or a sum: sqrt(2) sqrt(2).
      bool const composite = base_rank(g_, base) > 3 || g_.is_constant(base) || g_.is(base, info_of<abs_op>) || g_.is(base, info_of<cbrt_op>);
      again = again || (exponents.size() > 1 && g_.is_constant(exponent) && composite);
      merged.push({base, exponent});
    }
    if (from.number.numerator == 0) return g_.constant(0);
    if (again) {
      factors flat;
      flat.number = from.number;
      for (factor const& f : merged) {
        if (g_.is_constant(f.exponent)) {
          multiply(flat, f.base, g_.constant_value(f.exponent));
        } else {
          flat.items.push(f);
        }
      }
      return build(flat);
    }
    if (join_functions(merged)) {
      sort(merged, [&](factor const& a, factor const& b) { return compare_bases(g_, a.base, b.base) < 0; });
    }
    growable<node_id> operands;
    for (factor const& f : merged) {
      operands.push(g_.is_constant(f.exponent, 1) ? f.base : g_.apply(info_of<power>, f.base, f.exponent));
    }
    if (operands.size() == 0) return g_.constant(from.number);
    if (operands.size() == 1) return scaled(from.number, operands[0]);
    if (is_integer(from.number, 1)) return g_.apply(info_of<times>, operands.data(), operands.size());
    return with_coefficient(from.number, g_.apply(info_of<times>, operands.data(), operands.size()));
  }

  // --- functions

  /// Numbers go out of a strong product; of what is a number itself it is an ordinary one.
  constexpr node_id strong(node_id a, node_id b) {
    if (g_.is_constant(a) || g_.is_fixed(b)) return product(a, b);
    rational const coefficient = known(multiplied(coefficient_of(g_, a), coefficient_of(g_, b)));
    return scaled(coefficient, g_.apply(info_of<strong_product>, without_coefficient(a), without_coefficient(b)));
  }

  constexpr bool leads_negative(node_id id) const {
    return coefficient_of(g_, summand_at(g_, id, 0)).numerator < 0;
  }

  /// A function of canonical operands that is neither a sum nor a product nor a power.
  constexpr node_id function(operation_info const& operation, growable<node_id>& operands) {
    if (exact const value = exact_value_of(g_, operation, operands.data(), operands.size()); value.known) {
      return g_.constant(value.value);
    }
    if ((operation.is_odd || operation.is_even) && operands.size() == 1 && leads_negative(operands[0])) {
      operands[0] = scaled({-1, 1}, operands[0]);
      node_id const mirrored = function(operation, operands);
      return operation.is_odd ? scaled({-1, 1}, mirrored) : mirrored;
    }
    if (operands.size() == 1) {
      if (node_id const known = known_function(operation, operands[0]); known != no_node) return known;
    }
    if (operation.id == info_of<strong_product>.id) return strong(operands[0], operands[1]);
    if (operation.id == info_of<yielding_factor>.id || operation.id == info_of<dominating_factor>.id) return operands[0];
    if (operation.id == info_of<select_op>.id) return make_select(g_, operands[0], operands[1], operands[2]);
    if (operation.id == info_of<not_op>.id) return make_not(g_, operands[0]);
    if (operation.id == info_of<and_op>.id || operation.id == info_of<or_op>.id) {
      return make_junction(g_, operation, operands[0], operands[1]);
    }
    if (operation.id == kind_of_operation<greater_op> || operation.id == kind_of_operation<greater_equal_op>) {
      return g_.apply(*mirrored(operation.id), operands[1], operands[0]);
    }
    if (operation.id == kind_of_operation<atan2_op>) {
      if (node_id const angle = angle_of(operands[0], operands[1]); angle != no_node) return angle;
    }
    bool const is_extreme = operation.id == kind_of_operation<max_op> || operation.id == kind_of_operation<min_op>;
    for (std::size_t k = 0; is_extreme && !joins_ && k < operands.size();) {  // nested ones side by side
      node_id const nested = operands[k];
      if (!g_.is(nested, operation)) {
        ++k;
      } else {
        operands[k] = g_.operand(nested, 0);
        operands.push(g_.operand(nested, 1));
      }
    }
    if (operation.is_commutative) {
      sort(operands, [&](node_id a, node_id b) { return compare_terms(g_, a, b) < 0; });
    }
    if (!is_extreme) return g_.apply(operation, operands.data(), operands.size());
    node_id result = operands[0];
    for (std::size_t k = 1; k < operands.size(); ++k) {
      if (operands[k] != operands[k - 1]) result = g_.apply(operation, result, operands[k]);
    }
    return result;
  }
  constexpr node_id function(operation_info const& operation, node_id a) {
    growable<node_id> operands;
    operands.push(a);
    return function(operation, operands);
  }

  /// Canonical form of a node whose operands have theirs.
  constexpr node_id form(node_id id) {
    if (g_.count(id) == 0) return id;
    operation_info const& operation = *g_.operation(id);
    growable<node_id> operands;
    for (std::size_t k = 0; k < g_.count(id); ++k) operands.push(forms_[g_.operand(id, k)]);
    if (operation.id == info_of<plus>.id) return sum(operands);
    if (operation.id == info_of<minus>.id) {
      operands[1] = scaled({-1, 1}, operands[1]);
      return sum(operands);
    }
    if (operation.id == info_of<negate>.id) return scaled({-1, 1}, operands[0]);
    if (operation.id == info_of<times>.id) return product(operands);
    if (operation.id == info_of<divides>.id) {
      operands[1] = powered(operands[1], {-1, 1});
      return product(operands);
    }
    if (operation.id == info_of<sqrt_op>.id) return powered(operands[0], {1, 2});
    if (operation.id == info_of<power>.id) {
      if (g_.is_constant(operands[1])) {
        rational const exponent = g_.constant_value(operands[1]);
        return exponent.numerator == 0 ? g_.constant(1) : powered(operands[0], exponent);
      }
      if (g_.is_constant(operands[0], 1)) return operands[0];
      if (g_.is(operands[0], info_of<exp_op>)) return exponential(product(g_.operand(operands[0], 0), operands[1]));
      if (g_.is(operands[0], info_of<e_op>)) return exponential(operands[1]);
      return g_.apply(operation, operands.data(), 2);
    }
    return function(operation, operands);
  }

  // --- what functions do to each other: canonical_functions.hpp

  constexpr bool multiply_root(factors& to, rational base, rational exponent);
  constexpr node_id without_power_in_root(factors& to, rational coefficient, node_id id, rational exponent);
  constexpr bool multiply_function(factors& to, node_id id, rational exponent);
  constexpr void collect_exponentials(factors& from);
  constexpr bool raise_logarithm(factors& to, node_id exponent);
  static constexpr void join_hyperbolic(std::intmax_t& s, std::intmax_t& c, std::intmax_t& t);
  constexpr bool join_functions(growable<factor>& factors);
  constexpr bool join_squares(terms& sum);
  constexpr std::intmax_t power_in_denominator(node_id base, node_id rest);
  constexpr bool join_fractions(terms& sum);
  constexpr node_id known_function(operation_info const& operation, node_id operand);
  constexpr node_id exponential(node_id exponent);
  constexpr node_id logarithm(node_id operand);
  constexpr node_id magnitude(node_id operand);
  constexpr node_id without_magnitudes(node_id operand);
  constexpr node_id at_angle(operation_info const& operation, node_id angle);
  constexpr node_id angle_of(node_id y, node_id x);
  constexpr node_id cube_root(node_id operand);

  graph& g_;
  growable<node_id> forms_;
  bool joins_;
  bool overflowed_ = false;
};

}  // namespace nabla::detail

#include <nabla/graph/canonical_functions.hpp>
