#pragma once

#include <nabla/nabla.hpp>

#include <array>
#include <cstddef>
#include <utility>

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

/// The sum of Factor u v over neighbours u, v of 32: its code is named by its program, not by its formula. The operation is one of the including unit.
inline constexpr std::size_t count = 32;
template <class Operation>
double sum_over_neighbours() {
  constexpr auto q = nabla::variables<"q", count>;
  constexpr auto sum = [q]<std::size_t... I>(std::index_sequence<I...>) {
    return (... + nabla::apply_op<Operation>(sin(q.template get<I>()) * q.template get<I + 1>()));
  }(std::make_index_sequence<count - 1>{});
  std::array<double, count> at{};
  for (std::size_t i = 0; i < count; ++i) at[i] = 0.1 * static_cast<double>(i);
  auto const [value, gradient] = value_and_gradient(nabla::function(sum, q))(at);
  double result = value;
  for (double partial : gradient) result += partial;
  return result;
}
double tripled_in_other();

/// The identity of a formula as an object, as the other unit sees it.
void const* address_in_other();
