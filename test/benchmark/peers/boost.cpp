// Boost.Math's autodiff, where there are so few variables that its numbers, which hold every mixed derivative up to the order
// asked for in each variable, are of use.
#include "../harness/kernel.hpp"

#include <boost/math/differentiation/autodiff.hpp>

#include <array>
#include <cmath>
#include <utility>

#include WORKLOAD

namespace {

namespace autodiff = boost::math::differentiation;

/// Numbers of N variables, each up to an order.
template <int Order, class Sequence>
struct number_type;
template <int Order, std::size_t First, std::size_t... I>
struct number_type<Order, std::index_sequence<First, I...>> {
  using type = autodiff::autodiff_fvar<double, Order, (static_cast<void>(I), Order)...>;
};

template <class Model, int Order>
struct point {
  static constexpr std::size_t n = Model::variables;
  using number = typename number_type<Order, std::make_index_sequence<n>>::type;
  std::array<number, n> x;
  explicit point(double const* in) { fill(in, std::make_index_sequence<n>()); }
  template <std::size_t... I>
  void fill(double const* in, std::index_sequence<I...>) {
    ((x[I] = number(variable<I>(in[I], std::make_index_sequence<I>()))), ...);
  }
  template <std::size_t I, std::size_t... Before>
  static auto variable(double value, std::index_sequence<Before...>) {
    if constexpr (I == 0) {
      return autodiff::make_fvar<double, Order>(value);
    } else {
      return autodiff::make_fvar<double, 0, (static_cast<void>(Before), Before + 1 == I ? Order : 0)...>(value);
    }
  }
  template <std::size_t... I>
  static double entry(number const& f, int i, int j, std::index_sequence<I...>) {
    return f.derivative(static_cast<std::size_t>((static_cast<int>(I) == i) + (static_cast<int>(I) == j))...);
  }
  static double entry(number const& f, int i, int j = -1) { return entry(f, i, j, std::make_index_sequence<n>()); }
};

template <class Model>
void gradient(double const* in, double* out) {
  using at = point<Model, 1>;
  auto const f = Model()(at(in).x, in + at::n);
  out[0] = at::entry(f, -1);
  for (int i = 0; i < Model::variables; ++i) out[1 + i] = at::entry(f, i);
}

template <class Model>
void hessian(double const* in, double* value, double* gradient, double* out) {
  constexpr int n = Model::variables;
  using at = point<Model, 2>;
  auto const f = Model()(at(in).x, in + n);
  if (value) *value = at::entry(f, -1);
  for (int i = 0; i < n; ++i) {
    if (gradient) gradient[i] = at::entry(f, i);
    for (int j = 0; j <= i; ++j) out[i * n + j] = out[j * n + i] = at::entry(f, i, j);
  }
}

template <class Model, int Order>
double higher(double const* in) {
  using number = autodiff::autodiff_fvar<double, Order>;
  std::array<number, Model::variables> x;
  x[0] = autodiff::make_fvar<double, Order>(in[0]);
  for (std::size_t i = 1; i < x.size(); ++i) x[i] = number(in[i]);
  return number(Model()(x, in)).derivative(Order);
}

}  // namespace

#ifdef FEW_VARIABLES
#define K(name, ...) \
  BENCHMARK_KERNEL(name, boost) { gradient<__VA_ARGS__>(in, out); }
FEW_VARIABLES(K)
#undef K
#endif
#ifdef FEW_VARIABLES_HESSIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, boost) { hessian<__VA_ARGS__>(in, nullptr, nullptr, out); }
FEW_VARIABLES_HESSIANS(K)
#undef K
#endif
#ifdef FEW_VARIABLES_VALUE_GRADIENT_HESSIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, boost) { hessian<__VA_ARGS__>(in, out, out + 1, out + 1 + __VA_ARGS__::variables); }
FEW_VARIABLES_VALUE_GRADIENT_HESSIANS(K)
#undef K
#endif
#ifdef HIGHER
#define K(name, model, order) \
  BENCHMARK_KERNEL(name, boost) { out[0] = higher<model, order>(in); }
HIGHER(K)
#undef K
#endif
