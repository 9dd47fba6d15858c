#pragma once

#include <nabla/numeric/scalar.hpp>

namespace nabla::numeric {

/// A computed derivative, and about how far off it may be.
template <class T>
struct estimate {
  T value;
  detail::real_t<T> error_estimate;

  friend constexpr bool operator==(estimate const&, estimate const&) = default;
};

}  // namespace nabla::numeric
