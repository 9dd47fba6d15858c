#include <nabla/numeric/central_jacobian.hpp>

#include "support.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <vector>

namespace {

using namespace nabla::numeric;

constexpr auto pair = [](auto x, auto y, auto z) { return std::array{x * y, y * y + 2 * z}; };
constexpr auto scalar = [](auto x, auto y) { return x * x * y + 5 * y; };

// a row per output
static_assert(central_jacobian(pair, std::array{3.0, 2.0, 1.0}, 0.5) ==
              std::array{std::array{2.0, 3.0, 0.0}, std::array{0.0, 4.0, 2.0}});
static_assert(central_hessian(scalar, std::array{3.0, 2.0}, 0.5) ==
              std::array{std::array{4.0, 6.0}, std::array{6.0, 0.0}});
static_assert(std::is_same_v<decltype(central_jacobian(pair, std::array{1, 2, 3}, 1)),
                             std::array<std::array<double, 3>, 2>>);

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_central_jacobian)

BOOST_AUTO_TEST_CASE(polar_coordinates) {
  auto const f = [](double r, double angle) { return std::array{r * std::cos(angle), r * std::sin(angle)}; };
  double const r = 1.7, angle = 0.4;
  auto const jacobian = central_jacobian(f, std::array{r, angle});
  double const exact[2][2] = {{std::cos(angle), -r * std::sin(angle)}, {std::sin(angle), r * std::cos(angle)}};
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t j = 0; j < 2; ++j) BOOST_TEST(std::abs(jacobian[i][j] - exact[i][j]) < 1e-9);
}

BOOST_AUTO_TEST_CASE(vectors_of_any_length) {
  auto const f = [](std::vector<double> const& x) {
    std::vector<double> sums;
    for (std::size_t i = 0; i + 1 < x.size(); ++i) sums.push_back(x[i] * x[i + 1]);
    return sums;
  };
  std::vector<std::vector<double>> const jacobian = central_jacobian(f, std::vector{1.0, 2.0, 4.0, 8.0}, 0.5);
  BOOST_REQUIRE(jacobian.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    BOOST_REQUIRE(jacobian[i].size() == 4);
    for (std::size_t j = 0; j < 4; ++j)
      BOOST_TEST(jacobian[i][j] == (j == i ? std::ldexp(1.0, int(i) + 1) : j == i + 1 ? std::ldexp(1.0, int(i)) : 0.0));
  }
}

BOOST_AUTO_TEST_CASE(rosenbrock) {
  auto const f = [](auto const& x) {
    return 100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0]);
  };
  std::array<long double, 2> const at{-1.2L, 1};
  long double const exact[2][2] = {{1200 * at[0] * at[0] - 400 * at[1] + 2, -400 * at[0]}, {-400 * at[0], 200}};
  auto const coarse = central_hessian(f, at, 0x1p-6L);
  auto const fine = central_hessian(f, at, 0x1p-7L);
  BOOST_TEST(std::abs((coarse[0][0] - exact[0][0]) / (fine[0][0] - exact[0][0]) - 4) < 1e-6L);
  auto const chosen = central_hessian(f, at);
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t j = 0; j < 2; ++j) {
      BOOST_TEST(std::abs(chosen[i][j] - exact[i][j]) < 1e-4L);
      BOOST_TEST(chosen[i][j] == chosen[j][i]);
    }
  BOOST_TEST(central_hessian(f, std::vector<long double>{-1.2L, 1}, 0x1p-7L)[0][1] == fine[0][1]);
}

BOOST_AUTO_TEST_CASE(bad_input) {
  using support::refusal;
  BOOST_TEST(refusal([] { central_jacobian(pair, std::array{1, 2, 3}, 0); }) ==
             "nabla::numeric::central_jacobian: expected a positive, finite step, but the step is 0");
  BOOST_TEST(refusal([] { central_hessian(scalar, std::array{1, 2}, -1); }) ==
             "nabla::numeric::central_hessian: expected a positive, finite step, but the step is -1");
}

BOOST_AUTO_TEST_SUITE_END()
