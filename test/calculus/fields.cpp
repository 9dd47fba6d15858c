#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <cmath>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 3>;

// Laplacian
static_assert(laplacian(x * x + y * y + z * z, x, y, z) == 6_c && laplacian(x * x * y, x, y) == 2_c * y);
static_assert(laplacian(x * x * y, y) == 0_c && laplacian(x * x * x) == 6_c * x);
static_assert(is_zero(laplacian(x * x - y * y, x, y)) && is_zero(laplacian(exp(x) * sin(y), x, y)));
static_assert(laplacian(q[0_c] * q[0_c] * q[1_c] + q[2_c], q) == 2_c * q[1_c]);
static_assert(laplacian(sin(x) * sin(y), x, y) == -2_c * sin(x) * sin(y));

// divergence
static_assert(divergence(hana::make_tuple(x * x, x * y, z), x, y, z) == 3_c * x + 1_c);
static_assert(divergence(hana::make_tuple(-y, x), x, y) == 0_c && divergence(hana::make_tuple(x, y), y, x) == 0_c);
static_assert(divergence(hana::make_tuple(q[0_c], 2_c * q[1_c], 3_c * q[2_c]), q) == 6_c);
static_assert(divergence(hana::make_tuple(x * x), x) == 2_c * x);

// curl: in space a field, in the plane a number
constexpr auto swirl = curl(hana::make_tuple(-y, x, 0_c), x, y, z);
static_assert(swirl[hana::size_c<0>] == 0_c && swirl[hana::size_c<1>] == 0_c && swirl[hana::size_c<2>] == 2_c);
constexpr auto mixed = curl(hana::make_tuple(y * z, x * x * z, x * y), x, y, z);
static_assert(mixed[hana::size_c<0>] == x - x * x && mixed[hana::size_c<1>] == 0_c && mixed[hana::size_c<2>] == 2_c * x * z - z);
static_assert(curl(hana::make_tuple(-y, x), x, y) == 2_c);
static_assert(curl(hana::make_tuple(x * y, x * x), x, y) == x);
static_assert(curl(hana::make_tuple(q[1_c], 0_c, 0_c), q)[hana::size_c<2>] == -1_c);

// of gradients
constexpr auto f = x * x * y + sin(z) * x;
static_assert(divergence(gradient(f, x, y, z), x, y, z) == laplacian(f, x, y, z));
constexpr auto nothing = curl(gradient(f, x, y, z), x, y, z);
static_assert(is_zero(nothing[hana::size_c<0>]) && is_zero(nothing[hana::size_c<1>]) && is_zero(nothing[hana::size_c<2>]));
static_assert(is_zero(curl(gradient(x * y * y, x, y), x, y)));
static_assert(is_zero(divergence(curl(hana::make_tuple(x * y, exp(z) * x, x * y * z), x, y, z), x, y, z)));

// a field may have parameters
constexpr auto k = nabla::variable<"k">;
static_assert(laplacian(k * x * x, x) == 2_c * k && divergence(hana::make_tuple(k * x, k * y), x, y) == 2_c * k);

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_fields)

BOOST_AUTO_TEST_CASE(potential_of_a_charge) {
  constexpr auto potential = 1_c / sqrt(x * x + y * y + z * z);
  BOOST_TEST(std::abs(laplacian(potential, x, y, z)(x = 0.3, y = -1.1, z = 0.7)) < 1e-14);
  BOOST_TEST(support::near(laplacian(exp(x * y), x, y)(x = 0.5, y = 2.0), 4.25 * std::exp(1.0), 1e-14));
}

BOOST_AUTO_TEST_SUITE_END()
