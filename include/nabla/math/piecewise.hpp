#pragma once

#include <cmath>

#include <nabla/math/standard.hpp>

namespace nabla::math {

/// |x|, in constant evaluations too, where namespace std's is not to be relied on before C++23.
template <class T>
NABLA_ALWAYS_INLINE constexpr auto abs(T const& x) {
  using std::abs;
  if constexpr (std::is_integral_v<T>) {
    return x < 0 ? -x : +x;
  } else {
    if constexpr (kernel::standard_scalar<T>) {
      if (std::is_constant_evaluated()) return kernel::is_negative(x) ? -x : +x;
    }
    if constexpr (requires { abs(x); }) {
      return abs(x);
    } else {
      static_assert(kernel::is_known<T>, "this scalar has no abs: neither in namespace std nor in that of its type");
    return x;
    }
  }
}

}  // namespace nabla::math
