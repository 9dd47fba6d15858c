// ADOL-C. A function is recorded once, before it is first timed; each call replays the tape. Parameters are ADOL-C's own, so
// that they can change from call to call.
#include "../harness/kernel.hpp"

#include <adolc/adolc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

// ADOL-C 2.7 has erf, but no erfc.
inline adouble erfc(adouble const& x) { return 1.0 - erf(x); }

#include WORKLOAD

/// Tapes are numbered throughout the program.
inline short next_tag() {
  static short tag = 0;
  return tag++;
}

namespace {

template <class Model>
struct tape {
  static constexpr int n = Model::variables, m = Model::outputs, p = Model::parameters;
  short const tag = next_tag();
  std::vector<double> seed = std::vector<double>(m, 0.0), row = std::vector<double>(n), value = std::vector<double>(m);
  std::vector<double*> rows;

  explicit tape(double const* in) {
    trace_on(tag);
    std::vector<adouble> x(n);
    for (int i = 0; i < n; ++i) x[i] <<= in[i];
    std::vector<adouble> parameters(p);
    for (int i = 0; i < p; ++i) parameters[i] = mkparam(in[n + i]);
    auto const f = Model()(x, parameters);
    double unused;
    if constexpr (requires { f[0]; }) {
      for (adouble const& y : f) const_cast<adouble&>(y) >>= unused;
    } else {
      const_cast<adouble&>(f) >>= unused;
    }
    trace_off();
  }
  void set_parameters(double const* in) const {
    if (p > 0) set_param_vec(tag, p, const_cast<double*>(in + n));
  }
};

template <class Model>
void gradient(double const* in, double* out) {
  static tape<Model> recorded(in);
  recorded.set_parameters(in);
  double const one = 1;
  zos_forward(recorded.tag, 1, recorded.n, 1, in, out);
  fos_reverse(recorded.tag, 1, recorded.n, const_cast<double*>(&one), out + 1);
}

template <class Model>
void jacobian(double const* in, double* out) {
  using known = tape<Model>;
  static known recorded(in);
  recorded.set_parameters(in);
  zos_forward(recorded.tag, known::m, known::n, 1, in, out);
  for (int k = 0; k < known::m; ++k) {
    recorded.seed[k] = 1;
    fos_reverse(recorded.tag, known::m, known::n, recorded.seed.data(), out + known::m + k * known::n);
    recorded.seed[k] = 0;
  }
}

template <class Model>
void hessian_only(double const* in, double* out) {
  constexpr int n = Model::variables;
  static tape<Model> recorded(in);
  recorded.set_parameters(in);
  double* rows[n];
  for (int i = 0; i < n; ++i) rows[i] = out + i * n;
  hessian(recorded.tag, n, const_cast<double*>(in), rows);
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < i; ++j) out[j * n + i] = out[i * n + j];
  }
}

/// Taylor coefficients along the first variable.
template <class Model, int Order>
double higher(double const* in) {
  constexpr int n = Model::variables;
  static tape<Model> recorded(in);
  double coefficients[n][Order] = {}, result[1][Order], value;
  double *x[n], *y[1] = {result[0]};
  for (int i = 0; i < n; ++i) x[i] = coefficients[i];
  coefficients[0][0] = 1;
  hos_forward(recorded.tag, 1, n, Order, 0, const_cast<double*>(in), x, &value, y);
  double factorial = 1;
  for (int k = 2; k <= Order; ++k) factorial *= k;
  return result[0][Order - 1] * factorial;
}

}  // namespace

#ifdef GRADIENTS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, adolc) { gradient<__VA_ARGS__>(in, out); }
GRADIENTS(K)
#undef K
#endif
// Gradients by so many variables that only a reverse sweep takes one or two evaluations' time.
#ifdef GRADIENTS_OF_MANY
#define K(name, ...) \
  BENCHMARK_KERNEL(name, adolc) { gradient<__VA_ARGS__>(in, out); }
GRADIENTS_OF_MANY(K)
#undef K
#endif
#ifdef JACOBIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, adolc) { jacobian<__VA_ARGS__>(in, out); }
JACOBIANS(K)
#undef K
#endif
#ifdef HESSIANS
#define K(name, ...) \
  BENCHMARK_KERNEL(name, adolc) { hessian_only<__VA_ARGS__>(in, out); }
HESSIANS(K)
#undef K
#endif
#ifdef VALUE_GRADIENT_HESSIANS
#define K(name, ...)                                                 \
  BENCHMARK_KERNEL(name, adolc) {                                    \
    gradient<__VA_ARGS__>(in, out);                                  \
    hessian_only<__VA_ARGS__>(in, out + 1 + __VA_ARGS__::variables); \
  }
VALUE_GRADIENT_HESSIANS(K)
#undef K
#endif
#ifdef HIGHER
#define K(name, model, order) \
  BENCHMARK_KERNEL(name, adolc) { out[0] = higher<model, order>(in); }
HIGHER(K)
#undef K
#endif
