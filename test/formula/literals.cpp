#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <type_traits>

namespace {

using namespace nabla::literals;

template <class A, class B>
inline constexpr bool same = std::is_same_v<std::remove_const_t<A>, std::remove_const_t<B>>;

template <class T, std::intmax_t Numerator, std::intmax_t Denominator = 1>
inline constexpr bool is = same<T, nabla::constant<Numerator, Denominator>>;

// whole numbers
static_assert(is<decltype(3_c), 3> && is<decltype(0_c), 0> && is<decltype(42_c), 42>);
static_assert(is<decltype(9223372036854775807_c), 9223372036854775807>);
static_assert(is<decltype(1'000_c), 1000> && is<decltype(1'000'000'000'000_c), 1000000000000>);
static_assert(is<decltype(0x1F_c), 31> && is<decltype(0XfF_c), 255> && is<decltype(0b1011_c), 11>);
static_assert(is<decltype(0x7FFF'FFFF'FFFF'FFFF_c), 9223372036854775807>);

// decimal fractions are exact
static_assert(is<decltype(0.5_c), 1, 2> && is<decltype(.5_c), 1, 2> && is<decltype(5._c), 5>);
static_assert(is<decltype(0.1_c), 1, 10> && is<decltype(0.3_c), 3, 10> && is<decltype(2.75_c), 11, 4>);
static_assert(is<decltype(3.141592653589793238_c), 1570796326794896619, 500000000000000000>);
static_assert(is<decltype(0.000'001_c), 1, 1000000> && is<decltype(00.5_c), 1, 2>);

// exponents
static_assert(is<decltype(1e-3_c), 1, 1000> && is<decltype(1E3_c), 1000> && is<decltype(2.5e+6_c), 2500000>);
static_assert(is<decltype(1e18_c), 1000000000000000000> && is<decltype(1e-18_c), 1, 1000000000000000000>);
static_assert(is<decltype(0.0001e4_c), 1> && is<decltype(12'500e-2_c), 125> && is<decltype(0e999_c), 0>);
static_assert(is<decltype(0.00000000000000000001e20_c), 1>);

// trailing zeros say nothing
static_assert(is<decltype(1.50000_c), 3, 2> && is<decltype(1.500000000000000000000000000_c), 3, 2>);
static_assert(is<decltype(7.0_c), 7> && is<decltype(0.0_c), 0> && is<decltype(100.00e-2_c), 1>);

// arithmetic of numbers alone gives numbers, exactly
static_assert(is<decltype(1_c / 3_c), 1, 3> && is<decltype(2_c / 4_c), 1, 2> && is<decltype(-(1_c / 3_c)), -1, 3>);
static_assert(is<decltype(1_c / 3_c + 1_c / 6_c), 1, 2> && is<decltype(0.1_c + 0.2_c), 3, 10>);
static_assert(is<decltype(1_c - 3_c), -2> && is<decltype(3_c * (1_c / 3_c)), 1> && is<decltype(-3_c), -3>);
static_assert(is<decltype(1_c / -3_c), -1, 3> && is<decltype(-0_c), 0>);
static_assert(is<decltype(pow(2_c, 10_c)), 1024> && is<decltype(pow(2_c, -2_c)), 1, 4> && is<decltype(pow(-2_c, 3_c)), -8>);
static_assert(same<decltype(0.1_c + 0.2_c), decltype(0.3_c)>);

// a number is an expression, and worth what it says in every scalar
static_assert(nabla::expression<decltype(3_c)>);
static_assert((1_c / 3_c)(0.0) == 1.0 / 3 && (1_c / 3_c)(0.0F) == 1.0F / 3 && (1_c / 3_c)(0.0L) == 1.0L / 3);
static_assert((0.1_c)(0.0) == 0.1 && (0.1_c)(0.0F) == 0.1F && (0.1_c)(0.0L) == 0.1L);
static_assert((3.141592653589793238_c)(0.0) == 3.141592653589793238 && (1e-18_c)(0.0) == 1e-18);
static_assert((0.1_c)() == 0.1);
static_assert(same<decltype((3_c)(1)), double>);

// arithmetic that does not fit is not wrapped around: it stays what was written
static_assert((9223372036854775807_c * 9223372036854775807_c)() == 9223372036854775807.0 * 9223372036854775807.0);
static_assert((9223372036854775807_c + 9223372036854775807_c)() == 2 * 9223372036854775807.0);

// a variable
static_assert(same<decltype("x"_v), nabla::symbol<"x">> && same<decltype("x"_v), decltype(nabla::variable<"x">)>);
static_assert(same<decltype("a longer name"_v), nabla::symbol<"a longer name">>);
static_assert(!same<decltype("x"_v), decltype("y"_v)>);

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_literals)

BOOST_AUTO_TEST_CASE(nearest_numbers) {
  // The compiler rounds decimal literals to nearest; so must we, from the exact fraction.
  BOOST_TEST((0.1_c)() == 0.1);
  BOOST_TEST((2.2250738585072014_c)() == 2.2250738585072014);
  BOOST_TEST((1.7976931348623157_c)() == 1.7976931348623157);
  BOOST_TEST((0.30000000000000004_c)() == 0.30000000000000004);
  BOOST_TEST((9007199254740993_c)() == 9007199254740993.0);
  BOOST_TEST((9007199254740995_c)() == 9007199254740995.0);
  BOOST_TEST((16777217_c)(1.0F) == 16777217.0F);
  BOOST_TEST((0.1_c)(1.0L) == 0.1L);
  BOOST_TEST((9223372036854775807_c)(1.0L) == 9223372036854775807.0L);
}

BOOST_AUTO_TEST_SUITE_END()
