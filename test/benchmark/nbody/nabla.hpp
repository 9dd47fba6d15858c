#pragma once

#include "../harness/nabla.hpp"

#include <cmath>

#include "model.hpp"

template <std::size_t N>
static void energy(double const* in, double* out) {
  constexpr auto F = nabla::trace<3 * N, N>([](auto const& r, auto const& m) { return nbody<int(N)>()(r, m); });
  write_value_and_gradient<decltype(F), 3 * N, N>(in, out);
}
