#include <nabla/matrix.hpp>

#include <boost/test/unit_test.hpp>

// Identities of the Matrix Cookbook (Petersen & Pedersen, 15 November 2012; MC is its number of the equation) and of matrix calculus,
// proved for every size: and statements beside them that are false, and must not be proved. Those stand at the end of each part.

namespace {

using namespace nabla::literals;
using nabla::jacobian;

constexpr auto n = nabla::extent<"n">;
constexpr auto m = nabla::extent<"m">;
constexpr auto k = nabla::extent<"k">;

constexpr auto A = nabla::matrix<"A", n, n>;
constexpr auto B = nabla::matrix<"B", n, n>;
constexpr auto C = nabla::matrix<"C", n, n>;
constexpr auto D = nabla::matrix<"D", n, n>;
constexpr auto X = nabla::matrix<"X", n, n>;
constexpr auto S = nabla::symmetric_matrix<"S", n>;
constexpr auto P = nabla::matrix<"P", m, n>;  // rectangular ones: P X, Q' etc.
constexpr auto Q = nabla::matrix<"Q", n, m>;
constexpr auto Y = nabla::matrix<"Y", m, n>;
constexpr auto Z = nabla::matrix<"Z", n, k>;
constexpr auto x = nabla::vector<"x", n>;
constexpr auto y = nabla::vector<"y", n>;
constexpr auto a = nabla::vector<"a", n>;
constexpr auto b = nabla::vector<"b", n>;
constexpr auto c = nabla::vector<"c", m>;
constexpr auto s = nabla::vector<"s", k>;
constexpr auto t = nabla::variable<"t">;
constexpr auto I = nabla::identity<n>;
constexpr auto one = nabla::ones<n>;

// --- algebra: MC 1 to 5, 11 to 17, 18 to 24

static_assert(inverse(A * B) == inverse(B) * inverse(A));                                      // MC 1
static_assert(inverse(A * B * C) == inverse(C) * inverse(B) * inverse(A));                     // MC 2
static_assert(transpose(inverse(A)) == inverse(transpose(A)));                                 // MC 3
static_assert(transpose(A + B) == transpose(A) + transpose(B));                                // MC 4
static_assert(transpose(A * B) == transpose(B) * transpose(A));                                // MC 5
static_assert(transpose(P * Q * P) == transpose(P) * transpose(Q) * transpose(P));             // MC 6
static_assert(sum(diagonal(A)) == trace(A));                                                   // MC 11
static_assert(trace(A) == trace(transpose(A)));                                                // MC 13
static_assert(trace(A * B) == trace(B * A));                                                   // MC 14
static_assert(trace(P * Q) == trace(Q * P));
static_assert(trace(A + B) == trace(A) + trace(B));                                            // MC 15
static_assert(trace(A * B * C) == trace(B * C * A));                                           // MC 16
static_assert(trace(A * B * C) == trace(C * A * B));
static_assert(trace(A * B * C * D) == trace(transpose(A * B * C * D)));
static_assert(transpose(a) * a == trace(a * transpose(a)));                                    // MC 17
static_assert(determinant(3_c * A) == pow(3_c, n) * determinant(A));                           // MC 19
static_assert(determinant(transpose(A)) == determinant(A));                                    // MC 20
static_assert(determinant(A * B) == determinant(A) * determinant(B));                          // MC 21
static_assert(determinant(inverse(A)) == 1_c / determinant(A));                                // MC 22
static_assert(determinant(A * B * inverse(A)) == determinant(B));
static_assert(A * inverse(A) == I);
static_assert(inverse(inverse(A)) == A);
static_assert(inverse(2_c * A) == 0.5_c * inverse(A));
static_assert(solve(A, B) == inverse(A) * B);
static_assert(solve(A, A * x) == x);
static_assert(determinant(I) == 1_c);
static_assert(trace(I) == rows(A));
static_assert((A + B) * x == A * x + B * x);
static_assert((A * B) * C == A * (B * C));
static_assert(dot(x, A * y) == dot(transpose(A) * x, y));
static_assert(outer(x, y) * a == dot(y, a) * x);
static_assert(transpose(outer(x, y)) == outer(y, x));
static_assert(squared_norm(x) == dot(x, x));
static_assert(squared_norm(P * x - c) == dot(P * x - c, P * x - c));
static_assert(squared_norm(P * x) == trace(P * x * transpose(x) * transpose(P)));
static_assert(squared_norm(A * B) == trace(transpose(B) * transpose(A) * A * B));
static_assert(sum(hadamard(c, P * x)) == dot(c, P * x) && sum(as_diagonal(x) * A * as_diagonal(y)) == transpose(x) * A * y);
static_assert(sum(hadamard(P * x, P * y)) == dot(P * x, P * y));
static_assert(norm(x) == sqrt(transpose(x) * x));
static_assert(squared_frobenius_norm(P) == trace(transpose(P) * P));                           // MC 522, squared
static_assert(squared_frobenius_norm(P) == trace(P * transpose(P)));
static_assert(squared_norm(x + y) == squared_norm(x) + 2_c * dot(x, y) + squared_norm(y));
static_assert(squared_norm(x + y) + squared_norm(x - y) == 2_c * squared_norm(x) + 2_c * squared_norm(y));  // the parallelogram law
static_assert(sum(hadamard(A, B)) == trace(transpose(A) * B));
static_assert(sum(P) == dot(nabla::ones<m>, P * one));
static_assert(as_diagonal(x) * y == hadamard(x, y));
static_assert(as_diagonal(x) * as_diagonal(y) == as_diagonal(hadamard(x, y)));
static_assert(diagonal(as_diagonal(x)) == x);
static_assert(hadamard(outer(x, y), A) == as_diagonal(x) * A * as_diagonal(y));
static_assert(transpose(S * A) == transpose(A) * S);
static_assert(dot(x, S * y) == dot(y, S * x));
static_assert(A * adjugate(A) == determinant(A) * I);
static_assert(log_determinant(A * B) == log(determinant(A) * determinant(B)));

static_assert(!(A * B == B * A));
static_assert(!(trace(A * B * C) == trace(B * A * C)));
static_assert(!(trace(A * B) == trace(A) * trace(B)));
static_assert(!(trace(A * B) == trace(A * transpose(B))));
static_assert(!(trace(A * B * C * D) == trace(A * C * B * D)));
static_assert(!(transpose(A * B) == transpose(A) * transpose(B)));
static_assert(!(transpose(A) == A));
static_assert(!(inverse(A * B) == inverse(A) * inverse(B)));
static_assert(!(inverse(A + B) == inverse(A) + inverse(B)));
static_assert(!(determinant(A + B) == determinant(A) + determinant(B)));
static_assert(!(determinant(2_c * A) == 2_c * determinant(A)));
static_assert(!(determinant(-A) == -determinant(A)));  // of an even size they differ
static_assert(!(A * inverse(B) == inverse(B) * A));
static_assert(!(solve(A, B) == solve(B, A)));
static_assert(!(hadamard(A, B) == A * B));
static_assert(!(hadamard(x, y) == outer(x, y) * one));
static_assert(!(squared_norm(x + y) == squared_norm(x) + squared_norm(y)));
static_assert(!(squared_norm(A * B) == trace(A * B * A * B)));
static_assert(!(sum(hadamard(hadamard(A * B, A * B), X)) == trace(A * B * A * B * X)));
static_assert(!(norm(x + y) == norm(x) + norm(y)));
static_assert(!(norm(2_c * x) == 4_c * norm(x)));
static_assert(!(dot(x, A * y) == dot(A * x, y)));
static_assert(!(outer(x, y) == outer(y, x)));
static_assert(!(P == transpose(Q)));
static_assert(!(P * Q == Q * P));
static_assert(!(S * A == A * S));
static_assert(!(transpose(S * A) == S * A));
static_assert(!(as_diagonal(diagonal(A)) == A));
static_assert(!(sum(A) == trace(A)));
static_assert(!(adjugate(A) == inverse(A)));
static_assert(!(trace(I) == 1_c));
static_assert(!(sum(one) == 1_c));
static_assert(!(A * A == hadamard(A, A)));
static_assert(!(exp(A + B) == exp(A) * exp(B)));  // exp is element by element, * is not

// --- first derivatives: of determinants (MC 46 to 58)

static_assert(gradient(determinant(X), X) == determinant(X) * transpose(inverse(X)));          // MC 49
static_assert(gradient(determinant(X), X) == transpose(adjugate(X)));
static_assert(gradient(determinant(A * X * B), X) == determinant(A * X * B) * transpose(inverse(X)));  // MC 51
static_assert(gradient(determinant(transpose(X) * A * X), X) == 2_c * determinant(transpose(X) * A * X) * transpose(inverse(X)));  // MC 52, squares
static_assert(gradient(log_determinant(X), X) == transpose(inverse(X)));                       // MC 57
static_assert(gradient(log_determinant(S), S) == inverse(S));
static_assert(gradient(log_determinant(transpose(X) * X), X) == 2_c * transpose(inverse(X)));  // MC 55, squares
static_assert(gradient(determinant(inverse(X)), X) == -1_c / determinant(X) * transpose(inverse(X)));
static_assert(derivative(log_determinant(A + t * B), t) == trace(inverse(A + t * B) * B));     // MC 43
static_assert(derivative(determinant(A + t * B), t) == determinant(A + t * B) * trace(inverse(A + t * B) * B));  // MC 46

static_assert(!(gradient(determinant(X), X) == determinant(X) * inverse(X)));
static_assert(!(gradient(log_determinant(X), X) == inverse(X)));
static_assert(!(gradient(log_determinant(transpose(X) * X), X) == transpose(inverse(X))));

// --- of inverses (MC 59 to 66)

static_assert(derivative(inverse(A + t * B), t) == -inverse(A + t * B) * B * inverse(A + t * B));  // MC 59
static_assert(directional_derivative(inverse(X), D, X) == -inverse(X) * D * inverse(X));       // MC 40
static_assert(gradient(transpose(a) * inverse(X) * b, X) == -transpose(inverse(X)) * a * transpose(b) * transpose(inverse(X)));  // MC 61
static_assert(gradient(trace(A * inverse(X) * B), X) == -transpose(inverse(X) * B * A * inverse(X)));  // MC 63
static_assert(gradient(trace(inverse(X + A)), X) == -transpose(inverse(X + A) * inverse(X + A)));  // MC 64
static_assert(gradient(transpose(a) * solve(X, b), X) == -solve(transpose(X), a) * transpose(solve(X, b)));

static_assert(!(gradient(transpose(a) * inverse(X) * b, X) == -inverse(X) * a * transpose(b) * inverse(X)));
static_assert(!(directional_derivative(inverse(X), D, X) == -inverse(X) * inverse(X) * D));

// --- of vectors and matrices, first order (MC 69 to 80)

static_assert(gradient(transpose(x) * a, x) == a);                                             // MC 69
static_assert(gradient(transpose(a) * x, x) == a);
static_assert(gradient(transpose(a) * X * b, X) == a * transpose(b));                          // MC 70
static_assert(gradient(transpose(a) * transpose(X) * b, X) == b * transpose(a));               // MC 71
static_assert(gradient(transpose(a) * X * a, X) == a * transpose(a));                          // MC 72
static_assert(gradient(sum(Y), Y) == nabla::ones<m, n>);
static_assert(gradient(mean(x), x) == 1_c / rows(x) * one);

static_assert(!(gradient(transpose(a) * X * b, X) == b * transpose(a)));
static_assert(!(gradient(transpose(a) * transpose(X) * b, X) == a * transpose(b)));

// --- second order (MC 76 to 97)

static_assert(gradient(transpose(b) * transpose(X) * X * a, X) == X * (b * transpose(a) + a * transpose(b)));  // MC 77
static_assert(gradient(transpose(B * x + b) * C * (D * x + a), x) ==
              transpose(B) * C * (D * x + a) + transpose(D) * transpose(C) * (B * x + b));     // MC 78
static_assert(gradient(trace(transpose(X) * B * X), X) == B * X + transpose(B) * X);           // MC 108
static_assert(gradient(transpose(x) * A * x, x) == (A + transpose(A)) * x);                    // MC 81
static_assert(gradient(transpose(x) * S * x, x) == 2_c * S * x);
static_assert(gradient(transpose(b) * transpose(X) * D * X * a, X) ==
              transpose(D) * X * b * transpose(a) + D * X * a * transpose(b));                 // MC 82
static_assert(gradient(transpose(X * b + a) * D * (X * b + a), X) == (D + transpose(D)) * (X * b + a) * transpose(b));  // MC 83
static_assert(gradient(transpose(x - A * y) * S * (x - A * y), y) == -2_c * transpose(A) * S * (x - A * y));  // MC 84
static_assert(gradient(transpose(x - y) * S * (x - y), x) == 2_c * S * (x - y));               // MC 85
static_assert(gradient(transpose(x - y) * S * (x - y), y) == -2_c * S * (x - y));              // MC 86
static_assert(gradient(transpose(x - A * y) * S * (x - A * y), x) == 2_c * S * (x - A * y));   // MC 87
static_assert(gradient(transpose(x - A * y) * S * (x - A * y), A) == -2_c * S * (x - A * y) * transpose(y));  // MC 88
static_assert(gradient(transpose(x) * A * x + transpose(b) * x, x) == (A + transpose(A)) * x + b);  // MC 97
static_assert(hessian(transpose(x) * A * x + transpose(b) * x, x) == A + transpose(A));        // MC 98
static_assert(hessian(transpose(x) * S * x, x) == 2_c * S);
static_assert(gradient(squared_norm(P * x - c), x) == 2_c * transpose(P) * (P * x - c));
static_assert(hessian(squared_norm(P * x - c), x) == 2_c * transpose(P) * P);
static_assert(hvp(transpose(x) * A * x, y, x) == (A + transpose(A)) * y);

static_assert(!(gradient(transpose(x) * A * x, x) == 2_c * A * x));
static_assert(!(gradient(transpose(x) * A * x, x) == (A + A) * x));
static_assert(!(gradient(transpose(x) * S * x, x) == S * x));
static_assert(!(hessian(transpose(x) * A * x, x) == 2_c * A));
static_assert(!(gradient(squared_norm(P * x - c), x) == transpose(P) * (P * x - c)));
static_assert(!(gradient(transpose(x - y) * S * (x - y), y) == 2_c * S * (x - y)));

// --- of traces (MC 99 to 121)

static_assert(gradient(trace(X), X) == I);                                                     // MC 99
static_assert(gradient(trace(X * A), X) == transpose(A));                                      // MC 100
static_assert(gradient(trace(A * X), X) == transpose(A));
static_assert(gradient(trace(A * X * B), X) == transpose(A) * transpose(B));                   // MC 101
static_assert(gradient(trace(Q * transpose(transpose(Y)) * B), Y) == transpose(Q) * transpose(B));  // rectangular
static_assert(gradient(trace(A * transpose(X) * B), X) == B * A);                              // MC 102
static_assert(gradient(trace(transpose(X) * A), X) == A);                                      // MC 103
static_assert(gradient(trace(A * transpose(X)), X) == A);                                      // MC 104
static_assert(gradient(trace(X * X), X) == 2_c * transpose(X));                                // MC 106
static_assert(gradient(trace(X * X * B), X) == transpose(X * B + B * X));                      // MC 107
static_assert(gradient(trace(X * B * transpose(X)), X) == X * transpose(B) + X * B);           // MC 111
static_assert(gradient(trace(A * X * B * X), X) == transpose(A) * transpose(X) * transpose(B) + transpose(B) * transpose(X) * transpose(A));  // MC 114
static_assert(gradient(trace(transpose(X) * X), X) == 2_c * X);                                // MC 115
static_assert(gradient(trace(B * X * transpose(X)), X) == (B + transpose(B)) * X);             // MC 109
static_assert(gradient(trace(transpose(B) * transpose(X) * C * X * B), X) ==
              transpose(C) * X * B * transpose(B) + C * X * B * transpose(B));                 // MC 116
static_assert(gradient(trace(A * X * B * transpose(X) * C), X) == transpose(A) * transpose(C) * X * transpose(B) + C * A * X * B);  // MC 118
static_assert(gradient(trace((A * X * B + C) * transpose(A * X * B + C)), X) == 2_c * transpose(A) * (A * X * B + C) * transpose(B));  // MC 119
static_assert(gradient(trace(X * X * X), X) == 3_c * transpose(X * X));                        // MC 121, of k = 3
static_assert(gradient(trace(A * X * X * X), X) == transpose(A * X * X + X * A * X + X * X * A));  // MC 122, of k = 3

static_assert(!(gradient(trace(A * X), X) == A));
static_assert(!(gradient(trace(A * transpose(X)), X) == transpose(A)));
static_assert(!(gradient(trace(A * X * B), X) == transpose(B) * transpose(A)));
static_assert(!(gradient(trace(X * X), X) == 2_c * X));
static_assert(!(gradient(trace(transpose(X) * X), X) == X));
static_assert(!(gradient(trace(X * B * transpose(X)), X) == 2_c * X * B));

// --- of norms (MC 129 to 132)

static_assert(gradient(squared_norm(x), x) == 2_c * x);                                        // MC 131
static_assert(gradient(squared_frobenius_norm(Y), Y) == 2_c * Y);                              // MC 132
static_assert(derivative(squared_norm(x + t * y), t) == 2_c * dot(x, y) + 2_c * t * squared_norm(y));
static_assert(gradient(0.5_c * squared_frobenius_norm(P * X - Y), X) == transpose(P) * (P * X - Y));
static_assert(gradient(pow(squared_norm(x), 2_c), x) == 4_c * squared_norm(x) * x);
static_assert(gradient(exp(-squared_norm(x) / 2_c), x) == -exp(-squared_norm(x) / 2_c) * x);
static_assert(gradient(log(1_c + squared_norm(x)), x) == 2_c * x / (1_c + squared_norm(x)));

static_assert(!(gradient(squared_norm(x), x) == x));
static_assert(!(gradient(norm(x), x) == x));
static_assert(!(gradient(norm(x), x) == 2_c * x / norm(x)));

// --- Jacobians: a row for each output. The chain rule is a product of matrices.

static_assert(jacobian(P * x, x) == P);
static_assert(jacobian<nabla::layout::denominator>(P * x, x) == transpose(P));
static_assert(jacobian(transpose(x) * A, x) == transpose(A));
static_assert(jacobian(transpose(a) * x, x) == transpose(a));
static_assert(jacobian(x, x) == I);
static_assert(jacobian(x * dot(x, a), x) == dot(x, a) * I + x * transpose(a));
static_assert(jacobian(x * (transpose(x) * x), x) == squared_norm(x) * I + 2_c * x * transpose(x));
static_assert(jacobian(tanh(P * x), x) == as_diagonal(1_c * nabla::ones<m> - hadamard(tanh(P * x), tanh(P * x))) * P);
static_assert(jacobian(exp(x), x) == as_diagonal(exp(x)));
static_assert(jacobian(hadamard(x, y), x) == as_diagonal(y));
static_assert(jacobian(softmax(x), x) == as_diagonal(softmax(x)) - softmax(x) * transpose(softmax(x)));
static_assert(gradient(log_sum_exp(x), x) == softmax(x));
static_assert(hessian(log_sum_exp(x), x) == as_diagonal(softmax(x)) - softmax(x) * transpose(softmax(x)));
static_assert(jacobian(solve(A, x), x) == inverse(A));
static_assert(directional_derivative(P * x, y, x) == P * y);
static_assert(directional_derivative(X * X, D, X) == X * D + D * X);
static_assert(directional_derivative(transpose(X) * A * X, D, X) == transpose(D) * A * X + transpose(X) * A * D);
static_assert(directional_derivative(trace(X * X * X), D, X) == 3_c * trace(X * X * D));
static_assert(directional_derivative(squared_norm(x), y, x) == dot(gradient(squared_norm(x), x), y));
static_assert(derivative((A + t * B) * (C + t * D), t) == B * (C + t * D) + (A + t * B) * D);  // MC 37, the product rule

// f(g(s)): of linear, elementwise, quadratic and scalar ones, inner ones from R^k
constexpr auto g_linear = Z * s + a;
constexpr auto g_curved = sin(Z * s);
constexpr auto f_linear = P * x;
constexpr auto f_curved = exp(P * x);
constexpr auto f_scalar = transpose(x) * A * x;
constexpr auto chain = [](auto f, auto g) { return jacobian(f(x = g), s) == jacobian(f, x)(x = g) * jacobian(g, s); };
static_assert(chain(f_linear, g_linear));
static_assert(chain(f_linear, g_curved));
static_assert(chain(f_curved, g_linear));
static_assert(chain(f_curved, g_curved));
static_assert(chain(f_scalar, g_linear));
static_assert(chain(x * squared_norm(x), g_curved));
static_assert(gradient(f_scalar(x = g_curved), s) == transpose(jacobian(g_curved, s)) * gradient(f_scalar, x)(x = g_curved));

static_assert(!(jacobian(P * x, x) == transpose(P)));
static_assert(!(jacobian<nabla::layout::denominator>(A * x, x) == A));
static_assert(!(jacobian(transpose(x) * A, x) == A));
static_assert(!(jacobian(transpose(a) * x, x) == a));
static_assert(!(jacobian(x * dot(x, a), x) == dot(x, a) * I + a * transpose(x)));
static_assert(!(jacobian(softmax(x), x) == as_diagonal(softmax(x))));
static_assert(!(directional_derivative(X * X, D, X) == 2_c * X * D));
static_assert(!(jacobian(f_curved(x = g_curved), s) == jacobian(f_curved, x) * jacobian(g_curved, s)));

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_identities)

// Named extents take any size: one of the identities at two of them.
BOOST_AUTO_TEST_CASE(hold_for_every_size) {
  for (Eigen::Index const size : {1, 4}) {
    Eigen::MatrixXd const M = Eigen::MatrixXd::NullaryExpr(size, size, [](Eigen::Index i, Eigen::Index j) { return double(i * i + 3 * j) - 2.0; });
    Eigen::VectorXd const v = Eigen::VectorXd::LinSpaced(size, -1.0, 2.0);
    Eigen::VectorXd const left = gradient(transpose(x) * A * x, x)(A = M, x = v), right = (M + M.transpose()) * v;
    BOOST_TEST((left - right).norm() <= 1e-14 * right.norm());
  }
}

BOOST_AUTO_TEST_SUITE_END()
