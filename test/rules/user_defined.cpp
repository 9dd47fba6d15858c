#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <complex>

// A primitive of a program's own, in a namespace of its own, as rules/rule.hpp says.

namespace program {

namespace hana = boost::hana;

/// a^2 b: constexpr without a standard library, with two operands and numbers in its rule.
struct cone_op {
  static constexpr nabla::fixed_string name = "cone";
  static constexpr nabla::interval samples{-2, 2};
  static constexpr auto value = [](auto const& a, auto const& b) { return a * a * b; };
  static constexpr auto partials = [](auto a, auto b, auto) { return hana::make_tuple(nabla::constant<2>{} * a * b, a * a); };
};
template <nabla::term A, nabla::term B>
constexpr auto cone(A a, B b) {
  return nabla::apply_op<cone_op>(a, b);
}

}  // namespace program

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

// found by argument-dependent lookup only where a program's own types are; else by its name
constexpr auto f = program::cone(x, y + 1_c) - y;
static_assert(std::is_empty_v<std::remove_const_t<decltype(f)>> && nabla::expression<decltype(f)>);
static_assert(f(x = 3, y = 1) == 17 && to_string(f) == "cone(x, y + 1) - y");
static_assert(gradient(f, x, y)(x = 3, y = 1) == std::array{12.0, 8.0});
static_assert(hessian(f, x, y)(x = 3, y = 1) == std::array{std::array{4.0, 6.0}, std::array{6.0, 0.0}});
static_assert(derivative(f, x) == 2_c * x * (y + 1_c) && nabla::derivative<2>(f, x) == 2_c * (y + 1_c));
static_assert(f == -y + program::cone(x, 1_c + y) && !(f == program::cone(y + 1_c, x) - y) && operation_count(f).calls == 1);
static_assert(program::cone(x, x)(x = y * y) == program::cone(y * y, y * y) && jvp(f, boost::hana::make_tuple(1_c, 1_c), x, y)(x = 3, y = 1).tangent == 20);
static_assert(program::cone(2_c, 3_c)() == 12);

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_user_defined)

BOOST_AUTO_TEST_CASE(at_run_time) {
  double const a = 3, b = 1;
  BOOST_TEST(f(x = a, y = b) == 17);
  BOOST_TEST((gradient(f, x, y)(x = a, y = b) == std::array{12.0, 8.0}));
  BOOST_TEST(derivative(f, x)(x = std::complex<double>(0, 1), y = b) == std::complex<double>(0, 4));
}

BOOST_AUTO_TEST_SUITE_END()
