#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <cmath>
#include <ratio>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 3>;

constexpr auto f = x * x * y + z;
constexpr auto v = hana::make_tuple(2_c, 3_c, -1_c);

// gradient . v; a formula
static_assert(directional_derivative(f, v, x, y, z) == 4_c * x * y + 3_c * x * x - 1_c);
static_assert(directional_derivative(f, v, x, y, z)(x = 1, y = 2, z = 3) == 10);
static_assert(directional_derivative(f, hana::make_tuple(0_c, 0_c, 1_c), x, y, z) == 1_c);
static_assert(directional_derivative(f, hana::make_tuple(1_c, 0_c, 0_c), x, y, z) == derivative(f, x));
static_assert(directional_derivative(f, hana::make_tuple(1_c), y) == derivative(f, y));
static_assert(directional_derivative(f, hana::make_tuple(hana::int_c<2>, std::ratio<1, 2>{}), x, y) ==
              4_c * x * y + 0.5_c * x * x);

// the direction is taken as it is, not normalised
static_assert(directional_derivative(f, hana::make_tuple(4_c, 6_c, -2_c), x, y, z) ==
              2_c * directional_derivative(f, v, x, y, z));

// a direction of expressions, which are not differentiated
static_assert(directional_derivative(x * y, hana::make_tuple(-y, x), x, y) == x * x - y * y);
static_assert(directional_derivative(x * x, hana::make_tuple(z), x) == 2_c * x * z);

// a family
static_assert(directional_derivative(q[0_c] * q[1_c] * q[2_c], v, q) ==
              2_c * q[1_c] * q[2_c] + 3_c * q[0_c] * q[2_c] - q[0_c] * q[1_c]);

// unit vectors
constexpr auto u = nabla::unit(hana::make_tuple(3_c, 4_c));
static_assert(u[hana::size_c<0>] == 3_c / 5_c && u[hana::size_c<1>] == 4_c / 5_c);
static_assert(directional_derivative(x + y, u, x, y) == 7_c / 5_c);
constexpr auto w = nabla::unit(hana::make_tuple(1_c, 1_c));
static_assert(w[hana::size_c<0>] * w[hana::size_c<0>] + w[hana::size_c<1>] * w[hana::size_c<1>] == 1_c);
static_assert(nabla::unit(hana::make_tuple(-7_c))[hana::size_c<0>] == -1_c);

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_directional)

BOOST_AUTO_TEST_CASE(per_unit_of_length) {
  auto const slope = directional_derivative(f, nabla::unit(v), x, y, z)(x = 1.0, y = 2.0, z = 3.0);
  BOOST_TEST(support::near(slope, 10 / std::sqrt(14.0), 1e-15));
  auto const radial = directional_derivative(x * x + y * y, nabla::unit(hana::make_tuple(x, y)), x, y);
  BOOST_TEST(support::near(radial(x = 3.0, y = 4.0), 10.0, 1e-15));
}

BOOST_AUTO_TEST_SUITE_END()
