#pragma once

#include "../harness/nabla.hpp"

#include <cmath>

#include "model.hpp"

template <std::size_t N>
static void energy(double const* in, double* out) {
  constexpr auto F = nabla::trace<N, 1>([](auto const& x, auto const& c) { return chain_energy<int(N)>()(x, c); });
  auto const [value, gradient, hessian] = nabla::value_gradient_hessian(F)(view<N>(in), view<1>(in + N));
  out[0] = value;
  for (std::size_t i = 0; i < N; ++i) out[1 + i] = gradient[i];
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = 0; j < N; ++j) out[1 + N + i * N + j] = hessian[i][j];
  }
}
