#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <array>
#include <cmath>
#include <complex>

// A function of a program's own that says no more than a formula: its value and its derivatives come from that.

namespace program {

namespace hana = boost::hana;

/// The Planck distribution in scaled units, x^3 / (exp(x) - 1).
struct planck_op {
  static constexpr nabla::fixed_string name = "planck";
  static constexpr nabla::interval samples{0.5, 4};
  static constexpr auto definition = [](auto x) { return x * x * x / expm1(x); };
};
template <nabla::term T>
constexpr auto planck(T x) {
  return nabla::apply_op<planck_op>(x);
}

/// a rational function of two operands, constexpr with every compiler
struct hill_op {
  static constexpr nabla::fixed_string name = "hill";
  static constexpr nabla::interval samples{0.5, 4};
  static constexpr auto definition = [](auto x, auto k) { return x * x / (k * k + x * x); };
};
template <nabla::term X, nabla::term K>
constexpr auto hill(X x, K k) {
  return nabla::apply_op<hill_op>(x, k);
}

/// a definition for the derivatives, and a value of its own that is right where the definition is not
struct versine_op {
  static constexpr nabla::fixed_string name = "versine";
  static constexpr bool is_even = true;
  static constexpr nabla::interval samples{-3, 3};
  static constexpr auto definition = [](auto x) { return nabla::one - cos(x); };
  static constexpr auto value = []<class T>(T const& x) -> T {
    using std::sin;
    T const half = sin(T(x / T(2)));
    return T(2) * half * half;
  };
};
template <nabla::term T>
constexpr auto versine(T x) {
  return nabla::apply_op<versine_op>(x);
}

/// any number of operands, each treated alike
struct power_mean_op {
  static constexpr nabla::fixed_string name = "squared_length";
  static constexpr bool is_variadic = true;
  static constexpr nabla::interval samples{-2, 2};
  static constexpr auto value = [](auto const&... x) { return (... + (x * x)); };
  static constexpr auto partial = [](auto x, auto) { return nabla::constant<2>{} * x; };
};
template <nabla::term... T>
constexpr auto squared_length(T... x) {
  return nabla::apply_op<power_mean_op>(x...);
}

}  // namespace program

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;

constexpr auto h = program::hill(x, y);
static_assert(h(x = 3, y = 1) == 0.9 && to_string(2_c * h) == "2*hill(x, y)");
static_assert(h == x * x / (y * y + x * x) && equivalent(derivative(h, x), 2_c * x * y * y / pow(x * x + y * y, 2_c)));
static_assert(gradient(h, x, y)(x = 1, y = 1) == std::array{0.5, -0.5});
static_assert(hessian(h, x, y)(x = 1, y = 1)[0][0] == -0.5 && hessian(h, x, y)(x = 1, y = 1)[1][0] == 0);
static_assert(derivative(program::hill(x * x, y), x) == 2_c * x * derivative(h, x)(x = x * x));
static_assert(nabla::derivative<2>(h, x) == derivative(derivative(x * x / (y * y + x * x), x), x));

static_assert(program::versine(x) == 1_c - cos(x) && derivative(program::versine(x), x) == sin(x));
static_assert(program::versine(-x) == program::versine(x));
static_assert(derivative(program::planck(x), x) == derivative(pow(x, 3_c) / (exp(x) - 1_c), x));

constexpr auto length = program::squared_length(x, y, z);
static_assert(length(x = 1, y = 2, z = 3) == 14 && gradient(length, x, y, z)(x = 1, y = 2, z = 3) == std::array{2.0, 4.0, 6.0});
static_assert(derivative(program::squared_length(x, x * x), x) == 2_c * x + 4_c * x * x * x);
static_assert(to_string(length) == "squared_length(x, y, z)");

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_defined)

BOOST_AUTO_TEST_CASE(value_and_derivatives_come_from_the_definition) {
  double const at = 1.5, e = std::exp(at), d = e - 1;
  double const first = 3 * at * at / d - at * at * at * e / (d * d);
  BOOST_TEST(support::near(program::planck(x)(at), at * at * at / std::expm1(at), 1e-15));
  BOOST_TEST(support::near(derivative(program::planck(x))(at), first, 1e-14));
  BOOST_TEST(support::near(gradient(program::planck(x), x)(x = at)[0], first, 1e-14));
  BOOST_TEST(support::near(program::planck(x)(1.5L), 3.375L / std::expm1(1.5L), 1e-18L));
  BOOST_TEST(std::abs(program::hill(x, y)(x = std::complex<double>(0, 2), y = 1.0) - 4.0 / 3.0) < 1e-15);
}

BOOST_AUTO_TEST_CASE(a_value_of_its_own_is_used) {
  BOOST_TEST(program::versine(x)(1e-9) == 5e-19);
  BOOST_TEST(derivative(program::versine(x))(1e-9) == std::sin(1e-9));
}

BOOST_AUTO_TEST_SUITE_END()
