#pragma once

#include "../harness/nabla.hpp"

#include <array>

#include "model.hpp"

template <std::size_t N>
static void constraints(double const* in, double* out) {
  constexpr auto F = nabla::trace<2 * N, N>([](auto const& q, auto const& length) { return pendulum<int(N)>()(q, length); });
  auto const value = nabla::value_and_jacobian(F).into(out + N, view<2 * N>(in), view<N>(in + 2 * N));
  for (std::size_t i = 0; i < N; ++i) out[i] = value[i];
}
