#include <nabla/matrix.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>

// Where derivatives and functions are delicate.

namespace {

using namespace nabla::literals;

constexpr auto n = nabla::extent<"n">;
constexpr auto A = nabla::matrix<"A", n, n>;
constexpr auto x = nabla::vector<"x", n>;

template <class Left, class Right>
bool equal(Left const& a, Right const& b, double tolerance = 1e-12) {
  return a.rows() == b.rows() && a.cols() == b.cols() && (a.size() == 0 || (a - b).cwiseAbs().maxCoeff() <= tolerance * (1 + b.cwiseAbs().maxCoeff()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_delicate)

BOOST_AUTO_TEST_CASE(delicate_points) {
  Eigen::VectorXd const zero = Eigen::VectorXd::Zero(3);
  BOOST_TEST((gradient(norm(x), x)(zero) == zero));
  BOOST_TEST((gradient(sqrt(squared_norm(x)), x)(zero) == zero));
  BOOST_TEST((gradient(sum(relu(x)), x)(zero) == zero));
  constexpr double infinity = std::numeric_limits<double>::infinity();
  Eigen::VectorXd const large = Eigen::Vector3d(1000.0, -1000.0, -infinity);
  // Eigen's vectorised exp stops at the least normal number.
  BOOST_TEST(equal(softmax(x)(large), Eigen::Vector3d(1.0, 0.0, 0.0), 1e-300));
  BOOST_TEST((log_sum_exp(x)(large) == 1000.0));
  BOOST_TEST((gradient(log_sum_exp(x), x)(large) == Eigen::Vector3d(1.0, 0.0, 0.0)));
  BOOST_TEST((log_sum_exp(x)(Eigen::VectorXd::Constant(2, -infinity).eval()) == -infinity));
  Eigen::Matrix2d singular, negative;
  singular << 1, 2, 2, 4;
  negative << 0, 1, 1, 0;
  BOOST_TEST(equal(gradient(determinant(A), A)(singular), (Eigen::Matrix2d() << 4, -2, -2, 1).finished()));
  BOOST_TEST(std::isnan(log_determinant(A)(negative)));
}

BOOST_AUTO_TEST_SUITE_END()
