#pragma once

#include <Eigen/Core>

#include <tuple>
#include <type_traits>

// W12: one step of training a network 784-128-10 (relu between the layers, softmax and cross-entropy behind them) with a batch of 128: the
// loss and its gradient by all weights; and the loss alone. `in` holds W1, b1, W2, b2, then the images and the labels, a row each;
// the gradient stands in the order of the parameters. All matrices by columns.
namespace training {

inline constexpr int inputs = 784, hidden = 128, classes = 10, batch = 128;
inline constexpr int variables = inputs * hidden + hidden + hidden * classes + classes;

template <class T>
using matrix = std::conditional_t<std::is_const_v<T>, Eigen::MatrixXd const, Eigen::MatrixXd>;
template <class T>
using vector = std::conditional_t<std::is_const_v<T>, Eigen::VectorXd const, Eigen::VectorXd>;

/// W1, b1, W2, b2, or the gradient by them.
template <class T>
auto parameters(T* first) {
  T* const b1 = first + inputs * hidden;
  T* const w2 = b1 + hidden;
  T* const b2 = w2 + hidden * classes;
  return std::tuple(Eigen::Map<matrix<T>>(first, inputs, hidden), Eigen::Map<vector<T>>(b1, hidden), Eigen::Map<matrix<T>>(w2, hidden, classes),
                    Eigen::Map<vector<T>>(b2, classes));
}
inline auto images(double const* in) { return Eigen::Map<Eigen::MatrixXd const>(in + variables, batch, inputs); }
inline auto labels(double const* in) { return Eigen::Map<Eigen::MatrixXd const>(in + variables + batch * inputs, batch, classes); }

}  // namespace training
