#include "differentiated.hpp"

#include <cmath>

// Jacobians and Hessians against central differences, column by column, and the laws between derivatives: duality of pushforward and
// pullback, Hessian times vector.

namespace {

using namespace nabla::literals;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using namespace test;

/// Jacobian of a column, pushforward and pullback, by one variable.
template <class Formula, class Variable>
void jacobians(char const* what, Formula const& f, Variable variable) {
  values const at;
  MatrixXd const expected = differences([&](values const& here) { return value_of(f, here); }, variable);
  compare(what, value_of(jacobian(f, variable), at), expected, 2e-9);
}

template <class Formula, class Variable>
void hessians(char const* what, Formula const& f, Variable variable) {
  values const at;
  auto const by = gradient(f, variable);
  MatrixXd const expected = differences([&](values const& here) { return value_of(by, here); }, variable);
  MatrixXd const found = value_of(hessian(f, variable), at);
  compare(what, found, expected, 2e-8);
  constexpr auto direction = nabla::vector<"direction", nabla::extent<"n">>;
  VectorXd const d = random_matrix(at.x.size(), 1, 9);
  auto const product = std::apply([&](auto const&... bindings) { return hvp(f, direction, variable)(bindings..., direction = d); }, at.bound());
  compare(what, product, found * d, 1e-13);
}

/// <w, J v> == <J' w, v> of a formula and a variable of any shape; and J v against differences along v.
template <class Formula, class W, class V, class Variable>
void duality(char const* what, Formula const& f, W w, V direction, Variable variable) {
  values const at;
  MatrixXd const shape = value_of(f, at);
  MatrixXd const w_value = random_matrix(shape.rows(), shape.cols(), 10), v_value = random_matrix(place(at, variable).rows(), place(at, variable).cols(), 11);
  auto const pushed = std::apply([&](auto const&... bindings) { return jvp(f, direction, variable)(bindings..., direction = v_value); }, at.bound());
  auto const pulled = std::apply([&](auto const&... bindings) { return vjp(f, w, variable)(bindings..., w = w_value); }, at.bound());
  BOOST_TEST_CONTEXT(what) {
    BOOST_TEST(w_value.cwiseProduct(test::as_matrix(pushed.tangent)).sum() == v_value.cwiseProduct(test::as_matrix(pulled.adjoint)).sum(),
               boost::test_tools::tolerance(1e-12));
  }
  MatrixXd const jacobian_by_differences = differences([&](values const& here) { return value_of(f, here); }, variable);
  compare(what, MatrixXd(test::as_matrix(pushed.tangent).reshaped()), jacobian_by_differences * v_value.reshaped(), 2e-8);
  compare(what, pushed.value, shape, 1e-15);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_jacobians)

BOOST_AUTO_TEST_CASE(jacobians_of_columns) {
  jacobians("products and elements", A * tanh(X * x) + c * exp(dot(x, y)), x);
  jacobians("softmax and solve", solve(X, softmax(x)) + norm(x) * hadamard(x, y) + X * x * log_sum_exp(x), x);
  jacobians("of a scalar", transpose(x) * X * x * norm(x), x);
  jacobians("cross product", cross(v, cross(v, u)) + element(u, 1_c) * v, u);
}
BOOST_AUTO_TEST_CASE(hessians_of_scalars) {
  hessians("quadratic form and norm", transpose(x) * X * x + norm(A * x), x);
  hessians("log_sum_exp and exponentials", log_sum_exp(X * x) * dot(x, y) + sum(exp(hadamard(x, y))), x);
}
BOOST_AUTO_TEST_CASE(pushforward_and_pullback) {
  constexpr auto W = nabla::matrix<"W", n, n>;
  constexpr auto V = nabla::matrix<"V", n, n>;
  constexpr auto w = nabla::vector<"w", n>;
  constexpr auto U = nabla::matrix<"U", m, n>;
  duality("a matrix by a matrix", inverse(X) * softmax(X) + tanh(X * transpose(X)), W, V, X);
  duality("a column by a matrix", solve(X, x) + diagonal(X * X), w, V, X);
  duality("a column by a column", tanh(x * transpose(x)) * y, w, nabla::vector<"d", n>, x);
  duality("a matrix by another", transpose(A) * tanh(A), W, U, A);
}

BOOST_AUTO_TEST_SUITE_END()
