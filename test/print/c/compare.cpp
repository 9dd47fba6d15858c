// Compares the functions in C with nabla's values.
#include "corpus.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <bit>
#include <limits>

using namespace corpus;

extern "C" {
#define DECLARE(name_, ulp_, formula_) double name_(double, double, double);
NABLA_SCALAR_CORPUS(DECLARE)
double by_name(double x, double y, double z);
double odd_names(double, double, double, double const*, double);
double two(void);
double of_positions(double const*);
void field(double, double, double, double*);
double energy(double, double, double);
void energy_gradient(double, double, double, double*);
void energy_value_and_gradient(double, double, double, double*);
void energy_hessian(double, double, double, double*);
void energy_all(double, double, double, double*);
void field_jacobian(double, double, double, double*);
void field_value_and_jacobian(double, double, double, double*);
void gradient_by_name(double, double, double*);
void derivatives(double, double*);
double chain(double const*);
void chain_value_and_gradient(double const*, double*);
}

namespace {

int wrong = 0;
long compared = 0;

double distance_in_ulps(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b) ? 0 : std::numeric_limits<double>::infinity();
  if (a == b) return 0;
  auto const place = [](double v) {
    auto const bits = std::bit_cast<std::int64_t>(v);
    return static_cast<double>(bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits);
  };
  return std::abs(place(a) - place(b));
}

void compare(char const* name, double ulps, double c, double value) {
  ++compared;
  if (distance_in_ulps(c, value) <= ulps) return;
  if (++wrong < 40) std::printf("%s: %.17g in C, %.17g here (%g ulp)\n", name, c, value, distance_in_ulps(c, value));
}

template <class Values>
void compare_all(char const* name, double const* c, Values const& values) {
  for (std::size_t k = 0; k < values.size(); ++k) compare(name, 0, c[k], values[k]);
}
template <class T, std::size_t N, std::size_t M>
void compare_all(char const* name, double const* c, std::array<std::array<T, N>, M> const& rows) {
  for (std::size_t k = 0; k < M; ++k) compare_all(name, c + k * N, rows[k]);
}

constexpr double points[] = {-30.5, -7.25, -1.5, -1.0, -0.999, -0.3, -1e-5, -0.0, 0.0, 1e-9, 0.125, 0.25, 0.5, 0.7, 1.0, 1.3, 2.0, 4.75, 40.0, 800.0};

}  // namespace

int main() {
  for (double a : points) {
    for (double b : points) {
      for (double c : {-1.3, 0.0, 0.4, 1.0, 5.5}) {
#define COMPARE(name_, ulp_, formula_) compare(#name_, ulp_, name_(a, b, c), nabla::function(formula_, x, y, z)(a, b, c));
        NABLA_SCALAR_CORPUS(COMPARE)
        compare("by_name", 0, by_name(a, b, c), (x * y - z / 2_c)(x = a, y = b, z = c));
        double const positions[] = {a, b, c};
        compare("of_positions", 0, of_positions(positions), positions_function(positions));
        // In the order of the names: double, exp, long name, q, t0.
        compare("odd_names", 0, odd_names(a, b, c, positions, 0.5), a * 0.5 + b * std::exp(c) - c / a);
        compare("energy", 0, energy(a, b, c), energy_function(a, b, c));
        double out[16] = {};
        field(a, b, c, out);
        compare_all("field", out, field_function(a, b, c));
        energy_gradient(a, b, c, out);
        compare_all("energy_gradient", out, gradient(energy_function)(a, b, c));
        energy_value_and_gradient(a, b, c, out);
        auto const both = value_and_gradient(energy_function)(a, b, c);
        compare("energy_value_and_gradient", 0, out[0], both.value);
        compare_all("energy_value_and_gradient", out + 1, both.gradient);
        energy_hessian(a, b, c, out);
        compare_all("energy_hessian", out, hessian(energy_function)(a, b, c));
        energy_all(a, b, c, out);
        auto const all = value_gradient_hessian(energy_function)(a, b, c);
        compare("energy_all", 0, out[0], all.value);
        compare_all("energy_all", out + 1, all.gradient);
        compare_all("energy_all", out + 4, all.hessian);
        field_jacobian(a, b, c, out);
        compare_all("field_jacobian", out, jacobian(field_function)(a, b, c));
        field_value_and_jacobian(a, b, c, out);
        auto const rows = value_and_jacobian(field_function)(a, b, c);
        compare_all("field_value_and_jacobian", out, rows.value);
        compare_all("field_value_and_jacobian", out + 3, rows.jacobian);
        gradient_by_name(a, b, out);
        compare_all("gradient_by_name", out, gradient(x * y * y, y, x)(x = a, y = b));
        derivatives(a, out);
        compare_all("derivatives", out, value_and_derivatives<3>(sin(x) * x, x)(a));
      }
    }
  }
  compare("two", 0, two(), 2);
  double at[20], out[21];
  for (int i = 0; i < 20; ++i) at[i] = 0.3 + 0.02 * i;
  compare("chain", 0, chain(at), chain_function(at));
  chain_value_and_gradient(at, out);
  auto const both = value_and_gradient(chain_function)(at);
  compare("chain_value_and_gradient", 0, out[0], both.value);
  compare_all("chain_value_and_gradient", out + 1, both.gradient);
  std::printf("%ld values compared, %d differ\n", compared, wrong);
  return wrong != 0;
}
