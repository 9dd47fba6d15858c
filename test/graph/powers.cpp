#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <cmath>
#include <limits>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr double infinity = std::numeric_limits<double>::infinity();

// Whole exponents: any base is right.
static_assert(pow(x, 3_c)(-2) == -8 && pow(x, 2_c)(-3) == 9 && pow(x, 3_c)(0) == 0 && pow(x, 0_c)(0) == 1 && pow(x, 1_c)(-7) == -7);
static_assert(pow(x, -1_c)(-4) == -0.25 && pow(x, -3_c)(-2) == -0.125 && pow(x, -2_c)(0.5) == 4);
static_assert(pow(x, 10_c)(2) == 1024 && pow(x, 62_c)(2) == 0x1p62 && pow(x, -10_c)(2) == 1.0 / 1024);
static_assert(square(x)(-3) == 9 && square(x) == pow(x, 2_c));

// and their derivatives, at 0 and for negative bases
static_assert(derivative(pow(x, 4_c))(-1) == -4 && derivative(pow(x, 1_c))(0) == 1 && derivative(pow(x, 2_c))(0) == 0);
static_assert(derivative<3>(pow(x, 3_c))(0) == 6 && derivative<2>(pow(x, 3_c))(0) == 0 && derivative<4>(pow(x, 3_c))(0) == 0);
static_assert(derivative(pow(x, -1_c))(-2) == -0.25 && derivative<2>(pow(x, -1_c))(-1) == -2);
static_assert(gradient(pow(x, 3_c) * y, x, y)(x = 0, y = 0) == std::array{0.0, 0.0});

// pow as it is of numbers in the formula
static_assert(pow(4_c, 0.5_c) == 2_c && pow(8_c / 27_c, 2_c / 3_c) == 4_c / 9_c && pow(0_c, 0_c) == 1_c);
static_assert(!(pow(-1_c, 0.5_c) == 1_c) && !(pow(2_c, 0.5_c) == 1.41421356_c));

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_powers)

BOOST_AUTO_TEST_CASE(halves) {
  BOOST_TEST(pow(x, 0.5_c)(2.0) == std::sqrt(2.0));
  BOOST_TEST(support::near(pow(x, 1.5_c)(2.0), std::pow(2.0, 1.5), 1e-15));
  BOOST_TEST(support::near(pow(x, -0.5_c)(2.0), std::pow(2.0, -0.5), 1e-15));
  BOOST_TEST(support::near(pow(x, -2.5_c)(2.0), std::pow(2.0, -2.5), 1e-15));
  BOOST_TEST(pow(x, 0.5_c)(0.0) == 0.0);
  BOOST_TEST(pow(x, -0.5_c)(0.0) == infinity);
  BOOST_TEST(std::isnan(pow(x, 0.5_c)(-1.0)));
  BOOST_TEST(std::isnan(pow(x, 1.5_c)(-1.0)));
  BOOST_TEST(derivative(pow(x, 0.5_c))(0.0) == infinity);
  BOOST_TEST(derivative(pow(x, 1.5_c))(0.0) == 0.0);
  BOOST_TEST(derivative(pow(x, 2.5_c))(0.0) == 0.0);
  BOOST_TEST(derivative<2>(pow(x, 2.5_c))(0.0) == 0.0);
  BOOST_TEST(support::near(derivative(pow(x, 2.5_c))(4.0), 20.0, 1e-15));
}

BOOST_AUTO_TEST_CASE(at_zero_and_below) {
  BOOST_TEST(pow(x, -1_c)(0.0) == infinity);
  BOOST_TEST(pow(x, -2_c)(0.0) == infinity);
  BOOST_TEST(derivative(pow(x, -1_c))(0.0) == -infinity);
  BOOST_TEST(derivative(pow(x, 3_c) * pow(x, 2_c))(0.0) == 0.0);
  BOOST_TEST(pow(x, 3_c)(-1e200) == -infinity);
  BOOST_TEST(pow(x, -3_c)(1e200) == 0.0);
}

BOOST_AUTO_TEST_CASE(other_fractions) {
  BOOST_TEST(support::near(pow(x, 1_c / 3_c)(8.0), 2.0, 1e-15));
  BOOST_TEST(support::near(pow(x, 0.3_c)(2.0), std::pow(2.0, 0.3), 1e-15));
  BOOST_TEST(pow(x, 1_c / 3_c)(0.0) == 0.0);
  BOOST_TEST(derivative(pow(x, 1_c / 3_c))(0.0) == infinity);
  BOOST_TEST(derivative(pow(x, 4_c / 3_c))(0.0) == 0.0);
  BOOST_TEST(support::near(derivative(pow(x, 0.3_c))(2.0), 0.3 * std::pow(2.0, -0.7), 1e-15));
}

BOOST_AUTO_TEST_CASE(variable_exponents) {
  constexpr auto f = pow(x, y);
  BOOST_TEST(f(x = 2.0, y = 0.5) == std::pow(2.0, 0.5));
  BOOST_TEST(f(x = -2.0, y = 3.0) == -8.0);
  BOOST_TEST(f(x = 0.0, y = 0.0) == 1.0);
  BOOST_TEST((gradient(f, x, y)(x = 0.0, y = 2.0) == std::array{0.0, 0.0}));
  BOOST_TEST((gradient(f, x, y)(x = 0.0, y = 1.0) == std::array{1.0, 0.0}));
  BOOST_TEST(derivative(f, x)(x = -2.0, y = 3.0) == 12.0);
  BOOST_TEST(support::near(derivative(f, x, y)(x = 2.0, y = 3.0), 4 + 12 * std::log(2.0), 1e-15));
  BOOST_TEST(support::near(derivative(pow(2_c, x))(3.0), 8 * std::log(2.0), 1e-15));
  BOOST_TEST(support::near(derivative(pow(x, x))(2.0), 4 * (std::log(2.0) + 1), 1e-15));
}

BOOST_AUTO_TEST_SUITE_END()
