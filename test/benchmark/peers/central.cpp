// Central differences of the value, as a user writes them: steps of the cube root of the rounding unit for first derivatives,
// of its fourth root for second ones.
#include "../harness/kernel.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include WORKLOAD

namespace {

double step(double x, double unit) { return unit * std::max(1.0, std::abs(x)); }
constexpr double first_step = 6.055e-6, second_step = 1.22e-4;

template <class Model>
void gradient(double const* in, double* out) {
  constexpr int n = Model::variables;
  double x[n];
  std::copy(in, in + n, x);
  out[0] = Model()(x, in + n);
  for (int i = 0; i < n; ++i) {
    double const h = step(in[i], first_step), above = in[i] + h, below = in[i] - h;
    x[i] = above;
    double const up = Model()(x, in + n);
    x[i] = below;
    double const down = Model()(x, in + n);
    x[i] = in[i];
    out[1 + i] = (up - down) / (above - below);
  }
}

template <class Model>
void jacobian(double const* in, double* out) {
  constexpr int n = Model::variables, m = Model::outputs;
  double x[n];
  std::copy(in, in + n, x);
  auto const value = Model()(x, in + n);
  for (int k = 0; k < m; ++k) out[k] = value[k];
  for (int i = 0; i < n; ++i) {
    double const h = step(in[i], first_step), above = in[i] + h, below = in[i] - h;
    x[i] = above;
    auto const up = Model()(x, in + n);
    x[i] = below;
    auto const down = Model()(x, in + n);
    x[i] = in[i];
    for (int k = 0; k < m; ++k) out[m + k * n + i] = (up[k] - down[k]) / (above - below);
  }
}

template <class Model>
void hessian(double const* in, double* out) {
  constexpr int n = Model::variables;
  double x[n], h[n];
  std::copy(in, in + n, x);
  for (int i = 0; i < n; ++i) h[i] = step(in[i], second_step);
  auto const at = [&](int i, double p, int j, double q) {
    x[i] += p * h[i];
    x[j] += q * h[j];
    double const f = Model()(x, in + n);
    x[i] = in[i];
    x[j] = in[j];
    return f;
  };
  double const middle = Model()(x, in + n);
  for (int i = 0; i < n; ++i) {
    out[i * n + i] = (at(i, 1, i, 0) - 2 * middle + at(i, -1, i, 0)) / (h[i] * h[i]);
    for (int j = 0; j < i; ++j) {
      out[i * n + j] = out[j * n + i] =
          ((at(i, 1, j, 1) - at(i, 1, j, -1)) - (at(i, -1, j, 1) - at(i, -1, j, -1))) / (4 * h[i] * h[j]);
    }
  }
}

template <class Model, int Order>
double higher(double const* in) {
  double x[Model::variables];
  std::copy(in, in + Model::variables, x);
  double const h = (Order == 3 ? 7.4e-4 : 2.5e-3) * std::max(1.0, std::abs(in[0]));
  auto const f = [&](double k) {
    x[0] = in[0] + k * h;
    return Model()(x, in);
  };
  if constexpr (Order == 3) return (f(2) - 2 * f(1) + 2 * f(-1) - f(-2)) / (2 * h * h * h);
  return (f(2) - 4 * f(1) + 6 * f(0) - 4 * f(-1) + f(-2)) / (h * h * h * h);
}

}  // namespace

#ifdef GRADIENTS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, central) { gradient<__VA_ARGS__>(in, out); }
GRADIENTS(K)
#undef K
#endif
#ifdef JACOBIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, central) { jacobian<__VA_ARGS__>(in, out); }
JACOBIANS(K)
#undef K
#endif
#ifdef HESSIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, central) { hessian<__VA_ARGS__>(in, out); }
HESSIANS(K)
#undef K
#endif
#ifdef VALUE_GRADIENT_HESSIANS
#define K(name, ...)                                        \
  BENCHMARK_KERNEL(name, central) {                         \
    gradient<__VA_ARGS__>(in, out);                         \
    hessian<__VA_ARGS__>(in, out + 1 + __VA_ARGS__::variables); \
  }
VALUE_GRADIENT_HESSIANS(K)
#undef K
#endif
#ifdef HIGHER
#define K(name, model, order) \
  BENCHMARK_KERNEL(name, central) { out[0] = higher<model, order>(in); }
HIGHER(K)
#undef K
#endif
