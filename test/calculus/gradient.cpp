#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <nabla/numeric/central_gradient.hpp>
#include <support/near.hpp>

#include <array>
#include <cmath>
#include <type_traits>
#include <vector>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 3>;

template <class A, class B>
constexpr bool same(A, B) {
  return std::is_same_v<A, B>;
}

constexpr auto f = 2_c * pow(z, 3_c) * pow(x, 2_c);

// called as f is; std::array in the order of the variables given
static_assert(gradient(f, x, z)(x = 3, z = 1) == std::array{12.0, 54.0});
static_assert(gradient(f, z, x)(x = 3, z = 1) == std::array{54.0, 12.0});
static_assert(gradient(f, x, z)(z = 1, x = 3) == std::array{12.0, 54.0});
static_assert(std::is_same_v<decltype(gradient(f, x, z)(x = 3, z = 1)), std::array<double, 2>>);
static_assert(std::is_same_v<decltype(gradient(f, x, z)(x = 3.0F, z = 1.0F)), std::array<float, 2>>);
static_assert(std::is_same_v<decltype(gradient(f, z)(x = 3.0L, z = 1)), std::array<long double, 1>>);

// by some of the variables, by none that occurs, by one that need not be said
static_assert(gradient(f, z)(x = 3, z = 1) == std::array{54.0});
static_assert(gradient(f, y)(x = 3, z = 1) == std::array{0.0} && gradient(f, y, z)(x = 3, z = 1) == std::array{0.0, 54.0});
static_assert(gradient(x * x * x)(2) == std::array{12.0} && gradient(x * x * x, x)(2.0) == std::array{12.0});
static_assert(gradient(x + y, x, y)(x = 1, y = 2) == std::array{1.0, 1.0} && gradient(x + y, x, y)() == std::array{1.0, 1.0});

// single entries as formulas
static_assert(gradient(f, x, z)[x] == 4_c * z * z * z * x && gradient(f, x, z)[z] == 6_c * z * z * x * x);
static_assert(same(gradient(f, x, z)[x], derivative(f, x)) && gradient(f, x, z)[0_c] == derivative(f, x));

// a Hana sequence
constexpr auto g = gradient(f, x, z);
static_assert(hana::Sequence<std::remove_const_t<decltype(g)>>::value && hana::length(g) == hana::size_c<2>);
static_assert(same(hana::at_c<1>(g), derivative(f, z)) && same(hana::front(g), derivative(f, x)));
static_assert(hana::unpack(g, [](auto a, auto b) { return a * a + b * b; })(x = 3, z = 1) == 144 + 54 * 54);
static_assert(hana::fold_left(hana::transform(g, [](auto partial) { return partial(x = 3, z = 1); }), 0.0,
                              [](double a, double b) { return a + b; }) == 66);
static_assert(jacobian(g, x, z)(x = 3, z = 1) == hessian(f, x, z)(x = 3, z = 1));

// families, alone and among others
constexpr auto h = q[0_c] * q[1_c] * q[2_c] * x;
static_assert(gradient(h, q)(q = std::array{2, 3, 5}, x = 1) == std::array{15.0, 10.0, 6.0});
static_assert(gradient(h, x, q)(q = std::array{2, 3, 5}, x = 1) == std::array{30.0, 15.0, 10.0, 6.0});
static_assert(gradient(h, q[2_c], x)(q = std::array{2, 3, 5}, x = 1) == std::array{6.0, 30.0});
static_assert(gradient(h, q)[q[1_c]] == q[0_c] * q[2_c] * x);

// functions of positions
constexpr auto F = nabla::function(f, x, z);
constexpr auto G = nabla::function(f, z, x);
static_assert(gradient(F)(3.0, 1.0) == std::array{12.0, 54.0} && gradient(G)(1.0, 3.0) == std::array{54.0, 12.0});
static_assert(gradient(F)(std::array{3.0, 1.0}) == std::array{12.0, 54.0});
static_assert(gradient(F)(x = 3.0, z = 1.0) == std::array{12.0, 54.0});
static_assert(gradient(F, z)(3.0, 1.0) == std::array{54.0});
static_assert(same(gradient(F)[z], derivative(f, z)));

// value and gradient from one evaluation
constexpr auto both = value_and_gradient(f, x, z)(x = 3, z = 1);
static_assert(both.value == 18 && both.gradient == std::array{12.0, 54.0});
static_assert(value_and_gradient(F)(3.0, 1.0).value == 18 && value_and_gradient(F)(3.0, 1.0).gradient[1] == 54);
static_assert(value_and_gradient(x * x)(3).value == 9 && value_and_gradient(x * x)(3).gradient[0] == 6);
static_assert(value_and_gradient(h, q)(q = std::array{2, 3, 5}, x = 2).gradient == std::array{30.0, 20.0, 12.0});
static_assert(value_and_gradient(f, y)(x = 3, z = 1).value == 18 && value_and_gradient(f, y)(x = 3, z = 1).gradient[0] == 0);
constexpr auto decomposed = [] {
  auto [value, gradient] = value_and_gradient(f, x, z)(x = 3, z = 1);
  return value + gradient[0] + gradient[1];
};
static_assert(decomposed() == 84);

// a gradient as the only use of a constant formula
static_assert(gradient(7_c, x, y)() == std::array{0.0, 0.0} && value_and_gradient(7_c, x)(x = 1).value == 7);

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_gradient)

BOOST_AUTO_TEST_CASE(against_differences) {
  constexpr auto formula = sin(x * y) * exp(-z) / (1_c + x * x) + atan(y - z);
  auto const numbers = [](auto a, auto b, auto c) {
    using std::sin, std::exp, std::atan;
    return sin(a * b) * exp(-c) / (1 + a * a) + atan(b - c);
  };
  constexpr auto function = nabla::function(formula, x, y, z);
  for (double at : {-1.3, -0.2, 0.4, 1.7}) {
    std::array const point{at, 0.5 - at, 0.3 * at};
    auto const expected = nabla::numeric::central_gradient(numbers, point);
    BOOST_TEST(support::all_near(gradient(function)(point), expected, 1e-8));
    BOOST_TEST(value_and_gradient(function)(point).value == numbers(point[0], point[1], point[2]));
    BOOST_TEST(support::all_near(gradient(formula, x, y, z)(x = point[0], y = point[1], z = point[2]), expected, 1e-8));
    for (std::size_t i = 0; i < 3; ++i) BOOST_TEST(gradient(function)(point)[i] == value_and_gradient(function)(point).gradient[i]);
  }
}

BOOST_AUTO_TEST_CASE(run_time_containers) {
  std::vector<double> const point{3, 1};
  BOOST_TEST((gradient(F)(point) == std::array{12.0, 54.0}));
  double const at = 3, height = 1;
  BOOST_TEST((gradient(f, x, z)(x = at, z = height) == std::array{12.0, 54.0}));
}

BOOST_AUTO_TEST_SUITE_END()
