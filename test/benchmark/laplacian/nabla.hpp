#pragma once

#include "../harness/nabla.hpp"

#include "model.hpp"

template <int n>
inline constexpr auto energy = nabla::trace<n * n>([](auto const& u) { return laplacian<n>()(u, nullptr); });

template <int n>
static void write_energy(double const* in, double* out) {
  write_value_and_gradient<decltype(energy<n>), n * n>(in, out);
}
template <int n>
static void write_hessian(double const* in, double* out) {
  nabla::hessian(energy<n>).packed_into(out, view<n * n>(in));
}
