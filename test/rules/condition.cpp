#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <sstream>
#include <type_traits>

// Conditions, and select: what is not taken has no part in any value or derivative.

namespace {

using namespace nabla::literals;
namespace hana = boost::hana;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto t = nabla::variable<"t">;

// --- conditions are types of their own: no numbers, no booleans

constexpr auto below = x < y;
static_assert(std::is_empty_v<std::remove_const_t<decltype(below)>> && nabla::condition<decltype(below)> && !nabla::expression<decltype(below)>);
static_assert(!std::is_convertible_v<decltype(below), bool>);
static_assert(below(x = 1, y = 2) && !below(x = 2, y = 2) && !below(x = 3, y = 2));
static_assert((x <= y)(x = 2, y = 2) && (x >= y)(x = 2, y = 2) && !(x > y)(x = 2, y = 2));
static_assert(equals(x, 3_c)(x = 3) && !equals(x, 3_c)(x = 2) && (x > 1_c)(2.0));
static_assert((below && x > 0_c)(x = 1, y = 2) && !(below && x > 0_c)(x = -1, y = 2) && (below || x > 0_c)(x = -1, y = 2) && (!below)(x = 3, y = 2));
static_assert(std::is_same_v<decltype((x < y)(y = t * t)), std::remove_const_t<decltype(x < t * t)>>);
static_assert((x < y)(x = t + 1_c, y = 5, t = 3));
static_assert(std::is_same_v<decltype(below(x = 1.0, y = 2.0)), bool>);

// --- text

static_assert(to_string(x < y) == "x < y" && to_string(equals(x, y + 1_c)) == "equals(x, y + 1)");
static_assert(to_string((x < 1_c || y >= x) && !(x <= y)) == "(x < 1 || y >= x) && !(x <= y)");
static_assert(to_string(x < 1_c || (y >= x && x + y > -1_c)) == "x < 1 || y >= x && x + y > -1");
static_assert(to_string(select(x > 0_c, log(x), 0_c)) == "select(x > 0, log(x), 0)");

// --- values: the branch taken, lazily; a domain error in the other one is none

constexpr auto safe_log = select(x > 0_c, log(x), 0_c);
static_assert(safe_log(-1.0) == 0 && safe_log(0.0) == 0 && safe_log(1.0) == 0);
static_assert(select(x < 0_c, x, 1_c / x)(-2.0) == -2 && select(equals(x, 0_c), 1_c, 1_c / x)(0.0) == 1);
static_assert(select(x > 0_c && log(x) < 1_c, 1_c, 2_c)(-1.0) == 2 && select(x <= 0_c || log(x) < 1_c, 1_c, 2_c)(-1.0) == 1);
static_assert(select(1_c < 2_c, x, y)(x = 3, y = 4) == 3 && select(below, 1_c, 0_c)(x = 1, y = 2) == 1);

// --- derivatives of every order, in every mode

static_assert(derivative(safe_log, x)(-1.0) == 0 && derivative(safe_log, x)(2.0) == 0.5);
static_assert(nabla::derivative<2>(safe_log, x)(0.0) == 0 && nabla::derivative<3>(safe_log, x)(0.0) == 0);
static_assert(gradient(safe_log * y, x, y)(x = 0, y = 5) == std::array{0.0, 0.0});
static_assert(hessian(safe_log * y, x, y)(x = 0, y = 5) == std::array{std::array{0.0, 0.0}, std::array{0.0, 0.0}});
static_assert(jvp(safe_log * y, hana::make_tuple(1_c, 1_c), x, y)(x = -1, y = 5).tangent == 0);
static_assert(vjp(hana::make_tuple(safe_log, x), hana::make_tuple(1_c, 1_c), x)(x = 0).adjoint[0] == 1);
static_assert(hvp(safe_log * y, hana::make_tuple(1_c, 1_c), x, y)(x = 0, y = 5) == std::array{0.0, 0.0});
static_assert(value_and_derivatives<3>(safe_log, x)(-1.0) == std::array{0.0, 0.0, 0.0, 0.0});
static_assert(laplacian(safe_log * y, x, y)(x = 0, y = 5) == 0);

// nested, and a singular condition that the outer one guards
constexpr auto nested = select(x > 0_c, select(log(x) > y, sqrt(log(x) - y), 1_c / x), x * x);
static_assert(nested(x = -3, y = 0) == 9 && gradient(nested, x, y)(x = -3, y = 0) == std::array{-6.0, 0.0});
static_assert(hessian(nested, x, y)(x = 0, y = 0)[0][0] == 2 && gradient(nested, x, y)(x = 1, y = 0.0) == std::array{-1.0, 0.0});

// one singular subexpression in both branches, in two choices with different conditions, and outside
constexpr auto u = log(x);
constexpr auto shared = select(x > 0_c, u * u, 0_c) + select(x > 1_c, u * y, y);
static_assert(shared(x = 0, y = 2) == 2 && gradient(shared, x, y)(x = 0, y = 2) == std::array{0.0, 1.0});
static_assert(hessian(shared, x, y)(x = -1, y = 2) == std::array{std::array{0.0, 0.0}, std::array{0.0, 0.0}});
static_assert(nabla::derivative<3>(shared, x)(x = 0, y = 2) == 0);
constexpr auto both = select(y > 0_c, 1_c / x, 2_c / x);
static_assert(gradient(both, x, y)(x = 2, y = 1) == std::array{-0.25, 0.0} && gradient(both, x, y)(x = 2, y = -1) == std::array{-0.5, 0.0});

// a choice that goes on into something singular where it is 0
constexpr auto rooted = sqrt(select(x > 1_c, x - 1_c, 0_c) + y);
static_assert(gradient(rooted, x, y)(x = 0, y = 4) == std::array{0.0, 0.25});

// --- theorems

constexpr auto s = select(x > y, x * x, y);
static_assert(derivative(s, x) == select(x > y, 2_c * x, 0_c) && derivative(s, y) == select(y < x, 0_c, 1_c));
static_assert(derivative(x * s, x) == s + x * derivative(s, x) && derivative(s * s, x) == 2_c * s * derivative(s, x));
static_assert(derivative(s(x = t * t), t) == derivative(s, x)(x = t * t) * derivative(t * t, t));
static_assert(derivative(s, x, y) == derivative(s, y, x) && s + s == 2_c * s);
static_assert(select(!(x > y), x, y) == select(x > y, y, x) && select(x > y, x, x) == x && select(1_c < 2_c, x, y) == x);
static_assert(select(x > y && 1_c < 2_c, x, y) == select(x > y, x, y) && select(x > y || 1_c < 2_c, x, y) == x);
static_assert(x * select(x > y, 1_c, 0_c) + x * select(x > y, 0_c, 1_c) == x);
static_assert(!(s == x * x) && !(select(x > y, x, y) == select(x >= y, x, y)) && !(select(x < y, x, y) == select(y < x, x, y)));
static_assert(select(x < 0_c || y < 1_c, 1_c, x) == select(x < 0_c, 1_c, select(y < 1_c, 1_c, x)));
// functions that are defined by a choice
static_assert(leaky_relu(x, y) == select(x > 0_c, x, y * x));
static_assert(smoothstep(x) == select(x < 0_c, 0_c, select(x > 1_c, 1_c, x * x * (3_c - 2_c * x))));
// between equal bounds x counts for nothing
static_assert(derivative(clamp(x, x, x), x)(3.0) == 1 && derivative(clamp(x, 1_c, 1_c), x)(1.0) == 0);
// Where one side is not defined nothing is claimed; where both are they must agree.
static_assert(select(equals(x, 0_c), 0_c, sin(x) / x) == sin(x) / x);
static_assert(!(select(equals(x, 0_c), 5_c, sin(x) / x) == select(equals(x, 0_c), 7_c, sin(x) / x)));
static_assert(!(select(equals(x, 0_c), 5_c, x) == x));

static_assert(depends_on(s, y) && boost::hana::length(variables_of(select(x < y, t, 0_c))) == boost::hana::size_c<3>);
static_assert(operation_count(s).calls == 0 && operation_count(safe_log).calls == 1);

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_condition)

BOOST_AUTO_TEST_CASE(no_infinity_of_the_other_branch_at_run_time) {
  for (double at : {-infinity, -1.0, -0.0, 0.0}) {
    double volatile hidden = at;
    double const a = hidden;
    BOOST_TEST(safe_log(a) == 0);
    BOOST_TEST((value_and_derivatives<3>(safe_log, x)(a) == std::array{0.0, 0.0, 0.0, 0.0}));
    auto const all = value_gradient_hessian(shared, x, y)(x = a, y = 2.0);
    BOOST_TEST(all.value == 2);
    BOOST_TEST((all.gradient == std::array{0.0, 1.0}));
    BOOST_TEST((all.hessian == std::array{std::array{0.0, 0.0}, std::array{0.0, 0.0}}));
  }
}

BOOST_AUTO_TEST_CASE(a_condition_with_nan_does_not_hold) {
  double const nan = std::numeric_limits<double>::quiet_NaN();
  BOOST_TEST(safe_log(nan) == 0);
  BOOST_TEST(select(!(x > 0_c), 1_c, 2_c)(nan) == 1);
  BOOST_TEST(derivative(select(!(x > 0_c), x, 2_c))(nan) == 1);
}

BOOST_AUTO_TEST_CASE(written_to_a_stream) {
  std::ostringstream stream;
  stream << (x < y) << "; " << s;
  BOOST_TEST(stream.str() == "x < y; select(x > y, x*x, y)");
}

BOOST_AUTO_TEST_SUITE_END()
