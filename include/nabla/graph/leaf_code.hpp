#pragma once

#include <nabla/graph/code.hpp>

namespace nabla::detail {

/// Operand number K of a step, as leaves are counted: a table says where among the values it stands.
template <std::uint32_t K>
struct leaf_code {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr T const& run(T const* values, std::uint32_t const* places) {
    return values[places[K]];
  }
};

}  // namespace nabla::detail
