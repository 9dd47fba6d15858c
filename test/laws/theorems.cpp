#include <support/corpus.hpp>

#include <nabla/theorems.hpp>

#include <boost/test/unit_test.hpp>

// The theorems for every smooth function: u, v, w are unknown functions, of which the library knows nothing but their
// derivatives' names. Fields: theorems_of_fields.cpp; known formulas: theorems_of_formulas.cpp.

namespace {

using namespace support;
using namespace nabla::theorems;

constexpr auto a = nabla::variable<"a">;
constexpr auto b = nabla::variable<"b">;
constexpr auto n = nabla::variable<"n">;

// functions of one variable
constexpr auto u = nabla::unknown<"u">(x);
constexpr auto v = nabla::unknown<"v">(x);
constexpr auto g = nabla::unknown<"g">(t);
constexpr auto h = nabla::unknown<"h">(t);

static_assert(to_string(derivative(u, x)) == "D_u(1, x)");
static_assert(to_string(derivative<3>(u, x)) == "D_u(3, x)");
static_assert(!(u == v) && !nabla::equivalent(u, derivative(u, x)) && !nabla::is_zero(derivative(u, x)));

static_assert(sum_rule(u, v, x));
static_assert(constant_multiple_rule(a, u, x) && constant_multiple_rule(7_c, u, x));
static_assert(linearity(u, v, a, b, x));
static_assert(product_rule(u, v, x));
static_assert(quotient_rule(u, v, x));
static_assert(reciprocal_rule(u, x));
static_assert(power_rule(u, 5_c, x) && power_rule(u, -1_c / 2_c, x) && power_rule(u, n, x));
static_assert(general_power_rule(u, v, x));
static_assert(logarithmic_differentiation(u, x) && logarithmic_differentiation(u * v, x));
static_assert(chain_rule(u, x, g, t));
static_assert(leibniz_rule<2>(u, v, x) && leibniz_rule<3>(u, v, x) && leibniz_rule<5>(u, v, x));
static_assert(antiderivative(u * v, derivative(u, x) * v + u * derivative(v, x), x));   // integration by parts

// what each theorem says is no triviality: with another right-hand side there is no proof
static_assert(!equation{sum_rule(u, v, x).left, derivative(u, x) - derivative(v, x)});
static_assert(!equation{product_rule(u, v, x).left, derivative(u, x) * derivative(v, x)});
static_assert(!equation{quotient_rule(u, v, x).left, derivative(u, x) / derivative(v, x)});
static_assert(!equation{reciprocal_rule(u, x).left, derivative(u, x) / (u * u)});
static_assert(!equation{chain_rule(u, x, g, t).left, derivative(u, x)(x = g)});
static_assert(!equation{leibniz_rule<2>(u, v, x).left, u * derivative<2>(v, x) + derivative<2>(u, x) * v});
static_assert(!constant_multiple_rule(x, u, x) && !linearity(u, v, x, b, x));
static_assert(!power_rule(u, x, x) && !power_rule(u, v, x));
static_assert(!antiderivative(u * v, u * derivative(v, x), x));

// a function of two variables: the total derivative
constexpr auto p = nabla::unknown<"p">(x, y);
constexpr auto q = nabla::unknown<"q">(x, y);
static_assert(to_string(derivative(p, x, y)) == "D_p(1, 1, x, y)");
static_assert(chain_rule(p, x, g, y, h, t) && chain_rule(p, x, t, y, g, t));
static_assert(!equation{chain_rule(p, x, g, y, h, t).left, derivative(p, x)(x = g, y = h) * derivative(g, t)});
static_assert(mixed_partials_commute(p, x, y) && mixed_partials_commute(p * exp(q), x, y));
static_assert(curl_of_gradient_is_zero(p, x, y));

// the wave equation's general solution, and a homogeneous function of degree n
static_assert(nabla::is_zero(derivative<2>(nabla::unknown<"u">(x - a * t) + nabla::unknown<"v">(x + a * t), t) -
                             a * a * derivative<2>(nabla::unknown<"u">(x - a * t) + nabla::unknown<"v">(x + a * t), x)));
static_assert(euler_homogeneous(pow(x, n) * nabla::unknown<"u">(y / x), n, x, y));
static_assert(!euler_homogeneous(pow(x, n) * nabla::unknown<"u">(y / x), n + 1_c, x, y) && !euler_homogeneous(p, 1_c, x, y));

// An operation whose partials, xy and xy, no function has: what needs a smooth function finds it out.
struct bent_op {
  static constexpr nabla::fixed_string name = "bent";
  static constexpr auto partials = [](auto x, auto y, auto) { return hana::make_tuple(x * y, x * y); };
};
constexpr auto bent = nabla::apply_op<bent_op>(x, y);
static_assert(!mixed_partials_commute(bent, x, y) && !curl_of_gradient_is_zero(bent, x, y));

}  // namespace

BOOST_AUTO_TEST_SUITE(laws_theorems)

// The same theorem has values: both sides of a statement are formulas.
BOOST_AUTO_TEST_CASE(sides_are_formulas) {
  constexpr auto rule = product_rule(sin(x), exp(x), x);
  BOOST_TEST(rule.left(x = 0.0) == 1.0);
  BOOST_TEST(rule.right(x = 0.0) == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
