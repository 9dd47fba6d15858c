#pragma once

#include <nabla/numeric/refusal.hpp>
#include <nabla/numeric/scalar.hpp>
#include <nabla/numeric/step.hpp>

#include <array>
#include <cstddef>
#include <type_traits>
#include <vector>

// What gradient.hpp and grid_gradient.hpp share: the formulas for one line of samples, and the checks of their input.

namespace nabla::numeric {

/// Samples in contiguous storage: std::array, std::vector, std::span, a built-in array.
template <class Range>
concept sampled = requires(Range const& r) {
  *std::data(r);
  std::size(r);
};

/// How exact `gradient` is at the two ends: `edge_order<1>`, or `edge_order<2>`, which needs three samples.
template <int Order>
struct edge_order_t {
  static_assert(Order == 1 || Order == 2, "the order at the edges is 1 or 2");
};
template <int Order>
inline constexpr edge_order_t<Order> edge_order{};

namespace detail {

template <class Range>
using sample_t = promoted_t<decltype(*std::data(std::declval<Range const&>()))>;

/// The number of elements where the type knows it, otherwise unknown_size.
inline constexpr std::size_t unknown_size = static_cast<std::size_t>(-1);
template <class Range>
inline constexpr std::size_t size_of = unknown_size;
template <class T, std::size_t N>
inline constexpr std::size_t size_of<std::array<T, N>> = N;
template <class T, std::size_t N>
inline constexpr std::size_t size_of<T[N]> = N;

/// The container for a gradient of such samples.
template <class Range>
struct like_samples {
  using type = std::vector<sample_t<Range>>;
  static constexpr type make(std::size_t n) { return type(n, sample_t<Range>{}); }
};
template <class Range>
  requires(size_of<Range> != unknown_size)
struct like_samples<Range> {
  using type = std::array<sample_t<Range>, size_of<Range>>;
  static constexpr type make(std::size_t) { return type{}; }
};

/// Refuses sizes that the types know to be wrong, with false to go on by.
template <class Samples, class Spacing, int Edge>
constexpr bool check_static_sizes() {
  constexpr std::size_t n = size_of<Samples>;
  static_assert(n >= 2, "a gradient needs at least 2 samples");
  static_assert(n < 2 || n > static_cast<std::size_t>(Edge), "edge_order<2> needs at least 3 samples");
  static_assert(n == unknown_size || size_of<Spacing> == unknown_size || size_of<Spacing> == n,
                "there must be as many coordinates as samples");
  return n >= 2 && n > static_cast<std::size_t>(Edge) && (n == unknown_size || size_of<Spacing> == unknown_size || size_of<Spacing> == n);
}

/// One line of `count` samples, `spacing` apart: read(i) gives a sample, write(i, v) takes a derivative.
template <int Edge, class Read, class Write, class H>
constexpr void even_line(std::size_t count, Read const& read, Write const& write, H const& spacing) {
  using Value = decltype(read(0));
  H const twice = 2 * spacing;
  for (std::size_t i = 1; i + 1 < count; ++i) write(i, quotient(read(i + 1), read(i - 1), twice));
  auto const end = [](Value const& nearest, Value const& next, [[maybe_unused]] Value const& third, H const& h) {
    Value const slope = quotient(next, nearest, h);
    if constexpr (Edge == 2)
      return static_cast<Value>(slope + (slope - quotient(third, next, h)) / factor_for<Value>(H(2)));
    else
      return slope;
  };
  std::size_t const last = count - 1;
  write(0, end(read(0), read(1), read(Edge), spacing));
  write(last, end(read(last), read(last - 1), read(last - Edge), static_cast<H>(-spacing)));
}

/// The same for samples at the coordinates place(i): slopes of neighbouring pairs, weighted by the other pair's width.
template <int Edge, class Read, class Write, class Place>
constexpr void uneven_line(std::size_t count, Read const& read, Write const& write, Place const& place) {
  using Value = decltype(read(0));
  using H = decltype(place(0));
  auto const slope = [&](std::size_t i, std::size_t j) {
    return quotient(read(j), read(i), static_cast<H>(place(j) - place(i)));
  };
  for (std::size_t i = 1; i + 1 < count; ++i) {
    auto const left = factor_for<Value>(static_cast<H>(place(i) - place(i - 1)));
    auto const right = factor_for<Value>(static_cast<H>(place(i + 1) - place(i)));
    write(i, static_cast<Value>((slope(i - 1, i) * right + slope(i, i + 1) * left) / (left + right)));
  }
  auto const end = [&](std::size_t nearest, std::size_t next, [[maybe_unused]] std::size_t third) {
    Value const near = slope(nearest, next);
    if constexpr (Edge == 2) {
      auto const part = static_cast<H>((place(next) - place(nearest)) / (place(third) - place(nearest)));
      return static_cast<Value>(near + (near - slope(next, third)) * factor_for<Value>(part));
    } else {
      return near;
    }
  };
  std::size_t const last = count - 1;
  write(0, end(0, 1, Edge));
  write(last, end(last, last - 1, last - Edge));
}

/// One line of samples with its checks; `spacing` is a number, or one coordinate for each sample.
template <int Edge, class Read, class Write, class Spacing>
constexpr void line_gradient(char const* caller, std::size_t count, Read const& read, Write const& write,
                             Spacing const& spacing) {
  using R = real_t<decltype(read(0))>;
  if (count <= static_cast<std::size_t>(Edge)) gradient_needs_more_samples(caller, Edge + 1, count);
  if constexpr (sampled<Spacing>) {
    if (std::size(spacing) != count) sizes_must_agree(caller, "coordinates", count, std::size(spacing));
    auto const place = [&](std::size_t i) { return static_cast<R>(std::data(spacing)[i]); };
    bool const rising = place(0) < place(1);
    for (std::size_t i = 0; i + 1 < count; ++i) {
      bool const strictly = rising ? place(i) < place(i + 1) : place(i) > place(i + 1);
      if (!strictly || !is_finite(place(i)) || !is_finite(place(i + 1)))
        coordinates_must_be_strictly_monotonic(caller, i, place(i), place(i + 1));
    }
    uneven_line<Edge>(count, read, write, place);
  } else {
    R const h = static_cast<R>(spacing);
    if (h == R(0) || !is_finite(h)) spacing_must_be_finite_and_not_zero(caller, h);
    even_line<Edge>(count, read, write, h);
  }
}

template <int Edge, class Out, class Samples, class Spacing>
constexpr void gradient_into(char const* caller, Out& out, Samples const& samples, Spacing const& spacing) {
  using T = sample_t<Samples>;
  line_gradient<Edge>(
      caller, std::size(samples), [&](std::size_t i) { return static_cast<T>(std::data(samples)[i]); },
      [&](std::size_t i, T const& v) { std::data(out)[i] = v; }, spacing);
}

}  // namespace detail
}  // namespace nabla::numeric
