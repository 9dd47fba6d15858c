#include <nabla/nabla.hpp>

#include <support/large_results.hpp>

#include <Eigen/Dense>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

// Results that are stored in matrices and vectors of Eigen while their program runs.

namespace {

using namespace large_results;

template <class Matrix, std::size_t N>
void into_eigen(Matrix&& matrix) {
  auto const x = point<double, N>();
  std::array<double, 1> const length{3};
  auto const rows = expected_jacobian(x, 3.0);
  auto const curvature = expected_hessian(x);
  auto const slope = expected_gradient(x);
  matrix.setConstant(7);
  jacobian(links<N>).into(matrix, x, length);
  bool good = true;
  for (std::size_t k = 0; k < N * N; ++k) good = good && matrix(Eigen::Index(k / N), Eigen::Index(k % N)) == rows[k];
  BOOST_TEST(good);
  Eigen::VectorXd gradient(N);
  value_gradient_hessian(chain<N>).into(gradient, matrix, x);
  for (std::size_t k = 0; k < N * N; ++k) good = good && matrix(Eigen::Index(k / N), Eigen::Index(k % N)) == curvature[k];
  for (std::size_t k = 0; k < N; ++k) good = good && gradient(Eigen::Index(k)) == slope[k];
  // the arguments are a column, and are written over
  gradient = Eigen::Map<Eigen::VectorXd const>(x.data(), N);
  matrix.col(1) = gradient;
  jacobian(links<N>).into(matrix, matrix.col(1), length);
  for (std::size_t k = 0; k < N * N; ++k) good = good && matrix(Eigen::Index(k / N), Eigen::Index(k % N)) == rows[k];
  BOOST_TEST(good);
}
template <std::size_t N>
void into_eigen() {
  using by_rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  into_eigen<Eigen::MatrixXd, N>(Eigen::MatrixXd(N, N));
  into_eigen<by_rows, N>(by_rows(N, N));
  into_eigen<Eigen::Matrix<double, N, N>, N>(Eigen::Matrix<double, N, N>());
  Eigen::MatrixXd large = Eigen::MatrixXd::Constant(N + 3, N + 2, 9);
  into_eigen<decltype(large.block(1, 1, N, N)), N>(large.block(1, 1, N, N));
  BOOST_TEST(large.row(0).isConstant(9));
  BOOST_TEST(large.col(N + 1).isConstant(9));
  using stride = Eigen::Stride<Eigen::Dynamic, 2>;
  std::vector<double> memory(2 * N * N);
  Eigen::Map<Eigen::MatrixXd, 0, stride> strided(memory.data(), N, N, stride(2 * N, 2));
  into_eigen<decltype(strided)&, N>(strided);

  auto const x = point<double, N>();
  auto const expected = expected_gradient(x);
  Eigen::MatrixXd rows = Eigen::MatrixXd::Zero(2, N);
  gradient(chain<N>).into(rows.row(1), x);
  std::vector<double> vector(N);
  gradient(chain<N>).into(vector, x);
  for (std::size_t k = 0; k < N; ++k) BOOST_TEST((rows(1, Eigen::Index(k)) == expected[k] && vector[k] == expected[k]));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(adapt_into_large_eigen)

BOOST_AUTO_TEST_CASE(few_variables) { into_eigen<few>(); }
BOOST_AUTO_TEST_CASE(many_variables) { into_eigen<many>(); }

BOOST_AUTO_TEST_SUITE_END()
