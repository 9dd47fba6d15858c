// Compares the gradients of hand_written.hpp with central differences of its losses, in double precision.

#include "hand_written.hpp"

#include <algorithm>
#include <cstdio>

#include "random.hpp"

namespace {

using matrix = hand_written::matrix<double>;
using vector = hand_written::vector<double>;

template <class Matrix>
void fill(Matrix& elements, fashion::generator& random) {
  for (auto& element : elements.reshaped()) element = fashion::normal(random);
}

/// The largest difference relative to the largest element of the gradient.
template <class Model>
double difference(Model model, matrix const& x, matrix const& y, typename Model::parameters at) {
  auto gradients = at;
  double const value = model.value_and_gradient(x, y, at, gradients);
  double largest = 0, scale = 0;
  auto const of_one = [&](auto& parameter, auto const& gradient) {
    for (Eigen::Index i = 0; i < parameter.size(); ++i) {
      double const kept = parameter.data()[i], step = 1e-5;
      auto const loss_at = [&](double moved) {
        parameter.data()[i] = moved;
        model.forward(x, at);
        return model.loss(y);
      };
      double const slope = (loss_at(kept + step) - loss_at(kept - step)) / (2 * step);
      if (loss_at(kept) != value) largest = HUGE_VAL;   // the three steps one by one give the same as together
      largest = std::max(largest, std::abs(slope - gradient.data()[i]));
      scale = std::max(scale, std::abs(slope));
    }
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (of_one(std::get<I>(at), std::get<I>(gradients)), ...);
  }(std::make_index_sequence<std::tuple_size_v<typename Model::parameters>>{});
  return largest / scale;
}

bool holds(char const* what, double found) {
  bool const small = found < 1e-8;   // false for NaN
  if (!small) std::printf("%s: gradient and differences are %g apart\n", what, found);
  return small;
}

}  // namespace

int main() {
  fashion::generator random(1);
  matrix x(9, 6);
  fill(x, random);
  matrix classes = matrix::Zero(9, 4), signs(9, 1);
  for (Eigen::Index i = 0; i < 9; ++i) {
    classes(i, i % 4) = 1;
    signs(i, 0) = static_cast<double>(i % 2);
  }
  hand_written::network<double>::parameters network{matrix(6, 5), vector(5), matrix(5, 4), vector(4)};
  std::apply([&](auto&... each) { (fill(each, random), ...); }, network);
  hand_written::logistic_regression<double>::parameters line{vector(6), vector(1)};
  std::apply([&](auto&... each) { (fill(each, random), ...); }, line);

  bool good = holds("network", difference(hand_written::network<double>(), x, classes, network));
  good = holds("logistic_regression", difference(hand_written::logistic_regression<double>(), x, signs, line)) && good;

  // Scores beyond the range of the exponential function have a finite loss and gradient.
  std::get<2>(network) *= 1e4;
  std::get<0>(line) *= 1e4;
  auto by_network = network;
  auto by_line = line;
  double const of_network = hand_written::network<double>().value_and_gradient(x, classes, network, by_network);
  double const of_line = hand_written::logistic_regression<double>().value_and_gradient(x, signs, line, by_line);
  if (!std::isfinite(of_network) || !std::get<0>(by_network).allFinite() || !std::isfinite(of_line) || !std::get<0>(by_line).allFinite()) {
    std::printf("large scores: the loss or its gradient is not finite\n");
    good = false;
  }
  return good ? 0 : 1;
}
