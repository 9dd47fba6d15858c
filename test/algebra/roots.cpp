#include <nabla/nabla.hpp>

#include <algebra/reference.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <type_traits>

namespace {

namespace hana = boost::hana;
template <class... Expected>
constexpr bool are(hana::tuple<Expected...>, hana::tuple<Expected...>) {
  return true;
}
template <class Found, class Expected>
constexpr bool are(Found, Expected) {
  return false;
}
template <class F>
constexpr bool all_are_zeros(F f) {
  return hana::fold_left(roots(f, x), true, [](bool all, auto root) { return all && is_zero(F{}(x = root)); });
}

// what SymPy finds, in ascending order
#define ROW(f, ...)                                                                                            \
  static_assert(are(roots(f, x), hana::transform(hana::make_tuple(__VA_ARGS__), [](auto e) { return simplify(e); }))); \
  static_assert(all_are_zeros(f));
ALGEBRA_ROOTS(ROW)
#undef ROW

// with other variables in the coefficients, and of any kind
static_assert(hana::front(roots(a * x + b, x)) == -b / a && all_are_zeros(a * x + b));
constexpr auto quadratic = roots(a * x * x + b * x + c, x);
constexpr auto first_root = hana::front(quadratic);
constexpr auto second_root = hana::back(quadratic);
static_assert(equivalent(first_root, (-b - sqrt(b * b - 4_c * a * c)) / (2_c * a)));
static_assert(equivalent(second_root, (-b + sqrt(b * b - 4_c * a * c)) / (2_c * a)));
static_assert(to_string(first_root) == "(-b - sqrt(b^2 - 4*a*c))/(2*a)");
static_assert(all_are_zeros(a * x * x + b * x + c) && all_are_zeros(x * x + b * x + c) && all_are_zeros(x * x + 2_c * a * x + b));
static_assert(all_are_zeros(exp(y) * x * x + sin(y) * x - cos(y)) && all_are_zeros(x * x - (a + b) * x + a * b));
static_assert(to_string(hana::front(roots(x * x + 2_c * a * x + b, x))) == "-a - sqrt(a^2 - b)");
static_assert(hana::back(roots(x * x - y * y, x)) == abs(y) && hana::back(roots(x * x - nabla::pi, x)) == sqrt(nabla::pi));
static_assert(are(roots(x * x - 2_c * x * y + y * y, x), hana::make_tuple(y)) && are(roots(a * x * x, x), hana::make_tuple(0_c)));
static_assert(are(roots(x * x - sin(y) * x, x), hana::make_tuple(sin(y), 0_c)) && are(roots(7_c + y, x), hana::make_tuple()));
// where the leading coefficient is a sum, the proof needs a common denominator
constexpr auto leading_sum = (a + b) * x * x + (a - b) * x - c / b;
static_assert(equivalent(leading_sum(x = hana::front(roots(leading_sum, x))), 0_c) && equivalent(leading_sum(x = hana::back(roots(leading_sum, x))), 0_c));

// one variable need not be named
static_assert(are(roots(2_c - x * x), hana::make_tuple(-sqrt(2_c), sqrt(2_c))));
static_assert(are(critical_points(pow(x, 3_c) - 3_c * x), hana::make_tuple(-1_c, 1_c)));

// large numbers: exact where they fit
static_assert(to_string(hana::back(roots(3000000000000000000_c - x * x))) == "1000000000*sqrt(3)");
static_assert(are(roots(9000000000000000000_c * x - 3_c), hana::make_tuple(1_c / 3000000000000000000_c)));

// where the derivative is 0
constexpr auto cubic = pow(x, 3_c) - 3_c * a * x * x + b * x + sin(c);
static_assert(hana::fold_left(critical_points(cubic, x), true, [](bool all, auto at) { return all && is_zero(derivative(cubic, x)(x = at)); }));
static_assert(hana::length(critical_points(cubic, x)) == hana::size_c<2>);
static_assert(hana::front(critical_points(y * pow(x - a, 2_c) + z, x)) == a);

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_roots)

BOOST_AUTO_TEST_CASE(are_zeros_in_value) {
  auto const f = a * x * x + b * x + c;
  hana::for_each(roots(f, x), [&](auto root) {
    double const r = root(a = 2.0, b = -3.0, c = -4.0);
    BOOST_TEST(std::abs(f(x = r, a = 2.0, b = -3.0, c = -4.0)) < 1e-13);
  });
  BOOST_TEST(first_root(a = 2.0, b = -3.0, c = -4.0) < second_root(a = 2.0, b = -3.0, c = -4.0));
}

BOOST_AUTO_TEST_SUITE_END()
