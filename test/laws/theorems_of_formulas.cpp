#include <support/corpus.hpp>
#include <support/near.hpp>

#include <nabla/theorems.hpp>

#include <boost/test/unit_test.hpp>

// The theorems of known formulas: both sides are found by different rules and must still be proved equal.

namespace {

using namespace support;
using namespace nabla::theorems;

constexpr auto g = x * sin(x) + 2_c;

// Sums, products, quotients, mixed partials and fields over the whole corpus: algebra.cpp, chain_rule.cpp, fields.cpp.
static_assert(proved_for_each(of_x, [](auto f) { return linearity(f, g, y, 1_c / 3_c, x) && reciprocal_rule(f + 9_c, x); }));
static_assert(proved_for_each(of_t, [](auto h) { return chain_rule(x * y + exp(y), x, h, y, sin(t), t) && power_rule(h, -3_c, t); }));
static_assert(leibniz_rule<4>(exp(2_c * x), sin(x), x) && general_power_rule(x, sin(x), x) && logarithmic_differentiation(pow(x, x), x));
static_assert(inverse_function_rule(x * x, x, sqrt(t), t) && inverse_function_rule((x - 1_c) / (x + 1_c), x, (1_c + t) / (1_c - t), t));
static_assert(inverse_function_rule(exp(x), x, log(t), t) && inverse_function_rule(sin(x), x, asin(t), t) && inverse_function_rule(tan(x), x, atan(t), t));
static_assert(inverse_function_rule(cosh(x), x, acosh(t), t) && inverse_function_rule(tanh(x), x, atanh(t), t));
static_assert(!inverse_function_rule(x * x, x, cbrt(t), t) && !inverse_function_rule(tan(x), x, 1_c / tan(t), t));
static_assert(antiderivative(x * log(x) - x, log(x), x) && !antiderivative(x * log(x), log(x), x));

// the logarithm of the radius in the plane, one over the radius in space, and what is harmonic in neither
constexpr auto radius = sqrt(x * x + y * y + z * z);
static_assert(harmonic(log(sqrt(x * x + y * y)), x, y) && harmonic(log(x * x + y * y), x, y) && harmonic(log(hypot(x, y)), x, y));
static_assert(harmonic(1_c / radius, x, y, z) && !harmonic(1_c / radius, x, y) && !harmonic(log(radius), x, y, z));
static_assert(harmonic(exp(x) * cos(y), x, y) && harmonic(atan(y / x), x, y) && harmonic(pow(x, 3_c) - 3_c * x * y * y, x, y));
static_assert(!harmonic(x * x + y * y, x, y) && !harmonic(exp(x) * cosh(y), x, y));
static_assert(cauchy_riemann(exp(x) * cos(y), exp(x) * sin(y), x, y) && cauchy_riemann(x * x - y * y, 2_c * x * y, x, y));
static_assert(cauchy_riemann(log(x * x + y * y) / 2_c, atan(y / x), x, y));
static_assert(!cauchy_riemann(exp(x) * sin(y), exp(x) * cos(y), x, y) && !cauchy_riemann(x, x, x, y));

// Euler's theorem, of formulas that are homogeneous and of one that is not
static_assert(euler_homogeneous(x * x * y - 3_c * pow(z, 3_c), 3_c, x, y, z));
static_assert(euler_homogeneous(x * y / (x * x + z * z), 0_c, x, y, z) && euler_homogeneous(atan(y / x), 0_c, x, y));
static_assert(euler_homogeneous(x * log(x / y), 1_c, x, y) && euler_homogeneous(sqrt(x * x + x * y), 1_c, x, y));
static_assert(euler_homogeneous(radius, 1_c, x, y, z) && euler_homogeneous(hypot(x, y), 1_c, x, y));
static_assert(!euler_homogeneous(x * x * y - 3_c * z, 3_c, x, y, z) && !euler_homogeneous(radius, 2_c, x, y, z));
static_assert(!euler_homogeneous(x * x * y, 3_c, x) && !euler_homogeneous(exp(x / y) + x, 0_c, x, y));

}  // namespace

BOOST_AUTO_TEST_SUITE(laws_theorems_of_formulas)

// What is proved is true of the values too.
template <class Equation>
void hold_as_values(Equation const& law) {
  for (auto const& at : points) {
    BOOST_TEST(support::near(law.left(x = at[0], y = at[1], z = at[2]), law.right(x = at[0], y = at[1], z = at[2]), 1e-12));
  }
}

BOOST_AUTO_TEST_CASE(both_sides_have_one_value) {
  hold_as_values(product_rule(sqrt(x), g, x));
  hold_as_values(quotient_rule(exp(-x * x), g, x));
  hold_as_values(laplacian_is_divergence_of_gradient(log(x + y * z), x, y, z));
  hold_as_values(euler_homogeneous(radius, 1_c, x, y, z));
}

BOOST_AUTO_TEST_SUITE_END()
