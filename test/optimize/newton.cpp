#include <nabla/nabla.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <limits>
#include <type_traits>

// The roots are those of mpmath with 40 digits, rounded to the nearest double by the compiler.

namespace {

using namespace nabla::literals;
using nabla::root_status;
using options = nabla::root_options<double>;

constexpr auto x = nabla::variable<"x">;
constexpr auto a = nabla::variable<"a">;

// to the last digit
constexpr auto root_of_two = newton(x * x - 2_c, x = 1.0);
static_assert(root_of_two.point == 1.41421356237309504880168872420969807857 && root_of_two.status == root_status::converged);
static_assert(root_of_two.steps < 8 && -1e-15 < root_of_two.value && root_of_two.value < 1e-15);
static_assert(newton(cos(x) - x, x = 1.0).point == 0.7390851332151606416553120876738734040134);
static_assert(newton(exp(x) - 3_c, x = 1.0).point == 1.098612288668109691395245236922525704647);
static_assert(newton(x * log(x) - 1_c, x = 2.0).point == 1.763222834351896710225201776951707080437);
static_assert(newton(pow(x, 3_c) - 2_c * x - 5_c, x = 2.0).point == 2.094551481542326591482386540579302963857);
static_assert(newton(tan(x) - x, x = 4.5).point == 4.493409457909064175307880927281231637744);
static_assert(newton(erf(x) - 1_c / 2_c, x = 0.0).point == 0.4769362762044698733814183536431305598089697);
static_assert(newton(x - 7_c, x = 0.0).point == 7 && newton(x - 7_c, x = 7.0).steps == 0);
static_assert(newton(x * x * x, x = 0.0).status == root_status::converged);

// parameters, other scalars, integers as double
static_assert(newton(x * x - a, x = 1.0, a = 9).point == 3 && newton(x * x - a, x = 1, a = 16).point == 4);
static_assert(std::is_same_v<decltype(newton(x * x - 2_c, x = 1).point), double>);
static_assert(newton(x * x - 2_c, x = 1.0F).point == 1.41421356237309504880F);
static_assert(newton(cos(x) - x, x = 1.0F).point == 0.7390851332151606416553F);
static_assert(std::is_same_v<decltype(newton(x * x - 2_c, x = 1.0F).value), float>);

// Halley: fewer steps to the same root
constexpr auto by_halley = halley(x * x - 2_c, x = 1.0), by_newton = newton(x * x - 2_c, x = 1.0);
static_assert(by_halley.point == by_newton.point && by_halley.steps < by_newton.steps);
static_assert(halley(cos(x) - x, x = 1.0).point == 0.7390851332151606416553120876738734040134);

// a tolerance: the steps it saves
constexpr auto about = newton(x * x - 2_c, {.tolerance = 1e-2}, x = 1.0);
static_assert(about.steps == 3 && about.status == root_status::converged && about.point != root_of_two.point);
static_assert(newton(x * x - 2_c, options{.tolerance = 1e-2}, x = 1.0).steps == 3);
static_assert(halley(x * x - 2_c, {.tolerance = 1e-2}, x = 1.0).status == root_status::converged);

// what goes wrong is told
static_assert(newton(x * x + 1_c, x = 0.0).status == root_status::derivative_is_zero);
static_assert(newton(pow(x, 3_c) - 2_c * x + 2_c, x = 0.0).status == root_status::no_progress);
static_assert(newton(x * x + 1_c, {.steps = 7}, x = 0.7).status == root_status::steps_spent);
static_assert(newton(x * x - 2_c, {.steps = 2}, x = 1.0).steps == 2);

}  // namespace

BOOST_AUTO_TEST_SUITE(optimize_newton)

BOOST_AUTO_TEST_CASE(same_at_run_time) {
  double start = 1.0;
  BOOST_TEST(newton(x * x - 2_c, x = start).point == root_of_two.point);
  BOOST_TEST(newton(cos(x) - x, x = start).point == 0.7390851332151606416553120876738734040134);
}

BOOST_AUTO_TEST_CASE(divergence) {
  double start = 2.0;
  auto const result = newton(atan(x), x = start);
  BOOST_TEST((result.status == root_status::diverged || result.status == root_status::derivative_is_zero));
  BOOST_TEST(result.point - result.point == 0.0);  // finite
  double const minus_one = -1.0;
  auto const outside = newton(log(x), x = minus_one);
  BOOST_TEST((outside.status == root_status::diverged));
  BOOST_TEST(to_string(outside.status) == "diverged: the value or the derivative is not finite; try another start");
}

BOOST_AUTO_TEST_CASE(multiple_root) {
  double start = 3.0;
  auto const result = newton(pow(x - 1_c, 2_c), x = start);
  BOOST_TEST((result.status == root_status::converged));
  BOOST_TEST(result.steps > 20U);  // one binary digit a step
  BOOST_TEST(result.point - 1 < 1e-7);
}

BOOST_AUTO_TEST_CASE(fifty_digits) {
  using number = boost::multiprecision::cpp_bin_float_50;
  auto const result = newton(x * x - 2_c, x = number(1));
  BOOST_TEST((result.status == root_status::converged));
  BOOST_TEST((abs(result.point - number("1.4142135623730950488016887242096980785696718753769480731767")) < number("1e-49")));
}

BOOST_AUTO_TEST_SUITE_END()
