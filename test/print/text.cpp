#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>
#include <string_view>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 12>;

// atoms
static_assert(to_string(x) == "x" && to_string("longer name"_v) == "longer name" && to_string(3_c) == "3");
static_assert(to_string(-3_c) == "-3" && to_string(0.5_c) == "1/2" && to_string(-1_c / 3_c) == "-1/3" && to_string(0_c) == "0");
static_assert(to_string(q[0_c]) == "q[0]" && to_string(q[11_c]) == "q[11]" && to_string(nabla::pi) == "pi" && to_string(nabla::e) == "e");
static_assert(to_string(9223372036854775807_c) == "9223372036854775807");

// sums and differences
static_assert(to_string(x + y) == "x + y" && to_string(x - y) == "x - y" && to_string(x + y + z) == "x + y + z");
static_assert(to_string(x - y - z) == "x - y - z" && to_string(x - (y - z)) == "x - (y - z)" && to_string(x - (y + z)) == "x - (y + z)");
static_assert(to_string(x - y + z) == "x - y + z" && to_string(x + (y - z)) == "x + (y - z)");

// products and quotients
static_assert(to_string(x * y) == "x*y" && to_string(x / y) == "x/y" && to_string(x * y * z) == "x*y*z");
static_assert(to_string(x / y / z) == "x/y/z" && to_string(x / (y / z)) == "x/(y/z)" && to_string(x / (y * z)) == "x/(y*z)");
static_assert(to_string(x / y * z) == "x/y*z" && to_string(x * (y / z)) == "x*(y/z)" && to_string(x * (y + z)) == "x*(y + z)");
static_assert(to_string((x + y) * z) == "(x + y)*z" && to_string((x - y) / (x + y)) == "(x - y)/(x + y)");
static_assert(to_string(x * y + z) == "x*y + z" && to_string(x - y * z) == "x - y*z" && to_string(2_c * x) == "2*x");

// signs
static_assert(to_string(-x) == "-x" && to_string(-(x + y)) == "-(x + y)" && to_string(-x * y) == "-x*y" && to_string(-(x * y)) == "-x*y");
static_assert(to_string(-2_c * x) == "-2*x" && to_string(x * -2_c) == "x*(-2)" && to_string(x - -2_c) == "x - (-2)");
static_assert(to_string(x + -y) == "x + (-y)" && to_string(-(-x)) == "-(-x)");
static_assert(to_string(-x * y * z) == "-x*y*z" && to_string(-x / y) == "-x/y" && to_string(pow(-x, 2_c) * y) == "(-x)^2*y" && to_string(sin(-x * y)) == "sin(-x*y)");
static_assert(to_string(z - -x * y) == "z - (-x*y)" && to_string(z + -2_c * x) == "z + (-2*x)" && to_string(-(-x * y)) == "-(-x*y)" && to_string(pow(-x * y, 2_c)) == "(-x*y)^2");

// powers
static_assert(to_string(pow(x, 2_c)) == "x^2" && to_string(pow(x, y)) == "x^y" && to_string(-pow(x, 2_c)) == "-x^2");
static_assert(to_string(pow(-x, 2_c)) == "(-x)^2" && to_string(pow(-2_c, x)) == "(-2)^x" && to_string(pow(2_c, x)) == "2^x");
static_assert(to_string(pow(x, -2_c)) == "x^(-2)" && to_string(pow(x, 0.5_c)) == "x^(1/2)" && to_string(pow(0.5_c, x)) == "(1/2)^x");
static_assert(to_string(pow(pow(x, y), z)) == "(x^y)^z" && to_string(pow(x, pow(y, z))) == "x^(y^z)");
static_assert(to_string(pow(x * y, 2_c)) == "(x*y)^2" && to_string(pow(x + y, z)) == "(x + y)^z" && to_string(pow(x, y + z)) == "x^(y + z)");
static_assert(to_string(x * pow(y, 2_c)) == "x*y^2" && to_string(pow(x, 2_c) / y) == "x^2/y" && to_string(x / pow(y, 2_c)) == "x/y^2");
static_assert(to_string(pow(sin(x), 2_c)) == "sin(x)^2" && to_string(square(x)) == "x^2");

// rational numbers among operations: read as they are meant
static_assert(to_string(x * 0.5_c) == "x*(1/2)" && to_string(x / 0.5_c) == "x/(1/2)" && to_string(x + 0.5_c) == "x + 1/2");
static_assert(to_string(0.5_c * x) == "x/2" && to_string(1.5_c * x) == "3*x/2" && to_string(-0.5_c * x) == "-x/2" && to_string(-1.5_c * x * y) == "-3*x*y/2");
static_assert(to_string(0.5_c * (x + y)) == "(x + y)/2" && to_string(0.5_c * x / y) == "x/2/y" && to_string(0.5_c * (x / y)) == "1/2*(x/y)" && to_string(0.5_c * pow(x, 2_c)) == "x^2/2");
static_assert(to_string(pow(0.5_c * x, 2_c)) == "(x/2)^2" && to_string(z * (0.5_c * x)) == "z*(x/2)" && to_string(z - 0.5_c * x) == "z - x/2" && to_string(z - -0.5_c * x) == "z - (-x/2)");
static_assert(to_string(-(0.5_c * x)) == "-x/2" && to_string(z / (0.5_c * x)) == "z/(x/2)" && to_string(0.5_c * (x * y)) == "x*y/2" && to_string(0.5_c * -x) == "(-x)/2");

// calls
static_assert(to_string(sin(x + y)) == "sin(x + y)" && to_string(exp(-x)) == "exp(-x)" && to_string(log(sqrt(x))) == "log(sqrt(x))");
static_assert(to_string(xlogy(x, y)) == "xlogy(x, y)" && to_string(abs(x - y)) == "abs(x - y)");

static_assert(to_string(log_sum_exp(x, y, z)) == "log_sum_exp(x, y, z)" && to_string(clamp(x, 0_c, q[2_c])) == "clamp(x, 0, q[2])");

// conditions and choices
static_assert(to_string(x < y) == "x < y" && to_string(x + y >= 2_c * z) == "x + y >= 2*z" && to_string(equals(x, y)) == "equals(x, y)");
static_assert(to_string(!(x < y)) == "!(x < y)" && to_string(x < y && y < z && z < 1_c) == "x < y && y < z && z < 1");
static_assert(to_string((x < y && y < z) || z < x) == "x < y && y < z || z < x");
static_assert(to_string(x < y && (y < z || z < x)) == "x < y && (y < z || z < x)");
static_assert(to_string(select(x < 0_c, -x, x) * 2_c) == "select(x < 0, -x, x)*2");

// what people write
static_assert(to_string(0.5_c * q[0_c] * square(q[1_c])) == "q[0]*q[1]^2/2" && to_string(x * -y) == "x*(-y)");
static_assert(to_string(x * x * x - 2_c * x * x + 3_c * x - 1_c) == "x*x*x - 2*x*x + 3*x - 1");
static_assert(to_string(exp(-square(x - y) / (2_c * square(z)))) == "exp(-(x - y)^2/(2*z^2))");
static_assert(to_string(1_c / (1_c + exp(-x))) == "1/(1 + exp(-x))" && to_string(sqrt(x * x + y * y)) == "sqrt(x*x + y*y)");
static_assert(to_string(pow(x, 1_c / 3_c) - pow(-x, -1_c / 3_c)) == "x^(1/3) - (-x)^(-1/3)" && to_string(-pow(-x, 2_c)) == "-(-x)^2");

// what derivatives are written as
static_assert(to_string(derivative<2>(x * exp(-x), x)) == "exp(-x)*(x - 2)" && to_string(derivative<2>(sin(x) * exp(x), x)) == "2*cos(x)*exp(x)");
static_assert(to_string(derivative<3>(x * exp(x), x)) == "exp(x)*(x + 3)");
static_assert(to_string(derivative(relu(x), x)) == "select(x > 0, 1, 0)" && to_string(simplify(select(x >= 2_c, y, z))) == "select(x >= 2, y, z)");
static_assert(to_string(simplify(select(y < x, y, 1_c))) == "select(y < x, y, 1)" && to_string(simplify(select(x > y, y, 1_c))) == "select(y < x, y, 1)");

// the example of the page
static_assert(to_string(simplify(derivative(x * x, x))) == "2*x");
static_assert(to_string(2_c * pow(z, 3_c) * pow(x, 2_c)) == "2*z^3*x^2");

// a view, that may become a string
constexpr std::string_view view = to_string(x + y);
static_assert(view.size() == 5);

}  // namespace

BOOST_AUTO_TEST_SUITE(print_text)

BOOST_AUTO_TEST_CASE(strings_and_streams) {
  std::string const owned = to_string(x - (y - z));
  BOOST_TEST(owned == "x - (y - z)");
  BOOST_TEST(to_string(x).data()[1] == '\0');
  std::ostringstream stream;
  stream << sin(x) / y << "; " << 0.5_c << "; " << q[3_c] << "; " << derivative(x * x, x);
  BOOST_TEST(stream.str() == "sin(x)/y; 1/2; q[3]; 2*x");
}

BOOST_AUTO_TEST_CASE(a_binding) {
  std::ostringstream stream;
  stream << (x = 3_c) << "; " << (x = 0.5) << "; " << (q[1_c] = x * y);
  BOOST_TEST(stream.str() == "x = 3; x = 0.5; q[1] = x*y");
}

BOOST_AUTO_TEST_CASE(a_tuple_is_a_list) {
  std::ostringstream stream;
  stream << boost::hana::make_tuple(x * x, x < y, 1_c);
  BOOST_TEST(stream.str() == "[x*x, x < y, 1]");
}

BOOST_AUTO_TEST_CASE(a_gradient_is_a_list) {
  std::ostringstream stream;
  stream << gradient(x * x * y + z, x, y, z) << " " << gradient(nabla::function(sin(x), x));
  BOOST_TEST(stream.str() == "[2*x*y, x^2, 1] [cos(x)]");
}

BOOST_AUTO_TEST_SUITE_END()
