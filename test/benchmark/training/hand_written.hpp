#pragma once

// Value and gradient of both models as one writes them by hand: the reference against which the library's are tested and timed.
// All matrices are made once for a size of batch; after that nothing is allocated but what Eigen's matrix products pack their
// operands into. Batches, parameters and gradients are matrices or maps of Eigen, the last two in tuples of the order stated.

#include <Eigen/Core>

#include <cmath>
#include <tuple>

namespace hand_written {

template <class T>
using matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>;
template <class T>
using vector = Eigen::Matrix<T, Eigen::Dynamic, 1>;

/// Two layers, relu between them, softmax and cross-entropy behind them; rows are samples.
///
///     H = relu(X W1 + 1 b1')      Z = H W2 + 1 b2'      loss = mean over rows of log_sum_exp(z) - y . z
///
/// X : n x inputs,  Y : n x classes, each row of sum 1,  W1 : inputs x hidden,  b1 : hidden,  W2 : hidden x classes,  b2 : classes
template <class T>
struct network {
  using parameters = std::tuple<matrix<T>, vector<T>, matrix<T>, vector<T>>;   // W1, b1, W2, b2

  matrix<T> hidden, scores, probabilities, adjoint;   // H, Z, then softmax(Z) and what the loss changes by with Z, dloss/dH
  vector<T> largest, normaliser;                      // of each row: max z, sum of exp(z - max z)

  /// The scores Z, from which the class with the largest is predicted.
  template <class Batch, class Parameters>
  void forward(Batch const& x, Parameters const& at) {
    auto const& [w1, b1, w2, b2] = at;
    hidden.noalias() = x * w1;
    hidden = (hidden.rowwise() + b1.transpose()).cwiseMax(T(0));
    scores.noalias() = hidden * w2;
    scores.rowwise() += b2.transpose();
  }

  /// After `forward`. The largest score is taken out of each row, so that no exponential overflows.
  template <class Targets>
  T loss(Targets const& y) {
    largest = scores.rowwise().maxCoeff();
    probabilities = scores.colwise() - largest;
    T const matched = probabilities.cwiseProduct(y).sum();
    probabilities = probabilities.array().exp();
    normaliser = probabilities.rowwise().sum();
    return (normaliser.array().log().sum() - matched) / T(y.rows());
  }

  /// After `loss`. The kink of relu has the derivative 0.
  template <class Batch, class Targets, class Parameters, class Gradients>
  void backward(Batch const& x, Targets const& y, Parameters const& at, Gradients& gradients) {
    auto const& w2 = std::get<2>(at);
    auto& [by_w1, by_b1, by_w2, by_b2] = gradients;
    normaliser = normaliser.cwiseInverse();
    probabilities = ((probabilities.array().colwise() * normaliser.array()) - y.array()) * (T(1) / T(y.rows()));
    by_w2.noalias() = hidden.transpose() * probabilities;
    by_b2.noalias() = probabilities.colwise().sum().transpose();
    adjoint.noalias() = probabilities * w2.transpose();
    adjoint = (hidden.array() > T(0)).select(adjoint, T(0));
    by_w1.noalias() = x.transpose() * adjoint;
    by_b1.noalias() = adjoint.colwise().sum().transpose();
  }

  template <class Batch, class Targets, class Parameters, class Gradients>
  T value_and_gradient(Batch const& x, Targets const& y, Parameters const& at, Gradients& gradients) {
    forward(x, at);
    T const value = loss(y);
    backward(x, y, at, gradients);
    return value;
  }

  Eigen::Index predicted(Eigen::Index row) const {
    Eigen::Index result;
    scores.row(row).maxCoeff(&result);
    return result;
  }
};

/// Logistic regression with the log loss; rows are samples.
///
///     z = X w + 1 b'      loss = mean over rows of log(1 + exp(z)) - y z
///
/// X : n x inputs,  Y : n x 1, of 0 and 1,  w : inputs,  b : 1
template <class T>
struct logistic_regression {
  using parameters = std::tuple<vector<T>, vector<T>>;   // w, b

  vector<T> scores, exponential, adjoint;   // z, exp(-|z|), dloss/dz

  template <class Batch, class Parameters>
  void forward(Batch const& x, Parameters const& at) {
    auto const& [w, b] = at;
    scores.noalias() = x * w;
    scores.array() += b(0);
  }

  /// After `forward`. log(1 + exp(z)) is max(z, 0) + log(1 + exp(-|z|)), which does not overflow.
  template <class Labels>
  T loss(Labels const& y) {
    exponential = (-scores.array().abs()).exp();
    return (scores.array().max(T(0)) + exponential.array().log1p() - y.col(0).array() * scores.array()).sum() / T(y.rows());
  }

  /// After `loss`.
  template <class Batch, class Labels, class Parameters, class Gradients>
  void backward(Batch const& x, Labels const& y, Parameters const&, Gradients& gradients) {
    auto& [by_w, by_b] = gradients;
    adjoint = ((scores.array() >= T(0)).select(T(1), exponential.array()) / (T(1) + exponential.array()) - y.col(0).array()) *
              (T(1) / T(y.rows()));
    by_w.noalias() = x.transpose() * adjoint;
    by_b(0) = adjoint.sum();
  }

  template <class Batch, class Labels, class Parameters, class Gradients>
  T value_and_gradient(Batch const& x, Labels const& y, Parameters const& at, Gradients& gradients) {
    forward(x, at);
    T const value = loss(y);
    backward(x, y, at, gradients);
    return value;
  }

  Eigen::Index predicted(Eigen::Index row) const { return scores(row) > T(0) ? 1 : 0; }
};

}  // namespace hand_written
