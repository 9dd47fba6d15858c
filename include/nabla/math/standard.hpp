#pragma once

#include <type_traits>

#include <nabla/config.hpp>
#include <nabla/math/rounding.hpp>

// Does the compiler itself know the value of a call of the standard library, in a constant evaluation? GCC does, correctly
// rounded (by MPFR), where the result is finite, no argument infinite, and nothing underflows; with -ffast-math it knows also
// 0^-1, which we refuse. Clang's answer, where it has one, is that of the library of the machine it runs on: we do without.
#if defined(__GNUC__) && !defined(__clang__) && !defined(__FAST_MATH__)
#define NABLA_FOLDED(call) __builtin_constant_p(call)
#else
#define NABLA_FOLDED(call) false
#endif

namespace nabla::math {

namespace kernel {

/// What the standard library makes of an argument: integers are double.
template <class T>
using floating = std::conditional_t<std::is_integral_v<T>, double, std::remove_cv_t<T>>;

/// Scalars whose functions are evaluated by the kernels in constant evaluations.
template <class... T>
concept standard_scalar = (standard_float<floating<T>> && ...);

/// The common type of several arguments, as the standard library chooses it: that of their sum, integers being double.
template <class... T>
using common = decltype((floating<T>{} + ...));

/// False, but not before a template is instantiated: for what no scalar should reach.
template <class...>
inline constexpr bool is_known = false;

}  // namespace kernel

}  // namespace nabla::math
