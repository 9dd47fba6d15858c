#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>
#include <string_view>

// What is written; that a compiler of C takes it, and what it computes, is held by test/print/c.

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto q = nabla::variables<"q", 3>;

/// The text without the line of the header.
constexpr nabla::text body(nabla::text whole) {
  constexpr nabla::text header = "#include <math.h>\n\n";
  return whole.find(header) == 0 ? whole.substr(header.size()) : "";
}

constexpr auto sum_of_products = to_c(2_c * y + x * x, "f");
static_assert(body(sum_of_products) == "double f(double x, double y) {\n  return 2.0*y + x*x;\n}\n");
static_assert(sum_of_products.size() == nabla::text(sum_of_products.data()).size());

// What is used twice is a local variable; a quotient of two doubles is rounded as the exact number is.
static_assert(body(to_c(exp(x) / (1_c + exp(x)) + 1_c / 3_c, "a_long_name")) ==
              "double a_long_name(double x) {\n  double const t0 = exp(x);\n  return t0/(1.0 + t0) + 1.0/3.0;\n}\n");
static_assert(body(to_c(select(x < y, x, -y) * select(x < y, 0.5_c, y), "g")) ==
              "double g(double x, double y) {\n  int const c0 = x < y;\n  return (c0 ? x : -y)*(c0 ? 0.5 : y);\n}\n");

// Arguments: by name, in the order of a function, families as arrays; what is not used is said to be so.
static_assert(body(to_c(q[2_c] * x, "f")) == "double f(double const* q, double x) {\n  return q[2]*x;\n}\n");
static_assert(body(to_c(nabla::function(y * 2_c, y, x, q), "f")) ==
              "double f(double y, double x, double const* q) {\n  (void)x;\n  (void)q;\n  return y*2.0;\n}\n");
static_assert(body(to_c(nabla::function(q[1_c] * q[0_c], q[1_c], q[0_c]), "f")) ==
              "double f(double q_1, double q_0) {\n  return q_1*q_0;\n}\n");
static_assert(body(to_c(3_c, "three")) == "double three(void) {\n  return 3.0;\n}\n");
// Names that C keeps for itself, or that something else has, get an underscore; what no name can hold becomes one.
static_assert(body(to_c("\xce\xb8"_v + "__"_v * "_"_v + "_A"_v - "_b"_v, "f"))
                  .find("double f(double x_, double x_A, double x__, double _b, double x___) {\n") == 0);
constexpr nabla::text odd_names = "double f(double a_b, double a_b_, double exp_, double int_, double out_, double t0_) {\n";
static_assert(body(to_c("int"_v + "exp"_v * "t0"_v + "out"_v + "a b"_v - "a_b"_v, "f")).find(odd_names) == 0);

// Several results.
static_assert(body(to_c(value_and_gradient(x * x + 3_c * y, x, y), "f")) ==
              "void f(double x, double y, double* out) {\n  out[0] = x*x + 3.0*y;\n  out[1] = 2.0*x;\n  out[2] = 3.0;\n}\n");
static_assert(body(to_c(jacobian(nabla::function(boost::hana::make_tuple(x * y, 2_c * y), x, y)), "J")) ==
              "void J(double x, double y, double* out) {\n  out[0] = y;\n  out[1] = x;\n  out[2] = 0.0;\n  out[3] = 2.0;\n}\n");

// Numbers.
static_assert(body(to_c(0.1_c, "f")) == "double f(void) {\n  return 0.1;\n}\n");
static_assert(body(to_c(-0.001_c * x, "f")) == "double f(double x) {\n  return -0.001*x;\n}\n");
static_assert(body(to_c(nabla::pi, "f")) == "double f(void) {\n  return 3.14159265358979311599;\n}\n");
static_assert(body(to_c(9007199254740993_c / 9007199254740995_c, "f")) == "double f(void) {\n  return 0x1.ffffffffffffep-1;\n}\n");

}  // namespace

BOOST_AUTO_TEST_SUITE(print_c)

BOOST_AUTO_TEST_CASE(becomes_a_string) {
  std::string const owned = to_c(x, "same");
  BOOST_TEST(owned == "#include <math.h>\n\ndouble same(double x) {\n  return x;\n}\n");
  std::ostringstream stream;
  stream << to_c(x, "same");
  BOOST_TEST(stream.str() == owned);
  constexpr auto held = to_c(x, "same");
  std::string_view const view = held;
  BOOST_TEST(view == owned);
}

BOOST_AUTO_TEST_SUITE_END()
