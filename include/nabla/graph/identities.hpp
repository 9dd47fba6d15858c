#pragma once

#include <nabla/graph/recorded.hpp>
#include <nabla/rules/arithmetic.hpp>
#include <nabla/rules/power.hpp>

namespace nabla::detail {

// Local identities, applied to the nodes of derivatives as they are made. Each keeps every finite value (0 * u may extend a
// domain) and saves operations. The primal is never rewritten: it is lowered with graph::apply.

/// A node as coefficient * rest, where it is written so: 3 * u is {3, u}, u is {1, u}.
struct scaled_node {
  rational coefficient;
  node_id rest;
};

constexpr scaled_node split_coefficient(graph const& g, node_id id) {
  if (g.is(id, info_of<times>) && g.count(id) == 2 && g.is_constant(g.operand(id, 0))) {
    return {g.constant_value(g.operand(id, 0)), g.operand(id, 1)};
  }
  return {{1, 1}, id};
}

template <class Operation>
constexpr node_id make(graph& g, node_id a) {
  return make(g, info_of<Operation>, &a, 1);
}
template <class Operation>
constexpr node_id make(graph& g, node_id a, node_id b) {
  node_id const operands[] = {a, b};
  return make(g, info_of<Operation>, operands, 2);
}

constexpr node_id make_scaled(graph& g, rational coefficient, node_id rest) {
  if (is_integer(coefficient, 1)) return rest;
  if (is_integer(coefficient, -1)) return make<negate>(g, rest);
  return g.apply(info_of<times>, g.constant(coefficient), rest);
}

constexpr bool equal_magnitude(rational a, rational b) {
  return a.denominator == b.denominator && (a.numerator == b.numerator || a.numerator == -b.numerator);
}

/// A product with a number other than 1 and -1.
constexpr bool is_multiple(graph const& g, node_id id) { return split_coefficient(g, id).rest != id; }

constexpr bool have_common_factor(graph const& g, node_id a, node_id b) {
  return is_multiple(g, a) && is_multiple(g, b) &&
         equal_magnitude(split_coefficient(g, a).coefficient, split_coefficient(g, b).coefficient);
}

/// a + b, or a - b: like terms are joined, a number that both terms have is taken out, signs go outward.
constexpr node_id make_sum(graph& g, node_id a, node_id b, bool subtract) {
  if (g.is(b, info_of<negate>)) return make_sum(g, a, g.operand(b, 0), !subtract);
  if (g.is_constant(b, 0)) return a;
  if (g.is_constant(a, 0)) return subtract ? make<negate>(g, b) : b;
  if (g.is(a, info_of<negate>)) {
    if (!subtract) return make_sum(g, b, g.operand(a, 0), true);
    return make<negate>(g, make_sum(g, g.operand(a, 0), b, false));
  }
  scaled_node const left = split_coefficient(g, a), right = split_coefficient(g, b);
  if (left.rest == right.rest) {
    exact const sum = subtract ? subtracted(left.coefficient, right.coefficient) : added(left.coefficient, right.coefficient);
    if (sum.known) return make<times>(g, g.constant(sum.value), left.rest);
  }
  if (have_common_factor(g, a, b)) {
    bool const opposite = left.coefficient != right.coefficient;
    return make_scaled(g, left.coefficient, make_sum(g, left.rest, right.rest, subtract != opposite));
  }
  if (g.is(a, info_of<plus>) || g.is(a, info_of<minus>)) {  // p + q with a number that p or q has too
    node_id const p = g.operand(a, 0), q = g.operand(a, 1);
    bool const difference = g.is(a, info_of<minus>);
    if (have_common_factor(g, q, b)) return make_sum(g, p, make_sum(g, q, b, subtract != difference), difference);
    if (have_common_factor(g, p, b)) return make_sum(g, make_sum(g, p, b, subtract), q, difference);
  }
  return subtract ? g.apply(info_of<minus>, a, b) : g.apply(info_of<plus>, a, b);
}

constexpr node_id make_negate(graph& g, node_id a) {
  if (g.is(a, info_of<negate>)) return g.operand(a, 0);
  if (g.is(a, info_of<minus>)) return make<minus>(g, g.operand(a, 1), g.operand(a, 0));
  // -(3 * u) stays: 3 * u may be needed elsewhere too. Where it is not, reduce_strength joins them.
  return g.apply(info_of<negate>, a);
}

constexpr node_id make_times(graph& g, node_id a, node_id b) {
  if (g.is_constant(b)) {
    node_id const swapped = a;
    a = b;
    b = swapped;
  }
  if (g.is_constant(a, 0)) return a;
  if (g.is_constant(a, 1)) return b;
  if (g.is_constant(a, -1)) return make<negate>(g, b);
  if (g.is(b, info_of<negate>)) return make<negate>(g, make<times>(g, a, g.operand(b, 0)));
  if (g.is(a, info_of<negate>)) return make<negate>(g, make<times>(g, g.operand(a, 0), b));
  if (g.is(b, info_of<divides>) && g.is_constant(g.operand(b, 0), 1) && g.is_constant(a)) {
    return make<divides>(g, a, g.operand(b, 1));
  }
  scaled_node const right = split_coefficient(g, b);
  if (right.rest == b) return g.apply(info_of<times>, a, b);
  if (!g.is_constant(a)) {
    // The number of a partial goes outward, where it meets others; an adjoint is left whole, since it is needed more than once.
    return make<times>(g, g.constant(right.coefficient), make<times>(g, a, right.rest));
  }
  exact const product = multiplied(g.constant_value(a), right.coefficient);
  return product.known ? make_scaled(g, product.value, right.rest) : g.apply(info_of<times>, a, b);
}

constexpr node_id make_divides(graph& g, node_id a, node_id b) {
  if (g.is_constant(a, 0)) return a;
  if (g.is_constant(b, 1)) return a;
  if (g.is_constant(b, -1)) return make<negate>(g, a);
  if (g.is(a, info_of<negate>)) return make<negate>(g, make<divides>(g, g.operand(a, 0), b));
  if (g.is(b, info_of<negate>)) return make<negate>(g, make<divides>(g, a, g.operand(b, 0)));
  return g.apply(info_of<divides>, a, b);
}

constexpr node_id make_power(graph& g, node_id base, node_id exponent) {
  if (g.is_constant(exponent, 0)) return g.constant(1);
  if (g.is_constant(exponent, 1)) return base;
  if (g.is_constant(base, 1)) return base;
  if (g.is(base, info_of<power>) && g.is_constant(exponent) && is_integer(g.constant_value(exponent))) {
    node_id const inner = g.operand(base, 1);
    if (g.is_constant(inner)) {
      exact const product = multiplied(g.constant_value(inner), g.constant_value(exponent));
      if (product.known) return make<power>(g, g.operand(base, 0), g.constant(product.value));
    }
  }
  return g.apply(info_of<power>, base, exponent);
}

/// The value of an operation all of whose operands are numbers, where it is known exactly.
constexpr exact exact_value_of(graph const& g, operation_info const& operation, node_id const* operands, std::size_t count) {
  if (!operation.has_exact_value || count == 0 || count > 2) return {};
  rational values[2];
  for (std::size_t i = 0; i < count; ++i) {
    if (!g.is_constant(operands[i])) return {};
    values[i] = g.constant_value(operands[i]);
  }
  return operation.exact_value(values);
}

/// A node of a derivative: what is known exactly is computed, and local identities are applied.
constexpr node_id make(graph& g, operation_info const& operation, node_id const* operands, std::size_t count) {
  if (exact const value = exact_value_of(g, operation, operands, count); value.known) return g.constant(value.value);
  if (operation.id == info_of<plus>.id) return make_sum(g, operands[0], operands[1], false);
  if (operation.id == info_of<times>.id) return make_times(g, operands[0], operands[1]);
  if (operation.id == info_of<minus>.id) return make_sum(g, operands[0], operands[1], true);
  if (operation.id == info_of<divides>.id) return make_divides(g, operands[0], operands[1]);
  if (operation.id == info_of<negate>.id) return make_negate(g, operands[0]);
  if (operation.id == info_of<power>.id) return make_power(g, operands[0], operands[1]);
  return g.apply(operation, operands, count);
}

}  // namespace nabla::detail
