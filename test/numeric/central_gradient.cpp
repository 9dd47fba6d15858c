#include <nabla/numeric/central_gradient.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <complex>
#include <span>
#include <vector>

namespace {

using namespace nabla::numeric;

constexpr auto whole = [](auto const& x) { return x[0] * x[0] * x[1] + 3 * x[2]; };
constexpr auto apart = [](auto x, auto y, auto z) { return x * x * y + 3 * z; };
constexpr std::array at{3.0, 2.0, -1.0};
constexpr std::array wanted{12.0, 9.0, 3.0};

// the point whole, or one scalar after the other; exact for degree 2 in each variable
static_assert(central_gradient(whole, at, 0.5) == wanted);
static_assert(central_gradient(apart, at, 0.5) == wanted);
static_assert(central_gradient(whole, std::array{3, 2, -1}, 0.5) == wanted);
static_assert(central_partial(whole, at, 1, 0.5) == 9);
static_assert(std::is_same_v<decltype(central_gradient(whole, std::array{3.f, 2.f, 1.f}, 0.5)), std::array<float, 3>>);
static_assert(central_gradient(whole, std::vector{3.0, 2.0, -1.0}, 0.5) == std::vector{12.0, 9.0, 3.0});

constexpr bool chosen_steps_are_near() {
  auto const gradient = central_gradient(whole, at);
  for (std::size_t i = 0; i < 3; ++i)
    if (!support::near(gradient[i], wanted[i], 1e-8)) return false;
  return true;
}
static_assert(chosen_steps_are_near());

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_central_gradient)

BOOST_AUTO_TEST_CASE(the_same_at_run_time) {
  BOOST_TEST(central_gradient(whole, at, 0.5) == wanted, boost::test_tools::per_element());
  BOOST_TEST(central_gradient(apart, at, 0.5) == wanted, boost::test_tools::per_element());
  BOOST_TEST(chosen_steps_are_near());
}

BOOST_AUTO_TEST_CASE(spans_and_vectors) {
  std::vector<double> const point{3, 2, -1};
  std::vector<double> const result = central_gradient(whole, std::span<double const>(point), 0.5);
  BOOST_TEST(result == wanted, boost::test_tools::per_element());
  auto const of_span = [](std::span<double const> x) { return x[0] * x[0] * x[1] + 3 * x[2]; };
  BOOST_TEST(central_gradient(of_span, point, 0.5) == wanted, boost::test_tools::per_element());
  BOOST_TEST(central_gradient(whole, std::vector<double>{3, 2, -1}).size() == 3);
  BOOST_TEST(central_gradient([](auto const&) { return 1.0; }, std::vector<double>{}).empty());
}

BOOST_AUTO_TEST_CASE(against_the_exact_gradient_and_in_the_right_order) {
  auto const f = [](long double x, long double y) { return std::exp(x) * std::sin(y) + std::pow(x, y); };
  std::array<long double, 2> const point{1.3L, 0.8L};
  auto const [x, y] = point;
  std::array<long double, 2> const exact{std::exp(x) * std::sin(y) + y * std::pow(x, y - 1),
                                         std::exp(x) * std::cos(y) + std::pow(x, y) * std::log(x)};
  auto const coarse = central_gradient(f, point, 0x1p-6L);
  auto const fine = central_gradient(f, point, 0x1p-7L);
  auto const chosen = central_gradient(f, point);
  for (std::size_t i = 0; i < 2; ++i) {
    BOOST_TEST(std::abs(std::log2(std::abs(coarse[i] - exact[i]) / std::abs(fine[i] - exact[i])) - 2) < 0.01L);
    BOOST_TEST(std::abs(chosen[i] - exact[i]) < 1e-11L);
  }
}

BOOST_AUTO_TEST_CASE(each_coordinate_has_its_own_step) {
  auto const f = [](double x, double y) { return std::sin(x) + std::log(y); };
  auto const gradient = central_gradient(f, std::array{0.5, 1e12});
  BOOST_TEST(std::abs(gradient[0] - std::cos(0.5)) < 1e-9);
  BOOST_TEST(std::abs(gradient[1] * 1e12 - 1) < 1e-8);
}

BOOST_AUTO_TEST_CASE(complex_values) {
  auto const f = [](double x, double y) { return std::complex<double>(x * y, x - y); };
  auto const gradient = central_gradient(f, std::array{2.0, 3.0}, 0.5);
  BOOST_TEST(gradient[0] == std::complex<double>(3, 1));
  BOOST_TEST(gradient[1] == std::complex<double>(2, -1));
}

BOOST_AUTO_TEST_CASE(bad_input) {
  using support::refusal;
  BOOST_TEST(refusal([] { central_gradient(whole, at, 0.0); }) ==
             "nabla::numeric::central_gradient: expected a positive, finite step, but the step is 0");
  BOOST_TEST(refusal([] { central_partial(whole, at, 0, -1.0); }) ==
             "nabla::numeric::central_partial: expected a positive, finite step, but the step is -1");
  BOOST_TEST(refusal([] { central_partial(whole, at, 3, 0.5); }) ==
             "nabla::numeric::central_partial: expected a variable below 3, but the variable is 3");
}

BOOST_AUTO_TEST_SUITE_END()
