#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <array>
#include <cmath>
#include <type_traits>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto a = nabla::variable<"a">;

static_assert(nabla::value_and_derivatives<2>(x * x * x, x)(2) == std::array{8.0, 12.0, 12.0});
static_assert(nabla::value_and_derivatives<2>(x * x * x)(2) == std::array{8.0, 12.0, 12.0});
static_assert(nabla::value_and_derivatives<5>(pow(x, 4_c), x)(1) == std::array{1.0, 4.0, 12.0, 24.0, 24.0, 0.0});
static_assert(nabla::value_and_derivatives<0>(x * x, x)(3) == std::array{9.0});
static_assert(nabla::value_and_derivatives<2>(a * x * x, x)(a = 5, x = 2) == std::array{20.0, 20.0, 10.0});
static_assert(nabla::value_and_derivatives<1>(a, x)(a = 5) == std::array{5.0, 0.0});
static_assert(nabla::value_and_derivatives<2>(nabla::function(x * x, x))(3.0) == std::array{9.0, 6.0, 2.0});
static_assert(nabla::value_and_derivatives<1>(nabla::function(a * x * x, x, a), x)(3.0, 5.0) == std::array{45.0, 30.0});
static_assert(std::is_same_v<decltype(nabla::value_and_derivatives<2>(x * x, x)(1.0F)), std::array<float, 3>>);

constexpr double halley(double at) {
  constexpr auto joint = nabla::value_and_derivatives<2>(x * x * x - 2_c, x);
  for (int i = 0; i < 6; ++i) {
    auto const [f, first, second] = joint(at);
    at = at - 2 * f * first / (2 * first * first - f * second);
  }
  return at;
}
static_assert(support::near(halley(1.0), 1.2599210498948731648, 1e-15));

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_derivatives)

BOOST_AUTO_TEST_CASE(eighth_derivative_of_a_wave) {
  auto const values = nabla::value_and_derivatives<8>(sin(2_c * x), x)(0.3);
  for (std::size_t k = 0; k < values.size(); ++k) {
    double const phase = 0.6 + static_cast<double>(k) * 1.5707963267948966;
    BOOST_TEST(support::near(values[k], std::pow(2.0, static_cast<double>(k)) * std::sin(phase), 1e-13));
  }
}

BOOST_AUTO_TEST_CASE(the_same_as_one_by_one) {
  constexpr auto f = exp(-x * x) * cos(x);
  auto const values = nabla::value_and_derivatives<3>(f, x)(0.7);
  BOOST_TEST(support::near(values[0], f(0.7), 1e-15));
  BOOST_TEST(support::near(values[1], derivative(f)(0.7), 1e-14));
  BOOST_TEST(support::near(values[2], derivative<2>(f)(0.7), 1e-14));
  BOOST_TEST(support::near(values[3], derivative<3>(f)(0.7), 1e-14));
  BOOST_TEST(support::near(halley(1.0), std::cbrt(2.0), 1e-15));
}

BOOST_AUTO_TEST_SUITE_END()
