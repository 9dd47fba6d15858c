#pragma once

#include <nabla/algebra/polynomial.hpp>
#include <nabla/graph/reify.hpp>
#include <nabla/graph/reverse.hpp>

namespace nabla {

namespace detail {

enum class root_finding { possible, not_a_polynomial, too_large, degree_above_two, zero_everywhere };

/// The square root of a rational number from 0 as outside * sqrt(under), with squares of small primes taken out.
struct square_root {
  rational outside{1, 1};
  rational under{1, 1};
};

/// The whole number d of a whole number d^2 * r with few such squares left in r: of primes below 1000, and of r itself.
constexpr std::intmax_t square_part(std::intmax_t number) {
  std::intmax_t part = 1;
  for (std::intmax_t d = 2; d < 1000 && d * d <= number; ++d) {
    while (number % (d * d) == 0) {
      number /= d * d;
      part *= d;
    }
  }
  std::intmax_t const root = integer_root(number, 2);
  return root > 0 ? part * root : part;
}

/// Of a quotient by 1 / denominator: sqrt(1/2) is sqrt(2)/2. Of a product that does not fit 64 bits, as it is.
constexpr square_root root_of(rational square) {
  std::intmax_t const p = square_part(square.numerator), q = square_part(square.denominator);
  std::intmax_t const above = square.numerator / (p * p), below = square.denominator / (q * q);
  exact const outside = multiplied({p, 1}, {1, q}), product = multiplied({above, 1}, {below, 1});
  exact const divided_outside = multiplied(outside.value, {1, below});
  if (product.known && divided_outside.known) return {divided_outside.value, product.value};
  return {outside.value, {above, below}};
}

/// Appends the roots of a x^2 + b x + c, with rational numbers, in ascending order; false where numbers do not fit 64 bits.
constexpr bool push_rational_roots(graph& g, canonical_form& canonical, rational a, rational b, rational c, growable<node_id>& roots) {
  exact const twice = multiplied({2, 1}, a), middle = twice.known ? divided(negated(b), twice.value) : exact{};
  exact const product = divided(c, a), square = middle.known ? multiplied(middle.value, middle.value) : exact{};
  if (!product.known || !square.known) return false;
  exact const discriminant = subtracted(square.value, product.value);
  if (!discriminant.known) return false;
  if (discriminant.value.numerator < 0) return true;
  if (discriminant.value.numerator == 0) {
    roots.push(g.constant(middle.value));
    return true;
  }
  square_root const distance = root_of(discriminant.value);
  node_id const root = canonical.scaled(distance.outside, canonical.powered(g.constant(distance.under), {1, 2}));
  for (std::intmax_t const sign : {-1, 1}) {
    growable<node_id> terms;
    terms.push(g.constant(middle.value));
    terms.push(canonical.scaled({sign, 1}, root));
    roots.push(canonical.sum(terms));
  }
  return true;
}

/// The square root of a canonical node, with the square in the number before its terms taken out.
constexpr node_id root_of(graph& g, canonical_form& canonical, node_id id) {
  std::intmax_t content = 0;
  for (std::size_t i = 0; i < term_count(g, id); ++i) {
    rational const coefficient = coefficient_of(g, summand_at(g, id, i));
    if (coefficient.denominator != 1) return canonical.powered(id, {1, 2});
    content = common_divisor(content, coefficient.numerator);
  }
  std::intmax_t const outside = square_part(content);
  return canonical.scaled({outside, 1}, canonical.powered(canonical.scaled({1, outside * outside}, id), {1, 2}));
}

/// Appends the roots of a x^2 + b x + c, with any coefficients, that of -sqrt(b^2 - 4 a c) first.
constexpr void push_roots(graph& g, written_out& written, node_id a, node_id b, node_id c, growable<node_id>& roots) {
  canonical_form& canonical = written.canonical;
  node_id const minus_b = canonical.scaled({-1, 1}, b);
  if (g.is_constant(c, 0)) {
    if (!g.is_constant(b, 0)) roots.push(canonical.product(minus_b, canonical.powered(a, {-1, 1})));
    roots.push(c);
    return;
  }
  growable<node_id> terms;
  terms.push(canonical.powered(b, {2, 1}));
  terms.push(canonical.scaled({-4, 1}, canonical.product(a, c)));
  node_id const discriminant = written.expand(canonical.sum(terms));
  node_id const divisor = canonical.powered(canonical.scaled({2, 1}, a), {-1, 1});
  bool const twofold = g.is_constant(discriminant, 0);
  node_id const root = twofold ? discriminant : root_of(g, canonical, discriminant);
  for (std::intmax_t const sign : {-1, 1}) {
    if (twofold && sign == 1) break;
    growable<node_id> sum;
    sum.push(minus_b);
    sum.push(canonical.scaled({sign, 1}, root));
    roots.push(canonical.product(canonical.sum(sum), divisor));
  }
}

/// Appends the roots of a node in a variable, readable.
constexpr root_finding find_roots(graph& g, node_id id, node_id variable, growable<node_id>& roots) {
  written_out written(g, id);
  polynomial_facts const facts = facts_of(g, written, growable<node_id>(1, variable));
  if (facts.state == reading::not_a_polynomial) return root_finding::not_a_polynomial;
  if (facts.state == reading::too_large) return root_finding::too_large;
  if (facts.degree < 0) return root_finding::zero_everywhere;
  if (facts.degree > 2) return root_finding::degree_above_two;
  if (facts.degree == 0) return root_finding::possible;
  canonical_form& canonical = written.canonical;
  terms_by_monomial const terms(g, written, growable<node_id>(1, variable));
  node_id const a = terms.coefficient(g, canonical.powered(variable, {2, 1})), b = terms.coefficient(g, variable);
  node_id const c = terms.coefficient(g, g.one());
  growable<node_id> found;
  if (facts.degree == 1) {
    found.push(canonical.scaled({-1, 1}, canonical.product(c, canonical.powered(b, {-1, 1}))));
  } else if (g.is_constant(a) && g.is_constant(b) && g.is_constant(c)) {
    bool const fit = push_rational_roots(g, canonical, g.constant_value(a), g.constant_value(b), g.constant_value(c), found);
    if (!fit) return root_finding::too_large;
  } else {
    push_roots(g, written, a, b, c, found);
  }
  if (!written.is_complete()) return root_finding::too_large;
  presentation present(g);
  for (node_id root : found) roots.push(present(root));
  return root_finding::possible;
}

/// What has the roots: a formula, or its derivative by the variable.
enum class roots_of { formula, derivative };

template <class Formula, class Variable, roots_of Which>
struct roots_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = 4 * tree_size<Formula>;

  static constexpr root_finding find(graph& g, growable<node_id>& outputs) {
    node_id id = lower<Formula>(g);
    node_id const variable = g.variable(Variable::info);
    if (Which == roots_of::derivative) {
      growable<node_id> const by(1, variable), from(1, readable(g, id)), seed(1, g.one());
      id = reverse_sweep(g, from, seed, by)[0];
    }
    return find_roots(g, id, variable, outputs);
  }
  static constexpr void build(graph& g, growable<node_id>& outputs) { find(g, outputs); }

  static constexpr root_finding state = [] {
    graph g;
    growable<node_id> outputs;
    return find(g, outputs);
  }();
};

/// Refuses formulas whose roots are not found.
template <root_finding State>
constexpr bool has_roots() {
  static_assert(State != root_finding::not_a_polynomial,
                "nabla: roots are found of polynomials: written out, this formula is none in the variable");
  static_assert(State != root_finding::degree_above_two,
                "nabla: roots are found of polynomials of degree 1 and 2: this one is of a higher degree");
  static_assert(State != root_finding::zero_everywhere, "nabla: this formula is 0 everywhere, so that every number is a root");
  static_assert(State != root_finding::too_large,
                "nabla: the numbers of these roots do not fit 64 bits, or the terms of the formula are too many");
  return State == root_finding::possible;
}

template <class Recipe, std::size_t... I>
constexpr auto roots_as_tuple(std::index_sequence<I...>) {
  return hana::make_tuple(reify_t<Recipe, I>{}...);
}

template <class Formula, class Variable, roots_of Which>
constexpr auto make_roots() {
  if constexpr (!is_named_variable<Variable>()) {
    return hana::make_tuple(zero);
  } else {
    using recipe = roots_recipe<Formula, Variable, Which>;
    if constexpr (!has_roots<recipe::state>()) {
      return hana::make_tuple(zero);
    } else {
      return roots_as_tuple<recipe>(std::make_index_sequence<compiled<recipe>::value.size.outputs>{});
    }
  }
}

template <class Formula>
inline constexpr std::size_t number_of_variables = [] {
  graph g;
  lower<Formula>(g);
  return variable_nodes<>(g).size();
}();

template <std::size_t Variables>
inline constexpr bool names_the_variable = Variables == 1;

/// The variable of a formula that has one.
template <class Formula>
struct only_variable_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = tree_size<Formula>;
  static constexpr void build(graph& g, growable<node_id>& outputs) {
    lower<Formula>(g);
    outputs.push(variable_nodes<>(g)[0]);
  }
};

template <class Formula, roots_of Which>
constexpr auto make_roots_in_only_variable() {
  constexpr std::size_t variables = number_of_variables<Formula>;
  static_assert(names_the_variable<variables>,
                "nabla: a formula that has not one variable needs to be told which: roots(f, x), critical_points(f, x)");
  if constexpr (variables == 1) {
    return make_roots<Formula, reify_t<only_variable_recipe<Formula>>, Which>();
  } else {
    return hana::make_tuple(zero);
  }
}

}  // namespace detail

/// The roots of a formula that is a polynomial of degree 1 or 2 in a variable: those of a x + b, and the quadratic formula.
///
///     roots(x * x - 2_c, x) -> { -sqrt(2), sqrt(2) }          roots(a * x + b, x) -> { -b/a }
///
/// Where all coefficients are rational numbers: the real roots in ascending order, rational ones as such, a double root once; none is
/// the empty tuple. With other coefficients: the root with -sqrt(b^2 - 4 a c) first, real where that is not below 0, and right where
/// the leading coefficient is not 0; one root where the discriminant is proved to be 0. A constant that is not 0 has no root.
///
/// @param x   the variable; may be left out of a formula of one
/// @return    Hana tuple of expressions without x
/// @cost      compile time as of expand
/// @refuses   what is no variable, no polynomial in it, of a higher degree, 0 everywhere, or beyond 64 bits; several variables none of
///            which is named          test/fail/roots_*.cpp
/// @law       is_zero(f(x = root)) for each root
template <class F, class Variable>
  requires(liftable<F>)
constexpr auto roots(F const&, Variable const&) {
  return detail::make_roots<lift_t<F>, Variable, detail::roots_of::formula>();
}
template <class F>
  requires(liftable<F>)
constexpr auto roots(F const&) {
  return detail::make_roots_in_only_variable<lift_t<F>, detail::roots_of::formula>();
}

/// Where the derivative of a formula by a variable is 0: its roots, as `roots` has them. The formula itself may be anything whose
/// derivative is a polynomial of degree 1 or 2.
///
///     critical_points(x * x * x - 3_c * x, x) -> { -1, 1 }
///
/// @refuses   as roots does, of the derivative          test/fail/critical_points_*.cpp
/// @law       is_zero(derivative(f, x)(x = point)) for each point
template <class F, class Variable>
  requires(liftable<F>)
constexpr auto critical_points(F const&, Variable const&) {
  return detail::make_roots<lift_t<F>, Variable, detail::roots_of::derivative>();
}
template <class F>
  requires(liftable<F>)
constexpr auto critical_points(F const&) {
  return detail::make_roots_in_only_variable<lift_t<F>, detail::roots_of::derivative>();
}

NABLA_OTHER_ARGUMENTS(constant<0>, roots, "takes a formula and the variable: roots(f, x)")
NABLA_OTHER_ARGUMENTS(constant<0>, critical_points, "takes a formula and the variable: critical_points(f, x)")

}  // namespace nabla
