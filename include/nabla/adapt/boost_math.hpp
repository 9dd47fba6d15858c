#pragma once

#include <nabla/numeric/estimate.hpp>
#include <nabla/numeric/scalar.hpp>

#include <boost/math/differentiation/finite_difference.hpp>

#include <cstddef>
#include <type_traits>

// Boost.Math and <complex> make this the one expensive header of the room (measured with GCC 12: 0.7 s, all others
// together 0.3 s). Nothing includes it; include it where it is used. richardson.hpp does the same work without it.

namespace nabla::numeric {

/// First derivative by Boost.Math's finite differences, which choose their step and estimate their error.
///
///     finite_difference<order>(f, x) -> {value, error_estimate}     order 1, 2, 4, 6 or 8
///
/// @param f     callable of one real scalar with a real value
/// @param x     the point; an integer is taken as double. The step is absolute: x should be of the size of 1
/// @return      the derivative, and Boost's estimate of its error; not constexpr
/// @cost        `order` evaluations of `f` (order 1: 2), and 2 more for the estimate (order 1: 1 more)
/// @error       about epsilon^(order / (order + 1)) where f and its derivatives are of the size of 1
/// @refuses     any other order: a static_assert, test/fail/numeric_finite_difference_order.cpp
/// @source      boost/math/differentiation/finite_difference.hpp
template <std::size_t Order = 6, class F, class X>
  requires callable_at<F, detail::promoted_t<X>>
auto finite_difference(F&& f, X const& x) {
  using T = detail::promoted_t<X>;
  constexpr bool known = Order == 1 || Order == 2 || Order == 4 || Order == 6 || Order == 8;
  static_assert(known, "Boost.Math's finite differences have order 1, 2, 4, 6 or 8");
  if constexpr (known) {
    estimate<T> result{};
    auto const values = [&f](T const& at) { return static_cast<T>(f(at)); };
    result.value = boost::math::differentiation::finite_difference_derivative<decltype(values), T, Order>(
        values, static_cast<T>(x), &result.error_estimate);
    return result;
  }
}

}  // namespace nabla::numeric
