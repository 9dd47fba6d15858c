#pragma once

#include <nabla/nabla.hpp>

#include <cstddef>
#include <span>

// How nabla's kernels read and write memory.
template <std::size_t N>
std::span<double const, N> view(double const* in) { return std::span<double const, N>(in, N); }

/// out: the value, then the gradient.
template <class Function, std::size_t N, std::size_t P = 0>
void write_value_and_gradient(double const* in, double* out) {
  if constexpr (P == 0) {
    out[0] = nabla::value_and_gradient(Function{}).into(out + 1, view<N>(in));
  } else {
    out[0] = nabla::value_and_gradient(Function{}).into(out + 1, view<N>(in), view<P>(in + N));
  }
}
