#pragma once

#include <nabla/calculus/directional.hpp>
#include <nabla/calculus/fields.hpp>
#include <nabla/calculus/taylor.hpp>
#include <nabla/graph/trace.hpp>

namespace nabla {

namespace detail {

/// Generic code as formulas in its arguments, for the operators whose results are formulas.
template <class Callable, std::size_t N>
constexpr auto as_formulas(traced_function<Callable, N, 0> const& f) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return function(f(symbol<"x", I>{}...), symbol<"x", I>{}...);
  }(std::make_index_sequence<N>{});
}

}  // namespace detail

// The operators that give formulas, on traced functions without parameters: a function of the same arguments. For short code; what
// is long has no formula that a compiler would like, and is differentiated jointly.

template <std::size_t Times = 1, class Callable>
constexpr auto derivative(traced_function<Callable, 1, 0> const& f) {
  return derivative<Times>(detail::as_formulas(f));
}
template <class Callable, std::size_t N, class V>
constexpr auto directional_derivative(traced_function<Callable, N, 0> const& f, V const& v) {
  return directional_derivative(detail::as_formulas(f), v);
}
template <class Callable, std::size_t N>
constexpr auto laplacian(traced_function<Callable, N, 0> const& f) {
  return laplacian(detail::as_formulas(f));
}
template <class Callable, std::size_t N>
constexpr auto divergence(traced_function<Callable, N, 0> const& f) {
  return divergence(detail::as_formulas(f));
}
template <class Callable, std::size_t N>
constexpr auto curl(traced_function<Callable, N, 0> const& f) {
  return curl(detail::as_formulas(f));
}
template <std::size_t Degree, class Callable, class Point>
constexpr auto taylor(traced_function<Callable, 1, 0> const& f, Point const& x0) {
  return taylor<Degree>(detail::as_formulas(f), symbol<"x", 0>{}, x0);
}

}  // namespace nabla
