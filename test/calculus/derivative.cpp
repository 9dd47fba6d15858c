#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <cmath>
#include <type_traits>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 3>;

template <class A, class B>
constexpr bool same(A, B) {
  return std::is_same_v<A, B>;
}

// The form: canonical formulas, as one would write them.
static_assert(same(derivative(x * x, x), 2_c * x));
static_assert(same(derivative(7_c, x), 0_c) && same(derivative(x, x), 1_c) && same(derivative(z, x), 0_c));
static_assert(same(derivative(-x, x), -1_c) && same(derivative(3_c * x, x), 3_c) && same(derivative(x / 3_c, x), 1_c / 3_c));
static_assert(same(derivative(sin(x), x), cos(x)) && same(derivative(exp(x), x), exp(x)) && same(derivative(x * z, x), z));
static_assert(same(derivative(x * x, x), derivative(pow(x, 2_c), x)) && same(derivative(x * x, x), derivative(square(x), x)));
static_assert(same(derivative(x * x + x, x), derivative(x + x * x, x)));
static_assert(nabla::expression<decltype(derivative(sin(x) / x, x))>);

// The proofs of the page.
static_assert(derivative(3_c * x * x - 4_c * x, x) == 6_c * x - 4_c);
static_assert(to_string(simplify(derivative(x * x, x))) == "2*x");

// d(f)/d(x), and one variable left unsaid
static_assert(same(d(x * z) / d(x), derivative(x * z, x)) && same(d(x * z) / d(z), derivative(x * z, z)));
static_assert(same(derivative(x * x * x), derivative(x * x * x, x)) && derivative(x * x * x)(2) == 12);
static_assert(derivative(q[1_c] * q[1_c])(3) == 6);

// higher and mixed
static_assert(derivative<3>(pow(x, 5_c), x) == 60_c * x * x && derivative<5>(pow(x, 5_c), x) == 120_c);
static_assert(same(derivative<6>(pow(x, 5_c), x), 0_c) && same(derivative<1>(x * x, x), derivative(x * x, x)));
static_assert(derivative<2>(x * x * x) == 6_c * x);
static_assert(derivative(x * x * z * z * z, x, z) == 6_c * x * z * z);
static_assert(derivative(x * x * z * z * z, z, x) == 6_c * x * z * z);
static_assert(derivative(x * x * z * z * z, z, z, x) == 12_c * x * z);
static_assert(derivative(x * x, x, x) == derivative<2>(x * x, x) && is_zero(derivative(x * x, x, z)));
static_assert(derivative<4>(sin(x), x) == sin(x) && derivative<3>(cos(x), x) == sin(x));

// members of families
static_assert(derivative(q[0_c] * q[1_c] * q[2_c], q[1_c]) == q[0_c] * q[2_c]);
static_assert(derivative(q[0_c] * q[1_c] * q[2_c], q[0_c], q[2_c]) == q[1_c]);

// It is called as any formula is: the variables it lost are ignored.
constexpr auto f = 2_c * pow(z, 3_c) * pow(x, 2_c);
static_assert(derivative(f, x)(x = 3, z = 1) == 12 && derivative(f, z)(z = 1, x = 3) == 54);
static_assert(derivative(x * z, x)(x = 3, z = 2) == 2 && derivative(3_c * x, x)(x = 100) == 3);
static_assert(derivative(derivative(f, x), z)(x = 3, z = 1) == 36);

// tuples by components
constexpr auto pair = derivative(hana::make_tuple(x * x, x * z), x);
static_assert(pair[hana::size_c<0>] == 2_c * x && pair[hana::size_c<1>] == z);

// functions of positions
constexpr auto F = nabla::function(f, x, z);
static_assert(derivative(F, x)(3.0, 1.0) == 12 && derivative(F, z)(std::array{3.0, 1.0}) == 54);
static_assert(derivative(F, x, z)(3.0, 1.0) == 36 && derivative<2>(F, z)(3.0, 1.0) == 108);
static_assert(derivative(nabla::function(x * x, x))(3.0) == 6);

// pow with a constant exponent is right at 0 and for negative x
static_assert(derivative(pow(x, 3_c), x)(-2) == 12 && derivative(pow(x, 2_c), x)(0) == 0 && derivative(pow(x, 1_c), x)(0) == 1);
static_assert(derivative(pow(x, -2_c), x)(-2.0) == 0.25 && derivative<2>(pow(x, 2_c), x)(0) == 2);
static_assert(derivative(pow(x, 0_c), x) == 0_c);

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_derivative)

BOOST_AUTO_TEST_CASE(against_known_values) {
  // mpmath, 40 digits: diff(lambda x: exp(sin(x*x))/x, 1.3, n) for n = 1, 2, 3
  constexpr auto g = exp(sin(x * x)) / x;
  BOOST_TEST(support::near(derivative(g)(1.3), -2.2390300191872484734, 1e-14));
  BOOST_TEST(support::near(derivative<2>(g)(1.3), -10.786174219779221681, 1e-14));
  BOOST_TEST(support::near(derivative<3>(g)(1.3), 10.394992313206613157, 1e-13));
}

BOOST_AUTO_TEST_CASE(powers) {
  constexpr auto power = pow(x, z);
  BOOST_TEST(derivative(power, z)(x = 0.0, z = 2.0) == 0.0);
  BOOST_TEST(derivative(power, z)(x = 0.0, z = 0.5) == 0.0);
  BOOST_TEST(support::near(derivative(power, z)(x = 2.0, z = 3.0), 8 * std::log(2.0), 1e-15));
  BOOST_TEST(derivative(power, x)(x = 2.0, z = 3.0) == 12.0);
  BOOST_TEST(derivative(pow(x, 1.5_c), x)(0.0) == 0.0);
  BOOST_TEST(derivative(pow(x, 5_c), x)(-1.0) == 5.0);
  BOOST_TEST(support::near(derivative(pow(x, 1_c / 3_c), x)(8.0), 1.0 / 12, 1e-15));
  BOOST_TEST((derivative(sqrt(x), x)(0.0) == std::numeric_limits<double>::infinity()));
}

BOOST_AUTO_TEST_SUITE_END()
