#include "differentiated.hpp"

#include <cmath>

// Derivatives of every operation against two oracles that know nothing of the rules: central differences of the values, and scalar
// differentiation of the same formula written as loops.

namespace {

using namespace nabla::literals;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using namespace test;

/// The gradient of the sum of the squares of a formula, so that every element of its adjoint differs; by each variable.
template <class Formula, class... Variables>
void gradients(char const* what, Formula const& formula, Variables... variables) {
  auto const f = [&] {
    if constexpr (nabla::detail::shape_of<Formula>.is_scalar()) {
      return formula * formula;
    } else {
      return squared_norm(formula);
    }
  }();
  values const at;
  auto const all = value_and_gradient(f, variables..., t);
  auto const [value, parts] = std::apply([&](auto const&... bindings) { return all(bindings...); }, at.bound());
  MatrixXd found(1, 0), expected(1, 0);
  auto const append = [](MatrixXd& to, auto const& row) {
    Index const before = to.cols();
    to.conservativeResize(1, before + row.size());
    to.rightCols(row.size()) = row.reshaped().transpose();
  };
  auto const evaluate = [&](values const& here) { return value_of(f, here); };
  std::apply([&](auto const&... part) { (append(found, test::as_matrix(part)), ...); }, parts);
  (append(expected, differences(evaluate, variables)), ...);
  // By the scalar, of which there is one.
  values up, down;
  up.t += step, down.t -= step;
  append(expected, MatrixXd((evaluate(up) - evaluate(down)) / (2 * step)));
  compare(what, found, expected, 2e-8);
  // The squares of plain values, so that the value that comes with the gradient is that of the formula.
  BOOST_TEST(value == value_of(formula, at).squaredNorm(), boost::test_tools::tolerance(1e-13));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_derivatives)

BOOST_AUTO_TEST_CASE(gradients_of_products_and_reductions) {
  gradients("sums and products", t * A - B / t + hadamard(A, exp(B)) + outer(c, x) + A * X * as_diagonal(y), A, B, X, c, x, y);
  gradients("quadratic forms", transpose(c) * A * S * x + dot(x, y) / t, A, S, c, x, y);
  gradients("transposes", transpose(A) * B + X * transpose(X), A, B, X);
  gradients("reductions", trace(X * X) * row_sums(hadamard_quotient(A, B)) + mean(A) * sum(B) * c + squared_norm(A) * norm(B) * A * x, X, A, B, c, x);
  gradients("column sums", transpose(column_sums(A)) + diagonal(X) + t * nabla::ones_like(x), A, X);
}
BOOST_AUTO_TEST_CASE(gradients_of_decompositions) {
  gradients("determinants", determinant(X) * log_determinant(X) * t, X);
  gradients("inverse and adjugate", inverse(X) + adjugate(X) / determinant(X) * t, X);
  gradients("solve", solve(X, transpose(A)) * c + solve(transpose(X), x), X, A, c, x);
}
BOOST_AUTO_TEST_CASE(gradients_of_parts_and_of_elements) {
  gradients("parts", block(F, 1_c, 0_c, 2_c, 3_c) * cross(u, v) + segment(u, 1_c, 2_c) * element(F, 2_c, 1_c), F, u, v);
  gradients("rows and columns", transpose(row(A, 1_c)) + column(X, 0_c), A, X);
  gradients("softmax", softmax(A) + hadamard(B, log_sum_exp(A) * transpose(softmax(x))) * log_sum_exp(y), A, B, x, y);
  gradients("elementary functions", tanh(A) + pow(B, 3_c) + max(A, B) + map(t * exp(-t), A) + atan2(A, B), A, B);
}

// --- the same formulas as loops over scalars, differentiated as those

namespace {
constexpr std::size_t size = 3;
/// Of a formula of X (3 by 3, row by row) and x (3).
template <class Loops, class Formula>
void against_loops(char const* what, Loops loops, Formula const& formula) {
  constexpr auto traced = nabla::trace<size * size + size>(Loops{});
  (void)loops;
  MatrixXd const square = test::random_regular(size, 3);
  VectorXd const column = VectorXd(0.75 + 0.25 * random_matrix(size, 1, 4).array());
  std::array<double, size * size + size> at;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) at[i * size + j] = square(Index(i), Index(j));
    at[size * size + i] = column(Index(i));
  }
  auto const by_loops = gradient(traced)(at);
  auto const [value, parts] = value_and_gradient(formula, X, x)(X = square, x = column);
  auto const& [by_matrix, by_column] = parts;
  BOOST_TEST_CONTEXT(what) { BOOST_TEST(value == traced(at), boost::test_tools::tolerance(1e-13)); }
  MatrixXd expected_matrix(size, size);
  VectorXd expected_column(size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) expected_matrix(Index(i), Index(j)) = by_loops[i * size + j];
    expected_column(Index(i)) = by_loops[size * size + i];
  }
  compare(what, by_matrix, expected_matrix, 1e-13);
  compare(what, by_column, expected_column, 1e-13);
}
}  // namespace

BOOST_AUTO_TEST_CASE(formulas_as_loops) {
  against_loops("norm, softmax and products",
                [](auto const& z) {
                  using std::exp;
                  using std::sqrt;
                  using std::tanh;
                  auto sum = z[0] * 0.0, norm = sum, weighted = sum;
                  for (std::size_t i = 0; i < size; ++i) {
                    auto inner = z[0] * 0.0;
                    for (std::size_t j = 0; j < size; ++j) {
                      inner += z[i * size + j] * z[size * size + j];
                      norm += z[i * size + j] * z[i * size + j];
                    }
                    sum += exp(z[size * size + i]);
                    weighted += exp(z[size * size + i]) * tanh(inner);
                  }
                  return weighted / sum * sqrt(norm);
                },
                dot(softmax(x), tanh(X * x)) * norm(X));
  against_loops("determinant, trace and inverse",
                [](auto const& z) {
                  using std::log;
                  auto const at = [&](std::size_t i, std::size_t j) { return z[(i % size) * size + j % size]; };
                  auto const cofactor = [&](std::size_t i, std::size_t j) {
                    return at(i + 1, j + 1) * at(i + 2, j + 2) - at(i + 1, j + 2) * at(i + 2, j + 1);
                  };
                  auto determinant = z[0] * 0.0, trace = determinant, form = determinant;
                  for (std::size_t i = 0; i < size; ++i) {
                    determinant += at(0, i) * cofactor(0, i);
                    trace += at(i, i) * z[size * size + i];
                  }
                  for (std::size_t i = 0; i < size; ++i) {
                    for (std::size_t j = 0; j < size; ++j) form += z[size * size + i] * cofactor(j, i) / determinant * z[size * size + j];
                  }
                  return log(determinant) * trace + form;
                },
                log_determinant(X) * trace(X * as_diagonal(x)) + dot(x, solve(X, x)));
}

BOOST_AUTO_TEST_SUITE_END()
