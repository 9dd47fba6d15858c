#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <type_traits>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto t = nabla::variable<"t">;
constexpr auto q = nabla::variables<"q", 2>;

template <class A, class B>
constexpr bool same(A, B) {
  return std::is_same_v<A, B>;
}

constexpr auto f = x * x - y;

// by name: a formula results, as it would have been written
static_assert(same(f(x = t, y = t), t * t - t) && same(f(x = sin(t)), sin(t) * sin(t) - y));
static_assert(same(f(x = nabla::variable<"x">), f) && same(f(y = x), x * x - x) && same(f(x = y), y * y - y));
static_assert(same(f(t = x), f));

// simultaneous: what is put in is not replaced again
static_assert(same(f(x = y, y = x), y * y - x));
static_assert(same((x + 2_c * y)(x = y, y = x + y), y + 2_c * (x + y)));
static_assert((x - y)(x = y, y = x)(x = 5, y = 3) == -2);

// numbers known to the type
static_assert(same(f(x = 3_c), 9_c - y) && same(f(x = 3_c, y = 4_c), 5_c));
static_assert(f(x = 3_c, y = 4_c)() == 5);
static_assert(same((x / y)(x = 1_c, y = 3_c), 1_c / 3_c));

// a formula for one variable and a number for another: a value
static_assert(f(x = t, y = 4.0, t = 3.0) == 5);
static_assert(f(x = t + 1_c, t = 2, y = 4) == 5);
static_assert(f(x = 3_c, y = 4.0) == 5 && std::is_same_v<decltype(f(x = 3_c, y = 4.0F)), float>);

// by position, for one variable
constexpr auto g = x * x + 1_c;
static_assert(same(g(t), t * t + 1_c) && same(g(g), (x * x + 1_c) * (x * x + 1_c) + 1_c) && same(g(2_c), 5_c));
static_assert(g(t)(t = 3) == 10 && g(g)(x = 2) == 26);
static_assert(same(sin(x)(y / t), sin(y / t)));

// members of a family, and a family as one
constexpr auto h = q[0_c] - 2_c * q[1_c];
static_assert(same(h(q[0_c] = t), t - 2_c * q[1_c]));
static_assert(same(h(q = hana::make_tuple(x, y)), x - 2_c * y));
static_assert(same(h(q = hana::make_tuple(q[1_c], q[0_c])), q[1_c] - 2_c * q[0_c]));
static_assert(same(h(q = nabla::variables<"r", 2>), nabla::variables<"r", 2>[0_c] - 2_c * nabla::variables<"r", 2>[1_c]));

// what is put in is evaluated as it is written
static_assert((x - y)(x = 1_c / t)(t = 4, y = 0) == 0.25);

// compose, and associativity
static_assert(same(compose(sin(x), cos(y), t * t), sin(cos(t * t))) && same(compose(sin(x), x * y), sin(x * y)));
static_assert(same(compose(f), f) && same(compose(sin(x), compose(cos(x), exp(x))), compose(sin(x), cos(x), exp(x))));
static_assert(same(compose(7_c, x), 7_c));

// derivatives of compositions
static_assert(derivative(g(sin(t)), t) == 2_c * sin(t) * cos(t));
static_assert(derivative(f(x = y), y) == 2_c * y - 1_c);

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_substitute)

BOOST_AUTO_TEST_CASE(values) {
  double const at = 3;
  BOOST_TEST(f(x = t, y = 4.0, t = at) == 5);
  BOOST_TEST(f(x = y, y = x)(x = at, y = 2.0) == 1);
  BOOST_TEST(h(q = hana::make_tuple(x, y))(x = at, y = 1.0) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
