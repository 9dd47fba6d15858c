#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <span>
#include <type_traits>
#include <vector>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 3>;

constexpr auto f = 2_c * pow(z, 3_c) * pow(x, 2_c);

// The order is that of the arguments, not of the alphabet nor of appearance.
constexpr auto F = nabla::function(f, x, z);
constexpr auto G = nabla::function(f, z, x);
static_assert(F(3.0, 1.0) == 18 && G(3.0, 1.0) == 54 && F(3, 1) == 18);
static_assert(F(std::array{3.0, 1.0}) == 18 && G(std::array{3.0, 1.0}) == 54);
static_assert(F(x = 3.0, z = 1.0) == 18 && G(x = 3.0, z = 1.0) == 18);

// any indexable of the right size
constexpr double raw[] = {3, 1};
static_assert(F(raw) == 18 && F(std::span(raw)) == 18 && F(std::span<double const>(raw)) == 18);
struct pair_of_numbers {
  double first, second;
  constexpr double operator[](std::size_t i) const { return i == 0 ? first : second; }
  static constexpr std::size_t size() { return 2; }
};
static_assert(F(pair_of_numbers{3, 1}) == 18);

// an argument that the formula does not have
static_assert(nabla::function(x * x, y, x)(100.0, 3.0) == 9 && nabla::function(x * x, y, x)(std::array{100, 3}) == 9);
static_assert(gradient(nabla::function(x * x, y, x))(100.0, 3.0) == std::array{0.0, 6.0});
static_assert(nabla::function(7_c, x, y)(1.0, 2.0) == 7);

// one argument
constexpr auto S = nabla::function(x * x, x);
static_assert(S(3.0) == 9 && S(std::array{3.0}) == 9 && S(3) == 9);

// families: as one array, as all scalars, as one array of everything
constexpr auto weights = 100_c * q[0_c] + 10_c * q[1_c] + q[2_c];
constexpr auto Q = nabla::function(weights, q);
static_assert(Q(std::array{1.0, 2.0, 3.0}) == 123 && Q(1.0, 2.0, 3.0) == 123);
constexpr auto M = nabla::function(weights * x - y, x, q, y);
static_assert(M(2.0, std::array{1.0, 2.0, 3.0}, 6.0) == 240);
static_assert(M(2.0, 1.0, 2.0, 3.0, 6.0) == 240);
static_assert(M(std::array{2.0, 1.0, 2.0, 3.0, 6.0}) == 240);
static_assert(gradient(M)(2.0, std::array{1.0, 2.0, 3.0}, 6.0) == std::array{123.0, 200.0, 20.0, 2.0, -1.0});
static_assert(gradient(M)(std::array{2.0, 1.0, 2.0, 3.0, 6.0}) == std::array{123.0, 200.0, 20.0, 2.0, -1.0});

// two families
constexpr auto p = nabla::variables<"p", 2>;
constexpr auto P = nabla::function(p[0_c] * q[0_c] + p[1_c] * q[1_c], p, q);
static_assert(P(std::array{2.0, 3.0}, std::array{10.0, 100.0, 0.0}) == 320);
static_assert(P(std::array{2, 3, 10, 100, 0}) == 320 && P(2, 3, 10, 100, 0) == 320);

// several results
constexpr auto V = nabla::function(hana::make_tuple(x + y, x - y, x * y), x, y);
static_assert(V(5.0, 3.0) == std::array{8.0, 2.0, 15.0} && V(std::array{5.0, 3.0}) == std::array{8.0, 2.0, 15.0});
static_assert(nabla::function(hana::make_tuple(x + y), x, y)(5, 3) == std::array{8.0});

// composition by position
static_assert(F(y, 1_c) == 2_c * y * y);
static_assert(std::is_same_v<decltype(F(y, x)), decltype(2_c * pow(x, 3_c) * pow(y, 2_c))>);

// integers are promoted, other scalars kept
static_assert(std::is_same_v<decltype(F(3, 1)), double> && std::is_same_v<decltype(F(3.0F, 1.0F)), float>);
static_assert(std::is_same_v<decltype(F(3.0F, 1)), float> && std::is_same_v<decltype(F(3.0L, 1.0)), long double>);
static_assert(std::is_same_v<decltype(F(std::array{3, 1})), double>);
static_assert(nabla::function(x / z, x, z)(1, 2) == 0.5 && nabla::function(x / z, x, z)(std::array{1, 2}) == 0.5);

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_function)

BOOST_AUTO_TEST_CASE(run_time_values) {
  double const at = 3, height = 1;
  BOOST_TEST(F(at, height) == 18);
  std::vector<double> const values{3, 1};
  BOOST_TEST(F(values) == 18);
  BOOST_TEST(F(std::span(values)) == 18);
  BOOST_TEST(F(values.data()) == 18);
  BOOST_TEST((V(std::span(values)) == std::array{4.0, 2.0, 3.0}));
  std::vector<double> const angles{1, 2, 3};
  BOOST_TEST(Q(angles) == 123);
  BOOST_TEST(M(2.0, angles, 6.0) == 240);
}

BOOST_AUTO_TEST_SUITE_END()
