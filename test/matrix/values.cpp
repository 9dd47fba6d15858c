#include "random_matrices.hpp"

#include <cmath>

// The value of every operation against loops, for extents that are numbers, names, or known only when a matrix is bound, and for the
// shapes where implementations err: one element, one row, one column, none.

namespace {

using namespace nabla::literals;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using test::by_loop;
using test::random_matrix;
using test::sum_by_loop;

template <class Result>
void same(char const* what, Result const& found, MatrixXd const& expected) {
  test::compare(what, test::as_matrix(found), expected, 1e-14);
}
template <class Result>
void same(char const* what, Result const& found, double expected) {
  same(what, found, MatrixXd::Constant(1, 1, expected));
}

/// Products and sums of an m-by-n matrix, of rectangular factors, and of columns: where an extent, or what stands beside what, matters.
template <auto M, auto N>
void products(Index m, Index n) {
  constexpr auto A = nabla::matrix<"A", M, N>;
  constexpr auto C = nabla::matrix<"C", N, M>;
  constexpr auto x = nabla::vector<"x", N>;
  constexpr auto y = nabla::vector<"y", N>;
  constexpr auto c = nabla::vector<"c", M>;
  constexpr auto t = nabla::variable<"t">;
  MatrixXd const a = random_matrix(m, n, 1), p = random_matrix(n, m, 3);
  VectorXd const u = random_matrix(n, 1, 4), v = random_matrix(n, 1, 5), w = random_matrix(m, 1, 6);

  same("A C", (A * C)(A = a, C = p),
       by_loop(m, m, [&](Index i, Index j) { return sum_by_loop(n, [&](Index k) { return a(i, k) * p(k, j); }); }));
  same("A x", (A * x)(A = a, x = u), by_loop(m, 1, [&](Index i, Index) { return sum_by_loop(n, [&](Index k) { return a(i, k) * u(k); }); }));
  same("c' A", (transpose(c) * A)(A = a, c = w),
       by_loop(1, n, [&](Index, Index j) { return sum_by_loop(m, [&](Index k) { return w(k) * a(k, j); }); }));
  same("c' A x", (transpose(c) * A * x)(A = a, c = w, x = u),
       sum_by_loop(m, [&](Index i) { return sum_by_loop(n, [&](Index k) { return w(i) * a(i, k) * u(k); }); }));
  same("transpose", transpose(A)(A = a), by_loop(n, m, [&](Index i, Index j) { return a(j, i); }));
  same("dot", dot(x, y)(x = u, y = v), sum_by_loop(n, [&](Index k) { return u(k) * v(k); }));
  same("outer", outer(c, x)(c = w, x = u), by_loop(m, n, [&](Index i, Index j) { return w(i) * u(j); }));
  same("row_sums", row_sums(A)(A = a), by_loop(m, 1, [&](Index i, Index) { return sum_by_loop(n, [&](Index j) { return a(i, j); }); }));
  same("column_sums", column_sums(A)(A = a), by_loop(1, n, [&](Index, Index j) { return sum_by_loop(m, [&](Index i) { return a(i, j); }); }));
  same("as_diagonal", as_diagonal(x)(x = u), by_loop(n, n, [&](Index i, Index j) { return i == j ? u(i) : 0; }));
  same("as_diagonal(c) A", (as_diagonal(c) * A)(A = a, c = w), by_loop(m, n, [&](Index i, Index j) { return w(i) * a(i, j); }));
  same("A as_diagonal(x)", (A * as_diagonal(x))(A = a, x = u), by_loop(m, n, [&](Index i, Index j) { return a(i, j) * u(j); }));
  same("ones_like", (A + t * ones_like(A))(A = a, t = 2), by_loop(m, n, [&](Index i, Index j) { return a(i, j) + 2; }));
  if (n == 0) return;  // a softmax of nothing is 0 / 0
  double const total = sum_by_loop(n, [&](Index k) { return std::exp(u(k)); });
  same("softmax", softmax(x)(x = u), by_loop(n, 1, [&](Index i, Index) { return std::exp(u(i)) / total; }));
  same("log_sum_exp", log_sum_exp(x)(x = u), std::log(total));
}

/// Operations element by element, and over all elements.
template <auto M, auto N>
void elements(Index m, Index n) {
  constexpr auto A = nabla::matrix<"A", M, N>;
  constexpr auto B = nabla::matrix<"B", M, N>;
  constexpr auto t = nabla::variable<"t">;
  MatrixXd const a = random_matrix(m, n, 1), b = random_matrix(m, n, 2);

  same("A - B", (A - B)(A = a, B = b), by_loop(m, n, [&](Index i, Index j) { return a(i, j) - b(i, j); }));
  same("-A", (-A)(A = a), by_loop(m, n, [&](Index i, Index j) { return -a(i, j); }));
  same("t A", (t * A)(A = a, t = 3), by_loop(m, n, [&](Index i, Index j) { return 3 * a(i, j); }));
  same("A / t", (A / t)(A = a, t = 3), by_loop(m, n, [&](Index i, Index j) { return a(i, j) / 3; }));
  same("hadamard", hadamard(A, B)(A = a, B = b), by_loop(m, n, [&](Index i, Index j) { return a(i, j) * b(i, j); }));
  same("hadamard_quotient", hadamard_quotient(A, B)(A = a, B = b), by_loop(m, n, [&](Index i, Index j) { return a(i, j) / b(i, j); }));
  same("sum", sum(A)(A = a), sum_by_loop(m, [&](Index i) { return sum_by_loop(n, [&](Index j) { return a(i, j); }); }));
  double const squares = sum_by_loop(m, [&](Index i) { return sum_by_loop(n, [&](Index j) { return a(i, j) * a(i, j); }); });
  same("squared_norm", squared_norm(A)(A = a), squares);
  same("squared_frobenius_norm", squared_frobenius_norm(A)(A = a), squares);
  same("norm", norm(A)(A = a), std::sqrt(squares));
  same("frobenius_norm", frobenius_norm(A)(A = a), std::sqrt(squares));
  same("tanh", tanh(A)(A = a), by_loop(m, n, [&](Index i, Index j) { return std::tanh(a(i, j)); }));
  same("pow", pow(A, 2_c)(A = a), by_loop(m, n, [&](Index i, Index j) { return a(i, j) * a(i, j); }));
  same("max", max(A, B)(A = a, B = b), by_loop(m, n, [&](Index i, Index j) { return std::max(a(i, j), b(i, j)); }));
  same("map of a formula", map(t * exp(-t), A)(A = a), by_loop(m, n, [&](Index i, Index j) { return a(i, j) * std::exp(-a(i, j)); }));
  same("map of a callable", map([](auto s) { return s / (1_c + abs(s)); }, A)(A = a),
       by_loop(m, n, [&](Index i, Index j) { return a(i, j) / (1 + std::abs(a(i, j))); }));
  same("select", select(A < B, A, 2_c * B)(A = a, B = b), by_loop(m, n, [&](Index i, Index j) { return a(i, j) < b(i, j) ? a(i, j) : 2 * b(i, j); }));
  if (m == 0 || n == 0) return;  // a mean of nothing is 0 / 0
  same("mean", mean(A)(A = a), sum_by_loop(m, [&](Index i) { return sum_by_loop(n, [&](Index j) { return a(i, j); }); }) / double(m * n));
  auto const exponentials = [&](Index i) { return sum_by_loop(n, [&](Index j) { return std::exp(a(i, j)); }); };
  same("softmax by row", softmax(A)(A = a), by_loop(m, n, [&](Index i, Index j) { return std::exp(a(i, j)) / exponentials(i); }));
  same("log_sum_exp by row", log_sum_exp(A)(A = a), by_loop(m, 1, [&](Index i, Index) { return std::log(exponentials(i)); }));
  same("first row", row(A, 0_c)(A = a), by_loop(1, n, [&](Index, Index j) { return a(0, j); }));
  same("first column", column(A, 0_c)(A = a), by_loop(m, 1, [&](Index i, Index) { return a(i, 0); }));
  same("first element", element(A, 0_c, 0_c)(A = a), a(0, 0));
}

/// The determinant by the first row's cofactors.
double determinant_by_cofactors(MatrixXd const& a) {
  Index const n = a.rows();
  if (n == 0) return 1;
  double sum = 0;
  for (Index j = 0; j < n; ++j) {
    MatrixXd const minor = by_loop(n - 1, n - 1, [&](Index p, Index q) { return a(p + 1, q < j ? q : q + 1); });
    sum += (j % 2 == 0 ? 1 : -1) * a(0, j) * determinant_by_cofactors(minor);
  }
  return sum;
}
MatrixXd adjugate_by_cofactors(MatrixXd const& a) {
  Index const n = a.rows();
  return by_loop(n, n, [&](Index i, Index j) {
    return ((i + j) % 2 == 0 ? 1 : -1) *
           determinant_by_cofactors(by_loop(n - 1, n - 1, [&](Index p, Index q) { return a(p < j ? p : p + 1, q < i ? q : q + 1); }));
  });
}

/// Operations on square matrices.
template <auto N>
void square(Index n) {
  constexpr auto A = nabla::matrix<"A", N, N>;
  constexpr auto B = nabla::matrix<"B", N, 2>;
  constexpr auto x = nabla::vector<"x", N>;
  MatrixXd const a = test::random_regular(n, 1), b = random_matrix(n, 2, 2);
  VectorXd const u = random_matrix(n, 1, 3);
  double const determinant_of_a = determinant_by_cofactors(a);
  MatrixXd const adjugate_of_a = adjugate_by_cofactors(a);
  auto const solved = [&](Index i, MatrixXd const& right, Index j) {
    return sum_by_loop(n, [&](Index k) { return adjugate_of_a(i, k) * right(k, j); }) / determinant_of_a;
  };
  same("trace", trace(A)(A = a), sum_by_loop(n, [&](Index i) { return a(i, i); }));
  same("trace of a product", trace(A * transpose(A))(A = a),
       sum_by_loop(n, [&](Index i) { return sum_by_loop(n, [&](Index j) { return a(i, j) * a(i, j); }); }));
  same("determinant", determinant(A)(A = a), determinant_of_a);
  same("log_determinant", log_determinant(A)(A = a), std::log(determinant_of_a));
  same("adjugate", adjugate(A)(A = a), adjugate_of_a);
  same("inverse", inverse(A)(A = a), by_loop(n, n, [&](Index i, Index j) { return adjugate_of_a(i, j) / determinant_of_a; }));
  same("inverse of the transpose", inverse(transpose(A))(A = a), by_loop(n, n, [&](Index i, Index j) { return adjugate_of_a(j, i) / determinant_of_a; }));
  same("solve for columns", solve(A, B)(A = a, B = b), by_loop(n, 2, [&](Index i, Index j) { return solved(i, b, j); }));
  same("solve for a column", solve(A, x)(A = a, x = u), by_loop(n, 1, [&](Index i, Index j) { return solved(i, u, j); }));
  same("diagonal", diagonal(A)(A = a), by_loop(n, 1, [&](Index i, Index) { return a(i, i); }));
  same("identity_like", (A + identity_like(A))(A = a), by_loop(n, n, [&](Index i, Index j) { return a(i, j) + (i == j ? 1 : 0); }));
}

// An m-by-n matrix for a name, or for a size that comes with the matrix.
template <auto M, auto N>
void products_of_all_shapes() {
  constexpr std::pair<Index, Index> shapes[] = {{3, 4}, {4, 2}, {1, 1}, {1, 4}, {4, 1}, {0, 3}, {3, 0}, {0, 0}};
  for (auto [m, n] : shapes) {
    BOOST_TEST_CONTEXT(m << " by " << n) { products<M, N>(m, n); }
  }
}
template <auto N>
void square_of_all_sizes() {
  for (Index n : {4, 2, 1, 0}) {
    BOOST_TEST_CONTEXT(n << " by " << n) { square<N>(n); }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_values)

BOOST_AUTO_TEST_CASE(named_extents) {
  products_of_all_shapes<nabla::extent<"m">, nabla::extent<"n">>();
  square_of_all_sizes<nabla::extent<"n">>();
}
BOOST_AUTO_TEST_CASE(dynamic_extents) {
  constexpr std::pair<Index, Index> shapes[] = {{3, 4}, {4, 2}, {1, 1}, {1, 4}, {4, 1}, {0, 3}, {3, 0}, {0, 0}};
  for (auto [m, n] : shapes) {
    BOOST_TEST_CONTEXT(m << " by " << n) { elements<nabla::dynamic, nabla::dynamic>(m, n); }
  }
}
BOOST_AUTO_TEST_CASE(fixed_extents) {
  products<1, 1>(1, 1);
  square<3>(3);
}

BOOST_AUTO_TEST_CASE(sizes_that_types_know) {
  constexpr auto n = nabla::extent<"n">;
  constexpr auto A = nabla::matrix<"A", 4, n>;
  constexpr auto B = nabla::matrix<"B", 4, 5>;
  constexpr auto x = nabla::vector<"x", 3>;
  constexpr auto y = nabla::vector<"y", 3>;
  MatrixXd const a = random_matrix(4, 5, 1);
  VectorXd const u = random_matrix(3, 1, 2), v = random_matrix(3, 1, 3);
  same("cross", cross(x, y)(x = u, y = v), by_loop(3, 1, [&](Index i, Index) {
         Index const j = (i + 1) % 3, k = (i + 2) % 3;
         return u(j) * v(k) - u(k) * v(j);
       }));
  same("block", block(B, 1_c, 2_c, 2_c, 3_c)(B = a), by_loop(2, 3, [&](Index i, Index j) { return a(i + 1, j + 2); }));
  same("segment", segment(x, 1_c, 2_c)(x = u), by_loop(2, 1, [&](Index i, Index) { return u(i + 1); }));
  same("row", row(A, 2_c)(A = a), by_loop(1, 5, [&](Index, Index j) { return a(2, j); }));
  same("column", column(B, 3_c)(B = a), by_loop(4, 1, [&](Index i, Index) { return a(i, 3); }));
  same("element", element(B, 3_c, 4_c)(B = a), a(3, 4));
  same("element of a column", element(x, 2_c)(x = u), u(2));
  same("identity", (nabla::identity<4> * A)(A = a), a);
  same("identity alone", nabla::identity<n>(A = a), by_loop(5, 5, [](Index i, Index j) { return i == j ? 1 : 0; }));
  same("ones", nabla::ones<4, n>(A = a), by_loop(4, 5, [](Index, Index) { return 1; }));
  same("row times ones", (row(A, 1_c) * nabla::ones<n>)(A = a), sum_by_loop(5, [&](Index j) { return a(1, j); }));
}

BOOST_AUTO_TEST_CASE(symmetric_variables) {
  constexpr auto n = nabla::extent<"n">;
  constexpr auto S = nabla::symmetric_matrix<"S", n>;
  constexpr auto x = nabla::vector<"x", n>;
  MatrixXd const half = random_matrix(3, 3, 1), s = half + half.transpose();
  VectorXd const u = random_matrix(3, 1, 2);
  same("x' S x", (transpose(x) * S * x)(S = s, x = u),
       sum_by_loop(3, [&](Index i) { return sum_by_loop(3, [&](Index j) { return u(i) * s(i, j) * u(j); }); }));
}

BOOST_AUTO_TEST_SUITE_END()
