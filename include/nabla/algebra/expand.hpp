#pragma once

#include <nabla/algebra/polynomial.hpp>
#include <nabla/graph/reify.hpp>

namespace nabla {

namespace detail {

/// A node with products and whole powers of sums written out, readable.
constexpr node_id expanded(graph& g, node_id id) {
  written_out written(g, id);
  return written.is_complete() ? presentation(g)(written.node) : readable(g, id);
}

template <class Formula>
struct expand_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = 4 * tree_size<Formula>;
  static constexpr void build(graph& g, growable<node_id>& outputs) { outputs.push(expanded(g, lower<Formula>(g))); }
};

}  // namespace detail

/// Products and whole powers of sums written out, like terms collected; also within functions. What divides stays as it is.
///
///     expand((x + y) * (x - y)) -> x^2 - y^2          expand(x * pow(x + 1_c, 2_c) / y) -> x^3/y + 2*x^2/y + x/y
///
/// @param f   expression
/// @return    expression; the canonical form of `f` where its terms would have numbers beyond 64 bits, or be too many
/// @cost      compile time about proportional to the number of products of terms
/// @law       expand(f) == f; expand keeps every finite value in exact arithmetic. In floating point it rounds otherwise, and terms may
///            overflow, or cancel, where their sum did not: (x - y)^2 is exact near x = y as x^2 - 2xy + y^2 is not.
///            test/algebra/polynomials.cpp
template <class F>
  requires(liftable<F>)
constexpr auto expand(F const&) {
  return detail::reify_t<detail::expand_recipe<lift_t<F>>>{};
}

NABLA_OTHER_ARGUMENTS(constant<0>, expand, "takes a formula and nothing besides: expand(f); by the powers of a variable it is collect(f, x)")

}  // namespace nabla
