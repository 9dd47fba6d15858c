#include <nabla/nabla.hpp>

// A calculus textbook's table of derivatives, second part: trigonometric and hyperbolic functions and their inverses.
// See table_of_derivatives.cpp.

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;

// trigonometric functions
static_assert(derivative(sin(x), x) == cos(x));
static_assert(derivative(cos(x), x) == -sin(x));
static_assert(derivative(tan(x), x) == pow(sec(x), 2_c));
static_assert(derivative(tan(x), x) == 1_c / pow(cos(x), 2_c));
static_assert(derivative(tan(x), x) == 1_c + pow(tan(x), 2_c));
static_assert(derivative(cot(x), x) == -pow(csc(x), 2_c));
static_assert(derivative(cot(x), x) == -1_c - pow(cot(x), 2_c));
static_assert(derivative(sec(x), x) == sec(x) * tan(x));
static_assert(derivative(csc(x), x) == -csc(x) * cot(x));
static_assert(derivative(sin(2_c * x), x) == 2_c * cos(2_c * x));
static_assert(derivative(sin(x * x), x) == 2_c * x * cos(x * x));
static_assert(derivative(pow(sin(x), 2_c), x) == 2_c * sin(x) * cos(x));
static_assert(derivative(pow(sin(x), 2_c), x) == sin(2_c * x));
static_assert(derivative(pow(cos(x), 2_c), x) == -2_c * sin(x) * cos(x));
static_assert(derivative(pow(cos(x), 2_c), x) == -sin(2_c * x));
static_assert(derivative(sin(x) * cos(x), x) == cos(2_c * x));
static_assert(derivative(sin(x) * cos(x), x) == pow(cos(x), 2_c) - pow(sin(x), 2_c));
static_assert(derivative(pow(sin(x), 2_c) + pow(cos(x), 2_c), x) == 0_c);
static_assert(derivative(pow(sin(x), 3_c), x) == 3_c * pow(sin(x), 2_c) * cos(x));
static_assert(derivative(pow(tan(x), 2_c), x) == 2_c * tan(x) * pow(sec(x), 2_c));
static_assert(derivative(pow(sec(x), 2_c), x) == 2_c * pow(sec(x), 2_c) * tan(x));
static_assert(derivative(pow(sec(x), 2_c) - pow(tan(x), 2_c), x) == 0_c);
static_assert(derivative(tan(x) - x, x) == pow(tan(x), 2_c));
static_assert(derivative(-cot(x) - x, x) == pow(cot(x), 2_c));
static_assert(derivative(x * sin(x) + cos(x), x) == x * cos(x));
static_assert(derivative(sin(x) - x * cos(x), x) == x * sin(x));
static_assert(derivative(sin(x) / x, x) == (x * cos(x) - sin(x)) / (x * x));
static_assert(derivative(1_c / sin(x), x) == -cos(x) / pow(sin(x), 2_c));
static_assert(derivative(sin(x) / (1_c + cos(x)), x) == 1_c / (1_c + cos(x)));
static_assert(derivative((1_c - cos(x)) / sin(x), x) == 1_c / (1_c + cos(x)));
static_assert(derivative(x / 2_c - sin(2_c * x) / 4_c, x) == pow(sin(x), 2_c));
static_assert(derivative(x / 2_c - sin(x) * cos(x) / 2_c, x) == pow(sin(x), 2_c));
static_assert(derivative(x / 2_c + sin(x) * cos(x) / 2_c, x) == pow(cos(x), 2_c));
static_assert(derivative(log(sin(x)), x) == cot(x));
static_assert(derivative(log(cos(x)), x) == -tan(x));
static_assert(derivative(-log(abs(cos(x))), x) == tan(x));
static_assert(derivative(log(tan(x)), x) == sec(x) * csc(x));
static_assert(derivative(log(sec(x) + tan(x)), x) == sec(x));
static_assert(derivative(-log(csc(x) + cot(x)), x) == csc(x));
static_assert(derivative(log(tan(x / 2_c)), x) == csc(x));
static_assert(derivative((sec(x) * tan(x) + log(sec(x) + tan(x))) / 2_c, x) == pow(sec(x), 3_c));
static_assert(derivative(pow(cos(x), 3_c) / 3_c - cos(x), x) == pow(sin(x), 3_c));
static_assert(derivative(sin(x) - pow(sin(x), 3_c) / 3_c, x) == pow(cos(x), 3_c));
static_assert(derivative(pow(tan(x), 3_c) / 3_c + tan(x), x) == pow(sec(x), 4_c));
static_assert(derivative(sin(sin(x)), x) == cos(sin(x)) * cos(x));
static_assert(derivative(sin(cos(x)), x) == -sin(x) * cos(cos(x)));
static_assert(derivative(exp(sin(x)), x) == cos(x) * exp(sin(x)));
static_assert(derivative(exp(x) * sin(x), x) == exp(x) * (sin(x) + cos(x)));
static_assert(derivative(exp(x) * (sin(x) - cos(x)) / 2_c, x) == exp(x) * sin(x));
static_assert(derivative(sqrt(sin(x)), x) == cos(x) / (2_c * sqrt(sin(x))));
static_assert(derivative(sin(1_c / x), x) == -cos(1_c / x) / (x * x));
static_assert(derivative(sin(log(x)), x) == cos(log(x)) / x);
static_assert(derivative(x / 2_c * (sin(log(x)) - cos(log(x))), x) == sin(log(x)));
static_assert(derivative(tan(x) / x, x) == (x * pow(sec(x), 2_c) - tan(x)) / (x * x));

// inverse trigonometric functions
static_assert(derivative(asin(x), x) == 1_c / sqrt(1_c - x * x));
static_assert(derivative(acos(x), x) == -1_c / sqrt(1_c - x * x));
static_assert(derivative(atan(x), x) == 1_c / (1_c + x * x));
static_assert(derivative(acot(x), x) == -1_c / (1_c + x * x));
static_assert(derivative(asec(x), x) == 1_c / (abs(x) * sqrt(x * x - 1_c)));
static_assert(derivative(acsc(x), x) == -1_c / (abs(x) * sqrt(x * x - 1_c)));
static_assert(derivative(asin(x) + acos(x), x) == 0_c);
static_assert(derivative(atan(x) + acot(x), x) == 0_c);
static_assert(derivative(atan(x) + atan(1_c / x), x) == 0_c);
static_assert(derivative(asin(x / 2_c), x) == 1_c / sqrt(4_c - x * x));
static_assert(derivative(atan(x / 3_c), x) == 3_c / (x * x + 9_c));
static_assert(derivative(atan(2_c * x), x) == 2_c / (1_c + 4_c * x * x));
static_assert(derivative(asin(x * x), x) == 2_c * x / sqrt(1_c - pow(x, 4_c)));
static_assert(derivative(atan(sqrt(x)), x) == 1_c / (2_c * sqrt(x) * (1_c + x)));
static_assert(derivative(asin(sqrt(x)), x) == 1_c / (2_c * sqrt(x) * sqrt(1_c - x)));
static_assert(derivative(asin(sqrt(x)), x) == 1_c / (2_c * sqrt(x - x * x)));
static_assert(derivative(x * asin(x) + sqrt(1_c - x * x), x) == asin(x));
static_assert(derivative(x * acos(x) - sqrt(1_c - x * x), x) == acos(x));
static_assert(derivative(x * atan(x) - log(1_c + x * x) / 2_c, x) == atan(x));
static_assert(derivative(x * acot(x) + log(1_c + x * x) / 2_c, x) == acot(x));
static_assert(derivative((1_c + x * x) * atan(x) - x, x) == 2_c * x * atan(x));
static_assert(derivative((x * sqrt(1_c - x * x) + asin(x)) / 2_c, x) == sqrt(1_c - x * x));
static_assert(derivative(pow(atan(x), 2_c), x) == 2_c * atan(x) / (1_c + x * x));
static_assert(derivative(pow(asin(x), 2_c), x) == 2_c * asin(x) / sqrt(1_c - x * x));
static_assert(derivative(atan(exp(x)), x) == exp(x) / (1_c + exp(2_c * x)));
static_assert(derivative(2_c * atan(exp(x)), x) == sech(x));
static_assert(derivative(atan(sinh(x)), x) == sech(x));
static_assert(derivative(atan(x / sqrt(1_c - x * x)), x) == 1_c / sqrt(1_c - x * x));
static_assert(derivative(asin(x / sqrt(1_c + x * x)), x) == 1_c / (1_c + x * x));
static_assert(derivative(atan((1_c + x) / (1_c - x)), x) == 1_c / (1_c + x * x));
static_assert(derivative(2_c * atan(tan(x / 2_c)), x) == 1_c);
static_assert(derivative(log(atan(x)), x) == 1_c / ((1_c + x * x) * atan(x)));
static_assert(derivative(exp(asin(x)), x) == exp(asin(x)) / sqrt(1_c - x * x));
static_assert(derivative(sin(asin(x)), x) == 1_c);
static_assert(derivative(cos(asin(x)), x) == -x / sqrt(1_c - x * x));
static_assert(derivative(sin(atan(x)), x) == 1_c / pow(1_c + x * x, 3_c / 2_c));

// hyperbolic functions
static_assert(derivative(sinh(x), x) == cosh(x));
static_assert(derivative(cosh(x), x) == sinh(x));
static_assert(derivative(tanh(x), x) == pow(sech(x), 2_c));
static_assert(derivative(tanh(x), x) == 1_c - pow(tanh(x), 2_c));
static_assert(derivative(tanh(x), x) == 1_c / pow(cosh(x), 2_c));
static_assert(derivative(coth(x), x) == -pow(csch(x), 2_c));
static_assert(derivative(coth(x), x) == 1_c - pow(coth(x), 2_c));
static_assert(derivative(sech(x), x) == -sech(x) * tanh(x));
static_assert(derivative(csch(x), x) == -csch(x) * coth(x));
static_assert(derivative(pow(cosh(x), 2_c) - pow(sinh(x), 2_c), x) == 0_c);
static_assert(derivative(sinh(x) * cosh(x), x) == cosh(2_c * x));
static_assert(derivative(pow(sinh(x), 2_c), x) == sinh(2_c * x));
static_assert(derivative(pow(cosh(x), 2_c), x) == 2_c * sinh(x) * cosh(x));
static_assert(derivative(sinh(x) + cosh(x), x) == exp(x));
static_assert(derivative(log(sinh(x)), x) == coth(x));
static_assert(derivative(log(cosh(x)), x) == tanh(x));
static_assert(derivative(x - tanh(x), x) == pow(tanh(x), 2_c));
static_assert(derivative(x * cosh(x) - sinh(x), x) == x * sinh(x));
static_assert(derivative(x * sinh(x) - cosh(x), x) == x * cosh(x));
static_assert(derivative(atan(tanh(x / 2_c)) * 2_c, x) == sech(x));
static_assert(derivative(log(tanh(x / 2_c)), x) == csch(x));
static_assert(derivative(sinh(x) / cosh(x), x) == 1_c / pow(cosh(x), 2_c));
static_assert(derivative(sinh(2_c * x) / 4_c - x / 2_c, x) == pow(sinh(x), 2_c));

// inverse hyperbolic functions
static_assert(derivative(asinh(x), x) == 1_c / sqrt(x * x + 1_c));
static_assert(derivative(acosh(x), x) == 1_c / sqrt(x * x - 1_c));
static_assert(derivative(acosh(x), x) == 1_c / (sqrt(x - 1_c) * sqrt(x + 1_c)));
static_assert(derivative(atanh(x), x) == 1_c / (1_c - x * x));
static_assert(derivative(acoth(x), x) == 1_c / (1_c - x * x));
static_assert(derivative(asech(x), x) == -1_c / (x * sqrt(1_c - x * x)));
static_assert(derivative(acsch(x), x) == -1_c / (abs(x) * sqrt(1_c + x * x)));
static_assert(derivative(atanh(sin(x)), x) == sec(x));
static_assert(derivative(asinh(tan(x)), x) == abs(sec(x)));
static_assert(derivative(asinh(x / 2_c), x) == 1_c / sqrt(x * x + 4_c));
static_assert(derivative(x * asinh(x) - sqrt(x * x + 1_c), x) == asinh(x));
static_assert(derivative(x * acosh(x) - sqrt(x * x - 1_c), x) == acosh(x));
static_assert(derivative(x * atanh(x) + log(1_c - x * x) / 2_c, x) == atanh(x));
static_assert(derivative((x * sqrt(x * x + 1_c) + asinh(x)) / 2_c, x) == sqrt(x * x + 1_c));
static_assert(derivative((x * sqrt(x * x - 1_c) - acosh(x)) / 2_c, x) == sqrt(x * x - 1_c));

}  // namespace
