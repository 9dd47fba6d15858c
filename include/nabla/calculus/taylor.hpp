#pragma once

#include <nabla/algebra/simplify.hpp>
#include <nabla/calculus/derivative.hpp>

namespace nabla {

namespace detail {

template <class Formula, class Symbol, class Point, std::size_t K>
constexpr auto taylor_term() {
  constexpr auto coefficient = [] {
    if constexpr (K == 0) {
      return substitute_t<Formula, binding<Symbol, Point>>{};
    } else {
      return substitute_t<decltype(derivative<K>(Formula{}, Symbol{})), binding<Symbol, Point>>{};
    }
  }();
  constexpr std::intmax_t factorial = [] {
    std::intmax_t product = 1;
    for (std::size_t k = 2; k <= K; ++k) product *= static_cast<std::intmax_t>(k);
    return product;
  }();
  return coefficient / constant<factorial>{} * pow(Symbol{} - Point{}, constant<static_cast<std::intmax_t>(K)>{});
}

template <class Formula, class Symbol, class Point, std::size_t... K>
constexpr auto taylor_sum(std::index_sequence<K...>) {
  return (taylor_term<Formula, Symbol, Point, K>() + ...);
}

}  // namespace detail

/// Taylor polynomial of degree N of a formula at a point, in canonical form.
///
///     taylor<3>(sin(x), x, 0_c) == x - pow(x, 3_c) / 6_c
///
/// @param x0  a constant or an expression
/// @refuses   N above 20: 21! does not fit the exact numbers of a formula
template <std::size_t N, class F, class Symbol, class Point>
  requires(liftable<F>)
constexpr auto taylor(F const&, Symbol const&, Point const&) {
  static_assert(liftable<Point>, "nabla: the point of a Taylor polynomial is a constant or a formula: write 0.5_c, not 0.5");
  static_assert(is_symbol_v<Symbol>, "nabla: taylor<n>(f, x, x0) takes a variable and a point");
  static_assert(N <= 20, "nabla: taylor<n> takes n up to 20; 21! does not fit 64 bits");
  if constexpr (liftable<Point> && is_symbol_v<Symbol> && N <= 20) {
    using sum = decltype(detail::taylor_sum<lift_t<F>, Symbol, lift_t<Point>>(std::make_index_sequence<N + 1>{}));
    return detail::reify_t<detail::simplify_recipe<sum>>{};
  } else {
    return zero;
  }
}

template <std::size_t N, class Formula, class... Arguments, class Symbol, class Point>
constexpr auto taylor(function<Formula, Arguments...> const& f, Symbol const& x, Point const& x0) {
  return detail::function_of_result([&](auto formula, auto by) { return taylor<N>(formula, by, x0); }, f, x);
}

}  // namespace nabla
