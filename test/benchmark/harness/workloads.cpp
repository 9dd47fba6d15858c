#include "workloads.hpp"

namespace benchmark_suite {

namespace {

double around_one(int, double u) { return 0.5 + u; }
double either_sign(int, double u) { return -1.5 + 3 * u; }
// spot, strike, rate, volatility, time
double option(int k, double u) {
  double const from[] = {80, 80, 0.01, 0.1, 0.25}, to[] = {120, 120, 0.08, 0.5, 2};
  return from[k] + (to[k] - from[k]) * u;
}
// rotation 3, translation 3, focal length, k1, k2, point 3; observation 2
double camera(int k, double u) {
  double const from[] = {-0.4, -0.4, -0.4, -0.5, -0.5, -6, 400, -0.1, -0.01, -1, -1, -1, -50, -50};
  double const to[] = {0.4, 0.4, 0.4, 0.5, 0.5, -4, 600, 0.1, 0.01, 1, 1, 1, 50, 50};
  return from[k] + (to[k] - from[k]) * u;
}
// mean, deviation; rows
double normal_rows(int k, double u) { return k == 0 ? -0.5 + u : k == 1 ? 0.7 + u : -3 + 6 * u; }
double near_one(int, double u) { return 0.9 + 0.2 * u; }
// coordinates; masses
template <int N>
double bodies(int k, double u) { return k < 3 * N ? -1.5 + 3 * u : 0.5 + u; }
double small_weights(int, double u) { return -0.5 + u; }
// x, y, z; sigma, rho, beta
double attractor(int k, double u) {
  double const from[] = {-10, -10, 15, 9, 26, 2}, to[] = {10, 10, 35, 11, 30, 3};
  return from[k] + (to[k] - from[k]) * u;
}
// weights; 128 images of 784 pixels; their labels by columns, a 1 in each row
double training_batch(int k, double u) {
  constexpr int weights = 101770, pixels = 128 * 784;
  if (k < weights) return -0.1 + 0.2 * u;
  int const label = k - weights - pixels;
  return label < 0 ? u : label / 128 == label % 128 % 10;
}

}  // namespace

std::vector<workload> const& workloads() {
  static std::vector<workload> const all{
      {"polynomial", "W1 3x^2 - 4x", 1, 0, 2, either_sign, 1.05, 1e-7},
      {"monomial", "W1 2 z^3 x^2", 2, 0, 3, either_sign, 1.05, 1e-6},
      {"rosenbrock_4", "W2 Rosenbrock, n = 4", 4, 0, 5, either_sign, 1.05, 1e-7},
      {"rosenbrock_16", "W2 Rosenbrock, n = 16", 16, 0, 17, either_sign, 1.05, 1e-6},
      {"rosenbrock_64", "W2 Rosenbrock, n = 64", 64, 0, 65, either_sign, 1, 1e-6},
      {"rosenbrock_256", "W2 Rosenbrock, n = 256", 256, 0, 257, either_sign, 1, 1e-5},
      {"rosenbrock_1024", "W2 Rosenbrock, n = 1024", 1024, 0, 1025, either_sign, 1, 1e-5},
      {"rosenbrock_4096", "W2 Rosenbrock, n = 4096", 4096, 0, 4097, either_sign, 0, 0},
      {"rosenbrock_sum_64", "W2 free order, n = 64", 64, 0, 65, either_sign, 1.05, 1e-6},
      {"rosenbrock_sum_256", "W2 free order, n = 256", 256, 0, 257, either_sign, 1.05, 1e-5},
      {"rosenbrock_sum_1024", "W2 free order, n = 1024", 1024, 0, 1025, either_sign, 1.05, 1e-5},
      {"rosenbrock_sum_4096", "W2 free order, n = 4096", 4096, 0, 4097, either_sign, 1.05, 0},
      {"black_scholes", "W3 Black-Scholes, Greeks", 5, 0, 6, option, 1.3, 1e-6},
      {"black_scholes_hessian", "W3 Black-Scholes, Hessian", 5, 0, 25, option, 1.3, 1e-2},
      {"waves", "W4 sin(exp(..)) log(..), gradient", 2, 0, 3, around_one, 1.05, 1e-7},
      {"waves_third", "W4 third x-derivative", 2, 0, 1, around_one, 1.05, 1e-3},
      {"bundle_adjustment", "W5 reprojection, Jacobian", 12, 2, 26, camera, 1.3, 1e-5},
      {"network", "W6 2-8-8-1 network", 105, 3, 106, either_sign, 1.05, 1e-6},
      {"product_8", "W7 product, n = 8", 8, 0, 9, around_one, 1.05, 1e-7},
      {"product_32", "W7 product, n = 32", 32, 0, 33, around_one, 1.05, 1e-7},
      {"product_128", "W7 product, n = 128", 128, 0, 129, near_one, 0, 1e-7},
      {"mixed", "W8 (x+y)(z-w) + ..., gradient", 4, 0, 5, around_one, 1.05, 1e-7},
      {"sine_fourth", "W8 fourth derivative of sin", 1, 0, 1, around_one, 1.05, 1e-2},
      {"chain_energy_4", "W9 chain energy, n = 4", 4, 1, 21, around_one, 0, 1e-4},
      {"chain_energy_8", "W9 chain energy, n = 8", 8, 1, 73, around_one, 0, 1e-4},
      {"chain_energy_64", "W9 chain energy, n = 64", 64, 1, 4161, around_one, 0, 1e-4},
      {"pendulum_2", "W10 pendulum, N = 2", 4, 2, 10, either_sign, 0, 1e-6},
      {"pendulum_10", "W10 pendulum, N = 10", 20, 10, 210, either_sign, 0, 1e-6},
      {"pendulum_50", "W10 pendulum, N = 50", 100, 50, 5050, either_sign, 0, 1e-6},
      {"normal_log_density", "W11 log normal density, 1000 rows", 2, 1000, 3, normal_rows, 0, 1e-6},
      {"log_sum_exp", "W11 log-sum-exp, n = 32", 32, 0, 33, either_sign, 0, 1e-7},
      {"training", "W12 784-128-10, batch 128, step", 101770, 101632, 101771, training_batch, 1.1, 0, "training_forward", 3},
      {"training_forward", "W12 784-128-10, the value alone", 101770, 101632, 1, training_batch, 1.1, 0},
      {"laplacian_16", "W13 grid energy, 16 x 16", 256, 0, 257, either_sign, 0, 1e-5},
      {"laplacian_64", "W13 grid energy, 64 x 64", 4096, 0, 4097, either_sign, 0, 0},
      {"laplacian_hessian_16", "W13 packed Hessian, 16 x 16", 256, 0, 736, either_sign, 0, 0},
      {"laplacian_hessian_64", "W13 packed Hessian, 64 x 64", 4096, 0, 12160, either_sign, 0, 0},
      {"nbody_8", "W14 8 bodies, gradient", 24, 8, 25, bodies<8>, 0, 1e-6},
      {"nbody_32", "W14 32 bodies, gradient", 96, 32, 97, bodies<32>, 0, 1e-6},
      {"deep_network", "W15 2-32-32-1 network", 1185, 3, 1186, small_weights, 0, 1e-5},
      {"lorenz", "W16 Lorenz, 8 steps, Jacobian", 3, 3, 12, attractor, 0, 1e-6},
  };
  return all;
}

}  // namespace benchmark_suite
