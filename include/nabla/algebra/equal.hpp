#pragma once

#include <nabla/formula/operators.hpp>
#include <nabla/graph/lower.hpp>
#include <nabla/graph/ordered.hpp>
#include <nabla/graph/proof.hpp>

namespace nabla {

namespace detail {

template <class F, class G>
constexpr bool prove_equal() {
  graph g;
  canonical_form canonical(g);
  node_id const f = lower<F>(g), h = lower<G>(g);
  node_id const left = canonical(f), right = canonical(h);
  if (canonical.overflowed()) return ordered_form(g)(f) == ordered_form(g)(h) || rational_difference(g, f, h).is_zero();
  return prove_nodes_equal(g, left, right);
}

/// Not constexpr, so that the compiler's limit of steps is no error here: a constant number may be used in constant expressions all the same,
/// where the compiler got to its end.
template <class F, class G>
inline const bool attempted_proof = prove_equal<F, G>();

template <class F, class G>
inline constexpr bool proved_equal = [] {
  constexpr bool is_made = requires { typename std::bool_constant<attempted_proof<F, G>>; };
  static_assert(is_made,
                "nabla: constant evaluation ends at the compiler's limit of steps before this is proved, or found not to be: raise it, "
                "-fconstexpr-steps=2000000000 (Clang), -fconstexpr-ops-limit=2000000000 (GCC)");
  if constexpr (is_made) {
    return attempted_proof<F, G>;
  } else {
    return false;
  }
}();
template <class F>
inline constexpr bool proved_equal<F, F> = true;

}  // namespace detail

/// Whether two formulas are proved equal: their canonical forms are one, or their difference is zero when it is brought over a common
/// denominator and expanded, with what is known of elementary functions. Decides rational functions of any number of variables, however large
/// their numbers become, and polynomials in sin, cos, exp of multiples of angles. True only where they are equal wherever both are defined; false
/// says that no proof was found.
///
///     static_assert(derivative(3_c*x*x - 4_c*x, x) == 6_c*x - 4_c);
///
/// @cost      none at run time; compile time about linear in the sizes, more where products of sums must be written out
/// @law       test/algebra/decision.cpp, against exact values at random points
template <expression F, expression G>
constexpr bool operator==(F const&, G const&) {
  return detail::proved_equal<F, G>;
}

template <expression F, plain_number Number>
constexpr bool operator==(F const&, Number const&) {
  static_assert(detail::number_known_to_the_type<Number>,
                "nabla: == between formulas is a proof: write 3_c for an exact number; x = 3.0 binds a value at a call");
  return false;
}

/// The same as a name. Decides rational functions of any number of variables, and is sound for all else.
template <class F, class G>
  requires(liftable<F> && liftable<G>)
constexpr bool equivalent(F const&, G const&) {
  return detail::proved_equal<lift_t<F>, lift_t<G>>;
}

template <class F, class G>
  requires(liftable<F> != liftable<G> && (plain_number<F> || plain_number<G>))
constexpr bool equivalent(F const&, G const&) {
  static_assert(detail::number_known_to_the_type<F> || detail::number_known_to_the_type<G>,
                "nabla: equivalent is a proof about formulas: write 3_c for an exact number, equivalent(f, 3_c)");
  return false;
}

/// Whether a formula is proved to be zero.
template <class F>
  requires(liftable<F>)
constexpr bool is_zero(F const&) {
  return detail::proved_equal<lift_t<F>, constant<0>>;
}

NABLA_OTHER_ARGUMENTS(bool, equivalent, "takes two formulas: equivalent(f, g)")
NABLA_OTHER_ARGUMENTS(bool, is_zero, "takes a formula: is_zero(f)")

}  // namespace nabla
