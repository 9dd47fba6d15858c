// Eigen's AutoDiffScalar, in passes of up to 16 partials.
#include "../harness/kernel.hpp"

#include <Eigen/Core>
#include <unsupported/Eigen/AutoDiff>

#include <algorithm>
#include <array>
#include <cmath>

namespace Eigen {
// AutoDiffScalar has no erfc; a user writes it like this.
template <class Derivatives>
auto erfc(AutoDiffScalar<Derivatives> const& x) {
  using std::exp, std::erfc;
  using plain = typename AutoDiffScalar<Derivatives>::Scalar;
  plain const slope = -1.12837916709551257390 * exp(plain(-x.value() * x.value()));
  return AutoDiffScalar<typename std::decay_t<Derivatives>::PlainObject>(erfc(x.value()), x.derivatives() * slope);
}
}  // namespace Eigen

#include WORKLOAD

namespace {

template <class Model>
constexpr int width(int most) { return std::min(Model::variables, most); }

template <class Model>
struct sweep {
  static constexpr int n = Model::variables, wide = width<Model>(16);
  using dual = Eigen::AutoDiffScalar<Eigen::Matrix<double, wide, 1>>;
  dual x[n];
  int begin = 0;
  explicit sweep(double const* in) {
    for (int i = 0; i < n; ++i) x[i] = in[i];
  }
  bool next(int end) {
    for (int i = std::max(0, begin - wide); i < std::min(begin, n); ++i) x[i].derivatives().setZero();
    if (begin >= n) return false;
    for (int i = begin; i < std::min(end, n); ++i) x[i].derivatives()[i - begin] = 1;
    return true;
  }
};

template <class Model>
void gradient(double const* in, double* out) {
  sweep<Model> s(in);
  for (; s.next(s.begin + s.wide); s.begin += s.wide) {
    auto const f = Model()(s.x, in + s.n);
    out[0] = f.value();
    for (int i = s.begin; i < std::min(s.begin + s.wide, s.n); ++i) out[1 + i] = f.derivatives()[i - s.begin];
  }
}

template <class Model>
void jacobian(double const* in, double* out) {
  constexpr int m = Model::outputs;
  sweep<Model> s(in);
  for (; s.next(s.begin + s.wide); s.begin += s.wide) {
    auto const f = Model()(s.x, in + s.n);
    for (int k = 0; k < m; ++k) {
      out[k] = f[k].value();
      for (int i = s.begin; i < std::min(s.begin + s.wide, s.n); ++i) out[m + k * s.n + i] = f[k].derivatives()[i - s.begin];
    }
  }
}

template <class Model>
void hessian(double const* in, double* value, double* gradient, double* out) {
  constexpr int n = Model::variables, wide = width<Model>(8);
  using inner = Eigen::AutoDiffScalar<Eigen::Matrix<double, wide, 1>>;
  using outer = Eigen::AutoDiffScalar<Eigen::Matrix<inner, wide, 1>>;
  for (int rows = 0; rows < n; rows += wide) {
    for (int columns = 0; columns <= rows; columns += wide) {
      outer x[n];
      for (int i = 0; i < n; ++i) {
        x[i].value() = inner(in[i]);
        if (i >= columns && i < columns + wide) x[i].value().derivatives()[i - columns] = 1;
        for (int k = 0; k < wide; ++k) x[i].derivatives()[k] = inner(i - rows == k ? 1.0 : 0.0);
      }
      outer const f = Model()(x, in + n);
      for (int i = rows; i < std::min(rows + wide, n); ++i) {
        inner const& partial = f.derivatives()[i - rows];
        if (gradient && columns == 0) gradient[i] = partial.value();
        for (int j = columns; j < std::min(columns + wide, n); ++j) {
          out[i * n + j] = out[j * n + i] = partial.derivatives()[j - columns];
        }
      }
      if (value) *value = f.value().value();
    }
  }
}

}  // namespace

#ifdef GRADIENTS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, eigen) { gradient<__VA_ARGS__>(in, out); }
GRADIENTS(K)
#undef K
#endif
#ifdef JACOBIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, eigen) { jacobian<__VA_ARGS__>(in, out); }
JACOBIANS(K)
#undef K
#endif
#ifdef HESSIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, eigen) { hessian<__VA_ARGS__>(in, nullptr, nullptr, out); }
HESSIANS(K)
#undef K
#endif
#ifdef VALUE_GRADIENT_HESSIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, eigen) { hessian<__VA_ARGS__>(in, out, out + 1, out + 1 + __VA_ARGS__::variables); }
VALUE_GRADIENT_HESSIANS(K)
#undef K
#endif
