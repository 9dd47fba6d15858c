#pragma once

#include <nabla/nabla.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

// The Rosenbrock chain of N variables, the sum of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2, in the two ways to write it; and the same without regularity.

template <std::size_t N>
constexpr auto named_chain() {
  using namespace nabla::literals;
  constexpr auto x = nabla::variables<"x", N>;
  constexpr auto valley = [](auto a, auto b) { return 100_c * pow(b - pow(a, 2_c), 2_c) + pow(1_c - a, 2_c); };
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return nabla::function((... + valley(x.template get<I>(), x.template get<I + 1>())), x);
  }(std::make_index_sequence<N - 1>{});
}

template <std::size_t N>
constexpr auto traced_chain() {
  return nabla::trace<N>([](auto const& x) {
    std::remove_cvref_t<decltype(x[0])> sum(0.0);
    for (std::size_t i = 0; i + 1 < N; ++i) {
      auto const t = x[i + 1] - x[i] * x[i], u = 1.0 - x[i];
      sum += 100.0 * (t * t) + u * u;
    }
    return sum;
  });
}

/// Of an irregular chain the variable that a link leads to, and its weight.
struct chain_link {
  std::size_t to;
  double weight;
};
constexpr chain_link irregular_link(std::size_t from, std::size_t length) {
  auto const number = static_cast<std::uint32_t>(from + 1);
  return {(from + 1 + (number * 2654435769u >> 16) % 13) % length, 10.0 + (number * 2246822519u >> 13) % 997};
}

/// No link is like the one before: a loop is not told by few of its iterations, and none is found in the steps.
template <std::size_t N>
constexpr auto irregular_chain() {
  return nabla::trace<N>([](auto const& x) {
    std::remove_cvref_t<decltype(x[0])> sum(0.0);
    for (std::size_t i = 0; i < N; ++i) {
      chain_link const link = irregular_link(i, N);
      auto const t = x[link.to] - x[i] * x[i], u = 1.0 - x[i];
      sum += link.weight * (t * t) + u * u;
    }
    return sum;
  });
}

// What each of the measured sources defines. out: the value, then the N partials.
void chain(double const* in, double* out);
