#pragma once

#include <nabla/nabla.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

// The Rosenbrock chain of N variables, the sum of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2, in the two ways to write it.

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

// What each of the measured sources defines. out: the value, then the N partials.
void chain(double const* in, double* out);
