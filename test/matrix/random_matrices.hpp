#pragma once

#include <nabla/matrix.hpp>

#include <boost/test/unit_test.hpp>

#include <random>

// What the tests of values and derivatives compute with: numbers drawn at random, loops that give a matrix, and comparisons.

namespace test {

/// Elements between -1 and 1.
template <class T = double>
Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic> random_matrix(Eigen::Index rows, Eigen::Index columns, unsigned seed) {
  std::mt19937 generator(seed);
  std::uniform_real_distribution<double> uniform(-1, 1);
  Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic> result(rows, columns);
  for (Eigen::Index j = 0; j < columns; ++j) {
    for (Eigen::Index i = 0; i < rows; ++i) result(i, j) = T(uniform(generator));
  }
  return result;
}
/// Well away from matrices without inverse: its diagonal dominates.
inline Eigen::MatrixXd random_regular(Eigen::Index n, unsigned seed) {
  return random_matrix(n, n, seed) + double(n + 1) * Eigen::MatrixXd::Identity(n, n);
}

/// The matrix of f(i, j).
template <class F>
Eigen::MatrixXd by_loop(Eigen::Index rows, Eigen::Index columns, F f) {
  Eigen::MatrixXd result(rows, columns);
  for (Eigen::Index i = 0; i < rows; ++i) {
    for (Eigen::Index j = 0; j < columns; ++j) result(i, j) = f(i, j);
  }
  return result;
}
/// The sum of f(k) for k < n.
template <class F>
double sum_by_loop(Eigen::Index n, F f) {
  double sum = 0;
  for (Eigen::Index k = 0; k < n; ++k) sum += f(k);
  return sum;
}

/// A number as a matrix, so that all results compare alike.
template <class T>
Eigen::MatrixXd as_matrix(T const& value) {
  if constexpr (std::is_arithmetic_v<T>) {
    return Eigen::MatrixXd::Constant(1, 1, double(value));
  } else {
    return value.template cast<double>();
  }
}

/// Of one shape, with elements that are equal to a tolerance, relative to the largest (and to 1).
inline void compare(char const* what, Eigen::MatrixXd const& found, Eigen::MatrixXd const& expected, double tolerance) {
  BOOST_TEST_CONTEXT(what) {
    BOOST_TEST_REQUIRE(found.rows() == expected.rows());
    BOOST_TEST_REQUIRE(found.cols() == expected.cols());
    if (found.size() == 0) return;
    double const largest = expected.cwiseAbs().maxCoeff(), error = (found - expected).cwiseAbs().maxCoeff();
    BOOST_TEST(error <= tolerance * (1 + largest), "differs by " << error << ":\n" << found << "\ninstead of\n" << expected);
  }
}

}  // namespace test
