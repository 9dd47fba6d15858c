#include <nabla/nabla.hpp>

// A calculus textbook's table of derivatives, third part: parameters, known integrals, logarithmic differentiation, functions with a
// name of their own, several variables, higher derivatives. See table_of_derivatives.cpp.

namespace {

using namespace nabla::literals;
using nabla::pi;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto a = nabla::variable<"a">;
constexpr auto b = nabla::variable<"b">;
constexpr auto c = nabla::variable<"c">;
constexpr auto n = nabla::variable<"n">;
constexpr auto t = nabla::variable<"t">;

// parameters
static_assert(derivative(a, x) == 0_c);
static_assert(derivative(a * x + b, x) == a);
static_assert(derivative(a * x * x + b * x + c, x) == 2_c * a * x + b);
static_assert(derivative(pow(x, n), x) == n * pow(x, n - 1_c));
static_assert(derivative(pow(a * x + b, n), x) == n * a * pow(a * x + b, n - 1_c));
static_assert(derivative(pow(x, n + 1_c) / (n + 1_c), x) == pow(x, n));
static_assert(derivative(pow(a * x + b, n + 1_c) / (a * (n + 1_c)), x) == pow(a * x + b, n));
static_assert(derivative(1_c / (a * x + b), x) == -a / pow(a * x + b, 2_c));
static_assert(derivative((a * x + b) / (c * x + n), x) == (a * n - b * c) / pow(c * x + n, 2_c));
static_assert(derivative(x / (a * x + b), x) == b / pow(a * x + b, 2_c));
static_assert(derivative(sqrt(a * x + b), x) == a / (2_c * sqrt(a * x + b)));
static_assert(derivative(sqrt(a * a - x * x), x) == -x / sqrt(a * a - x * x));
static_assert(derivative(sqrt(x * x + a * a), x) == x / sqrt(x * x + a * a));
static_assert(derivative(x / (a * a * sqrt(x * x + a * a)), x) == 1_c / pow(x * x + a * a, 3_c / 2_c));
static_assert(derivative(exp(a * x), x) == a * exp(a * x));
static_assert(derivative(pow(a, x), x) == pow(a, x) * log(a));
static_assert(derivative(pow(a, x) / log(a), x) == pow(a, x));
static_assert(derivative(pow(a, n * x), x) == n * pow(a, n * x) * log(a));
static_assert(derivative(log(a * x + b), x) == a / (a * x + b));
static_assert(derivative(log(x) / log(a), x) == 1_c / (x * log(a)));
static_assert(derivative(log(a * x), x) == 1_c / x);
static_assert(derivative(log(pow(x, n)), x) == n / x);
static_assert(derivative(pow(log(x), n), x) == n * pow(log(x), n - 1_c) / x);
static_assert(derivative(pow(x, n) * log(x), x) == pow(x, n - 1_c) * (n * log(x) + 1_c));
static_assert(derivative(pow(x, n) * exp(x), x) == pow(x, n - 1_c) * (x + n) * exp(x));
static_assert(derivative(pow(x, n) * exp(x), x) == (pow(x, n) + n * pow(x, n - 1_c)) * exp(x));
static_assert(derivative(sin(a * x + b), x) == a * cos(a * x + b));
static_assert(derivative(cos(a * x), x) == -a * sin(a * x));
static_assert(derivative(tan(a * x), x) == a * pow(sec(a * x), 2_c));
static_assert(derivative(pow(sin(x), n), x) == n * pow(sin(x), n - 1_c) * cos(x));
static_assert(derivative(pow(cos(x), n), x) == -n * pow(cos(x), n - 1_c) * sin(x));
static_assert(derivative(pow(tan(x), n), x) == n * pow(tan(x), n - 1_c) * pow(sec(x), 2_c));
static_assert(derivative(sinh(a * x), x) == a * cosh(a * x));
static_assert(derivative(exp(a * x) * sin(b * x), x) == exp(a * x) * (a * sin(b * x) + b * cos(b * x)));
static_assert(derivative(exp(a * x) * cos(b * x), x) == exp(a * x) * (a * cos(b * x) - b * sin(b * x)));
static_assert(derivative(a * sin(b * x) - b * cos(b * x), x) == b * (a * cos(b * x) + b * sin(b * x)));

// known integrals: the derivative is the integrand
static_assert(derivative(-cos(a * x) / a, x) == sin(a * x));
static_assert(derivative(exp(a * x) / a, x) == exp(a * x));
static_assert(derivative(log(a * x + b) / a, x) == 1_c / (a * x + b));
static_assert(derivative(atan(x / a) / a, x) == 1_c / (x * x + a * a));
static_assert(derivative(atan(x / a), x) == a / (x * x + a * a));
static_assert(derivative(log((x - a) / (x + a)) / (2_c * a), x) == 1_c / (x * x - a * a));
static_assert(derivative(log((a + x) / (a - x)) / (2_c * a), x) == 1_c / (a * a - x * x));
static_assert(derivative(atanh(x / a) / a, x) == 1_c / (a * a - x * x));
static_assert(derivative(log(x * x + a * a) / 2_c, x) == x / (x * x + a * a));
static_assert(derivative(sqrt(x * x + a * a), x) == x / sqrt(x * x + a * a));
static_assert(derivative(log(x + sqrt(x * x + a * a)), x) == 1_c / sqrt(x * x + a * a));
static_assert(derivative(log(x + sqrt(x * x - a * a)), x) == 1_c / sqrt(x * x - a * a));
static_assert(derivative(x / 2_c * sqrt(x * x + a * a) + a * a / 2_c * log(x + sqrt(x * x + a * a)), x) == sqrt(x * x + a * a));
static_assert(derivative(x / 2_c * sqrt(x * x - a * a) - a * a / 2_c * log(x + sqrt(x * x - a * a)), x) == sqrt(x * x - a * a));
static_assert(derivative(pow(x * x + a * a, 3_c / 2_c) / 3_c, x) == x * sqrt(x * x + a * a));
static_assert(derivative(-log((a + sqrt(a * a + x * x)) / x) / a, x) == 1_c / (x * sqrt(x * x + a * a)));
static_assert(derivative(-sqrt(x * x + a * a) / (a * a * x), x) == 1_c / (x * x * sqrt(x * x + a * a)));
static_assert(derivative(2_c / 3_c * pow(x + a, 3_c / 2_c), x) == sqrt(x + a));
static_assert(derivative(2_c / 15_c * (3_c * x - 2_c * a) * pow(x + a, 3_c / 2_c), x) == x * sqrt(x + a));
static_assert(derivative(x / a - b / (a * a) * log(a * x + b), x) == x / (a * x + b));
static_assert(derivative(log(x / (a * x + b)) / b, x) == 1_c / (x * (a * x + b)));
static_assert(derivative(log(a * x * x + b * x + c), x) == (2_c * a * x + b) / (a * x * x + b * x + c));
static_assert(derivative(x * exp(a * x) / a - exp(a * x) / (a * a), x) == x * exp(a * x));
static_assert(derivative(exp(a * x) * (a * x - 1_c) / (a * a), x) == x * exp(a * x));
static_assert(derivative(exp(a * x) * (a * sin(b * x) - b * cos(b * x)) / (a * a + b * b), x) == exp(a * x) * sin(b * x));
static_assert(derivative(exp(a * x) * (a * cos(b * x) + b * sin(b * x)) / (a * a + b * b), x) == exp(a * x) * cos(b * x));
static_assert(derivative(pow(x, n + 1_c) * (log(x) / (n + 1_c) - 1_c / pow(n + 1_c, 2_c)), x) == pow(x, n) * log(x));
static_assert(derivative(x / 2_c - sin(2_c * a * x) / (4_c * a), x) == pow(sin(a * x), 2_c));
static_assert(derivative(x / 2_c + sin(2_c * a * x) / (4_c * a), x) == pow(cos(a * x), 2_c));
static_assert(derivative(-log(cos(a * x)) / a, x) == tan(a * x));
static_assert(derivative(tan(a * x) / a - x, x) == pow(tan(a * x), 2_c));
static_assert(derivative(sin(a * x) / (a * a) - x * cos(a * x) / a, x) == x * sin(a * x));
static_assert(derivative(cos(a * x) / (a * a) + x * sin(a * x) / a, x) == x * cos(a * x));
static_assert(derivative(sin((a - b) * x) / (2_c * (a - b)) - sin((a + b) * x) / (2_c * (a + b)), x) == sin(a * x) * sin(b * x));
static_assert(derivative(pow(sin(x), n + 1_c) / (n + 1_c), x) == pow(sin(x), n) * cos(x));
static_assert(derivative(log(cosh(a * x)) / a, x) == tanh(a * x));
static_assert(derivative(x * asin(x / 3_c) + sqrt(9_c - x * x), x) == asin(x / 3_c));

// logarithmic differentiation
static_assert(derivative(pow(x, x), x) == pow(x, x) * (log(x) + 1_c));
static_assert(derivative(pow(x, 1_c / x), x) == pow(x, 1_c / x) * (1_c - log(x)) / (x * x));
static_assert(derivative(pow(x, 1_c / x), x) == pow(x, 1_c / x - 2_c) * (1_c - log(x)));
static_assert(derivative(pow(sin(x), cos(x)), x) == pow(sin(x), cos(x)) * (cos(x) * cot(x) - sin(x) * log(sin(x))));
static_assert(derivative(pow(x, sin(x)), x) == pow(x, sin(x)) * (cos(x) * log(x) + sin(x) / x));
static_assert(derivative(pow(x, log(x)), x) == 2_c * log(x) * pow(x, log(x) - 1_c));
static_assert(derivative(pow(x, log(x)), x) == 2_c * log(x) / x * pow(x, log(x)));
static_assert(derivative(pow(log(x), x), x) == pow(log(x), x) * (log(log(x)) + 1_c / log(x)));
static_assert(derivative(pow(x, sqrt(x)), x) == pow(x, sqrt(x)) * (log(x) + 2_c) / (2_c * sqrt(x)));
static_assert(derivative(exp(x * log(x)), x) == pow(x, x) * (log(x) + 1_c));
static_assert(derivative(exp(n * log(x)), x) == n * pow(x, n - 1_c));
static_assert(derivative(pow(x, a) * pow(1_c - x, b), x) == pow(x, a) * pow(1_c - x, b) * (a / x - b / (1_c - x)));

// functions with a name of their own
static_assert(derivative(abs(x), x) == sign(x));
static_assert(derivative(abs(x), x) == x / abs(x));
static_assert(derivative(x * abs(x), x) == 2_c * abs(x));
static_assert(derivative(x * abs(x) / 2_c, x) == abs(x));
static_assert(derivative(pow(abs(x), 3_c), x) == 3_c * x * abs(x));
static_assert(derivative(sign(x), x) == 0_c);
static_assert(derivative(sqrt(x * x), x) == sign(x));
static_assert(derivative(erf(x), x) == 2_c / sqrt(pi) * exp(-x * x));
static_assert(derivative(erfc(x), x) == -2_c / sqrt(pi) * exp(-x * x));
static_assert(derivative(x * erf(x) + exp(-x * x) / sqrt(pi), x) == erf(x));
static_assert(derivative(sqrt(pi) / 2_c * erf(x), x) == exp(-x * x));
static_assert(derivative(erf(a * x), x) == 2_c * a / sqrt(pi) * exp(-a * a * x * x));
static_assert(derivative(tgamma(x), x) == tgamma(x) * digamma(x));
static_assert(derivative(lgamma(x), x) == digamma(x));
static_assert(derivative(log(tgamma(x)), x) == digamma(x));
static_assert(derivative(tgamma(x + 1_c), x) == tgamma(x + 1_c) * digamma(x + 1_c));
static_assert(derivative(1_c / tgamma(x), x) == -digamma(x) / tgamma(x));
static_assert(derivative(digamma(x), x) == trigamma(x));
static_assert(derivative(logistic(x), x) == logistic(x) * (1_c - logistic(x)));
static_assert(derivative(softplus(x), x) == logistic(x));
static_assert(derivative(softplus(x), x) == 1_c / (1_c + exp(-x)));
static_assert(derivative(hypot(x, a), x) == x / hypot(x, a));
static_assert(derivative(atan2(y, x), y) == x / (x * x + y * y));
static_assert(derivative(atan2(y, x), x) == -y / (x * x + y * y));

// several variables
static_assert(derivative(x * y / (x + y), x) == y * y / pow(x + y, 2_c));
static_assert(derivative(sqrt(x * x + y * y), x) == x / sqrt(x * x + y * y));
static_assert(derivative(log(x * x + y * y) / 2_c, y) == y / (x * x + y * y));
static_assert(derivative(atan(y / x), x) == -y / (x * x + y * y));
static_assert(derivative(atan(y / x), y) == x / (x * x + y * y));
static_assert(derivative(pow(x, y), x) == y * pow(x, y - 1_c));
static_assert(derivative(pow(x, y), y) == pow(x, y) * log(x));
static_assert(derivative(pow(x, y), x, y) == pow(x, y - 1_c) * (1_c + y * log(x)));
static_assert(derivative(sin(x * y), x, y) == cos(x * y) - x * y * sin(x * y));
static_assert(derivative(exp(x * y), x, y) == (1_c + x * y) * exp(x * y));

// higher derivatives
static_assert(derivative<2>(sin(x), x) == -sin(x));
static_assert(derivative<4>(sin(x), x) == sin(x));
static_assert(derivative<2>(exp(a * x), x) == a * a * exp(a * x));
static_assert(derivative<3>(pow(x, 5_c), x) == 60_c * x * x);
static_assert(derivative<5>(pow(x, 5_c), x) == 120_c);
static_assert(derivative<2>(log(x), x) == -1_c / (x * x));
static_assert(derivative<4>(log(x), x) == -6_c / pow(x, 4_c));
static_assert(derivative<3>(1_c / x, x) == -6_c / pow(x, 4_c));
static_assert(derivative<2>(pow(x, n), x) == n * (n - 1_c) * pow(x, n - 2_c));
static_assert(derivative<2>(sqrt(x), x) == -1_c / (4_c * x * sqrt(x)));
static_assert(derivative<2>(tan(x), x) == 2_c * tan(x) * pow(sec(x), 2_c));
static_assert(derivative<2>(atan(x), x) == -2_c * x / pow(1_c + x * x, 2_c));
static_assert(derivative<2>(asin(x), x) == x / pow(1_c - x * x, 3_c / 2_c));
static_assert(derivative<2>(x * exp(x), x) == (x + 2_c) * exp(x));
static_assert(derivative<2>(exp(-x * x / 2_c), x) == (x * x - 1_c) * exp(-x * x / 2_c));
static_assert(derivative<2>(x * log(x), x) == 1_c / x);
static_assert(derivative<2>(tanh(x), x) == -2_c * tanh(x) * pow(sech(x), 2_c));
static_assert(derivative<2>(sin(x) * exp(x), x) == 2_c * exp(x) * cos(x));
static_assert(derivative<2>(log(cosh(x)), x) == pow(sech(x), 2_c));
static_assert(derivative<2>(sin(a * x + b), x) == -a * a * sin(a * x + b));
static_assert(derivative<2>(a * exp(c * t) + b * exp(-c * t), t) == c * c * (a * exp(c * t) + b * exp(-c * t)));

}  // namespace
