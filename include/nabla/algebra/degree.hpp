#pragma once

#include <nabla/algebra/polynomial.hpp>

namespace nabla {

/// The degree of a polynomial: in a variable, in several together, or, where none is named, in all that it has. It is decided with
/// products written out and like terms collected: of (x + 1)^2 - x^2 it is 1. The polynomial 0 has the degree -1.
///
///     degree(f, x), degree(f, x, y), degree(f)  ->  std::intmax_t, constexpr
///
/// @param f   expression; its coefficients may be any formulas without these variables
/// @cost      none at run time; compile time as of expand
/// @refuses   what is no variable, no polynomial, or too large to be written out exactly
///            test/fail/degree_by_formula.cpp, degree_of_function.cpp, degree_too_large.cpp
/// @law       degree(f * g, x) == degree(f, x) + degree(g, x) where neither is 0
template <class F, class... Variables>
  requires(liftable<F>)
constexpr std::intmax_t degree(F const&, Variables const&...) {
  if constexpr (!detail::are_variables<Variables...>()) {
    return -1;
  } else {
    constexpr detail::polynomial_facts facts = detail::polynomial_facts_of<lift_t<F>, Variables...>;
    return detail::is_read<facts.state>() ? facts.degree : -1;
  }
}

NABLA_OTHER_ARGUMENTS(std::intmax_t, degree, "takes a formula and variables: degree(f), degree(f, x)")

}  // namespace nabla
