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

/// The elementary functions, for constant evaluations by every compiler as well as for run time.
///
///     exp(x) -> what exp(x) is for this scalar, by `using std::exp` and by argument
///
/// At run time, and for every scalar but the standard ones, they are that call and nothing else, to the same machine code. In
/// the constant evaluation of a float, a double or a long double of 64 digits they are GCC's own value where it has one, or
/// else the kernel's, which computes with 128 digits (wide.hpp). Integers are double, as in namespace std.
///
/// @return   of constant evaluations: at most 1 unit in the last place from the exact value; in practice correctly rounded
/// @cost     steps of Clang's constant evaluation: 100 to 700 a call; erfc up to 3,000, tgamma and lgamma up to 3,800; a long
///           double 1,200 more
/// @refuses  in constant evaluations, arguments where a function has no value, or a pole: a domain_error in the name of what
///           is called, and is not constexpr, says which (domain.hpp). What is too great is infinity, what is too small is subnormal or 0.
/// @law      float and double agree with GCC bit by bit           test/math/
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
