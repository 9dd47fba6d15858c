#include <nabla/matrix.hpp>

#include <boost/test/unit_test.hpp>

#include <array>

#include "support/near.hpp"

// Derivatives against differences, and against those of the formula written out in scalars.

namespace {

using namespace nabla::literals;

constexpr auto n = nabla::extent<"n">;
constexpr auto m = nabla::extent<"m">;
constexpr auto A = nabla::matrix<"A", n, n>;
constexpr auto P = nabla::matrix<"P", m, n>;
constexpr auto x = nabla::vector<"x", n>;

Eigen::MatrixXd filled(Eigen::Index rows, Eigen::Index columns, double shift) {
  return Eigen::MatrixXd::NullaryExpr(rows, columns, [&](Eigen::Index i, Eigen::Index j) {
    return std::sin(3.0 * double(i) + 5.0 * double(j) + shift) + (i == j ? 2.5 : 0.0);
  });
}

template <class Left, class Right>
bool equal(Left const& a, Right const& b, double tolerance = 1e-12) {
  return a.rows() == b.rows() && a.cols() == b.cols() && (a.size() == 0 || (a - b).cwiseAbs().maxCoeff() <= tolerance * (1 + b.cwiseAbs().maxCoeff()));
}

/// The gradient by differences of a function of a matrix.
template <class F>
Eigen::MatrixXd differences(F f, Eigen::MatrixXd at) {
  Eigen::MatrixXd result(at.rows(), at.cols());
  double const h = 1e-5;
  for (Eigen::Index i = 0; i < at.size(); ++i) {
    double const kept = at.data()[i];
    at.data()[i] = kept + h;
    double const above = f(at);
    at.data()[i] = kept - h;
    result.data()[i] = (above - f(at)) / (2 * h);
    at.data()[i] = kept;
  }
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_derivatives)

BOOST_AUTO_TEST_CASE(gradients_by_differences) {
  for (Eigen::Index const size : {1, 3}) {
    Eigen::MatrixXd const M = filled(size, size, 0.3), N = filled(2, size, 1.1);
    Eigen::VectorXd const u = filled(size, 1, 0.7);
    auto const by_matrix = [&](auto f) {
      return equal(gradient(f, A)(A = M, x = u), differences([&](Eigen::MatrixXd const& at) { return f(A = at, x = u); }, M), 1e-7);
    };
    BOOST_TEST(by_matrix(determinant(A) + transpose(x) * inverse(A) * x + sum(adjugate(A))));
    BOOST_TEST(by_matrix(log_determinant(A) * sum(x) + squared_norm(solve(A, x))));
    BOOST_TEST(by_matrix(norm(A * A + outer(x, x)) + trace(A * as_diagonal(x) * transpose(A)) + squared_norm(diagonal(A) + x)));
    BOOST_TEST(by_matrix(sum(log_sum_exp(A)) + squared_norm(softmax(A) * x)));
    auto const f = squared_norm(tanh(P * x)) + log_sum_exp(x);
    BOOST_TEST(equal(gradient(f, x)(P = N, x = u), differences([&](Eigen::MatrixXd const& at) { return f(P = N, x = at.col(0)); }, u), 1e-7));
    BOOST_TEST(equal(gradient(f, P)(P = N, x = u), differences([&](Eigen::MatrixXd const& at) { return f(P = at, x = u); }, N), 1e-7));
    Eigen::MatrixXd const H = hessian(f, x)(P = N, x = u);
    for (Eigen::Index i = 0; i < size; ++i) {
      auto const row = [&](Eigen::MatrixXd const& at) { return gradient(f, x)(P = N, x = at.col(0))(i); };
      BOOST_TEST(equal(Eigen::MatrixXd(H.row(i).transpose()), differences(row, u), 1e-7));
    }
    // <w, J v> == <J' w, v>
    auto const g = sin(P * x);
    constexpr auto p = nabla::vector<"p", n>;
    constexpr auto q = nabla::vector<"q", m>;
    Eigen::VectorXd const along = filled(size, 1, 2.0), back = filled(2, 1, 3.0);
    double const left = back.dot(jvp(g, p, x)(P = N, x = u, p = along).tangent);
    double const right = vjp(g, q, x)(P = N, x = u, q = back).adjoint.dot(along);
    BOOST_TEST(support::near(left, right, 1e-13));
  }
}

// The same formula written out in scalars, differentiated without matrices.
BOOST_AUTO_TEST_CASE(gradients_of_what_is_written_out) {
  constexpr auto written = nabla::trace<6>([](auto const& at) {  // A by rows, then x
    auto const r = at[0] * at[4] + at[1] * at[5], t = at[2] * at[4] + at[3] * at[5];
    return exp(at[4] * r + at[5] * t) / (at[0] * at[3] - at[1] * at[2]);
  });
  constexpr auto f = exp(transpose(x) * A * x) / determinant(A);
  std::array<double, 6> const at{1.0, 0.5, -0.25, 1.5, 0.5, -0.75};
  Eigen::Matrix2d M;
  M << at[0], at[1], at[2], at[3];
  Eigen::Vector2d const u(at[4], at[5]);
  auto const expected = gradient(written)(at);
  auto const [by_A, by_x] = gradient(f, A, x)(A = M, x = u);
  for (Eigen::Index i = 0; i < 2; ++i) {
    BOOST_TEST(support::near(by_x(i), expected[std::size_t(4 + i)], 1e-13));
    for (Eigen::Index j = 0; j < 2; ++j) BOOST_TEST(support::near(by_A(i, j), expected[std::size_t(2 * i + j)], 1e-13));
  }
}

BOOST_AUTO_TEST_SUITE_END()
