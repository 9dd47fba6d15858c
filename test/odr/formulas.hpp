#pragma once

#include <nabla/nabla.hpp>

#include <array>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto z = nabla::variable<"z">;
inline constexpr auto f = 2_c * pow(z, 3_c) * pow(x, 2_c) + sin(x * z) / (1_c + x * x);
inline constexpr auto df = derivative(f, x);

/// What one translation unit computes: f, df/dx, and the gradient.
using results = std::array<double, 4>;
inline results compute(double at_x, double at_z) {
  auto const partials = gradient(f, x, z)(x = at_x, z = at_z);
  return {f(x = at_x, z = at_z), df(x = at_x, z = at_z), partials[0], partials[1]};
}
results compute_in_other(double at_x, double at_z);

/// The identity of a formula as an object, as the other unit sees it.
void const* address_in_other();
