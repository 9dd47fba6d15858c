#pragma once

#include <nabla/graph/recorded.hpp>
#include <nabla/rules/arithmetic.hpp>
#include <nabla/rules/condition.hpp>
#include <nabla/rules/power.hpp>

namespace nabla::detail {

// Local identities, applied to the nodes of derivatives as they are made. Each keeps every finite value (0 * u may extend a
// domain) and saves operations. The primal is never rewritten: it is lowered with graph::apply.

/// A product with a number other than 1 and -1, which stands first.
constexpr bool is_multiple(graph const& g, node_id id) {
  return (g.traits(id) & node_traits::is_multiple) != 0;
}

/// A node as coefficient * rest, where it is written so: 3 * u is {3, u}, u is {1, u}.
struct scaled_node {
  rational coefficient;
  node_id rest;
};

constexpr scaled_node split_coefficient(graph const& g, node_id id) {
  if (is_multiple(g, id)) return {g.constant_value(g.operand(id, 0)), g.operand(id, 1)};
  return {{1, 1}, id};
}

constexpr node_id make_negate(graph& g, node_id a);
constexpr node_id make_strong(graph& g, node_id a, node_id b);
template <class Operation>
constexpr node_id make(graph& g, node_id a) {
  if (std::is_same_v<Operation, negate> && !g.is_constant(a)) return make_negate(g, a);
  return make(g, info_of<Operation>, &a, 1);
}
constexpr node_id make(graph& g, operation_info const& operation, node_id a, node_id b) {
  node_id const operands[] = {a, b};
  return make(g, operation, operands, 2);
}
constexpr node_id make_sum(graph& g, node_id a, node_id b, bool subtract);
constexpr node_id make_times(graph& g, node_id a, node_id b);
template <class Operation>
constexpr node_id make(graph& g, node_id a, node_id b) {
  node const* const nodes = g.nodes();
  if (nodes[a].traits & nodes[b].traits & node_traits::is_constant) return make(g, info_of<Operation>, a, b);
  if constexpr (std::is_same_v<Operation, times>) {
    return make_times(g, a, b);
  } else if constexpr (std::is_same_v<Operation, plus> || std::is_same_v<Operation, minus>) {
    return make_sum(g, a, b, std::is_same_v<Operation, minus>);
  } else {
    return make(g, info_of<Operation>, a, b);
  }
}

constexpr node_id make_scaled(graph& g, rational coefficient, node_id rest) {
  if (is_integer(coefficient, 1)) return rest;
  if (is_integer(coefficient, -1)) return make<negate>(g, rest);
  return g.apply(info_of<times>, g.constant(coefficient), rest);
}

constexpr bool equal_magnitude(rational a, rational b) {
  return a.denominator == b.denominator && (a.numerator == b.numerator || a.numerator == -b.numerator);
}

constexpr bool have_common_factor(graph const& g, node_id a, node_id b) {
  return is_multiple(g, a) && is_multiple(g, b) &&
         equal_magnitude(split_coefficient(g, a).coefficient, split_coefficient(g, b).coefficient);
}

// --- choices
//
// The partial of select(c, u, v) by u is 1 where c holds and 0 elsewhere. That 0 must win over what it is multiplied by, which is
// infinite or NaN where v was chosen because u is singular. So a factor of a choice between something and 0 goes into it:
// select(c, p, 0) * q is select(c, p * q, 0), and q is not evaluated where c does not hold.

constexpr node_id make_select(graph& g, node_id condition, node_id u, node_id v) {
  if (g.is_constant(condition)) return g.is_constant(condition, 0) ? v : u;
  if (g.is(condition, info_of<not_op>)) return make_select(g, g.operand(condition, 0), v, u);
  // The same condition asked again is decided.
  while (g.is(u, info_of<select_op>) && g.operand(u, 0) == condition) u = g.operand(u, 1);
  while (g.is(v, info_of<select_op>) && g.operand(v, 0) == condition) v = g.operand(v, 2);
  if (u == v) return u;
  node_id const operands[] = {condition, u, v};
  return g.apply(info_of<select_op>, operands, 3);
}

/// A comparison as it is with its operands exchanged, a < b and b > a; nothing for other operations.
constexpr operation_info const* mirrored(std::uint64_t comparison) {
  switch (comparison) {
    case kind_of_operation<less_op>: return &info_of<greater_op>;
    case kind_of_operation<less_equal_op>: return &info_of<greater_equal_op>;
    case kind_of_operation<greater_op>: return &info_of<less_op>;
    case kind_of_operation<greater_equal_op>: return &info_of<less_equal_op>;
    default: return nullptr;
  }
}

constexpr node_id make_not(graph& g, node_id condition) {
  if (g.is_constant(condition)) return g.constant(g.is_constant(condition, 0) ? 1 : 0);
  if (g.is(condition, info_of<not_op>)) return g.operand(condition, 0);
  return g.apply(info_of<not_op>, condition);
}

/// a && b, or a || b: an operand that is known decides, or goes.
constexpr node_id make_junction(graph& g, operation_info const& operation, node_id a, node_id b) {
  std::intmax_t const neutral = operation.id == info_of<and_op>.id ? 1 : 0;
  if (g.is_constant(a)) return g.is_constant(a, neutral) ? b : a;
  if (g.is_constant(b)) return g.is_constant(b, neutral) ? a : b;
  return a == b ? a : g.apply(operation, a, b);
}

/// Whether a factor must go into a node: a choice one branch of which is 0, or a sum of such.
constexpr bool is_masked(graph const& g, node_id id) { return (g.traits(id) & node_traits::is_masked) != 0; }

/// The same choice between changed branches.
template <class Change>
constexpr node_id in_branches(graph& g, node_id id, Change change) {
  if (g.is(id, info_of<select_op>)) {
    node_id const u = change(g.operand(id, 1)), v = change(g.operand(id, 2));
    return make_select(g, g.operand(id, 0), u, v);
  }
  node_id const a = change(g.operand(id, 0)), b = change(g.operand(id, 1));
  return make(g, *g.operation(id), a, b);
}

/// b as a factor that yields to 0: a number in front goes in.
constexpr node_id make_yielding(graph& g, node_id b) {
  return g.is(b, info_of<yielding_factor>) || g.is_fixed(b) ? b : g.apply(info_of<yielding_factor>, b);
}

/// a as a factor that wins where it is 0.
constexpr node_id make_dominating(graph& g, node_id a) {
  return g.is(a, info_of<dominating_factor>) || g.is_fixed(a) ? a : g.apply(info_of<dominating_factor>, a);
}

/// A factor without the mark of how it meets a 0.
constexpr node_id without_mark(graph const& g, node_id id) {
  return g.is(id, info_of<yielding_factor>) || g.is(id, info_of<dominating_factor>) ? g.operand(id, 0) : id;
}

/// The sum of two choices by one condition is one choice, which saves one; also where the first is a sum that holds such a choice.
constexpr node_id join_choices(graph& g, node_id a, node_id b, bool subtract) {
  operation_info const& operation = subtract ? info_of<minus> : info_of<plus>;
  if (!g.is(b, info_of<select_op>)) return no_node;
  if (g.is(a, info_of<select_op>)) {
    if (g.operand(a, 0) != g.operand(b, 0)) return no_node;
    node_id const u = make(g, operation, g.operand(a, 1), g.operand(b, 1)), v = make(g, operation, g.operand(a, 2), g.operand(b, 2));
    return make_select(g, g.operand(a, 0), u, v);
  }
  if (g.is(a, info_of<plus>)) {
    for (std::size_t k = 0; k < 2; ++k) {
      node_id const joined = join_choices(g, g.operand(a, k), b, subtract);
      if (joined != no_node) return make<plus>(g, g.operand(a, 1 - k), joined);
    }
  }
  return no_node;
}

/// The factor of a product that is the same whatever the variables are, as 1/sqrt(pi), and no rational number; no node where there
/// is none. Such factors go outward and meet, so that the compiler makes one number of them.
constexpr node_id fixed_factor(graph const& g, node_id id) {
  if (!(g.traits(id) & node_traits::has_fixed_factor) || g.is_fixed(id)) return no_node;
  node_id const a = g.operand(id, 0), b = g.operand(id, 1);
  return g.is_fixed(a) ? (g.is_constant(a) ? no_node : a) : g.is_fixed(b) && !g.is_constant(b) ? b : no_node;
}

/// Of a node of two operands the one that is not this.
constexpr node_id other_operand(graph const& g, node_id id, node_id operand) { return g.operand(id, g.operand(id, 0) == operand ? 1 : 0); }

/// A product without a factor that stands among its first few; no node where it does not.
constexpr node_id without_factor(graph& g, node_id product, node_id factor, int depth = 4) {
  if (g.kind(product) != kind_of_operation<times> || depth == 0) return no_node;
  node_id const a = g.operand(product, 0), b = g.operand(product, 1);
  if (a == factor) return b;
  if (b == factor) return a;
  if (node_id const rest = without_factor(g, a, factor, depth - 1); rest != no_node) return make_times(g, rest, b);
  node_id const rest = without_factor(g, b, factor, depth - 1);
  return rest != no_node ? make_times(g, a, rest) : no_node;
}

// Which operations the nodes have is asked once for each: every call is a cost of the compilation here.

/// a + b, or a - b: like terms are joined, a number that both terms have is taken out, signs go outward.
constexpr node_id make_sum(graph& g, node_id a, node_id b, bool subtract) {
  // What none of the identities below is about.
  node const* const nodes = g.nodes();
  std::uint32_t const left_traits = nodes[a].traits, right_traits = nodes[b].traits;
  if (!((left_traits | right_traits) & node_traits::asks_in_sums) && !(right_traits & node_traits::is_masked) && a != b) {
    return subtract ? g.apply(info_of<minus>, a, b) : g.apply(info_of<plus>, a, b);
  }
  std::uint64_t const left_kind = g.kind(a), right_kind = g.kind(b);
  if (right_kind == kind_of_operation<negate>) return make_sum(g, a, g.operand(b, 0), !subtract);
  if (right_kind == constant_kind && g.is_constant(b, 0)) return a;
  if (left_kind == constant_kind && g.is_constant(a, 0)) return subtract ? make<negate>(g, b) : b;
  if (left_kind == kind_of_operation<negate>) {
    if (!subtract) return make_sum(g, b, g.operand(a, 0), true);
    return make<negate>(g, make_sum(g, g.operand(a, 0), b, false));
  }
  if (left_kind == kind_of_operation<yielding_factor> || right_kind == kind_of_operation<yielding_factor>) {
    return make_yielding(g, make_sum(g, without_mark(g, a), without_mark(g, b), subtract));
  }
  if (left_kind == kind_of_operation<dominating_factor> || right_kind == kind_of_operation<dominating_factor>) {
    return make_sum(g, without_mark(g, a), without_mark(g, b), subtract);
  }
  if (left_kind == kind_of_operation<strong_product> && right_kind == left_kind && g.operand(a, 0) == g.operand(b, 0)) {
    return make_strong(g, g.operand(a, 0), make_sum(g, g.operand(a, 1), g.operand(b, 1), subtract));  // one choice in place of two
  }
  if ((left_kind == kind_of_operation<strong_product>) != (right_kind == kind_of_operation<strong_product>)) {
    // w v + strong_product(w, u)
    bool const left_strong = left_kind == kind_of_operation<strong_product>;
    node_id const strong = left_strong ? a : b, plain = left_strong ? b : a, w = g.operand(strong, 0), u = g.operand(strong, 1);
    if (node_id const v = without_factor(g, plain, w); v != no_node) {
      return make_strong(g, w, left_strong ? make_sum(g, u, v, subtract) : make_sum(g, v, u, subtract));
    }
  }
  if (left_traits & right_traits & node_traits::has_fixed_factor) {
    node_id const factor = fixed_factor(g, a);
    if (factor != no_node && factor == fixed_factor(g, b)) {
      node_id const u = other_operand(g, a, factor), v = other_operand(g, b, factor);
      return make<times>(g, factor, make_sum(g, u, v, subtract));
    }
  }
  bool const is_sum = left_kind == kind_of_operation<plus> || left_kind == kind_of_operation<minus>;
  if (right_kind == kind_of_operation<select_op> && is_masked(g, a) && is_masked(g, b)) {
    if (node_id const joined = join_choices(g, a, b, subtract); joined != no_node) return joined;
  }
  bool const left_multiple = left_kind == kind_of_operation<times> && is_multiple(g, a);
  bool const right_multiple = right_kind == kind_of_operation<times> && is_multiple(g, b);
  if (left_multiple || right_multiple || a == b) {
    scaled_node const left = split_coefficient(g, a), right = split_coefficient(g, b);
    if (left.rest == right.rest) {
      exact const sum = subtract ? subtracted(left.coefficient, right.coefficient) : added(left.coefficient, right.coefficient);
      if (sum.known) return make<times>(g, g.constant(sum.value), left.rest);
    }
    if (left_multiple && right_multiple && equal_magnitude(left.coefficient, right.coefficient)) {
      bool const opposite = left.coefficient != right.coefficient;
      return make_scaled(g, left.coefficient, make_sum(g, left.rest, right.rest, subtract != opposite));
    }
  }
  if (right_multiple && is_sum) {  // p + q with a number that p or q has too
    node_id const p = g.operand(a, 0), q = g.operand(a, 1);
    bool const difference = left_kind == kind_of_operation<minus>;
    if (have_common_factor(g, q, b)) return make_sum(g, p, make_sum(g, q, b, subtract != difference), difference);
    if (have_common_factor(g, p, b)) return make_sum(g, make_sum(g, p, b, subtract), q, difference);
  }
  return subtract ? g.apply(info_of<minus>, a, b) : g.apply(info_of<plus>, a, b);
}

/// x^n * (1/x), also where x^n stands among the first few factors of a product, is x^(n-1): right at x = 0. No node where the operands
/// are not of that kind.
constexpr node_id lowered_power(graph& g, node_id a, node_id b, int depth = 4) {
  if (!g.is(b, info_of<divides>) || !g.is_constant(g.operand(b, 0), 1)) return no_node;
  node_id const x = g.operand(b, 1);
  if (g.is(a, info_of<power>) && g.operand(a, 0) == x) return make<power>(g, x, make<minus>(g, g.operand(a, 1), g.one()));
  if (depth == 0 || !g.is(a, info_of<times>)) return no_node;
  for (std::size_t k = 0; k < 2; ++k) {
    node_id const lower = lowered_power(g, g.operand(a, k), b, depth - 1);
    if (lower != no_node) return make<times>(g, g.operand(a, 1 - k), lower);
  }
  return no_node;
}

/// a * b that is 0 where a is, whatever b.
constexpr node_id make_strong(graph& g, node_id a, node_id b) {
  if (g.is_constant(a, 0)) return a;
  if (g.is_constant(a) || g.is_fixed(b)) return make<times>(g, a, b);
  a = without_mark(g, a);
  if (node_id const lower = lowered_power(g, a, b); lower != no_node) return lower;
  if (is_masked(g, a)) return in_branches(g, a, [&](node_id branch) { return make_strong(g, branch, b); });
  if (g.is(a, info_of<negate>)) return make<negate>(g, make_strong(g, g.operand(a, 0), b));
  b = without_mark(g, b);
  if (g.is(b, info_of<negate>)) return make<negate>(g, make_strong(g, a, g.operand(b, 0)));
  if (is_multiple(g, b)) return make<times>(g, g.operand(b, 0), make_strong(g, a, g.operand(b, 1)));
  if (node_id const factor = fixed_factor(g, b); factor != no_node) {
    return make<times>(g, factor, make_strong(g, a, other_operand(g, b, factor)));
  }
  if (g.is(a, info_of<strong_product>)) {
    // From the right, so that no condition asks for what another one guards.
    node_id const inner = g.operand(a, 1);
    return make_strong(g, g.operand(a, 0), inner == b ? make<times>(g, b, b) : make_strong(g, inner, b));
  }
  return g.apply(info_of<strong_product>, a, b);
}

constexpr node_id make_negate(graph& g, node_id a) {
  constexpr std::uint32_t asks = node_traits::is_negate | node_traits::is_masked | node_traits::is_sum | node_traits::is_mark;
  if (!(g.traits(a) & asks)) return g.apply(info_of<negate>, a);
  if (g.is(a, info_of<negate>)) return g.operand(a, 0);
  if (is_masked(g, a)) return in_branches(g, a, [&](node_id branch) { return make<negate>(g, branch); });
  if (g.is(a, info_of<minus>)) return make<minus>(g, g.operand(a, 1), g.operand(a, 0));
  if (g.is(a, info_of<yielding_factor>)) return make_yielding(g, make<negate>(g, g.operand(a, 0)));
  if (g.is(a, info_of<dominating_factor>)) return make_dominating(g, make<negate>(g, g.operand(a, 0)));
  // -(3 * u) stays: 3 * u may be needed elsewhere too. Where it is not, reduce_strength joins them.
  return g.apply(info_of<negate>, a);
}

/// Whether a node is infinite as a logarithm is, more slowly than any power: then it yields to every factor 0. Looked for among
/// few factors and terms.
constexpr bool is_logarithmic(graph const& g, node_id id, int depth = 8) {
  if (g.is(id, info_of<log_op>) || g.kind(id) == kind_of_operation<log1p_op>) return true;
  bool const arithmetic = g.is(id, info_of<times>) || g.is(id, info_of<strong_product>) || g.is(id, info_of<plus>) ||
                          g.is(id, info_of<minus>) || g.is(id, info_of<negate>);
  for (std::size_t k = 0; arithmetic && depth > 0 && k < g.count(id); ++k) {
    if (is_logarithmic(g, g.operand(id, k), depth - 1)) return true;
  }
  return false;
}

/// a * b, where b yields: to a, and the product to what comes later.
constexpr node_id make_times_yielding(graph& g, node_id a, node_id b) {
  if (g.is(a, info_of<yielding_factor>)) return make_yielding(g, make<times>(g, g.operand(a, 0), g.operand(b, 0)));
  return make_yielding(g, make_strong(g, a, g.operand(b, 0)));
}

/// (w / q) b where b has the factor q, or is n/d with one of the two in q or w. No node where nothing cancels.
constexpr node_id cancelled_quotient(graph& g, node_id quotient, node_id b) {
  node_id const w = g.operand(quotient, 0), q = g.operand(quotient, 1);
  if (b == q) return w;
  if (g.kind(b) == kind_of_operation<times> && g.count(b) == 2) {
    for (std::size_t k = 0; k < 2; ++k) {
      if (g.operand(b, k) == q) return make<times>(g, w, g.operand(b, 1 - k));
    }
    // As in the partials of log(n/d): what is multiplied by d/n, and by 1/d or n/d^2 then.
    for (std::size_t k = 0; k < 2; ++k) {
      if (g.kind(g.operand(b, k)) != kind_of_operation<divides>) continue;
      node_id const rest = cancelled_quotient(g, quotient, g.operand(b, k));
      if (rest != no_node) return make<times>(g, g.operand(b, 1 - k), rest);
    }
    return no_node;
  }
  if (g.kind(b) == kind_of_operation<divides>) {
    node_id const n = g.operand(b, 0), d = g.operand(b, 1);
    if (n == q) return make<divides>(g, w, d);
    if (w == d) return make<divides>(g, n, q);
    if (g.is_constant(n, 1) && g.kind(q) == kind_of_operation<divides> && g.operand(q, 1) == d) return make<divides>(g, w, g.operand(q, 0));
    if (g.is_constant(w, 1) && g.kind(d) == kind_of_operation<divides> && g.operand(d, 1) == q) return make<divides>(g, n, g.operand(d, 0));
  }
  return no_node;
}

/// u (w / q) b where b has the factor q, as the partial of n/d by d has n/d; the quotient is looked for among few factors. No node where nothing cancels.
constexpr node_id cancelled_product(graph& g, node_id a, node_id b, int depth = 4) {
  if (g.kind(a) != kind_of_operation<times> || g.kind(b) != kind_of_operation<times>) return no_node;
  for (std::size_t k = 0; k < 2; ++k) {
    bool const is_quotient = g.kind(g.operand(a, k)) == kind_of_operation<divides>;
    if (!is_quotient && depth == 0) continue;
    node_id const rest = is_quotient ? cancelled_quotient(g, g.operand(a, k), b) : cancelled_product(g, g.operand(a, k), b, depth - 1);
    if (rest != no_node) return make<times>(g, g.operand(a, 1 - k), rest);
  }
  return no_node;
}

/// strong_product(a, b) times, or divided by, a factor: of a where b yields to it too, and of b otherwise, as 0 * infinity is not 0.
constexpr node_id scaled_strong(graph& g, node_id strong, operation_info const& operation, node_id factor) {
  node_id const a = g.operand(strong, 0), b = g.operand(strong, 1);
  if (is_logarithmic(g, b)) return make_strong(g, make(g, operation, a, factor), b);
  node_id const rest = operation.id == info_of<times>.id ? cancelled_product(g, b, factor) : no_node;
  return make_strong(g, a, rest != no_node ? rest : make(g, operation, b, factor));
}

/// a b where one of them is such a factor, which comes first.
constexpr node_id make_fixed_multiple(graph& g, node_id a, node_id b) {
  if (!g.is_fixed(a)) {
    node_id const swapped = a;
    a = b;
    b = swapped;
  }
  if (node_id const inner = g.is_fixed(b) ? no_node : fixed_factor(g, b); inner != no_node) {
    return g.apply(info_of<times>, g.apply(info_of<times>, a, inner), g.operand(b, g.operand(b, 0) == inner ? 1 : 0));
  }
  if (is_multiple(g, b)) return g.apply(info_of<times>, g.apply(info_of<times>, g.operand(b, 0), a), g.operand(b, 1));
  return g.apply(info_of<times>, a, b);
}

constexpr node_id make_times(graph& g, node_id a, node_id b) {
  // What none of the identities below is about.
  node const* const nodes = g.nodes();
  if (!(nodes[a].traits & node_traits::asks_on_left) && !(nodes[b].traits & node_traits::asks_on_right)) {
    return g.apply(info_of<times>, a, b);
  }
  if (g.kind(b) == constant_kind) {
    node_id const swapped = a;
    a = b;
    b = swapped;
  }
  std::uint64_t const left_kind = g.kind(a), right_kind = g.kind(b);
  bool const is_number = left_kind == constant_kind;
  if (is_number) {
    if (g.is_constant(a, 0)) return a;
    if (g.is_constant(a, 1)) return b;
    if (g.is_constant(a, -1)) return make<negate>(g, b);
  }
  if (right_kind == kind_of_operation<negate>) {
    bool const both = left_kind == kind_of_operation<negate>;
    node_id const u = both ? g.operand(a, 0) : a, rest = cancelled_product(g, u, g.operand(b, 0));
    node_id const magnitude = rest != no_node ? rest : make<times>(g, u, g.operand(b, 0));
    return both ? magnitude : make<negate>(g, magnitude);
  }
  if (left_kind == kind_of_operation<negate>) return make<negate>(g, make<times>(g, g.operand(a, 0), b));
  if (bool const left = !is_number && is_masked(g, a); left || is_masked(g, b)) {
    // Of two choices the one that was asked first stays outside: the condition of the other may have no value without it.
    bool const into_left = left && !(left_kind == kind_of_operation<select_op> && right_kind == kind_of_operation<select_op> &&
                                     is_masked(g, b) && g.operand(b, 0) < g.operand(a, 0));
    node_id const choice = into_left ? a : b, factor = into_left ? b : a;
    return in_branches(g, choice, [&](node_id branch) { return make<times>(g, branch, factor); });
  }
  if (left_kind == kind_of_operation<yielding_factor>) return make_times_yielding(g, b, a);
  if (right_kind == kind_of_operation<yielding_factor>) return make_times_yielding(g, a, b);
  if (left_kind == kind_of_operation<dominating_factor>) return make_strong(g, g.operand(a, 0), without_mark(g, b));
  if (right_kind == kind_of_operation<dominating_factor>) return make_strong(g, g.operand(b, 0), without_mark(g, a));
  if (right_kind == kind_of_operation<strong_product> && !g.is_fixed(a)) return scaled_strong(g, b, info_of<times>, a);
  if (left_kind == kind_of_operation<strong_product> && !g.is_fixed(b)) return scaled_strong(g, a, info_of<times>, b);
  if (right_kind == kind_of_operation<divides>) {
    if (node_id const lower = lowered_power(g, a, b); lower != no_node) return lower;
    if (is_number && g.is_constant(g.operand(b, 0), 1)) return make<divides>(g, a, g.operand(b, 1));
  }
  if (left_kind == kind_of_operation<divides>) {
    if (node_id const lower = lowered_power(g, b, a); lower != no_node) return lower;
  }
  if (left_kind == kind_of_operation<divides>) {
    if (node_id const rest = cancelled_quotient(g, a, b); rest != no_node) return rest;
  }
  if (right_kind == kind_of_operation<divides>) {
    if (node_id const rest = cancelled_quotient(g, b, a); rest != no_node) return rest;
  }
  if (!is_number && (g.is_fixed(a) || g.is_fixed(b))) return make_fixed_multiple(g, a, b);
  if (node_id const factor = fixed_factor(g, b); factor != no_node) {
    node_id const rest = other_operand(g, b, factor);
    if (is_number) return make<times>(g, make<times>(g, a, factor), rest);
    return make<times>(g, factor, make<times>(g, a, rest));
  }
  if (node_id const factor = is_number ? no_node : fixed_factor(g, a); factor != no_node) {
    return make<times>(g, factor, make<times>(g, other_operand(g, a, factor), b));
  }
  if (right_kind != kind_of_operation<times> || !is_multiple(g, b)) return g.apply(info_of<times>, a, b);
  scaled_node const right = split_coefficient(g, b);
  if (!is_number) {
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
  if (is_masked(g, a)) return in_branches(g, a, [&](node_id branch) { return make<divides>(g, branch, b); });
  if (g.is(a, info_of<strong_product>)) return scaled_strong(g, a, info_of<divides>, b);
  if (g.is(a, info_of<dominating_factor>)) return make_strong(g, g.operand(a, 0), make<divides>(g, g.one(), b));
  if (g.is(a, info_of<yielding_factor>)) return make_times_yielding(g, make<divides>(g, g.one(), b), a);
  if (g.is(a, info_of<power>) && g.operand(a, 0) == b) return make<power>(g, b, make<minus>(g, g.operand(a, 1), g.one()));
  if (g.is_fixed(b) && !g.is_fixed(a)) return make<times>(g, g.apply(info_of<divides>, g.one(), b), a);
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
  if (count > 0 && g.is_constant(operands[0]) && operation.has_exact_value) {
    if (exact const value = exact_value_of(g, operation, operands, count); value.known) return g.constant(value.value);
  }
  switch (operation.id) {
    case kind_of_operation<plus>: return make_sum(g, operands[0], operands[1], false);
    case kind_of_operation<times>: return make_times(g, operands[0], operands[1]);
    case kind_of_operation<minus>: return make_sum(g, operands[0], operands[1], true);
    case kind_of_operation<divides>: return make_divides(g, operands[0], operands[1]);
    case kind_of_operation<negate>: return make_negate(g, operands[0]);
    case kind_of_operation<power>: return make_power(g, operands[0], operands[1]);
    case kind_of_operation<strong_product>: return make_strong(g, operands[0], operands[1]);
    case kind_of_operation<yielding_factor>: return make_yielding(g, operands[0]);
    case kind_of_operation<dominating_factor>: return make_dominating(g, operands[0]);
    case kind_of_operation<select_op>: return make_select(g, operands[0], operands[1], operands[2]);
    case kind_of_operation<not_op>: return make_not(g, operands[0]);
    case kind_of_operation<and_op>:
    case kind_of_operation<or_op>: return make_junction(g, operation, operands[0], operands[1]);
    default: return g.apply(operation, operands, count);
  }
}

}  // namespace nabla::detail
