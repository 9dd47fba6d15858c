#include "loops.hpp"

#include <nabla/nabla.hpp>

#include <array>
#include <cstddef>
#include <span>

template <class T>
constexpr T squared(T const& x) { return x * x; }

void grid_nabla(double const* in, double* out) {
  constexpr auto energy = nabla::trace<points>([](auto const& u) {
    using T = std::decay_t<decltype(u[0])>;
    std::array<T, points> terms;
    for (int i = 0; i < side; ++i) {
      for (int j = 0; j < side; ++j) {
        T const here = u[i * side + j];
        T term = 0.25 * squared(T(here * here)) - here;
        if (j + 1 < side) term += 0.5 * squared(T(u[i * side + j + 1] - here));
        if (i + 1 < side) term += 0.5 * squared(T(u[i * side + side + j] - here));
        terms[i * side + j] = term;
      }
    }
    return nabla::sum(terms);
  });
  out[0] = nabla::value_and_gradient(energy).into(out + 1, std::span<double const, points>(in, points));
}

void network_nabla(double const* in, double* out) {
  constexpr auto loss = nabla::trace<weights, 3>([](auto const& w, auto const& p) {
    using T = std::decay_t<decltype(w[0])>;
    auto const bounded = [](T const& x) { return T(x / sqrt(1.0 + x * x)); };
    auto const row = [&](int begin, std::array<T, wide> const& inputs) {
      std::array<T, wide + 1> terms;
      for (int j = 0; j < wide; ++j) terms[j] = w[begin + j] * inputs[j];
      terms[wide] = w[begin + wide];
      return nabla::sum(terms);
    };
    std::array<T, wide> first, second;
    for (int i = 0; i < wide; ++i) first[i] = bounded(w[3 * i] * p[0] + w[3 * i + 1] * p[1] + w[3 * i + 2]);
    for (int i = 0; i < wide; ++i) second[i] = bounded(row(second_begin + i * (wide + 1), first));
    return squared(T(row(last_begin, second) - p[2]));
  });
  out[0] = nabla::value_and_gradient(loss).into(out + 1, std::span<double const, weights>(in, weights), std::span<double const, 3>(in + weights, 3));
}
