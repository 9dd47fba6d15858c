#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 3>;

static_assert(depends_on(x * y, x) && depends_on(x * y, y) && !depends_on(x * y, z) && !depends_on(7_c, x));
static_assert(depends_on(sin(exp(x)), x) && !depends_on(nabla::pi, x) && depends_on(q[1_c] * x, q) && depends_on(q[1_c], q[1_c]));
static_assert(!depends_on(q[1_c], q[0_c]) && !depends_on(x, q) && !depends_on(derivative(x * y, x), x));

static_assert(std::is_same_v<decltype(variables_of(z * x + y * x)), hana::tuple<decltype("x"_v), decltype("y"_v), decltype("z"_v)>>);
static_assert(hana::length(variables_of(7_c)) == hana::size_c<0> && hana::length(variables_of(sin(x) * x)) == hana::size_c<1>);
static_assert(std::is_same_v<decltype(variables_of(q[2_c] - q[0_c])), hana::tuple<nabla::symbol<"q", 0>, nabla::symbol<"q", 2>>>);
static_assert(hana::unpack(variables_of(x * x + y), [](auto... v) { return gradient(x * x + y, v...); })(x = 3, y = 1) ==
              std::array{6.0, 1.0});

// Operations of the code that will run.
constexpr auto count = operation_count(x * y + sin(x) / y - 1_c);
static_assert(count.additions == 2 && count.multiplications == 1 && count.divisions == 1 && count.calls == 1);
static_assert(operation_count((x + y) * (x + y)).additions == 1 && operation_count(exp(x) + exp(x)).calls == 1);
static_assert(operation_count(x).additions == 0 && operation_count(2_c * 3_c).multiplications == 0);
static_assert(operation_count(nabla::function(x * y, x, y)).multiplications == 1);
static_assert(operation_count(gradient(exp(x * y), x, y)).calls == 1 && operation_count(value_and_gradient(x * y, x, y)).multiplications == 1);
static_assert(operation_count(pow(x, 16_c)).multiplications == 4 && operation_count(pow(x, 16_c)).calls == 0);

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_analysis)

BOOST_AUTO_TEST_CASE(at_run_time) {
  BOOST_TEST(depends_on(x * y, x));
  BOOST_TEST(operation_count(x * y).multiplications == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
