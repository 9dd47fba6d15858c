#pragma once

#include <type_traits>

#include <nabla/algebra/simplify.hpp>

/// Whether two formulas have one canonical type.
template <class F, class G>
constexpr bool one(F f, G g) {
  return std::is_same_v<decltype(simplify(f)), decltype(simplify(g))>;
}
