#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto z = nabla::variable<"z">;

// One name is one type, wherever it is written; an index tells members apart.
static_assert(std::is_same_v<decltype(nabla::variable<"x">), nabla::symbol<"x"> const>);
static_assert(!std::is_same_v<nabla::symbol<"x">, nabla::symbol<"z">>);
static_assert(!std::is_same_v<nabla::symbol<"x">, nabla::symbol<"x", 0>>);
static_assert(!std::is_same_v<nabla::symbol<"x", 1>, nabla::symbol<"x", 0>>);
static_assert(nabla::expression<nabla::symbol<"x">> && nabla::variable_of_differentiation<nabla::symbol<"x">>);

// A name may be a prefix of another, or look like an operation.
constexpr auto sine = nabla::variable<"sin">;
constexpr auto xx = nabla::variable<"xx">;
static_assert((sine + 1_c)(sine = 2) == 3 && (x - xx)(x = 1, xx = 5) == -4);

// The variable itself is a formula.
static_assert(x(x = 3) == 3 && x(3.0) == 3 && x(x = 2.5F) == 2.5F);

// A member of a family, bound alone.
constexpr auto third = nabla::symbol<"q", 2>{};
static_assert((third * third)(third = 3) == 9 && third(7) == 7);

// x and x[0] are different variables.
constexpr auto x0 = nabla::symbol<"x", 0>{};
static_assert((x - x0)(x = 5, x0 = 3) == 2 && (x - x0)(x0 = 5, x = 3) == -2);
static_assert(!(x == x0));
static_assert(derivative(x * x0, x) == x0);

// The example of the page.
constexpr auto f = 2_c * pow(z, 3_c) * pow(x, 2_c);
static_assert(f(x = 3, z = 1) == 18);
static_assert(f(z = 1, x = 3) == 18);

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_symbol)

BOOST_AUTO_TEST_CASE(page_example) {
  double const y0 = 1.5;
  BOOST_TEST(f(x = 0.3, z = y0) == 2 * (1.5 * 1.5 * 1.5) * (0.3 * 0.3));
  BOOST_TEST(third(third = 7.0) == 7.0);
}

BOOST_AUTO_TEST_SUITE_END()
