#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <type_traits>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto q = nabla::variables<"q", 2>;

template <auto Formula>
struct holder {
  static constexpr auto formula = Formula;
};

template <class T>
constexpr bool is_formula() {
  static_assert(nabla::expression<T>);
  static_assert(std::is_empty_v<T> && sizeof(T) == 1);
  static_assert(std::is_trivially_copyable_v<T> && std::is_default_constructible_v<T>);
  static_assert(std::is_same_v<std::remove_const_t<decltype(holder<T{}>::formula)>, T>);
  return true;
}
template <class... T>
constexpr bool all_formulas(T...) {
  return (is_formula<T>() && ...);
}

constexpr auto every_kind = hana::make_tuple(
    1_c, -0.5_c, x, q[1_c], nabla::pi, nabla::e, x + y, x - y, x * y, x / y, -x, +x, pow(x, y), pow(x, 3_c), sqrt(x), cbrt(x),
    square(x), exp(x), exp2(x), expm1(x), log(x), log2(x), log10(x), log1p(x), sin(x), cos(x), tan(x), asin(x), acos(x),
    atan(x), sinh(x), cosh(x), tanh(x), abs(x), sign(x), xlogy(x, y), x(x = y), compose(sin(x), x * x));
static_assert(hana::unpack(every_kind, [](auto... f) { return all_formulas(f...); }));

// What the operators give as formulas.
static_assert(all_formulas(derivative(sin(x) * y, x), d(x * y) / d(y), derivative<3>(exp(x), x), derivative(x * y * y, x, y),
                           gradient(x * sin(y), x, y)[y], simplify(x + x), laplacian(x * x * y, x, y),
                           taylor<3>(sin(x), x, 0_c), divergence(hana::make_tuple(x, y), x, y),
                           directional_derivative(x * y, hana::make_tuple(1_c, 2_c), x, y)));

// What they give as functors holds nothing either.
constexpr auto f = x * sin(y);
template <class T>
constexpr bool holds_nothing(T) {
  return std::is_empty_v<T> && std::is_trivially_copyable_v<T> && std::is_default_constructible_v<T>;
}
static_assert(holds_nothing(gradient(f, x, y)) && holds_nothing(hessian(f, x, y)) && holds_nothing(jacobian(f, x, y)) &&
              holds_nothing(value_and_gradient(f, x, y)) && holds_nothing(nabla::function(f, x, y)) &&
              holds_nothing(gradient(nabla::function(f, x, y))) && holds_nothing(value_and_derivatives<2>(f, x)));

// A formula as a template argument: an ordinary function made from one.
template <auto Formula, class... T>
constexpr auto evaluated(T... values) {
  return Formula(values...);
}
static_assert(evaluated<nabla::variable<"t"> * 2_c>(4) == 8);

template <auto Formula>
constexpr double newton(double at) {
  for (int i = 0; i < 8; ++i) at = at - Formula(at) / derivative(Formula)(at);
  return at;
}
static_assert(support::near(newton<x * x - 2_c>(1.0), 1.4142135623730951, 1e-15));

// A formula is callable through a const object, a reference, a copy.
constexpr auto const& reference = f;
constexpr auto copy = reference;
static_assert(std::is_same_v<decltype(copy), decltype(f)>);
static_assert((x * x)(3) == 9 && decltype(x * x){}(3) == 9);

// Numbers and formulas in the same generic code.
template <class T>
constexpr auto generic(T t) {
  using std::abs, std::sqrt;
  return sqrt(abs(t)) * t;
}
static_assert(std::is_same_v<decltype(generic(x)), std::remove_const_t<decltype(sqrt(abs(x)) * x)>>);

// Unrelated types are no formulas, and do not get operators of ours.
template <class A, class B>
concept addable = requires(A a, B b) { a + b; };
struct other {};
static_assert(!nabla::expression<double> && !nabla::expression<other> && !addable<other, nabla::symbol<"x">>);
static_assert(!addable<char const*, nabla::symbol<"x">>);

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_expression)

BOOST_AUTO_TEST_CASE(generic_code) {
  BOOST_TEST(generic(4.0) == 8.0);
  BOOST_TEST(generic(x)(4.0) == 8.0);
  BOOST_TEST(support::near(newton<x * x - 2_c>(1.0), 1.4142135623730951, 1e-15));
  BOOST_TEST((copy(x = 2.0, y = 0.0)) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
