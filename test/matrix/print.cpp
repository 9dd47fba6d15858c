#include <nabla/matrix.hpp>

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <type_traits>

// Formulas with shapes as text: * between matrices is their product, ' the transpose.

namespace {

using namespace nabla::literals;

constexpr auto n = nabla::extent<"n">;
constexpr auto A = nabla::matrix<"A", n, n>;
constexpr auto B = nabla::matrix<"B", n, n>;
constexpr auto D = nabla::matrix<"D", nabla::dynamic, 2>;
constexpr auto x = nabla::vector<"x", n>;
constexpr auto y = nabla::vector<"y", n>;

static_assert(to_string((A + B) * x) == "(A + B)*x");
static_assert(to_string(transpose(x) * A * x) == "x'*A*x");
static_assert(to_string(A * (B * x)) == "A*(B*x)");
static_assert(to_string(transpose(A * B)) == "(A*B)'");
static_assert(to_string(2_c * A - B) == "2*A - B");
static_assert(to_string(A - (B - A)) == "A - (B - A)");
static_assert(to_string(-A * x) == "-A*x" && to_string(0.5_c * (transpose(x) * x)) == "x'*x/2");
static_assert(to_string(hadamard(0.5_c * x, y)) == "hadamard(x/2, y)" && to_string(x - hadamard(-x, y)) == "x - hadamard(-x, y)");
static_assert(to_string(hadamard(x, y)) == "hadamard(x, y)");
static_assert(to_string(hadamard_quotient(x, x + y)) == "hadamard_quotient(x, x + y)");
static_assert(to_string(squared_norm(x)) == "sum(hadamard(x, x))");
static_assert(to_string(log_sum_exp(A)) == "log_sum_exp(A)");
static_assert(to_string(x / (2_c + sum(x))) == "x/(2 + sum(x))");
static_assert(to_string(nabla::identity<n> - A) == "identity(n) - A");
static_assert(to_string(ones_like(D)) == "ones(rows(D), 2)");

static_assert(to_latex((A + B) * x) == "\\left(A + B\\right)\\,x");
static_assert(to_latex(transpose(A * B)) == "\\left(A\\,B\\right)^{\\top}");
static_assert(to_latex(inverse(A + B) * x) == "\\left(A + B\\right)^{-1}\\,x");
static_assert(to_latex(determinant(A)) == "\\det\\left(A\\right)");
static_assert(to_latex(trace(A) * x) == "\\operatorname{trace}\\left(A\\right)\\,x");
static_assert(to_latex(norm(x - y)) == "\\left\\|x - y\\right\\|");
static_assert(to_latex(hadamard_quotient(x, x + y)) == "x \\oslash \\left(x + y\\right)");
static_assert(to_latex(x / (2_c + sum(x))) == "\\frac{x}{2 + \\operatorname{sum}\\left(x\\right)}");
static_assert(to_latex(nabla::identity<n> - A) == "I - A");

// The canonical form is a formula again, and equal formulas have one type.
template <class Left, class Right>
constexpr bool have_one_form(Left left, Right right) {
  return std::is_same_v<decltype(simplify(left)), decltype(simplify(right))>;
}
static_assert(have_one_form((A + B) * x, B * x + A * x));
static_assert(have_one_form(transpose(A * B), transpose(B) * transpose(A)));
static_assert(have_one_form(trace(A * B), trace(B * A)));
static_assert(have_one_form(gradient(transpose(x) * A * x, x), (A + transpose(A)) * x));
static_assert(!have_one_form(A * B, B * A));
static_assert(!have_one_form(transpose(A) * x, A * x));
static_assert(!have_one_form(gradient(transpose(x) * A * x, x), 2_c * A * x));

static_assert(to_string(simplify(transpose(transpose(A)) * x)) == "A*x");
static_assert(to_string(simplify(A * inverse(A) * x)) == "x");
static_assert(to_string(simplify(transpose(A * B))) == "B'*A'");
static_assert(to_string(simplify(A * x + A * x)) == "2*(A*x)");
static_assert(to_string(simplify(hadamard(x, y) - as_diagonal(y) * x + x)) == "x");
static_assert(to_latex(simplify(transpose(A * B))) == "B^{\\top}\\,A^{\\top}");

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_print)

BOOST_AUTO_TEST_CASE(streams) {
  std::ostringstream out;
  out << transpose(A) * x << ", " << exp(A * x);
  BOOST_TEST(out.str() == "A'*x, exp(A*x)");
}

BOOST_AUTO_TEST_SUITE_END()
