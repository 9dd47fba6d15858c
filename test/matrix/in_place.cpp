#include "random_matrices.hpp"

#include <array>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

// Results written in place, sizes that disagree at the call, allocations, and the order of products.

// Not in the unnamed namespace: which of its operators Eigen uses depends on Eigen.
namespace counted {

/// Multiplies, and counts how often.
struct counting {
  double value = 0;
  static inline long multiplications = 0;
  counting() = default;
  counting(double number) : value(number) {}
  explicit operator double() const { return value; }
  counting& operator+=(counting const& other) { return *this = *this + other; }
  counting& operator-=(counting const& other) { return *this = *this - other; }
  counting& operator*=(counting const& other) { return *this = *this * other; }
  counting& operator/=(counting const& other) { return *this = *this / other; }
  friend counting operator+(counting const& a, counting const& b) { return a.value + b.value; }
  friend counting operator-(counting const& a, counting const& b) { return a.value - b.value; }
  friend counting operator-(counting const& a) { return -a.value; }
  friend auto operator<=>(counting const&, counting const&) = default;
  friend counting operator*(counting const& a, counting const& b) {
    ++multiplications;
    return a.value * b.value;
  }
  friend counting operator/(counting const& a, counting const& b) { return a.value / b.value; }
};

}  // namespace counted

namespace {

using counted::counting;
using namespace nabla::literals;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using test::random_matrix;

constexpr auto m = nabla::extent<"m">;
constexpr auto n = nabla::extent<"n">;
constexpr auto A = nabla::matrix<"A", m, n>;
constexpr auto B = nabla::matrix<"B", m, n>;
constexpr auto x = nabla::vector<"x", n>;
constexpr auto X = nabla::matrix<"X", n, n>;
constexpr auto Y = nabla::matrix<"Y", 3, 3>;
constexpr auto v3 = nabla::vector<"v", 3>;

using row_major = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// The text of the std::invalid_argument that a call throws.
template <class Call>
std::string refusal(Call call) {
  try {
    call();
  } catch (std::invalid_argument const& error) {
    return error.what();
  }
  return "";
}
bool holds(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

/// One result, written into every kind of place.
template <class F, class... Bindings>
void into_every_place(char const* what, F const& f, Bindings const&... bindings) {
  BOOST_TEST_CONTEXT(what) {
    MatrixXd const expected = f(bindings...);
    Index const rows = expected.rows(), columns = expected.cols();
    double const untouched = 77;

    MatrixXd plain;
    f.into(plain, bindings...);
    BOOST_TEST((plain == expected));

    row_major by_rows;
    f.into(by_rows, bindings...);
    BOOST_TEST((by_rows == expected));

    MatrixXd around = MatrixXd::Constant(rows + 2, columns + 2, untouched), around_expected = around;
    around_expected.block(1, 1, rows, columns) = expected;
    f.into(around.block(1, 1, rows, columns), bindings...);
    BOOST_TEST((around == around_expected));

    std::vector<double> numbers(static_cast<std::size_t>(rows * columns), untouched);
    f.into(Eigen::Map<row_major>(numbers.data(), rows, columns), bindings...);
    BOOST_TEST((Eigen::Map<row_major>(numbers.data(), rows, columns) == expected));

    std::vector<double> spanned(numbers.size(), untouched);
    f.into(std::span(spanned), bindings...);
    BOOST_TEST(spanned == numbers);

    MatrixXd called = MatrixXd::Constant(rows, columns, untouched);
    f.into([&](std::size_t i, std::size_t j, double value) { called(Index(i), Index(j)) = value; }, bindings...);
    BOOST_TEST((called == expected));

    Eigen::MatrixXf other;  // of another scalar: rounded
    f.into(other, bindings...);
    BOOST_TEST((other == expected.cast<float>()));
  }
}

using counting_matrix = Eigen::Matrix<counting, Eigen::Dynamic, Eigen::Dynamic>;
using counting_vector = Eigen::Matrix<counting, Eigen::Dynamic, 1>;

template <class Call>
long multiplications(Call call) {
  counting::multiplications = 0;
  call();
  return counting::multiplications;
}

/// Eigen's kernels also scale each element of a product once or twice: a few more than the products of the textbook.
bool about(long found, long expected) {
  BOOST_TEST_MESSAGE(found << " multiplications, by the textbook " << expected);
  return expected <= found && 3 * found <= 4 * expected;
}

/// A second call with equal sizes.
template <class Call>
void allocates_nothing_again(Call call) {
  call();
  Eigen::internal::set_is_malloc_allowed(false);
  call();
  Eigen::internal::set_is_malloc_allowed(true);
}

}  // namespace

namespace Eigen {
template <>
struct NumTraits<counting> : GenericNumTraits<counting> {
  using Real = counting;
  using NonInteger = counting;
  using Nested = counting;
  enum { IsInteger = 0, IsSigned = 1, IsComplex = 0, RequireInitialization = 1, ReadCost = 1, AddCost = 1, MulCost = 1 };
};
}  // namespace Eigen

BOOST_AUTO_TEST_SUITE(matrix_in_place)

BOOST_AUTO_TEST_CASE(every_place) {
  MatrixXd const a = random_matrix(2, 3, 1), b = random_matrix(2, 3, 2), square = test::random_regular(3, 3);
  VectorXd const u = random_matrix(3, 1, 4);
  into_every_place("element by element", A + exp(B), A = a, B = b);
  into_every_place("a product", A * X, A = a, X = square);
  into_every_place("a view", transpose(A), A = a);
  into_every_place("an inverse", inverse(X), X = square);
  into_every_place("an adjugate", adjugate(X), X = square);
  into_every_place("the adjugate of a singular matrix", adjugate(X), X = MatrixXd::Ones(3, 3).eval());
  into_every_place("a solution", solve(X, transpose(A)), X = square, A = a);
  into_every_place("a cross matrix", cross_matrix(v3), v3 = u);
  into_every_place("an axial vector", gradient(sum(hadamard(cross_matrix(v3), Y)), v3), v3 = u, Y = square);
  into_every_place("a part of zeros", gradient(sum(exp(row(A, 1_c))), A), A = a);
  into_every_place("log_sum_exp", log_sum_exp(A), A = a);
  into_every_place("a gradient", gradient(squared_norm(A * x), A), A = a, x = u);
}

BOOST_AUTO_TEST_CASE(joint_results) {
  MatrixXd const a = random_matrix(2, 3, 1);
  VectorXd const u = random_matrix(3, 1, 2);
  constexpr auto f = squared_norm(A * x);
  MatrixXd by_a;
  VectorXd by_x(3);
  double const value = value_and_gradient(f, A, x).into(by_a, by_x, A = a, x = u);
  BOOST_TEST(value == f(A = a, x = u));
  BOOST_TEST((by_a == gradient(f, A)(A = a, x = u)));
  BOOST_TEST((by_x == gradient(f, x)(A = a, x = u)));
  VectorXd again = VectorXd::Zero(3);
  BOOST_TEST(value_and_gradient(f, x).into(again, A = a, x = u) == value);
  BOOST_TEST((again == by_x));
}

BOOST_AUTO_TEST_CASE(places_of_another_size) {
  MatrixXd const a = random_matrix(2, 3, 1);
  MatrixXd large = MatrixXd::Constant(5, 5, 7);
  MatrixXd const before = large;
  auto const both = [](std::string const& text) { return holds(text, "2x3") && holds(text, "3x2"); };
  BOOST_TEST(both(refusal([&] { exp(A).into(large.block(0, 0, 3, 2), A = a); })));
  BOOST_TEST(both(refusal([&] { exp(A).into(Eigen::Map<MatrixXd>(large.data(), 3, 2), A = a); })));
  Eigen::Matrix<double, 3, 2> fixed = Eigen::Matrix<double, 3, 2>::Constant(7);
  BOOST_TEST(both(refusal([&] { exp(A).into(fixed, A = a); })));
  BOOST_TEST((fixed == Eigen::Matrix<double, 3, 2>::Constant(7)));
  Eigen::MatrixXf other = Eigen::MatrixXf::Constant(5, 5, 7);
  BOOST_TEST(both(refusal([&] { exp(A).into(other.block(0, 0, 3, 2), A = a); })));
  BOOST_TEST((other == Eigen::MatrixXf::Constant(5, 5, 7)));
  std::vector<double> numbers(5, 7.0);
  std::string const of_span = refusal([&] { exp(A).into(std::span(numbers), A = a); });
  BOOST_TEST((holds(of_span, "2x3") && holds(of_span, "5 elements")));
  BOOST_TEST(numbers == std::vector<double>(5, 7.0));
  BOOST_TEST((large == before));
  // Of several places none is written where one does not fit.
  VectorXd by_x = VectorXd::Constant(3, 7);
  BOOST_TEST(both(refusal([&] { gradient(squared_norm(A * x), x, A).into(by_x, large.block(0, 0, 3, 2), A = a, x = VectorXd::Ones(3).eval()); })));
  BOOST_TEST((by_x == VectorXd::Constant(3, 7)));
  std::string const second = refusal([&] { gradient(squared_norm(A * x), x, A).into(by_x, std::span(numbers), A = a, x = VectorXd::Ones(3).eval()); });
  BOOST_TEST((holds(second, "2x3") && holds(second, "5 elements")));
  BOOST_TEST((by_x == VectorXd::Constant(3, 7)));
}

BOOST_AUTO_TEST_CASE(arguments_that_disagree) {
  MatrixXd const a = random_matrix(2, 3, 1), b = random_matrix(3, 2, 2);
  MatrixXd out = MatrixXd::Constant(1, 1, 7);
  auto const refused = [&](std::string const& text, char const* one, char const* other) {
    return holds(text, one) && holds(text, other) && out.size() == 1 && out(0, 0) == 7;
  };
  constexpr auto F = nabla::matrix<"F", 2, 3>;
  constexpr auto D = nabla::matrix<"D", nabla::dynamic, nabla::dynamic>;
  constexpr auto E = nabla::matrix<"E", nabla::dynamic, nabla::dynamic>;
  BOOST_TEST(refused(refusal([&] { (A + B).into(out, A = a, B = b); }), "2x3", "3x2"));         // a name of two sizes
  BOOST_TEST(refused(refusal([&] { exp(F).into(out, F = b); }), "2x3", "3x2"));                 // another number
  BOOST_TEST(refused(refusal([&] { (D + E).into(out, D = a, E = b); }), "2x3", "3x2"));         // sizes that come with the matrices
  BOOST_TEST(refused(refusal([&] { (D * E).into(out, D = a, E = a); }), "2x3", "2x3"));
  BOOST_TEST(refused(refusal([&] { (D * F).into(out, D = a, F = a); }), "2x3", "2x3"));
  BOOST_TEST(refused(refusal([&] { inverse(D).into(out, D = a); }), "2x3", "2x3"));
  BOOST_TEST(refused(refusal([&] { solve(D, E).into(out, D = MatrixXd::Identity(3, 3).eval(), E = a); }), "3x3", "2x3"));
  BOOST_TEST(refused(refusal([&] { block(D, 1_c, 1_c, 2_c, 2_c).into(out, D = a); }), "2x3", "2x2"));
  BOOST_TEST(refused(refusal([&] { row(D, 2_c).into(out, D = a); }), "2x3", "1x3"));
  BOOST_TEST(refused(refusal([&] { block(A, 1_c, 1_c, 2_c, 2_c).into(out, A = a); }), "2x3", "2x2"));
  std::array<double, 2> const two{1, 2};
  BOOST_TEST(refused(refusal([&] { (A * x).into(out, A = a, x = two); }), "2x3", "2x2"));  // n is 2 by the column
}

BOOST_AUTO_TEST_CASE(second_calls_allocate_nothing) {
  MatrixXd const a = random_matrix(2, 3, 1), square = test::random_regular(3, 2);
  VectorXd const u = random_matrix(3, 1, 3);
  MatrixXd out;
  VectorXd gradient_by_x;
  allocates_nothing_again([&] { (A + exp(A)).into(out, A = a); });
  allocates_nothing_again([&] { softmax(A * X).into(out, A = a, X = square); });
  allocates_nothing_again([&] { log_sum_exp(A).into(gradient_by_x, A = a); });
  allocates_nothing_again([&] { (transpose(A) * A * x).into(gradient_by_x, A = a, x = u); });
  allocates_nothing_again([&] { value_and_gradient(squared_norm(tanh(A * x)), x).into(gradient_by_x, A = a, x = u); });
  allocates_nothing_again([&] { gradient(log_determinant(X) + determinant(X), X).into(out, X = square); });
  allocates_nothing_again([&] { solve(X, x).into(gradient_by_x, X = square, x = u); });
  double value = 0;
  allocates_nothing_again([&] { value = (norm(A * x) + sum(A))(A = a, x = u); });
  BOOST_TEST(value == (a * u).norm() + a.sum(), boost::test_tools::tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(vectors_before_matrices) {
  constexpr Index size = 7;
  counting_matrix const a = random_matrix(size, size, 1).cast<counting>(), b = random_matrix(size, size, 2).cast<counting>();
  counting_vector const u = random_matrix(size, 1, 3).cast<counting>();
  constexpr auto P = nabla::matrix<"P", n, n>;
  constexpr auto Q = nabla::matrix<"Q", n, n>;
  constexpr long one_product = size * size;
  BOOST_TEST(about(multiplications([&] { (void)(P * x)(P = a, x = u); }), one_product));
  BOOST_TEST(about(multiplications([&] { (void)((P * Q) * x)(P = a, Q = b, x = u); }), 2 * one_product));
  BOOST_TEST(about(multiplications([&] { (void)(transpose(x) * (P * Q))(P = a, Q = b, x = u); }), 2 * one_product));
  BOOST_TEST(about(multiplications([&] { (void)((x * transpose(x)) * x)(x = u); }), 2 * size));
  BOOST_TEST(about(multiplications([&] { (void)(transpose(x) * (P * Q) * x)(P = a, Q = b, x = u); }), 2 * one_product + size));
  BOOST_TEST(about(multiplications([&] { (void)trace(P * Q)(P = a, Q = b); }), one_product));
  BOOST_TEST(about(multiplications([&] { (void)(P * Q)(P = a, Q = b); }), size * one_product));
  // 2 by 7 by 3 by 1: 21 + 14 from the right, 42 + 6 from the left.
  constexpr auto R = nabla::matrix<"R", 2, 7>;
  constexpr auto S = nabla::matrix<"S", 7, 3>;
  constexpr auto y = nabla::vector<"y", 3>;
  counting_matrix const r = random_matrix(2, 7, 4).cast<counting>(), s = random_matrix(7, 3, 5).cast<counting>();
  counting_vector const w = random_matrix(3, 1, 6).cast<counting>();
  BOOST_TEST(about(multiplications([&] { (void)((R * S) * y)(R = r, S = s, y = w); }), 21 + 14));
}

BOOST_AUTO_TEST_CASE(segments_and_overlaps) {
  // A segment of a row is a block of another class than Eigen's others, with a stride.
  Eigen::MatrixXd of = random_matrix(3, 4, 7);
  Eigen::VectorXd const copied = of.row(1).segment(1, 3).transpose();
  constexpr auto v = nabla::vector<"v", n>;
  BOOST_TEST(squared_norm(v)(v = of.row(1).transpose().segment(1, 3)) == copied.squaredNorm(), boost::test_tools::tolerance(1e-15));

  // A place that is read, wholly or in part, is refused and left as it was; another column of the same matrix is none.
  constexpr auto f = 2_c * v;
  Eigen::VectorXd place = random_matrix(4, 1, 8);
  Eigen::VectorXd const kept = place;
  BOOST_CHECK_THROW(f.into(place, v = place), std::invalid_argument);
  BOOST_CHECK_THROW(f.into(place.head(3), v = place.tail(3)), std::invalid_argument);
  BOOST_TEST((place == kept));
  f.into(of.col(0), v = of.col(1));
  BOOST_TEST((of.col(0) == 2 * of.col(1)));
}

BOOST_AUTO_TEST_SUITE_END()
