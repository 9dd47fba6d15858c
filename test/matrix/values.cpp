#include <nabla/matrix.hpp>

#include <Eigen/Geometry>
#include <boost/test/unit_test.hpp>

#include <array>
#include <span>
#include <vector>

#include "support/near.hpp"

// Values against Eigen's own functions, at every kind of argument.

namespace {

using namespace nabla::literals;

constexpr auto n = nabla::extent<"n">;
constexpr auto m = nabla::extent<"m">;
constexpr auto A = nabla::matrix<"A", n, n>;
constexpr auto P = nabla::matrix<"P", m, n>;
constexpr auto x = nabla::vector<"x", n>;
constexpr auto y = nabla::vector<"y", n>;
constexpr auto z = nabla::vector<"z", 3>;
constexpr auto D = nabla::matrix<"D", nabla::dynamic, nabla::dynamic>;
constexpr auto v = nabla::vector<"v", nabla::dynamic>;

Eigen::MatrixXd filled(Eigen::Index rows, Eigen::Index columns, double shift) {
  return Eigen::MatrixXd::NullaryExpr(rows, columns, [&](Eigen::Index i, Eigen::Index j) {
    return std::sin(3.0 * double(i) + 5.0 * double(j) + shift) + (i == j ? 2.5 : 0.0);
  });
}

template <class Left, class Right>
bool equal(Left const& a, Right const& b, double tolerance = 1e-12) {
  return a.rows() == b.rows() && a.cols() == b.cols() && (a.size() == 0 || (a - b).cwiseAbs().maxCoeff() <= tolerance * (1 + b.cwiseAbs().maxCoeff()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_values)

BOOST_AUTO_TEST_CASE(operations) {
  for (Eigen::Index const size : {1, 2, 4}) {
    for (Eigen::Index const other : {1, 3}) {
      Eigen::MatrixXd const M = filled(size, size, 0.3), N = filled(other, size, 1.1);
      Eigen::VectorXd const u = filled(size, 1, 0.7), w = filled(size, 1, -0.4);
      BOOST_TEST(equal((P * x)(P = N, x = u), Eigen::VectorXd(N * u)));
      BOOST_TEST(equal((P * A)(P = N, A = M), Eigen::MatrixXd(N * M)));
      BOOST_TEST(equal(transpose(P)(N), Eigen::MatrixXd(N.transpose())));
      BOOST_TEST(equal((A + 2_c * A - transpose(A))(M), Eigen::MatrixXd(3 * M - M.transpose())));
      BOOST_TEST(equal(outer(x, y)(x = u, y = w), Eigen::MatrixXd(u * w.transpose())));
      BOOST_TEST(equal(hadamard(x, y)(x = u, y = w), Eigen::VectorXd(u.cwiseProduct(w))));
      BOOST_TEST(equal(hadamard_quotient(x, y)(x = u, y = w), Eigen::VectorXd(u.cwiseQuotient(w))));
      BOOST_TEST(equal(inverse(A)(M), Eigen::MatrixXd(M.inverse())));
      BOOST_TEST(equal(solve(A, x)(A = M, x = u), Eigen::VectorXd(M.partialPivLu().solve(u))));
      BOOST_TEST(equal(adjugate(A)(M), Eigen::MatrixXd(M.determinant() * M.inverse())));
      BOOST_TEST(equal(diagonal(A)(M), Eigen::VectorXd(M.diagonal())));
      BOOST_TEST(equal(as_diagonal(x)(u), Eigen::MatrixXd(u.asDiagonal())));
      BOOST_TEST(equal(row_sums(P)(N), Eigen::VectorXd(N.rowwise().sum())));
      BOOST_TEST(equal(column_sums(P)(N), Eigen::RowVectorXd(N.colwise().sum())));
      BOOST_TEST(equal(tanh(P)(N), Eigen::MatrixXd(N.array().tanh())));
      BOOST_TEST(equal(block(P, 0_c, 0_c, 1_c, 1_c)(N), Eigen::MatrixXd(N.block(0, 0, 1, 1))));
      BOOST_TEST(equal(log_sum_exp(P)(N), Eigen::VectorXd(N.array().exp().rowwise().sum().log())));
      BOOST_TEST(equal(softmax(x)(u), Eigen::VectorXd(u.array().exp() / u.array().exp().sum())));
      BOOST_TEST(support::near(dot(x, y)(x = u, y = w), u.dot(w), 1e-13));
      BOOST_TEST(support::near(trace(A)(M), M.trace(), 1e-13));
      BOOST_TEST(support::near(sum(P)(N), N.sum(), 1e-13));
      BOOST_TEST(support::near(mean(P)(N), N.mean(), 1e-13));
      BOOST_TEST(support::near(norm(P)(N), N.norm(), 1e-13));
      BOOST_TEST(support::near(determinant(A)(M), M.determinant(), 1e-12));
      BOOST_TEST(support::near(log_determinant(A)(M), std::log(M.determinant()), 1e-12));
    }
  }
  Eigen::Vector3d const a(1.0, -2.0, 0.5), b(0.25, 3.0, -1.0);
  constexpr auto c = nabla::vector<"c", 3>;
  BOOST_TEST(equal(cross(z, c)(z = a, c = b), Eigen::Vector3d(a.cross(b))));
}

BOOST_AUTO_TEST_CASE(empty_matrices) {
  Eigen::MatrixXd const none(0, 0), wide(0, 3);
  Eigen::VectorXd const u(0);
  BOOST_TEST((sum(D)(wide) == 0.0));
  BOOST_TEST((squared_norm(v)(u) == 0.0));
  BOOST_TEST((determinant(A)(none) == 1.0));
  BOOST_TEST((log_determinant(A)(none) == 0.0));
  BOOST_TEST((gradient(squared_norm(v), v)(u).size() == 0));
  BOOST_TEST((gradient(squared_frobenius_norm(D), D)(wide).cols() == 3));
}

BOOST_AUTO_TEST_CASE(kinds_of_arguments) {
  Eigen::Matrix3d const M = filled(3, 3, 0.2);
  Eigen::Vector3d const u(0.5, -1.0, 2.0);
  double const expected = u.dot(M * u);
  auto const f = transpose(x) * A * x;
  Eigen::Matrix<double, 3, 3, Eigen::RowMajor> const by_rows = M;
  std::vector<double> const list{0.5, -1.0, 2.0};
  std::array<double, 3> const fixed{0.5, -1.0, 2.0};
  Eigen::MatrixXd large = Eigen::MatrixXd::Zero(6, 6);
  large.block(1, 2, 3, 3) = M;
  Eigen::Ref<Eigen::MatrixXd const> const reference = large.block(1, 2, 3, 3);
  BOOST_TEST(support::near(f(A = by_rows, x = list), expected, 1e-14));
  BOOST_TEST(support::near(f(A = large.block(1, 2, 3, 3), x = fixed), expected, 1e-14));
  BOOST_TEST(support::near(f(A = reference, x = std::span<double const>(list)), expected, 1e-14));
  BOOST_TEST(support::near(f(A = Eigen::Map<Eigen::Matrix3d const>(M.data()), x = u), expected, 1e-14));
  BOOST_TEST(support::near(f(A = 0.5 * (M + M), x = 2.0 * u - u), expected, 1e-14));
}

BOOST_AUTO_TEST_SUITE_END()
