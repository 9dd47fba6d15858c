#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto u = nabla::variable<"u">;
constexpr auto q = nabla::variables<"q", 2>;

// by name: composition
constexpr auto f = x * sin(y) + x;
static_assert(std::is_same_v<decltype(substitute(f, x = y)), decltype(f(x = y))>);
static_assert(std::is_same_v<decltype(substitute(f, x = y, y = x)), decltype(f(x = y, y = x))>);
static_assert(substitute(x * y, x = y, y = x) == x * y && substitute(x * x, x = 3_c) == 9_c && substitute(7_c, x = y) == 7_c);

// of parts
static_assert(std::is_same_v<decltype(substitute(exp(2_c * sin(x)) + sin(x), sin(x), u)), decltype(exp(2_c * u) + u)>);
static_assert(std::is_same_v<decltype(substitute(x * y + x, x, z)), decltype(z * y + z)>);
static_assert(std::is_same_v<decltype(substitute(2_c * x + 1_c, x, 3_c)), nabla::constant<7>>);
static_assert(std::is_same_v<decltype(substitute(sin(x), cos(x), u)), decltype(sin(x))>);
static_assert(std::is_same_v<decltype(substitute(x + y, x + y, u)), nabla::symbol<"u">> && substitute(q[0_c] * q[1_c], q[1_c], x) == q[0_c] * x);
// the rest is left as it is written
static_assert(to_string(substitute((x + x) * sqrt(u * u) * (y - y), y, z)) == "(x + x)*sqrt(u*u)*(z - z)");
// parts that are written differently
static_assert(substitute(sin(x + x) * y, sin(2_c * x), u) == u * y && substitute(exp(-(x - y)), y - x, u) == exp(u));
// a sum has the parts it is written with
static_assert(substitute(x + y + z, x + y, u) == u + z && substitute(x + y + z, y + z, u) == x + y + z);
// and back
static_assert(substitute(substitute(exp(sin(x)) * sin(x), sin(x), u), u, sin(x)) == exp(sin(x)) * sin(x));
// numbers beyond 64 bits: nothing is taken for what it is not
constexpr auto large = 9000000000000000000_c * (9000000000000000000_c * x);
static_assert(std::is_same_v<decltype(substitute(large, y, u)) const, decltype(large)> && depends_on(substitute(large + y, y, u), u));

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_substitute)

BOOST_AUTO_TEST_CASE(is_a_formula) { BOOST_TEST(substitute(f, sin(y), u)(x = 2.0, u = 3.0) == 8.0); }

BOOST_AUTO_TEST_SUITE_END()
