#include "random_matrices.hpp"

#include <cmath>
#include <limits>

// Where derivatives of matrix formulas are delicate: kinks, overflow, and matrices without inverse.

namespace {

using namespace nabla::literals;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr auto n = nabla::extent<"n">;
constexpr auto m = nabla::extent<"m">;
constexpr auto A = nabla::matrix<"A", m, n>;
constexpr auto X = nabla::matrix<"X", n, n>;
constexpr auto x = nabla::vector<"x", n>;
constexpr double infinity = std::numeric_limits<double>::infinity();

template <class... T>
VectorXd vector_of(T... elements) {
  VectorXd result(sizeof...(elements));
  Eigen::Index i = 0;
  ((result(i++) = elements), ...);
  return result;
}
MatrixXd matrix_of_rows(VectorXd const& first, VectorXd const& second) {
  MatrixXd result(2, first.size());
  result << first.transpose(), second.transpose();
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_delicate)

BOOST_AUTO_TEST_CASE(norms_at_zero) {
  VectorXd const origin = VectorXd::Zero(3), elsewhere = vector_of(3.0, 0.0, 4.0);
  MatrixXd const matrix_origin = MatrixXd::Zero(2, 3);
  BOOST_TEST((gradient(norm(x), x)(x = origin) == origin));
  BOOST_TEST((gradient(sqrt(squared_norm(x)), x)(x = origin) == origin));
  BOOST_TEST((gradient(sqrt(dot(x, x)), x)(x = origin) == origin));
  BOOST_TEST((gradient(sqrt(transpose(x) * x), x)(x = origin) == origin));
  BOOST_TEST((gradient(sqrt(sum(pow(x, 2_c))), x)(x = origin) == origin));
  BOOST_TEST((gradient(sqrt(sum(x * transpose(x))), x)(x = vector_of(1.0, 1.0)) == vector_of(1.0, 1.0)));  // no norm, though of a product
  BOOST_TEST((gradient(frobenius_norm(A), A)(A = matrix_origin) == matrix_origin));
  BOOST_TEST((gradient(norm(A * x), x)(A = matrix_origin, x = elsewhere) == origin));
  BOOST_TEST(jvp(norm(x), nabla::ones<n>, x)(x = origin).tangent == 0);
  // Beside the kink the gradient is the unit vector.
  VectorXd const unit = elsewhere / 5;
  test::compare("norm", gradient(norm(x), x)(x = elsewhere), unit, 1e-15);
  test::compare("root of the squared norm", gradient(sqrt(squared_norm(x)), x)(x = elsewhere), unit, 1e-15);
}

BOOST_AUTO_TEST_CASE(norms_neither_overflow_nor_vanish) {
  for (double scale : {1e-200, 1e200}) {
    VectorXd const at = scale * vector_of(3.0, 4.0);
    BOOST_TEST(norm(x)(x = at) == 5 * scale, boost::test_tools::tolerance(1e-15));
    test::compare("gradient", gradient(norm(x), x)(x = at), vector_of(0.6, 0.8), 1e-15);
  }
}

BOOST_AUTO_TEST_CASE(kinks_element_by_element) {
  VectorXd const at = vector_of(-2.0, 0.0, 3.0);
  BOOST_TEST((relu(x)(x = at) == vector_of(0.0, 0.0, 3.0)));
  BOOST_TEST((gradient(sum(relu(x)), x)(x = at) == vector_of(0.0, 0.0, 1.0)));
  BOOST_TEST((gradient(sum(abs(x)), x)(x = at) == vector_of(-1.0, 0.0, 1.0)));
  BOOST_TEST((jacobian(relu(x), x)(x = at) == vector_of(0.0, 0.0, 1.0).asDiagonal().toDenseMatrix()));
  BOOST_TEST(std::isnan(relu(x)(x = vector_of(std::nan(""), 1.0))(0)));
  // The branch not taken contributes nothing, though its derivative is infinite.
  BOOST_TEST((gradient(sum(select(x > 0_c * x, sqrt(x), 0_c * x)), x)(x = vector_of(0.0, 4.0)) == vector_of(0.0, 0.25)));
}

BOOST_AUTO_TEST_CASE(exponentials_that_overflow) {
  VectorXd const large = vector_of(1000.0, 1000.0, -1000.0), small = vector_of(-1000.0, -1000.0, -3000.0);
  MatrixXd const rows = matrix_of_rows(large, small);
  VectorXd const halves = vector_of(0.5, 0.5, 0.0);
  double const log_2 = 0.693147180559945309417;
  auto const near = boost::test_tools::tolerance(1e-15);
  BOOST_TEST(log_sum_exp(x)(x = large) == 1000 + log_2, near);
  BOOST_TEST(log_sum_exp(x)(x = small) == -1000 + log_2, near);
  // log(2) has lost the digits that 1000 took: exp of the difference is right to 1000 units in the last place.
  test::compare("softmax", softmax(x)(x = large), halves, 1e-12);
  test::compare("gradient", gradient(log_sum_exp(x), x)(x = small), halves, 1e-12);
  test::compare("by row", log_sum_exp(A)(A = rows), vector_of(1000 + log_2, -1000 + log_2), 1e-15);
  test::compare("softmax by row", softmax(A)(A = rows), matrix_of_rows(halves, halves), 1e-12);
  test::compare("gradient by row", gradient(sum(log_sum_exp(A)), A)(A = rows), matrix_of_rows(halves, halves), 1e-12);
  MatrixXd const jacobian_of_halves = (MatrixXd(3, 3) << 0.25, -0.25, 0, -0.25, 0.25, 0, 0, 0, 0).finished();
  test::compare("Jacobian of softmax", jacobian(softmax(x), x)(x = large), jacobian_of_halves, 1e-12);
  test::compare("Hessian of log_sum_exp", hessian(log_sum_exp(x), x)(x = large), jacobian_of_halves, 1e-12);
}

BOOST_AUTO_TEST_CASE(exponentials_of_infinity) {
  VectorXd const masked = vector_of(0.0, -infinity, 0.0), halves = vector_of(0.5, 0.0, 0.5);
  BOOST_TEST(log_sum_exp(x)(x = masked) == std::log(2.0), boost::test_tools::tolerance(1e-15));
  test::compare("softmax", softmax(x)(x = masked), halves, 1e-15);
  test::compare("gradient", gradient(log_sum_exp(x), x)(x = masked), halves, 1e-15);
  test::compare("Hessian", hessian(log_sum_exp(x), x)(x = masked), MatrixXd((MatrixXd(3, 3) << 0.25, 0, -0.25, 0, 0, 0, -0.25, 0, 0.25).finished()), 1e-15);
  // The log of a sum of zeros, beside a row that has one.
  MatrixXd const rows = matrix_of_rows(vector_of(-infinity, -infinity), vector_of(0.0, -infinity));
  BOOST_TEST((log_sum_exp(A)(A = rows) == vector_of(-infinity, 0.0)));
  BOOST_TEST((log_sum_exp(A)(A = matrix_of_rows(vector_of(infinity, 0.0), vector_of(0.0, -infinity))) == vector_of(infinity, 0.0)));
  BOOST_TEST(std::isnan(log_sum_exp(x)(x = vector_of(std::nan(""), 0.0))));
  BOOST_TEST(std::isnan(log_sum_exp(x)(x = vector_of(0.0, std::nan("")))));
}

BOOST_AUTO_TEST_CASE(determinants_of_singular_matrices) {
  // Of rank 1 in two rows, and of rank 2 and 1 in three: cofactors by hand.
  MatrixXd const two = (MatrixXd(2, 2) << 1, 2, 2, 4).finished();
  BOOST_TEST((gradient(determinant(X), X)(X = two) == (MatrixXd(2, 2) << 4, -2, -2, 1).finished()));
  MatrixXd const three = (MatrixXd(3, 3) << 1, 0, 0, 0, 1, 0, 0, 0, 0).finished(), corner = (MatrixXd(3, 3) << 0, 0, 0, 0, 0, 0, 0, 0, 1).finished();
  BOOST_TEST((gradient(determinant(X), X)(X = three) == corner));
  BOOST_TEST((gradient(determinant(X), X)(X = corner) == MatrixXd::Zero(3, 3)));
  BOOST_TEST((gradient(determinant(X), X)(X = MatrixXd::Zero(1, 1).eval()) == MatrixXd::Ones(1, 1)));
  // 1 .. 9: the last pivot is a rounding error, so that the determinant is not 0.
  MatrixXd const nine = (MatrixXd(3, 3) << 1, 2, 3, 4, 5, 6, 7, 8, 9).finished();
  MatrixXd const cofactors = (MatrixXd(3, 3) << -3, 6, -3, 6, -12, 6, -3, 6, -3).finished();
  test::compare("1 .. 9", gradient(determinant(X), X)(X = nine), cofactors, 1e-13);
  test::compare("adjugate", adjugate(X)(X = nine), cofactors.transpose(), 1e-13);
}

BOOST_AUTO_TEST_CASE(logarithms_of_determinants) {
  MatrixXd const negative = (MatrixXd(2, 2) << 1, 2, 3, 4).finished(), positive = (MatrixXd(2, 2) << 2, 1, 4, 3).finished();
  BOOST_TEST(std::isnan(log_determinant(X)(X = negative)));
  BOOST_TEST(log_determinant(X)(X = positive) == std::log(2.0), boost::test_tools::tolerance(1e-15));
  BOOST_TEST(log_determinant(X)(X = MatrixXd(-MatrixXd::Identity(2, 2))) == 0);
  BOOST_TEST(std::isnan(log_determinant(X)(X = MatrixXd(-MatrixXd::Identity(3, 3)))));
  BOOST_TEST(log_determinant(X)(X = MatrixXd::Zero(2, 2).eval()) == -infinity);
  // The determinant would be 1e400.
  BOOST_TEST(log_determinant(X)(X = MatrixXd(1e200 * MatrixXd::Identity(2, 2))) == 400 * std::log(10.0), boost::test_tools::tolerance(1e-15));
}

BOOST_AUTO_TEST_SUITE_END()
