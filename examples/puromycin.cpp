// Fits the Michaelis-Menten curve, rate = Vm conc / (K + conc), to measured rates of an enzymatic reaction. The curve
// is a formula; nabla differentiates it at compile time, by the parameters for Eigen's Levenberg-Marquardt solver and
// by the concentration for the tangent in the picture.
//
//   puromycin [measurements.csv]
//
// Exit status: 0 fitted and drawn, 2 the measurements are refused, 3 they have no such fit, 4 fitted but not drawn.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>

#include <Eigen/Dense>
#include <unsupported/Eigen/NonLinearOptimization>

#include <nabla/nabla.hpp>

#include "support/gnuplot.hpp"
#include "support/measurements.hpp"

#ifndef PUROMYCIN_CSV  // set by the build to the file beside this one
#define PUROMYCIN_CSV "puromycin.csv"
#endif

namespace {

using namespace nabla::literals;
using measurements = support::measurements<2>;  // rows of { conc, rate }

constexpr auto Vm = nabla::variable<"Vm">;  // the rate that is approached at high concentrations
constexpr auto K = nabla::variable<"K">;    // the concentration at which half of it is reached
constexpr auto conc = nabla::variable<"conc">;
constexpr auto rate = Vm * conc / (K + conc);
constexpr auto slope = derivative(rate, conc);

// What the textbook says of the curve, proved when this file is compiled.
static_assert(derivative(rate, Vm) == conc / (K + conc));
static_assert(derivative(rate, K) == -Vm * conc / square(K + conc));
static_assert(equivalent(slope, Vm * K / square(K + conc)));
static_assert(rate(conc = K) == Vm / 2_c);
static_assert(slope(conc = K) == Vm / (4_c * K));

struct no_fit : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The residuals and their Jacobian, a row a measurement, as Eigen's solver asks for them.
struct residuals {
  std::vector<std::array<double, 2>> const& rows;

  int values() const { return static_cast<int>(rows.size()); }
  int operator()(Eigen::VectorXd const& at, Eigen::VectorXd& residual) const {
    for (Eigen::Index i = 0; i < values(); ++i) {
      auto const [c, measured] = rows[static_cast<std::size_t>(i)];
      residual[i] = rate(Vm = at[0], K = at[1], conc = c) - measured;
    }
    return 0;
  }
  int df(Eigen::VectorXd const& at, Eigen::MatrixXd& jacobian) const {
    for (Eigen::Index i = 0; i < values(); ++i) {
      auto const [by_Vm, by_K] =
          gradient(rate, Vm, K)(Vm = at[0], K = at[1], conc = rows[static_cast<std::size_t>(i)][0]);
      jacobian.row(i) << by_Vm, by_K;
    }
    return 0;
  }
};

// Vm is at least the largest rate; K is near the concentration whose rate is closest to half of that.
Eigen::VectorXd starting_values(measurements const& data) {
  double largest = 0;
  for (auto const& row : data.rows) largest = std::max(largest, row[1]);
  auto const closest = std::ranges::min_element(data.rows, {}, [&](auto const& row) {
    return row[0] > 0 ? std::abs(row[1] - largest / 2) : HUGE_VAL;
  });
  return Eigen::Vector2d(largest, (*closest)[0]);
}

struct fitted {
  Eigen::VectorXd start, value;  // Vm, K
  Eigen::Vector2d error;         // standard errors, from the Jacobian at the solution
  double residual_error;
  long degrees_of_freedom;
  long steps, evaluations;
};

// The least-squares fit, or no_fit: a solver that stops has not always arrived, so the result is judged by itself.
fitted fit(measurements const& data) {
  residuals const model{data.rows};
  fitted result{starting_values(data), {}, {}, 0, model.values() - 2, 0, 0};
  if (!(result.start.array() > 0).all()) throw no_fit("all rates or all concentrations are zero");

  result.value = result.start;
  Eigen::LevenbergMarquardt<residuals const> solver(model);
  solver.parameters.ftol = solver.parameters.xtol = 1e-12;
  auto const status = solver.minimize(result.value);
  result.steps = solver.iter;
  result.evaluations = solver.nfev;

  Eigen::VectorXd residual(model.values());
  Eigen::MatrixXd jacobian(model.values(), 2);
  model(result.value, residual);
  model.df(result.value, jacobian);
  if (!result.value.allFinite() || !residual.allFinite() || !jacobian.allFinite()) {
    throw no_fit("the solver left the range of numbers");
  }
  if (status == Eigen::LevenbergMarquardtSpace::TooManyFunctionEvaluation) {
    throw no_fit("not converged after " + std::to_string(solver.nfev) + " evaluations");
  }
  // Columns of length 1, so that the units of the parameters do not decide what counts as singular.
  Eigen::Vector2d const length(jacobian.col(0).stableNorm(), jacobian.col(1).stableNorm());
  if (!(length.array() > 0).all()) throw no_fit("the curve does not depend on one of the parameters");
  Eigen::MatrixXd const scaled = jacobian * length.cwiseInverse().asDiagonal();
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> const qr(scaled);
  if (std::abs(qr.matrixR()(1, 1)) < 1e-6) {
    throw no_fit("singular: these concentrations do not determine both parameters");
  }
  // At a minimum the residuals are orthogonal to the tangent plane of the model, to within rounding of the rates.
  Eigen::VectorXd const rotated = qr.householderQ().adjoint() * residual;
  double const tangential = rotated.head(2).norm();
  double magnitude = 0;
  for (auto const& row : data.rows) magnitude = std::max(magnitude, row[1]);
  if (tangential > 1e-5 * residual.norm() + 1e-9 * magnitude) throw no_fit("stopped before a minimum was reached");
  if (!(result.value.array() > 0).all()) throw no_fit("the best parameters are not positive");

  result.residual_error = residual.norm() / std::sqrt(static_cast<double>(result.degrees_of_freedom));
  // With J P = Q R the covariance is proportional to (J'J)^-1 = (P R^-1)(P R^-1)'.
  Eigen::Matrix2d inverse = Eigen::Matrix2d::Identity();
  qr.matrixR().topRows(2).triangularView<Eigen::Upper>().solveInPlace(inverse);
  Eigen::Matrix2d const root = qr.colsPermutation() * inverse;
  result.error = result.residual_error * root.rowwise().norm().cwiseQuotient(length);
  return result;
}

std::string text(double number) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.4g", number);
  return digits;
}
std::string label(std::string const& name, std::string const& unit) {
  return name + (unit.empty() ? "" : " (" + unit + ")");
}

void print(measurements const& data, std::string const& name, fitted const& found) {
  auto const [conc_unit, rate_unit] = data.units;
  std::printf("%zu measurements from %s\n\n", data.rows.size(), name.c_str());
  std::printf("rate           = %s\n", to_string(rate).data());
  std::printf("d rate/d Vm    = %s\n", to_string(derivative(rate, Vm)).data());
  std::printf("d rate/d K     = %s\n", to_string(derivative(rate, K)).data());
  std::printf("d rate/d conc  = %s\n\n", to_string(slope).data());
  std::printf("Levenberg-Marquardt: converged in %ld steps, %ld evaluations, from Vm = %.4g, K = %.4g\n\n", found.steps,
              found.evaluations, found.start[0], found.start[1]);
  std::printf("%-20s %10s %15s\n", "", "estimate", "standard error");
  std::printf("%-20s %10.4g %15.4g\n", label("Vm", rate_unit).c_str(), found.value[0], found.error[0]);
  std::printf("%-20s %10.4g %15.4g\n\n", label("K", conc_unit).c_str(), found.value[1], found.error[1]);
  std::printf("residual standard error %.4g on %ld degrees of freedom\n", found.residual_error,
              found.degrees_of_freedom);
}

// The measurements, the curve, and its tangent at conc = K, which rises from Vm/4 on the axis to Vm at conc = 3 K.
void draw(measurements const& data, std::string const& name, fitted const& found) {
  auto const [conc_unit, rate_unit] = data.units;
  double const vm = found.value[0], k = found.value[1];
  double const right = 1.05 * std::max((*std::ranges::max_element(data.rows))[0], 3 * k);
  std::vector<std::array<double, 2>> curve;
  for (int i = 0; i <= 400; ++i) {
    double const c = right * i / 400;
    curve.push_back({c, rate(Vm = vm, K = k, conc = c)});
  }
  double const half = rate(Vm = vm, K = k, conc = k), rise = slope(Vm = vm, K = k, conc = k);
  std::array<std::array<double, 2>, 2> const tangent{{{0, half - rise * k}, {3 * k, half + rise * 2 * k}}};
  std::string const per = rate_unit.empty() || conc_unit.empty() ? "" : " " + rate_unit + " per " + conc_unit;

  using support::gnuplot_string;
  support::draw("puromycin.svg", "800,560",
                support::data_block("measured", data.rows) + support::data_block("curve", curve) +
                    support::data_block("tangent", tangent) + "set title " +
                    gnuplot_string("Michaelis-Menten fit to " + name) + "\nset xlabel " +
                    gnuplot_string(label("conc", conc_unit)) + "\nset ylabel " +
                    gnuplot_string(label("rate", rate_unit)) +
                    "\nset key bottom right spacing 1.4\nset grid linecolor '#dddddd'\nset xrange [0:" + text(right) +
                    "]\nset yrange [0:*]\nplot $curve with lines linewidth 2 linecolor '#0060ad' title " +
                    gnuplot_string("Vm conc / (K + conc), Vm = " + text(vm) + ", K = " + text(k)) +
                    ", $tangent with lines linewidth 1.5 dashtype 2 linecolor '#d95319' title " +
                    gnuplot_string("tangent at conc = K, slope " + text(rise) + per) +
                    ", $measured with points pointtype 7 pointsize 0.8 linecolor 'black' title 'measured'");
  std::printf("picture: puromycin.svg\n");
}

}  // namespace

int main(int count, char** arguments) try {
  if (count > 2) throw std::invalid_argument("at most one file of measurements is fitted at a time");
  std::string const file = count == 2 ? arguments[1] : PUROMYCIN_CSV;
  std::string const name = std::filesystem::path(file).filename().string();
  try {
    auto const data = support::read_measurements<2>(file, {"conc", "rate"});
    if (data.rows.size() < 3) {
      throw std::invalid_argument(file + ": " + std::to_string(data.rows.size()) +
                                  " measurements; two parameters and their errors need at least 3");
    }
    fitted const found = fit(data);
    print(data, name, found);
    std::fflush(stdout);
    draw(data, name, found);
  } catch (no_fit const& why) {
    throw no_fit(file + ": no fit: " + why.what());
  }
  return 0;
} catch (std::invalid_argument const& refusal) {
  std::fprintf(stderr, "puromycin: %s\n", refusal.what());
  return 2;
} catch (no_fit const& why) {
  std::fprintf(stderr, "puromycin: %s\n", why.what());
  return 3;
} catch (std::runtime_error const& why) {
  std::fprintf(stderr, "puromycin: %s\n", why.what());
  return 4;
}
