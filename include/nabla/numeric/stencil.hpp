#pragma once

#include <nabla/numeric/refusal.hpp>
#include <nabla/numeric/scalar.hpp>

#include <array>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace nabla::numeric {

/// Where the points of a difference formula lie, in steps from x: -m..m, 0..p-1, or 1-p..0.
enum class stencil { central, forward, backward };

/// The offset, in steps, of point `k` of a stencil of `points` points.
constexpr int stencil_offset(int k, int points, stencil side) {
  return side == stencil::central ? k - points / 2 : side == stencil::forward ? k : k - points + 1;
}

/// The fewest points that give a derivative of this order: order + 1, made odd for a central stencil.
constexpr int fewest_points(int order, stencil side) {
  return side == stencil::central && order % 2 != 0 ? order + 2 : order + 1;
}

/// q of the truncation error O(h^q): points - order, and one more by symmetry for even orders of a central stencil.
constexpr int error_order(int order, int points, stencil side = stencil::central) {
  return points - order + (side == stencil::central && order % 2 == 0 ? 1 : 0);
}

namespace detail {

constexpr void check_stencil(char const* caller, int order, int points, stencil side) {
  if (order < 0) order_must_not_be_negative(caller, order);
  if (side == stencil::central && points % 2 == 0)
    central_stencil_needs_an_odd_number_of_points(caller, points);
  if (points <= order) stencil_needs_more_points_than_the_order(caller, order, points);
}

/// One weight: order! times the coefficient of t^order in Lagrange's basis polynomial of node k,
/// prod (t - node j) / (node k - node j), j != k. On integer nodes every intermediate value is an integer.
/// Nodes are taken from both ends inwards, so that on a central stencil (t + j)(t - j) leaves no rounding behind.
/// `polynomial` has room for order + 1 coefficients.
template <class T, class Nodes>
constexpr T weight(int order, std::size_t points, Nodes const& nodes, std::size_t k, T* polynomial) {
  for (int i = 0; i <= order; ++i) polynomial[i] = T(i == 0 ? 1 : 0);
  T denominator(1);
  for (std::size_t taken = 0; taken < points; ++taken) {
    std::size_t const j = taken % 2 == 0 ? taken / 2 : points - 1 - taken / 2;
    if (j == k) continue;
    T const node = static_cast<T>(nodes(j));
    for (int i = order; i > 0; --i) polynomial[i] = polynomial[i - 1] - node * polynomial[i];
    polynomial[0] = -node * polynomial[0];
    denominator *= static_cast<T>(nodes(k)) - node;
  }
  T numerator = polynomial[order];
  for (int i = 2; i <= order; ++i) numerator *= T(i);
  return numerator / denominator;
}

}  // namespace detail

/// Weights of a difference formula on equally spaced points, for step 1:
/// the derivative is sum of weight[k] f(x + offset(k) h), divided by h^order.
///
///     stencil_weights<order, points, side, T>()   -> std::array<T, points>
///     stencil_weights<T>(order, points, side)     -> std::vector<T>
///
/// @param order    order of the derivative, 0 or more
/// @param points   more than `order`; odd for a central stencil
/// @param T        the scalar of the weights. Exact in a rational type (Boost's cpp_rational); in a floating one each
///                 weight is a quotient of two integers, correctly rounded while these are exact in T
///                 (double: up to 17 points), then within a few units in the last place (61 points: 25)
/// @cost           points^2 (order + 1) multiplications
/// @refuses        even central stencils, too few points, a negative order: a static_assert where they are template
///                 arguments, test/fail/numeric_stencil_even.cpp, numeric_stencil_few.cpp, numeric_stencil_order.cpp;
///                 otherwise std::invalid_argument
/// @law            sum of weight[k] offset(k)^i is order! for i = order, 0 for every other i < points
/// @source         Lagrange's interpolation; cf. Fornberg, Math. Comp. 51 (1988) 699
/// @example        static_assert(stencil_weights<2, 3>() == std::array{1.0, -2.0, 1.0});
template <int Order, int Points, stencil Side = stencil::central, class T = double>
constexpr auto stencil_weights() {
  static_assert(Order >= 0, "the order of a derivative is 0 or more");
  static_assert(Side != stencil::central || Points % 2 != 0,
                "a central stencil has an odd number of points: write one more or one fewer");
  static_assert(Points > Order, "a stencil needs more points than the order of the derivative");
  if constexpr (Order >= 0 && Points > Order) {
    std::array<T, static_cast<std::size_t>(Points)> weights{};
    T polynomial[Order + 1]{};
    auto const nodes = [](std::size_t k) { return stencil_offset(static_cast<int>(k), Points, Side); };
    for (std::size_t k = 0; k < weights.size(); ++k)
      weights[k] = detail::weight<T>(Order, weights.size(), nodes, k, polynomial);
    return weights;
  }
}

template <class T = double>
constexpr std::vector<T> stencil_weights(int order, int points, stencil side = stencil::central) {
  detail::check_stencil("stencil_weights", order, points, side);
  std::vector<T> weights(static_cast<std::size_t>(points), T{});  // Clang cannot evaluate vector(n) of libstdc++ 12
  std::vector<T> polynomial(static_cast<std::size_t>(order) + 1, T{});
  auto const nodes = [&](std::size_t k) { return stencil_offset(static_cast<int>(k), points, side); };
  for (std::size_t k = 0; k < weights.size(); ++k)
    weights[k] = detail::weight<T>(order, weights.size(), nodes, k, polynomial.data());
  return weights;
}

/// Weights on points placed anywhere: the derivative at 0 of the polynomial through (nodes[k], values[k]).
///
///     stencil_weights(order, nodes) -> std::array<T, N>      nodes : std::array<T, N>, relative to x
///
/// @cost       N^2 (order + 1) multiplications
/// @refuses    N <= order, nodes that coincide, a negative order: std::invalid_argument
/// @law        stencil_weights<n, 5>() == stencil_weights(n, std::array{-2.0, -1.0, 0.0, 1.0, 2.0})
template <class T, std::size_t N>
constexpr auto stencil_weights(int order, std::array<T, N> const& nodes) {
  using V = detail::promoted_t<T>;
  if (order < 0) detail::order_must_not_be_negative("stencil_weights", order);
  if (N <= static_cast<std::size_t>(order))
    detail::stencil_needs_more_points_than_the_order("stencil_weights", order, static_cast<int>(N));
  for (std::size_t i = 0; i < N; ++i)
    for (std::size_t j = i + 1; j < N; ++j)
      if (nodes[i] == nodes[j]) detail::stencil_nodes_must_differ("stencil_weights", i, j);
  std::array<V, N> weights{};
  std::array<V, N> polynomial{};
  for (std::size_t k = 0; k < N; ++k)
    weights[k] = detail::weight<V>(order, N, [&](std::size_t j) { return nodes[j]; }, k, polynomial.data());
  return weights;
}

}  // namespace nabla::numeric
