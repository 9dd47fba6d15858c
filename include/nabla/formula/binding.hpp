#pragma once

#include <type_traits>

#include <nabla/formula/concepts.hpp>

namespace nabla {

/// A value, or an expression, given to a variable or to a family of variables: what `x = 3` makes. It holds a reference
/// to what has a name and a copy of what has none.
template <class Variable, class Value>
struct binding {
  using variable = Variable;
  using value_type = std::remove_cvref_t<Value>;
  Value value;
};

}  // namespace nabla
