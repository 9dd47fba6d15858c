#pragma once

#include <nabla/numeric/refusal.hpp>
#include <nabla/numeric/samples.hpp>
#include <nabla/numeric/scalar.hpp>
#include <nabla/numeric/step.hpp>

#include <array>
#include <cstddef>

namespace nabla::numeric {

/// Gradient of samples along a line: at each sample the derivative of the function that was sampled.
///
///     gradient(samples)                            samples one apart
///     gradient(samples, spacing)                   samples `spacing` apart (negative where they run downwards)
///     gradient(samples, coordinates)               samples taken at the coordinates, evenly spaced or not
///     gradient(..., edge_order<2>)                 second order at the two ends too
///     gradient_into(out, samples, ...)             the same, written to `out`
///
/// @param samples       n values: std::array, std::vector, std::span, a built-in array or list; integers become double,
///                      every other scalar (complex too) is used as it is and decides the type of the result
/// @param spacing       a number; `coordinates`: n numbers, strictly increasing or strictly decreasing
/// @param out           n values to write to (array, vector, span); must not overlap the samples
/// @return              n values: a std::array for arrays, otherwise a std::vector
/// @cost                one pass; `gradient_into` and arrays use no heap; constexpr
/// @error               inside: the parabola through three neighbours, h^2/6 f''' (evenly spaced: central difference);
///                      at the ends: the straight line through two samples, O(h), or with edge_order<2> the parabola
///                      through three, O(h^2)
/// @refuses             fewer than 2 samples (3 for edge_order<2>), sizes that differ, a spacing that is 0, NaN or
///                      infinite, coordinates that are not finite and strictly monotonic: std::invalid_argument, or a
///                      static_assert where sizes are known to the types: test/fail/numeric_gradient_samples.cpp,
///                      numeric_gradient_edge.cpp, numeric_gradient_sizes.cpp, numeric_gradient_edge_order.cpp
/// @source              call and values as numpy.gradient; formulas: the derivative of Lagrange's parabola
/// @example             static_assert(gradient({1, 2, 3, 5}) == std::array{1.0, 1.0, 1.5, 2.0});
template <class Samples, class Spacing = int, int Edge = 1>
  requires sampled<Samples>
constexpr auto gradient(Samples const& samples, Spacing const& spacing = 1, edge_order_t<Edge> = {}) {
  auto result = detail::like_samples<Samples>::make(std::size(samples));
  if constexpr (detail::check_static_sizes<Samples, Spacing, Edge>()) detail::gradient_into<Edge>("gradient", result, samples, spacing);
  return result;
}

template <class Samples, int Edge>
  requires sampled<Samples>
constexpr auto gradient(Samples const& samples, edge_order_t<Edge> edge) {
  return numeric::gradient(samples, 1, edge);
}

template <class T, std::size_t N, class Spacing = int, int Edge = 1>
constexpr auto gradient(T const (&samples)[N], Spacing const& spacing = 1, edge_order_t<Edge> edge = {}) {
  return numeric::gradient<T[N], Spacing, Edge>(samples, spacing, edge);
}

template <class T, std::size_t N, int Edge>
constexpr auto gradient(T const (&samples)[N], edge_order_t<Edge> edge) {
  return numeric::gradient<T[N], int, Edge>(samples, 1, edge);
}

template <class Out, class Samples, class Spacing = int, int Edge = 1>
  requires sampled<Samples>
constexpr void gradient_into(Out&& out, Samples const& samples, Spacing const& spacing = 1, edge_order_t<Edge> = {}) {
  if constexpr (detail::check_static_sizes<Samples, Spacing, Edge>()) {
    if (std::size(out) != std::size(samples))
      detail::sizes_must_agree("gradient_into", "places to write to", std::size(samples), std::size(out));
    detail::gradient_into<Edge>("gradient_into", out, samples, spacing);
  }
}

template <class Out, class Samples, int Edge>
  requires sampled<Samples>
constexpr void gradient_into(Out&& out, Samples const& samples, edge_order_t<Edge> edge) {
  numeric::gradient_into(out, samples, 1, edge);
}

}  // namespace nabla::numeric
