#pragma once

#include <nabla/nabla.hpp>

// The formulas that are written in C and in C++: every function of the rules, and what people write with them.

namespace corpus {

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto z = nabla::variable<"z">;
inline constexpr auto q = nabla::variables<"q", 3>;

// FORMULA(name, ulp, formula): of x, y, z; how far the value of the C function may be from nabla's, in units in the last place.
#define NABLA_SCALAR_CORPUS(FORMULA)                                                       \
  FORMULA(arithmetic, 0, x * y + z - x / y - -z)                                           \
  FORMULA(negative_numbers, 0, -2_c * x - (y - -3_c) * (-x) * -y + -(x * y) / z)           \
  FORMULA(rationals, 0, 1_c / 3_c * x + y * (2_c / 7_c) - 0.1_c / z + 0.375_c)             \
  FORMULA(large_numbers, 0, 9007199254740993_c * x + 9007199254740993_c / 9007199254740995_c * y + 1e-18_c * z) \
  FORMULA(constants, 0, nabla::pi * x + nabla::e * y + nabla::ln2 + nabla::ln10 + nabla::sqrt2 + nabla::phi)    \
  FORMULA(whole_powers, 0, pow(x, 2_c) + pow(y, 3_c) + pow(z, 7_c) + pow(x, -1_c) + pow(y, -4_c) + pow(z, 0_c)) \
  FORMULA(half_powers, 0, pow(x, 0.5_c) + pow(y, 2.5_c) + pow(z, -1.5_c))                  \
  FORMULA(other_powers, 0, pow(x, 1_c / 3_c) + pow(y, z) + pow(2_c, x) + pow(x, 2000_c))   \
  FORMULA(roots, 0, sqrt(x) + cbrt(y) + square(z))                                         \
  FORMULA(lengths, 0, hypot(x, y) + hypot(x, y, z))                                        \
  FORMULA(exponentials, 0, exp(x) + exp2(y) + expm1(z))                                    \
  FORMULA(decimal_exponential, 0, exp10(x))                                                \
  FORMULA(logarithms, 0, log(x) + log2(y) + log10(z) + log1p(x))                           \
  FORMULA(circular, 0, sin(x) + cos(y) + tan(z))                                           \
  FORMULA(circular_reciprocals, 0, sec(x) + csc(y) + cot(z))                               \
  FORMULA(circular_inverses, 0, asin(x) + acos(y) + atan(z))                               \
  FORMULA(circular_inverses_of_reciprocals, 0, asec(x) + acsc(y) + acot(z))                \
  FORMULA(half_turns, 0, sinpi(x) + cospi(y))                                                \
  FORMULA(angle, 0, atan2(x, y))                                                           \
  FORMULA(hyperbolic, 0, sinh(x) + cosh(y) + tanh(z))                                      \
  FORMULA(hyperbolic_reciprocals, 0, sech(x) + csch(y) + coth(z))                          \
  FORMULA(hyperbolic_inverses, 0, asinh(x) + acosh(y) + atanh(z))                          \
  FORMULA(area_secant, 0, asech(x))                                                        \
  FORMULA(area_cosecant, 0, acsch(x))                                                      \
  FORMULA(area_cotangent, 0, acoth(x))                                                     \
  FORMULA(error_functions, 0, erf(x) + erfc(y))                                            \
  FORMULA(normal_density, 0, normal_pdf(x))                                             \
  FORMULA(normal_distribution, 0, normal_cdf(x))                                        \
  FORMULA(gaussian_unit, 0, gelu(x))                                                    \
  FORMULA(gamma_functions, 0, tgamma(x) + lgamma(y))                                       \
  FORMULA(digamma_function, 0, digamma(x))                                                 \
  FORMULA(polygamma_functions, 0, trigamma(x) - polygamma(4_c, y) * polygamma(30_c, z))    \
  FORMULA(derivative_of_gamma, 0, derivative(tgamma(x) * lgamma(y), x, x, y))              \
  FORMULA(fourth_derivative_of_gamma, 0, derivative<4>(lgamma(x), x))                      \
  FORMULA(derivatives_of_cardinal_sine, 0, derivative(sinc(x) * sinc(y), x, y, y))         \
  FORMULA(fifth_derivative_of_cardinal_sine, 0, derivative<5>(sinc(x), x))                 \
  FORMULA(logistic_function, 0, logistic(x))                                               \
  FORMULA(logit_function, 0, logit(x))                                                     \
  FORMULA(softplus_function, 0, softplus(x))                                               \
  FORMULA(sigmoid_unit, 0, silu(x))                                                        \
  FORMULA(two_exponentials, 0, logaddexp(x, y))                                            \
  FORMULA(three_exponentials, 0, log_sum_exp(x, y, z))                                     \
  FORMULA(entropy, 0, xlogx(x))                                                            \
  FORMULA(likelihood, 0, xlogy(x, y))                                                      \
  FORMULA(likelihood_of_one_plus, 0, xlog1py(x, y))                                        \
  FORMULA(magnitude, 0, abs(x))                                                            \
  FORMULA(signs, 0, sign(x))                                                               \
  FORMULA(unit_step, 0, step(x))                                                           \
  FORMULA(rectified, 0, relu(x))                                                           \
  FORMULA(leaky, 0, leaky_relu(x, y) + leaky_relu(z))                                      \
  FORMULA(exponential_unit, 0, elu(x, y) + elu(z))                                         \
  FORMULA(smooth_step, 0, smoothstep(x))                                                   \
  FORMULA(least, 0, min(x, y))                                                             \
  FORMULA(greatest, 0, max(x, y))                                                          \
  FORMULA(clamped, 0, clamp(x, y, z))                                                      \
  FORMULA(cardinal_sine, 0, sinc(x))                                                       \
  FORMULA(sums, 0, sum(x, y, z, x * y, y * z, x * z, 1_c) * sum(x, y))                     \
  FORMULA(choice, 0, select(x < y, x * x, select((y <= z && !(x > 1_c)) || equals(y, 2_c), y, select(z >= 0_c, z, -z))) * 2_c) \
  FORMULA(condition_used_twice, 0, select(x < y, x, y) * select(x < y, sin(z), cos(z)))    \
  FORMULA(choice_as_operand, 0, -select(x > 0_c, x, 1_c) - select(y > 0_c, y, 1_c) / select(z > 0_c, z, 1_c)) \
  FORMULA(shared, 0, exp(x * y) / (1_c + exp(x * y)) + sqrt(exp(x * y) + z * z))           \
  FORMULA(long_sum, 0, x + 2_c * y + 3_c * z + x * y + y * z + z * x + x * x + y * y + z * z + sin(x) + sin(y) + sin(z) + x / y + y / z + z / x + 1_c) \
  FORMULA(derivative_of_quotient, 0, derivative(sin(x * y) / (x + z), x))                  \
  FORMULA(derivative_of_power, 0, derivative(pow(x, y), y))                                \
  FORMULA(second_derivative, 0, derivative(atan(x / y) * exp(-x * x), x, y))               \
  FORMULA(derivative_of_inverse, 0, derivative(asin(x) * acosh(y), x, y))                  \
  FORMULA(derivative_of_error_function, 0, derivative(erf(x) * y, x))                      \
  FORMULA(derivative_of_kinks, 0, derivative(abs(x) * relu(y) + max(x, y) * clamp(z, x, y), x)) \
  FORMULA(unused_variables, 0, z * 3_c)                                                    \
  FORMULA(number_alone, 0, 0.5_c * nabla::one)

inline constexpr auto positions_function = nabla::function(q[0_c] * q[2_c] + sin(q[1_c]), q);
inline constexpr auto energy_function = nabla::function(exp(x * y) / (1_c + x * x) + sqrt(y + z * z), z, x, y);
inline constexpr auto field_function = nabla::function(boost::hana::make_tuple(x * y, sin(y) * z, 3_c), x, y, z);
inline constexpr auto chain_function = nabla::trace<20>([](auto const& at) {
  auto total = (at[0] - 1) * (at[0] - 1);
  for (std::size_t i = 1; i < 20; ++i) total += 0.1 * square(at[i] - at[i - 1] * at[i - 1]) + sin(at[i]) / 3;
  return total;
});

}  // namespace corpus
