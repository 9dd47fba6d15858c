#pragma once

#include <nabla/graph/identities.hpp>
#include <nabla/rules/piecewise.hpp>

namespace nabla::detail {

// The order of canonical terms and factors. It depends on what a node says, never on when it was made, so that equal formulas
// in shuffled order become one; and it is the order in which people write: terms by falling degree and the number last,
// factors as number, named constants, variables by name, functions, sums.

/// The nodes of a canonical graph seen as powers of a base.
struct factor {
  node_id base;
  node_id exponent;
};

constexpr factor as_factor(graph& g, node_id id) {
  if (g.is(id, info_of<power>)) return {g.operand(id, 0), g.operand(id, 1)};
  return {id, g.one()};
}

/// Terms of a canonical node: those of a sum, or the node itself.
constexpr std::size_t summand_count(graph const& g, node_id id) { return g.is(id, info_of<plus>) ? g.count(id) : 1; }
constexpr node_id summand_at(graph const& g, node_id id, std::size_t i) { return g.is(id, info_of<plus>) ? g.operand(id, i) : id; }

/// Factors of a canonical term behind its numeric coefficient.
constexpr std::size_t factor_count(graph const& g, node_id id) {
  if (g.is_constant(id)) return 0;
  if (!g.is(id, info_of<times>)) return 1;
  return g.count(id) - (g.is_constant(g.operand(id, 0)) ? 1 : 0);
}

constexpr factor factor_at(graph& g, node_id id, std::size_t i) {
  if (!g.is(id, info_of<times>)) return as_factor(g, id);
  return as_factor(g, g.operand(id, i + (g.is_constant(g.operand(id, 0)) ? 1 : 0)));
}

constexpr rational coefficient_of(graph const& g, node_id id) {
  if (g.is_constant(id)) return g.constant_value(id);
  if (g.is(id, info_of<times>) && g.is_constant(g.operand(id, 0))) return g.constant_value(g.operand(id, 0));
  return {1, 1};
}

constexpr int base_rank(graph const& g, node_id id) {
  if (g.is_constant(id)) return 0;
  if (g.is_variable(id)) return 2;
  if (g.count(id) == 0) return 1;
  if (g.is(id, info_of<plus>)) return 6;
  if (g.is(id, info_of<times>)) return 5;
  if (g.is(id, info_of<power>)) return 4;
  return 3;
}

constexpr int compare(rational a, rational b) {
  if (a == b) return 0;
  if (a.denominator == 1 && b.denominator == 1) return a.numerator < b.numerator ? -1 : 1;
  return less(a, b) ? -1 : 1;
}
constexpr int compare(std::size_t a, std::size_t b) { return a < b ? -1 : b < a ? 1 : 0; }

constexpr int compare_terms(graph& g, node_id a, node_id b);

constexpr int compare_bases(graph& g, node_id a, node_id b) {
  if (a == b) return 0;
  int const rank = base_rank(g, a) - base_rank(g, b);
  if (rank != 0) return rank < 0 ? -1 : 1;
  if (g.is_constant(a)) return compare(g.constant_value(a), g.constant_value(b));
  if (g.is_variable(a)) {
    int const names = compare(g.variable(a).name, g.variable(b).name);
    return names ? names : compare(g.variable(a).index + 1, g.variable(b).index + 1);
  }
  if (int const names = compare(g.operation(a)->name, g.operation(b)->name)) return names;
  if (int const counts = compare(std::size_t{g.count(a)}, std::size_t{g.count(b)})) return counts;
  for (std::size_t i = 0; i < g.count(a); ++i) {
    if (int const operands = compare_terms(g, g.operand(a, i), g.operand(b, i))) return operands;
  }
  return 0;
}

/// Total degree in the variables, of what is a power with a numeric exponent.
constexpr rational degree_of(graph& g, node_id id) {
  rational degree{0, 1};
  for (std::size_t i = 0; i < factor_count(g, id); ++i) {
    factor const f = factor_at(g, id, i);
    if (!g.is_variable(f.base) || !g.is_constant(f.exponent)) continue;
    if (exact const sum = added(degree, g.constant_value(f.exponent)); sum.known) degree = sum.value;
  }
  return degree;
}

/// The order of terms of equal degree. Terms that differ in their coefficient only are told apart by it last.
constexpr int compare_terms_of_equal_degree(graph& g, node_id a, node_id b) {
  if (a == b) return 0;
  std::size_t const left = factor_count(g, a), right = factor_count(g, b);
  if (left == 0 || right == 0) {
    if (left != right) return left == 0 ? 1 : -1;
    return compare(g.constant_value(a), g.constant_value(b));
  }
  for (std::size_t i = 0; i < left && i < right; ++i) {
    factor const f = factor_at(g, a, i), h = factor_at(g, b, i);
    if (int const bases = compare_bases(g, f.base, h.base)) return bases;
    if (f.exponent == h.exponent) continue;
    if (g.is_constant(f.exponent) && g.is_constant(h.exponent)) {
      return compare(g.constant_value(h.exponent), g.constant_value(f.exponent));
    }
    if (int const exponents = compare_terms(g, f.exponent, h.exponent)) return exponents;
  }
  if (int const counts = compare(left, right)) return counts;
  return compare(coefficient_of(g, a), coefficient_of(g, b));
}

/// -1 where `a` is written before `b`.
constexpr int compare_terms(graph& g, node_id a, node_id b) {
  if (a == b) return 0;
  if (!g.is_constant(a) && !g.is_constant(b)) {
    if (int const degrees = compare(degree_of(g, b), degree_of(g, a))) return degrees;
  }
  return compare_terms_of_equal_degree(g, a, b);
}

}  // namespace nabla::detail
