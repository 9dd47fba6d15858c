#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <cmath>
#include <limits>

namespace {

using namespace nabla::literals;
using nabla::descent_status;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto parabola = x * x;

// how it ends
static_assert(gradient_descent(parabola, {.rate = 0.1, .epochs = 0}, x = 10.0).point[0] == 10);
static_assert(gradient_descent(parabola, {.rate = 0.1, .epochs = 5}, x = 0.0).status == descent_status::converged);
static_assert(gradient_descent(parabola, {.rate = 0.1, .epochs = 5}, x = 0.0).epochs == 0);
static_assert(gradient_descent(parabola, {.rate = 0.1, .epochs = 100, .tolerance = 1.0}, x = 10.0).status == descent_status::converged);
constexpr auto refused = gradient_descent(parabola, {.rate = -0.1, .epochs = 5}, x = 10.0);
static_assert(refused.status == descent_status::invalid_options && refused.point[0] == 10 && refused.epochs == 0 && refused.value == 100);
static_assert(gradient_descent(parabola, {.rate = 0.0, .epochs = 5}, x = 10.0).status == descent_status::invalid_options);
static_assert(gradient_descent(parabola, {.rate = 0.1, .epochs = 5, .tolerance = -1.0}, x = 10.0).status == descent_status::invalid_options);

}  // namespace

BOOST_AUTO_TEST_SUITE(optimize_descent_status)

// What stands at run time is hidden from the compiler, which would else spend its seconds on the same epochs.
BOOST_AUTO_TEST_CASE(divergence) {
  double volatile start = 10;
  auto const result = gradient_descent(pow(x, 4_c), {.rate = 1.0, .epochs = 1000}, x = double(start));
  BOOST_TEST((result.status == descent_status::diverged));
  BOOST_TEST(std::isfinite(result.point[0]));
  BOOST_TEST(std::isfinite(result.value));
  BOOST_TEST(result.epochs < 1000U);
  auto const at_once = gradient_descent(log(x), {.rate = 1.0, .epochs = 10}, x = -1.0);
  BOOST_TEST((at_once.status == descent_status::diverged));
  BOOST_TEST(at_once.point[0] == -1.0);
}

BOOST_AUTO_TEST_CASE(invalid_options) {
  constexpr double infinity = std::numeric_limits<double>::infinity(), none = std::numeric_limits<double>::quiet_NaN();
  for (double rate : {infinity, none, -1.0, 0.0})
    BOOST_TEST((gradient_descent(parabola, {.rate = rate, .epochs = 5}, x = 10.0).status == descent_status::invalid_options));
  BOOST_TEST((gradient_descent(parabola, {.rate = 0.1, .epochs = 5, .tolerance = none}, x = 1.0).status == descent_status::invalid_options));
}

BOOST_AUTO_TEST_CASE(rosenbrock) {
  double volatile start = -1.2;
  constexpr auto f = (1_c - x) * (1_c - x) + 100_c * (y - x * x) * (y - x * x);
  auto const result = gradient_descent(f, {.rate = 1e-3, .epochs = 100000, .tolerance = 1e-8}, x = double(start), y = 1.0);
  BOOST_TEST((result.status == descent_status::converged));
  BOOST_TEST(support::near(result.point[0], 1.0, 1e-7));
}

BOOST_AUTO_TEST_SUITE_END()
