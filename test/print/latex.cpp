#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

// LaTeX itself took all of these once: test/print/latex gives the whole corpus to it where it is installed.

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 12>;

// names
static_assert(to_latex(x) == "x" && to_latex("x1"_v) == "x_{1}" && to_latex("x_1"_v) == "x_{1}" && to_latex(q[11_c]) == "q_{11}");
static_assert(to_latex("alpha"_v) == "\\alpha" && to_latex("Gamma12"_v) == "\\Gamma_{12}" && to_latex("Alpha"_v) == "\\mathrm{Alpha}");
static_assert(to_latex("rate"_v) == "\\mathrm{rate}" && to_latex("x_max"_v) == "x_{\\mathrm{max}}" && to_latex("v_alpha"_v) == "v_{\\alpha}");
static_assert(to_latex(nabla::variables<"x1", 3>[2_c]) == "x_{1,2}" && to_latex("two words"_v) == "\\mathrm{two\\ words}");
static_assert(to_latex("_a"_v) == "\\mathrm{\\_a}" && to_latex("a_"_v) == "\\mathrm{a\\_}" && to_latex("50%"_v) == "\\mathrm{50\\%}");

// numbers
static_assert(to_latex(3_c) == "3" && to_latex(0.5_c) == "\\frac{1}{2}" && to_latex(-1_c / 3_c) == "-\\frac{1}{3}");
static_assert(to_latex(nabla::pi) == "\\pi" && to_latex(nabla::e) == "e" && to_latex(nabla::sqrt2) == "\\sqrt{2}");
static_assert(to_latex(nabla::ln2 * x) == "\\left(\\ln 2\\right)\\,x");

// sums, products: by juxtaposition, but for a number beside a number
static_assert(to_latex(x + y - z) == "x + y - z" && to_latex(x - (y - z)) == "x - \\left(y - z\\right)");
static_assert(to_latex(x * y * z) == "x\\,y\\,z" && to_latex(2_c * x) == "2 x" && to_latex(x * 2_c) == "x \\cdot 2");
static_assert(to_latex(2_c * pow(2_c, x)) == "2 \\cdot 2^{x}" && to_latex(2_c * exp2(x)) == "2 \\cdot 2^{x}");
static_assert(to_latex(2_c * (1_c / x)) == "2 \\cdot \\frac{1}{x}" && to_latex(2_c * (x / y)) == "2 \\frac{x}{y}");
static_assert(to_latex((x + y) * z) == "\\left(x + y\\right)\\,z" && to_latex(x * -2_c) == "x\\,\\left(-2\\right)");
static_assert(to_latex(-(x * y)) == "-x\\,y" && to_latex(-x * y) == "-x\\,y" && to_latex(x - -y) == "x - \\left(-y\\right)");
static_assert(to_latex(0.5_c * x) == "\\frac{x}{2}" && to_latex(-1.5_c * x * y) == "-\\frac{3 x\\,y}{2}" && to_latex(0.5_c * (x + y)) == "\\frac{x + y}{2}");
static_assert(to_latex(pow(0.5_c * x, 2_c)) == "\\left(\\frac{x}{2}\\right)^{2}" && to_latex(z * (0.5_c * x)) == "z\\,\\frac{x}{2}" && to_latex(0.5_c * (x / y)) == "\\frac{1}{2} \\frac{x}{y}");

// quotients need no parentheses but below a power
static_assert(to_latex((x + y) / (x - y)) == "\\frac{x + y}{x - y}" && to_latex(x / y / z) == "\\frac{\\frac{x}{y}}{z}");
static_assert(to_latex(z * (x / y)) == "z\\,\\frac{x}{y}" && to_latex(-(x / y)) == "-\\frac{x}{y}");
static_assert(to_latex(pow(x / y, 2_c)) == "\\left(\\frac{x}{y}\\right)^{2}" && to_latex(pow(0.5_c, x)) == "\\left(\\frac{1}{2}\\right)^{x}");

// powers and roots
static_assert(to_latex(pow(x, 2_c)) == "x^{2}" && to_latex(pow(x, y + z)) == "x^{y + z}" && to_latex(pow(x, 0.5_c)) == "x^{1/2}");
static_assert(to_latex(pow(pow(x, y), z)) == "\\left(x^{y}\\right)^{z}" && to_latex(pow(x, pow(y, z))) == "x^{y^{z}}");
static_assert(to_latex(-pow(x, 2_c)) == "-x^{2}" && to_latex(pow(-x, 2_c)) == "\\left(-x\\right)^{2}");
static_assert(to_latex(sqrt(x + y)) == "\\sqrt{x + y}" && to_latex(cbrt(x)) == "\\sqrt[3]{x}" && to_latex(pow(nabla::e, -x)) == "e^{-x}");

// functions
static_assert(to_latex(sin(x)) == "\\sin\\left(x\\right)" && to_latex(pow(sin(x), 2_c)) == "\\sin\\left(x\\right)^{2}");
static_assert(to_latex(abs(x - y)) == "\\left|x - y\\right|" && to_latex(atan2(y, x)) == "\\operatorname{atan2}\\left(y, x\\right)");
static_assert(to_latex(hypot(x, y)) == "\\operatorname{hypot}\\left(x, y\\right)" && to_latex(logistic(x)) == "\\sigma\\left(x\\right)");
static_assert(to_latex(log_sum_exp(x, y)) == "\\operatorname{log\\_sum\\_exp}\\left(x, y\\right)");
static_assert(to_latex(sum(x, y, z) * x) == "\\left(x + y + z\\right)\\,x");

// choices and conditions
static_assert(to_latex(select(x > 0_c, x, -x)) == "\\begin{cases} x & \\text{if } x > 0 \\\\ -x & \\text{otherwise} \\end{cases}");
static_assert(to_latex(select(x < 0_c, 0_c, select(x > 1_c, 1_c, x)) + 1_c) ==
              "\\left(\\begin{cases} 0 & \\text{if } x < 0 \\\\ 1 & \\text{if } x > 1 \\\\ x & \\text{otherwise} \\end{cases}\\right) + 1");
static_assert(to_latex(!(x <= y) || (equals(x, 2_c) && y >= z)) == "\\lnot \\left(x \\le y\\right) \\lor x = 2 \\land y \\ge z");

// derivatives
static_assert(to_latex(derivative(pow(x, 3_c) / y, x)) == "\\frac{3 x^{2}}{y}");
static_assert(to_latex(derivative(asin(x), x)) == "\\frac{1}{\\sqrt{1 - x^{2}}}");

}  // namespace

BOOST_AUTO_TEST_SUITE(print_latex)

BOOST_AUTO_TEST_CASE(becomes_a_string) {
  std::string const owned = to_latex(x / y);
  BOOST_TEST(owned == "\\frac{x}{y}");
  constexpr std::string_view view = to_latex(x);
  BOOST_TEST(view.size() == 1u);
  BOOST_TEST(to_latex(x).data()[1] == '\0');
}

BOOST_AUTO_TEST_SUITE_END()
