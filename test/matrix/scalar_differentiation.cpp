#include <nabla/matrix.hpp>

#include <unsupported/Eigen/AutoDiff>

#include <boost/test/unit_test.hpp>

#include "random_matrices.hpp"

// Each rule against scalar differentiation of what is written out: the same formula, evaluated with Eigen's dual numbers, which know
// sums, products and elementary functions of scalars, and no rule of matrices. The decompositions are differentiated step by step.

namespace {

using namespace nabla::literals;
using test::random_matrix;

constexpr int size = 3;
constexpr auto n = nabla::extent<"n">;
constexpr auto A = nabla::matrix<"A", n, n>;
constexpr auto B = nabla::matrix<"B", n, n>;
constexpr auto x = nabla::vector<"x", n>;

using dual = Eigen::AutoDiffScalar<Eigen::Matrix<double, size * size, 1>>;

Eigen::MatrixXd values(unsigned seed, double diagonal) {
  Eigen::MatrixXd result = random_matrix(size, size, seed);
  result.diagonal().array() += diagonal;
  return result;
}

/// The gradient by A against the partials that the dual numbers carry.
template <class F>
void check(char const* what, F f, double diagonal = 0) {
  Eigen::MatrixXd const a = values(1, diagonal), b = values(2, 2.5);
  Eigen::VectorXd const v = random_matrix(size, 1, 3);
  Eigen::Matrix<dual, Eigen::Dynamic, Eigen::Dynamic> duals(size, size), other = b.cast<dual>();
  Eigen::Matrix<dual, Eigen::Dynamic, 1> const vector = v.cast<dual>();
  for (int i = 0; i < a.size(); ++i) duals(i) = dual(a(i), size * size, i);
  dual const value = f(A = duals, B = other, x = vector);
  Eigen::MatrixXd const gradient_by_rule = gradient(f, A)(A = a, B = b, x = v);
  Eigen::VectorXd const expected = value.derivatives();
  double const scale = expected.norm();
  BOOST_TEST_CONTEXT(what) {
    BOOST_TEST(scale > 1e-3);
    BOOST_TEST((gradient_by_rule.reshaped() - expected).norm() <= 1e-12 * scale);
    BOOST_TEST(std::abs(value.value() - f(A = a, B = b, x = v)) <= 1e-13 * (1 + std::abs(value.value())));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scalar_differentiation)

BOOST_AUTO_TEST_CASE(products_and_sums) {
  check("product", sum(hadamard(B, A * B * A)));
  check("product of vectors", transpose(x) * A * transpose(A) * x);
  check("transpose", trace(A * transpose(A) * B));
  check("trace", trace(A) * trace(B * A));
  check("sums by rows and columns", dot(row_sums(A), x) + dot(transpose(column_sums(A)), row_sums(A)));
  check("quotient element by element", sum(hadamard_quotient(B, A)), 4);
  check("mean", mean(hadamard(A, A)));
}

BOOST_AUTO_TEST_CASE(parts) {
  check("diagonal", dot(diagonal(A), A * x));
  check("diagonal matrix", sum(hadamard(B, A * as_diagonal(A * x))));
  check("block", squared_norm(block(A, 0_c, 1_c, 2_c, 2_c)) + element(A, 1_c, 2_c) * element(A, 2_c, 0_c));
  check("row and column", row(A, 1_c) * column(A, 2_c));
  check("cross product", dot(cross(block(A, 0_c, 0_c, 3_c, 1_c), block(A, 0_c, 1_c, 3_c, 1_c)), block(A, 0_c, 2_c, 3_c, 1_c)));
}

BOOST_AUTO_TEST_CASE(decompositions) {
  check("inverse", sum(hadamard(B, inverse(A))), 3);
  check("solve", dot(x, solve(A, A * A * x)) + dot(x, solve(transpose(A), x)), 3);
  check("determinant", determinant(A));
  check("log of the determinant", log_determinant(A), 3);
}

BOOST_AUTO_TEST_CASE(functions) {
  check("norm", norm(A * B) + norm(A * x));
  check("element by element", sum(hadamard(B, sin(A) + hadamard(exp(A), tanh(A * B)))));
  check("log_sum_exp and softmax by row", dot(log_sum_exp(A), x) + sum(hadamard(B, softmax(A * B))));
  check("softmax of a vector", dot(x, softmax(A * x)) + log_sum_exp(A * x));
}

BOOST_AUTO_TEST_SUITE_END()
