#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <array>
#include <cmath>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto a = nabla::variable<"a">;
constexpr auto b = nabla::variable<"b">;
constexpr auto q = nabla::variables<"q", 3>;

constexpr auto f = x * x * y;
constexpr auto field = hana::make_tuple(x * y, x + 3_c * y, y * y);
constexpr auto v = hana::make_tuple(2_c, -1_c);
constexpr auto w = hana::make_tuple(1_c, 10_c, 100_c);

// pushforward: J v
constexpr auto pushed = jvp(f, v, x, y)(x = 3, y = 5);
static_assert(pushed.value == 45 && pushed.tangent == 2 * 30 - 9);
constexpr auto pushed_field = jvp(field, v, x, y)(x = 3, y = 5);
static_assert(pushed_field.value == std::array{15.0, 18.0, 25.0} && pushed_field.tangent == std::array{7.0, -1.0, -10.0});
static_assert(jvp(f, hana::make_tuple(1_c), y)(x = 3, y = 5).tangent == 9);
static_assert(jvp(x * x, hana::make_tuple(3_c))(5).tangent == 30);

// pullback: w' J
constexpr auto pulled = vjp(field, w, x, y)(x = 3, y = 5);
static_assert(pulled.value == std::array{15.0, 18.0, 25.0} && pulled.adjoint == std::array{15.0, 1033.0});
constexpr auto pulled_scalar = vjp(f, hana::make_tuple(2_c), x, y)(x = 3, y = 5);
static_assert(pulled_scalar.value == 45 && pulled_scalar.adjoint == std::array{60.0, 18.0});

// Hessian times a vector
static_assert(hvp(f, v, x, y)(x = 3, y = 5) == std::array{2 * 10.0 - 6.0, 2 * 6.0});
static_assert(hvp(q[0_c] * q[1_c] * q[2_c], hana::make_tuple(1_c, 1_c, 0_c), q)(q = std::array{2, 3, 5}) ==
              std::array{5.0, 5.0, 5.0});

// vectors of variables: bound at the call, not differentiated
constexpr auto seeds = hana::make_tuple(a, b);
static_assert(jvp(f, seeds, x, y)(x = 3, y = 5, a = 2, b = -1).tangent == 51);
static_assert(hvp(f, seeds, x, y)(x = 3, y = 5, a = 2, b = -1) == std::array{14.0, 12.0});
static_assert(vjp(hana::make_tuple(x * y, x), seeds, x, y)(x = 3, y = 5, a = 2, b = 7).adjoint == std::array{17.0, 6.0});
// also where the vector is made of the variables themselves
static_assert(jvp(f, hana::make_tuple(y, x), x, y)(x = 3, y = 5).tangent == 30 * 5 + 9 * 3);
static_assert(hvp(f, hana::make_tuple(x, y), x, y)(x = 3, y = 5) == std::array{10.0 * 3 + 6.0 * 5, 6.0 * 3});

// functions of positions
constexpr auto F = nabla::function(f, x, y);
constexpr auto G = nabla::function(field, x, y);
static_assert(jvp(F, v)(3.0, 5.0).tangent == 51 && hvp(F, v)(std::array{3.0, 5.0}) == std::array{14.0, 12.0});
static_assert(jvp(G, v)(3.0, 5.0).tangent == pushed_field.tangent && vjp(G, w)(3.0, 5.0).adjoint == pulled.adjoint);
static_assert(jvp(nabla::function(f, y, x), v)(5.0, 3.0).tangent == 2 * 9 - 30);

// a field of one formula stays a vector
static_assert(jvp(hana::make_tuple(f), v, x, y)(x = 3, y = 5).tangent == std::array{51.0});

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_products)

BOOST_AUTO_TEST_CASE(against_the_matrices) {
  constexpr auto formulas = hana::make_tuple(sin(x * y), exp(x) / (1_c + y * y));
  double const at = 0.7, height = -1.3;
  auto const J = jacobian(formulas, x, y)(x = at, y = height);
  auto const tangent = jvp(formulas, v, x, y)(x = at, y = height).tangent;
  auto const adjoint = vjp(formulas, hana::make_tuple(3_c, 0.5_c), x, y)(x = at, y = height).adjoint;
  auto const H = hessian(sin(x * y) * exp(x), x, y)(x = at, y = height);
  auto const change = hvp(sin(x * y) * exp(x), v, x, y)(x = at, y = height);
  for (std::size_t i = 0; i < 2; ++i) {
    BOOST_TEST(support::near(tangent[i], 2 * J[i][0] - J[i][1], 1e-14));
    BOOST_TEST(support::near(adjoint[i], 3 * J[0][i] + 0.5 * J[1][i], 1e-14));
    BOOST_TEST(support::near(change[i], 2 * H[i][0] - H[i][1], 1e-14));
  }
}

// So long that the results are stored where they belong, by a loop; also where the arguments stand.
BOOST_AUTO_TEST_CASE(long_adjoint) {
  constexpr std::size_t n = 100;
  constexpr auto chain = nabla::trace<n>([](auto const& at) {
    auto sum = at[0] * at[1];
    for (std::size_t i = 1; i + 1 < n; ++i) sum += at[i] * at[i] * at[i + 1];
    return sum;
  });
  constexpr auto pullback = vjp(chain, hana::make_tuple(3_c));
  static_assert(nabla::loop_count(pullback) == 1);
  std::array<double, n> point;
  for (std::size_t i = 0; i < n; ++i) point[i] = 0.5 + 0.01 * static_cast<double>(i);
  auto const expected = value_and_gradient(chain)(point);
  auto const result = pullback(point);
  BOOST_TEST(result.value == expected.value);
  for (std::size_t i = 0; i < n; ++i) BOOST_TEST(support::near(result.adjoint[i], 3 * expected.gradient[i], 1e-14));
  BOOST_TEST(pullback.into(point, point) == expected.value);
  BOOST_TEST(point == result.adjoint);
}

BOOST_AUTO_TEST_SUITE_END()
