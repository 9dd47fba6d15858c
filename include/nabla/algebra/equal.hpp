#pragma once

#include <nabla/formula/operators.hpp>
#include <nabla/graph/expand.hpp>
#include <nabla/graph/lower.hpp>

namespace nabla {

namespace detail {

/// How far a proof of equality goes beyond canonical forms: `expanding` writes out products of sums, `over_common_denominator`
/// decides rational functions.
enum class proof { expanding, over_common_denominator };

template <class F, class G, proof Depth>
constexpr bool prove_equal() {
  graph g;
  canonical_form canonical(g);
  node_id const left = canonical(lower<F>(g)), right = canonical(lower<G>(g));
  if (canonical.overflowed()) return false;
  if (left == right) return true;
  growable<node_id> terms;
  expansion expand(g, canonical);
  terms.push(expand.unfolded(left));
  terms.push(canonical.scaled({-1, 1}, expand.unfolded(right)));
  node_id difference = expand(canonical.sum(terms));
  // Quotients of quotients need a common denominator for each level.
  for (int level = 0; Depth == proof::over_common_denominator && level < 4 && !g.is_constant(difference); ++level) {
    difference = expand.numerator(difference);
  }
  return !canonical.overflowed() && g.is_constant(difference, 0);
}

template <class F, class G, proof Depth>
inline constexpr bool proved_equal = prove_equal<F, G, Depth>();
template <class F, proof Depth>
inline constexpr bool proved_equal<F, F, Depth> = true;

}  // namespace detail

/// Whether two formulas are proved equal: their canonical forms are one, or become one when products of sums are written out.
/// True only where they are equal wherever both are defined; false says that no proof was found.
///
///     static_assert(derivative(3_c*x*x - 4_c*x, x) == 6_c*x - 4_c);
///
/// @cost      none at run time; compile time about linear in the sizes, more where products of sums must be written out
template <expression F, expression G>
constexpr bool operator==(F const&, G const&) {
  return detail::proved_equal<F, G, detail::proof::expanding>;
}

template <expression F, plain_number Number>
constexpr bool operator==(F const&, Number const&) {
  static_assert(detail::number_known_to_the_type<Number>,
                "nabla: == between formulas is a proof: write 3_c for an exact number; x = 3.0 binds a value at a call");
  return false;
}

/// Whether two formulas are proved equal, over a common denominator too: decides rational functions of any number of
/// variables, and is sound for all else.
template <class F, class G>
  requires(liftable<F> && liftable<G>)
constexpr bool equivalent(F const&, G const&) {
  return detail::proved_equal<lift_t<F>, lift_t<G>, detail::proof::over_common_denominator>;
}

/// Whether a formula is proved to be zero.
template <class F>
  requires(liftable<F>)
constexpr bool is_zero(F const&) {
  return detail::proved_equal<lift_t<F>, constant<0>, detail::proof::expanding>;
}

}  // namespace nabla
