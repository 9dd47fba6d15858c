// Ceres's dual numbers (Jet). Up to 16 partials go along with each value; more variables take more passes, as in Ceres's own
// dynamic cost functions.
#include "../harness/kernel.hpp"

#include <ceres/jet.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace ceres {
// Numbers beside dual numbers of dual numbers; Jet has them for its own innermost type only.
template <class T, int N, int M, class Change>
Jet<Jet<T, N>, M> change_all(Jet<Jet<T, N>, M> const& f, Change change) {
  Jet<Jet<T, N>, M> result;
  result.a = change(f.a);
  for (int i = 0; i < M; ++i) result.v[i] = change(f.v[i]);
  return result;
}
template <class T, int N, int M>
Jet<Jet<T, N>, M> operator*(double s, Jet<Jet<T, N>, M> const& f) {
  return change_all(f, [s](auto const& part) { return s * part; });
}
template <class T, int N, int M>
Jet<Jet<T, N>, M> operator*(Jet<Jet<T, N>, M> const& f, double s) {
  return s * f;
}
template <class T, int N, int M>
Jet<Jet<T, N>, M> operator/(Jet<Jet<T, N>, M> const& f, double s) {
  return (1 / s) * f;
}
template <class T, int N, int M>
Jet<Jet<T, N>, M> operator+(double s, Jet<Jet<T, N>, M> f) {
  f.a = s + f.a;
  return f;
}
}  // namespace ceres

namespace {
template <class Jet>
struct nested_jet {
  static Jet constant(double x) { return Jet(nested_jet<typename Jet::Scalar>::constant(x)); }
};
template <>
struct nested_jet<double> {
  static double constant(double x) { return x; }
};
}  // namespace

#include WORKLOAD

namespace {

template <class Model>
constexpr int width(int most) { return std::min(Model::variables, most); }

template <class Model>
struct sweep {
  static constexpr int n = Model::variables, wide = width<Model>(16);
  using jet = ceres::Jet<double, wide>;
  jet x[n];
  int begin = 0;
  explicit sweep(double const* in) {
    for (int i = 0; i < n; ++i) x[i] = jet(in[i]);
  }
  // The next `wide` variables become those that are differentiated by.
  bool next(int end) {
    for (int i = std::max(0, begin - wide); i < std::min(begin, n); ++i) x[i].v.setZero();
    if (begin >= n) return false;
    for (int i = begin; i < std::min(end, n); ++i) x[i].v[i - begin] = 1;
    return true;
  }
};

template <class Model>
void gradient(double const* in, double* out) {
  sweep<Model> s(in);
  for (; s.next(s.begin + s.wide); s.begin += s.wide) {
    auto const f = Model()(s.x, in + s.n);
    out[0] = f.a;
    for (int i = s.begin; i < std::min(s.begin + s.wide, s.n); ++i) out[1 + i] = f.v[i - s.begin];
  }
}

template <class Model>
void jacobian(double const* in, double* out) {
  constexpr int m = Model::outputs;
  sweep<Model> s(in);
  for (; s.next(s.begin + s.wide); s.begin += s.wide) {
    auto const f = Model()(s.x, in + s.n);
    for (int k = 0; k < m; ++k) {
      out[k] = f[k].a;
      for (int i = s.begin; i < std::min(s.begin + s.wide, s.n); ++i) out[m + k * s.n + i] = f[k].v[i - s.begin];
    }
  }
}

/// Dual numbers of dual numbers, in blocks of the lower triangle.
template <class Model>
void hessian(double const* in, double* value, double* gradient, double* out) {
  constexpr int n = Model::variables, wide = width<Model>(8);
  using inner = ceres::Jet<double, wide>;
  using outer = ceres::Jet<inner, wide>;
  for (int rows = 0; rows < n; rows += wide) {
    for (int columns = 0; columns <= rows; columns += wide) {
      outer x[n];
      for (int i = 0; i < n; ++i) {
        x[i] = outer(inner(in[i]));
        if (i >= columns && i < columns + wide) x[i].a.v[i - columns] = 1;
        if (i >= rows && i < rows + wide) x[i].v[i - rows] = inner(1.0);
      }
      auto const f = Model()(x, in + n);
      for (int i = rows; i < std::min(rows + wide, n); ++i) {
        if (gradient && columns == 0) gradient[i] = f.v[i - rows].a;
        for (int j = columns; j < std::min(columns + wide, n); ++j) out[i * n + j] = out[j * n + i] = f.v[i - rows].v[j - columns];
      }
      if (value) *value = f.a.a;
    }
  }
}

template <int Order>
struct nested {
  using type = ceres::Jet<typename nested<Order - 1>::type, 1>;
  static type variable(double x) {
    type result(nested<Order - 1>::variable(x));
    result.v[0] = nested_jet<typename nested<Order - 1>::type>::constant(1);
    return result;
  }
  static type constant(double x) { return type(nested<Order - 1>::constant(x)); }
  static double last(type const& f) { return nested<Order - 1>::last(f.v[0]); }
};
template <>
struct nested<0> {
  using type = double;
  static double variable(double x) { return x; }
  static double constant(double x) { return x; }
  static double last(double f) { return f; }
};

}  // namespace

#ifdef GRADIENTS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, ceres) { gradient<__VA_ARGS__>(in, out); }
GRADIENTS(K)
#undef K
#endif
#ifdef JACOBIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, ceres) { jacobian<__VA_ARGS__>(in, out); }
JACOBIANS(K)
#undef K
#endif
#ifdef HESSIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, ceres) { hessian<__VA_ARGS__>(in, nullptr, nullptr, out); }
HESSIANS(K)
#undef K
#endif
#ifdef VALUE_GRADIENT_HESSIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, ceres) { hessian<__VA_ARGS__>(in, out, out + 1, out + 1 + __VA_ARGS__::variables); }
VALUE_GRADIENT_HESSIANS(K)
#undef K
#endif
#ifdef HIGHER_BY_JETS
#define K(name, model, order)                                                                    \
  BENCHMARK_KERNEL(name, ceres) {                                                                \
    using number = nested<order>;                                                                \
    std::array<number::type, model::variables> x;                                                \
    x[0] = number::variable(in[0]);                                                              \
    for (int i = 1; i < model::variables; ++i) x[i] = number::constant(in[i]);                   \
    out[0] = number::last(model()(x, in));                                                       \
  }
HIGHER_BY_JETS(K)
#undef K
#endif
