#pragma once

#include <nabla/graph/lower.hpp>
#include <nabla/graph/present.hpp>
#include <nabla/graph/reify.hpp>

namespace nabla {

namespace detail {

template <rewriting Level, class Formula>
struct simplify_recipe {
  static constexpr goal purpose = goal::read;
  static constexpr std::size_t estimate = tree_size<Formula>;

  static constexpr void build(graph& g, growable<node_id>& outputs) {
    outputs.push(readable(g, lower<Formula>(g), Level));
  }
};

}  // namespace detail

/// The canonical formula as an explicit type: like terms and powers collected, operands in order, numbers exact.
///
///     std::is_same_v<decltype(simplify(f)), decltype(simplify(g))>      proves f = g at the level of types
///
/// @param f   expression; with `rewriting::as_written` it is given back as it is
/// @return    expression; equal in value to `f` wherever that is finite
/// @cost      compile time about linear in the size of the formula
/// @law       simplify(simplify(f)) is simplify(f); simplify preserves value           test/laws/simplify.cpp
template <rewriting Level = rewriting::real, class F>
  requires(liftable<F>)
constexpr auto simplify(F const&) {
  return detail::reify_t<detail::simplify_recipe<Level, lift_t<F>>>{};
}

NABLA_OTHER_ARGUMENTS(constant<0>, simplify, "takes a formula and nothing besides: simplify(f)")

}  // namespace nabla
