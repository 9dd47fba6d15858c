#pragma once

#include <nabla/graph/evaluate.hpp>

namespace nabla {

/// Composition of formulas of one variable: compose(f, g, h) is f(g(h)). The innermost may have any number of variables.
///
/// @return    expression, evaluated as it is written
/// @refuses   an outer formula with more than one variable: name it, f(x = g)
/// @law       chain rule                                                              test/laws/chain_rule.cpp
template <expression F>
constexpr auto compose(F f) {
  return f;
}
template <expression F, expression G, expression... Inner>
constexpr auto compose(F, G g, Inner... inner) {
  using variables = decltype(detail::variables_as_arguments<detail::value_recipe<F>>(
      std::make_index_sequence<detail::compiled<detail::value_recipe<F>>::value.size.variables>{}));
  static_assert(variables::length <= 1,
                "nabla: compose takes formulas of one variable; compose a formula of several by name, f(x = g, y = h)");
  if constexpr (variables::length == 1) {
    return F{}(compose(g, inner...));
  } else {
    return F{};
  }
}

NABLA_OTHER_ARGUMENTS(constant<0>, compose, "takes formulas, the outermost first: compose(f, g)")

}  // namespace nabla
