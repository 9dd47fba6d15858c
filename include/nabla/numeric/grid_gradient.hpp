#pragma once

#include <nabla/numeric/refusal.hpp>
#include <nabla/numeric/samples.hpp>
#include <nabla/numeric/scalar.hpp>

#include <array>
#include <cstddef>

namespace nabla::numeric {

namespace detail {

/// The differences along one axis: for every place in the other axes one line of samples, `stride` apart.
template <int Edge, class Out, class Samples, std::size_t D, class Spacing>
constexpr void grid_gradient(char const* caller, Out& out, std::size_t axis, Samples const& samples,
                             std::array<std::size_t, D> const& extents, Spacing const& spacing) {
  using T = sample_t<Samples>;
  if (axis >= D) axis_must_exist(caller, axis, D);
  std::size_t size = 1, stride = 1;
  for (std::size_t d = 0; d < D; ++d) {
    size *= extents[d];
    if (d > axis) stride *= extents[d];
  }
  if (size != std::size(samples)) extents_must_hold_the_samples(caller, std::size(samples), size);
  std::size_t const count = extents[axis];
  if (count <= static_cast<std::size_t>(Edge)) gradient_needs_more_samples(caller, Edge + 1, count);
  for (std::size_t outer = 0; outer < size; outer += stride * count)
    for (std::size_t start = outer; start < outer + stride; ++start)
      line_gradient<Edge>(
          caller, count, [&](std::size_t i) { return static_cast<T>(std::data(samples)[start + i * stride]); },
          [&](std::size_t i, T const& v) { std::data(out)[start + i * stride] = v; }, spacing);
}

}  // namespace detail

/// Gradient of samples on a grid of any number of dimensions, along one of its axes.
///
///     grid_gradient(axis, samples, extents)                    samples one apart along the axis
///     grid_gradient(axis, samples, extents, spacing)           `spacing` apart
///     grid_gradient(axis, samples, extents, coordinates)       at these coordinates of the axis
///     grid_gradient(..., edge_order<2>)                        second order at the two ends too
///     grid_gradient_into(out, axis, samples, extents, spacing or coordinates, edge)     the same, written to `out`
///
/// @param axis      0 is the slowest (rows), D - 1 the fastest (columns)
/// @param samples   the values row by row: std::array, std::vector, std::span
/// @param extents   the number of samples along each axis: std::array<std::size_t, D>, or {rows, columns}
/// @return          as many values in the same order; a std::array for a std::array, otherwise a std::vector
/// @cost            one pass; coordinates are checked once a line; `grid_gradient_into` uses no heap; constexpr
/// @refuses         an axis that is not there, extents whose product is not the number of samples, and along the axis
///                  all that `gradient` refuses: std::invalid_argument; does not compile in a constant expression
/// @law             with D = 1 it is `gradient`; gradients along different axes commute
/// @source          numpy.gradient(samples, axis=axis)
/// @example         static_assert(grid_gradient(1, std::array{1, 2, 6, 3, 4, 5}, {2, 3}) ==
///                                std::array{1.0, 2.5, 4.0, 1.0, 1.0, 1.0});
template <class Samples, std::size_t D, class Spacing = int, int Edge = 1>
  requires sampled<Samples>
constexpr auto grid_gradient(std::size_t axis, Samples const& samples, std::array<std::size_t, D> const& extents,
                             Spacing const& spacing = 1, edge_order_t<Edge> = {}) {
  auto result = detail::like_samples<Samples>::make(std::size(samples));
  detail::grid_gradient<Edge>("grid_gradient", result, axis, samples, extents, spacing);
  return result;
}

template <class Out, class Samples, std::size_t D, class Spacing = int, int Edge = 1>
  requires sampled<Samples>
constexpr void grid_gradient_into(Out&& out, std::size_t axis, Samples const& samples,
                                  std::array<std::size_t, D> const& extents, Spacing const& spacing = 1,
                                  edge_order_t<Edge> = {}) {
  if (std::size(out) != std::size(samples))
    detail::sizes_must_agree("grid_gradient_into", "places to write to", std::size(samples), std::size(out));
  detail::grid_gradient<Edge>("grid_gradient_into", out, axis, samples, extents, spacing);
}

// The forms with {rows, columns}, and those with an edge order but no spacing.

template <class Samples, std::size_t D, class Spacing = int, int Edge = 1>
  requires sampled<Samples>
constexpr auto grid_gradient(std::size_t axis, Samples const& samples, std::size_t const (&extents)[D],
                             Spacing const& spacing = 1, edge_order_t<Edge> edge = {}) {
  return numeric::grid_gradient(axis, samples, std::to_array(extents), spacing, edge);
}

template <class Samples, std::size_t D, int Edge>
  requires sampled<Samples>
constexpr auto grid_gradient(std::size_t axis, Samples const& samples, std::array<std::size_t, D> const& extents,
                             edge_order_t<Edge> edge) {
  return numeric::grid_gradient(axis, samples, extents, 1, edge);
}

template <class Samples, std::size_t D, int Edge>
  requires sampled<Samples>
constexpr auto grid_gradient(std::size_t axis, Samples const& samples, std::size_t const (&extents)[D],
                             edge_order_t<Edge> edge) {
  return numeric::grid_gradient(axis, samples, std::to_array(extents), 1, edge);
}

template <class Out, class Samples, std::size_t D, class Spacing = int, int Edge = 1>
  requires sampled<Samples>
constexpr void grid_gradient_into(Out&& out, std::size_t axis, Samples const& samples, std::size_t const (&extents)[D],
                                  Spacing const& spacing = 1, edge_order_t<Edge> edge = {}) {
  numeric::grid_gradient_into(out, axis, samples, std::to_array(extents), spacing, edge);
}

}  // namespace nabla::numeric
