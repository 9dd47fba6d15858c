#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <array>
#include <type_traits>

namespace {

using namespace nabla::literals;
using nabla::descent_status;
using options = nabla::descent_options<double>;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto q = nabla::variables<"q", 3>;

// f = x^2 from 10 with rate 0.1: each epoch multiplies by 0.8.
constexpr auto parabola = x * x;
constexpr auto path = nabla::gradient_descent_path<5>(parabola, 0.1, x = 10.0);
static_assert(path.size() == 6 && path[0].point[0] == 10 && path[0].value == 100);
static_assert(support::near(path[1].point[0], 8.0, 1e-14) && support::near(path[2].point[0], 6.4, 1e-14) &&
              support::near(path[3].point[0], 5.12, 1e-14) && support::near(path[4].point[0], 4.096, 1e-14) &&
              support::near(path[5].point[0], 3.2768, 1e-14) && support::near(path[5].value, 3.2768 * 3.2768, 1e-14));

constexpr auto twenty = gradient_descent(parabola, options{.rate = 0.1, .epochs = 20}, x = 10.0);
static_assert(support::near(twenty.point[0], 0.1152921504606847, 1e-14) && support::near(twenty.value, 0.0132922799578492, 1e-14));
static_assert(twenty.epochs == 20 && twenty.status == descent_status::epochs_spent);
static_assert(gradient_descent(parabola, {.rate = 0.1, .epochs = 20}, x = 10.0).epochs == 20);
static_assert(gradient_descent(parabola, {.rate = 0.5, .epochs = 9}, x = 10.0).point[0] == 0);

// several variables, in the order of the bindings; families
constexpr auto bowl = (x - 3_c) * (x - 3_c) + 2_c * (y + 1_c) * (y + 1_c);
constexpr auto found = gradient_descent(bowl, {.rate = 0.2, .epochs = 200, .tolerance = 1e-9}, y = 0.0, x = 0.0);
static_assert(support::near(found.point[0], -1.0, 1e-9) && support::near(found.point[1], 3.0, 1e-9));
static_assert(found.status == descent_status::converged && found.epochs < 200 && found.value < 1e-17);
constexpr auto valley = q[0_c] * q[0_c] + (q[1_c] - 1_c) * (q[1_c] - 1_c) + (q[2_c] - 2_c) * (q[2_c] - 2_c);
constexpr auto lowest = gradient_descent(valley, {.rate = 0.5, .epochs = 3}, q = std::array{5.0, 5.0, 5.0});
static_assert(lowest.point == std::array{0.0, 1.0, 2.0} && lowest.value == 0);
static_assert(gradient_descent(valley + parabola, {.rate = 0.5, .epochs = 3}, x = 1.0, q = std::array{5.0, 5.0, 5.0}).point ==
              std::array{0.0, 0.0, 1.0, 2.0});

// integers start as doubles, other scalars are kept
static_assert(std::is_same_v<decltype(gradient_descent(parabola, {.rate = 0.1, .epochs = 5}, x = 10).value), double>);
static_assert(std::is_same_v<decltype(gradient_descent(parabola, {.rate = 0.1F, .epochs = 5}, x = 10.0F).value), float>);

}  // namespace

BOOST_AUTO_TEST_SUITE(optimize_gradient_descent)

BOOST_AUTO_TEST_CASE(parabola_at_run_time) {
  auto const result = gradient_descent(parabola, {.rate = 0.1, .epochs = 20}, x = 10.0);
  BOOST_TEST(support::near(result.point[0], 0.11529215046068, 1e-13));
  BOOST_TEST(support::near(result.value, 0.0132922799578, 1e-12));
  BOOST_TEST(to_string(result.status) == "all epochs were made");
}

BOOST_AUTO_TEST_SUITE_END()
