#include <nabla/nabla.hpp>

// A calculus textbook's table of derivatives, proved by the compiler: powers, exponentials, logarithms. The right-hand sides are what
// a textbook prints, not what the library prints. `equivalent` stands where a common denominator is needed.
//
// table_of_derivatives.py reads these files and checks with SymPy that each line is true.

namespace {

using namespace nabla::literals;
using nabla::e, nabla::pi, nabla::ln2, nabla::ln10;

constexpr auto x = nabla::variable<"x">;

// powers
static_assert(derivative(7_c, x) == 0_c);
static_assert(derivative(pi, x) == 0_c);
static_assert(derivative(x, x) == 1_c);
static_assert(derivative(5_c * x, x) == 5_c);
static_assert(derivative(x * x, x) == 2_c * x);
static_assert(derivative(pow(x, 3_c), x) == 3_c * pow(x, 2_c));
static_assert(derivative(pow(x, 10_c), x) == 10_c * pow(x, 9_c));
static_assert(derivative(pow(x, 100_c), x) == 100_c * pow(x, 99_c));
static_assert(derivative(1_c / x, x) == -1_c / pow(x, 2_c));
static_assert(derivative(1_c / pow(x, 2_c), x) == -2_c / pow(x, 3_c));
static_assert(derivative(1_c / pow(x, 5_c), x) == -5_c / pow(x, 6_c));
static_assert(derivative(pow(x, -3_c), x) == -3_c * pow(x, -4_c));
static_assert(derivative(square(x), x) == 2_c * x);
static_assert(derivative(pow(x, 2_c / 3_c), x) == 2_c / 3_c * pow(x, -1_c / 3_c));
static_assert(derivative(pow(x, 0.7_c), x) == 0.7_c * pow(x, -0.3_c));
static_assert(derivative(pow(x, pi), x) == pi * pow(x, pi - 1_c));
static_assert(derivative(3_c * pow(x, 4_c) - 2_c * pow(x, 3_c) + 7_c * x - 1_c, x) == 12_c * pow(x, 3_c) - 6_c * pow(x, 2_c) + 7_c);
static_assert(derivative(pow(2_c * x + 1_c, 5_c), x) == 10_c * pow(2_c * x + 1_c, 4_c));
static_assert(derivative((x - 1_c) * (x + 1_c), x) == 2_c * x);
static_assert(derivative(pow(x * x - 3_c, 4_c), x) == 8_c * x * pow(x * x - 3_c, 3_c));
static_assert(derivative(x * (x - 1_c) * (x - 2_c), x) == 3_c * x * x - 6_c * x + 2_c);
static_assert(derivative((x * x + 1_c) * (x - 2_c), x) == 3_c * x * x - 4_c * x + 1_c);
static_assert(derivative(pow(x + 1_c / x, 2_c), x) == 2_c * x - 2_c / pow(x, 3_c));

// quotients
static_assert(derivative(x / (x + 1_c), x) == 1_c / pow(x + 1_c, 2_c));
static_assert(derivative((x - 1_c) / (x + 1_c), x) == 2_c / pow(x + 1_c, 2_c));
static_assert(derivative((2_c * x + 3_c) / (5_c * x - 1_c), x) == -17_c / pow(5_c * x - 1_c, 2_c));
static_assert(derivative(1_c / (x * x + 1_c), x) == -2_c * x / pow(x * x + 1_c, 2_c));
static_assert(derivative(x / (x * x + 1_c), x) == (1_c - x * x) / pow(x * x + 1_c, 2_c));
static_assert(derivative((x * x - 1_c) / (x * x + 1_c), x) == 4_c * x / pow(x * x + 1_c, 2_c));
static_assert(derivative(x * x / (x - 1_c), x) == x * (x - 2_c) / pow(x - 1_c, 2_c));
static_assert(derivative((pow(x, 3_c) + 1_c) / x, x) == 2_c * x - 1_c / pow(x, 2_c));
static_assert(derivative(1_c / (1_c + 1_c / x), x) == 1_c / pow(x + 1_c, 2_c));
static_assert(derivative((x * x - 1_c) / (x - 1_c), x) == 1_c);

// roots
static_assert(derivative(sqrt(x), x) == 1_c / (2_c * sqrt(x)));
static_assert(derivative(cbrt(x), x) == 1_c / (3_c * pow(cbrt(x), 2_c)));
static_assert(derivative(cbrt(x), x) == 1_c / 3_c * pow(x, -2_c / 3_c));
static_assert(derivative(x * sqrt(x), x) == 3_c / 2_c * sqrt(x));
static_assert(derivative(1_c / sqrt(x), x) == -1_c / (2_c * x * sqrt(x)));
static_assert(derivative(pow(x, 1_c / 5_c), x) == 1_c / (5_c * pow(x, 4_c / 5_c)));
static_assert(derivative(sqrt(x * x + 1_c), x) == x / sqrt(x * x + 1_c));
static_assert(derivative(sqrt(1_c - x * x), x) == -x / sqrt(1_c - x * x));
static_assert(derivative(1_c / sqrt(1_c - x * x), x) == x / pow(1_c - x * x, 3_c / 2_c));
static_assert(derivative(x / sqrt(1_c - x * x), x) == 1_c / pow(1_c - x * x, 3_c / 2_c));
static_assert(derivative(x / sqrt(x * x + 1_c), x) == 1_c / pow(x * x + 1_c, 3_c / 2_c));
static_assert(derivative(sqrt(3_c * x + 2_c), x) == 3_c / (2_c * sqrt(3_c * x + 2_c)));
static_assert(derivative(x * sqrt(x + 1_c), x) == (3_c * x + 2_c) / (2_c * sqrt(x + 1_c)));
static_assert(derivative((sqrt(x) + 1_c) * (sqrt(x) - 1_c), x) == 1_c);
static_assert(derivative(sqrt(x + sqrt(x)), x) == (1_c + 1_c / (2_c * sqrt(x))) / (2_c * sqrt(x + sqrt(x))));
static_assert(derivative(sqrt(x) * (1_c - x), x) == (1_c - 3_c * x) / (2_c * sqrt(x)));

// exponentials
static_assert(derivative(exp(x), x) == exp(x));
static_assert(derivative(exp(-x), x) == -exp(-x));
static_assert(derivative(exp(3_c * x), x) == 3_c * exp(3_c * x));
static_assert(derivative(pow(2_c, x), x) == pow(2_c, x) * log(2_c));
static_assert(derivative(exp2(x), x) == exp2(x) * ln2);
static_assert(derivative(pow(10_c, x), x) == pow(10_c, x) * log(10_c));
static_assert(derivative(pow(e, x), x) == pow(e, x));
static_assert(derivative(pow(e, x), x) == exp(x));
static_assert(derivative(expm1(x), x) == exp(x));
static_assert(derivative(exp(x * x), x) == 2_c * x * exp(x * x));
static_assert(derivative(exp(-x * x / 2_c), x) == -x * exp(-x * x / 2_c));
static_assert(derivative(x * exp(x), x) == (x + 1_c) * exp(x));
static_assert(derivative(x * x * exp(x), x) == (x * x + 2_c * x) * exp(x));
static_assert(derivative((x - 1_c) * exp(x), x) == x * exp(x));
static_assert(derivative((x * x - 2_c * x + 2_c) * exp(x), x) == x * x * exp(x));
static_assert(derivative(exp(x) / x, x) == (x - 1_c) * exp(x) / (x * x));
static_assert(derivative(exp(1_c / x), x) == -exp(1_c / x) / (x * x));
static_assert(derivative(exp(sqrt(x)), x) == exp(sqrt(x)) / (2_c * sqrt(x)));
static_assert(derivative(1_c / (1_c + exp(-x)), x) == exp(-x) / pow(1_c + exp(-x), 2_c));
static_assert(derivative(exp(x) / (1_c + exp(x)), x) == exp(x) / pow(1_c + exp(x), 2_c));
static_assert(derivative((exp(x) - exp(-x)) / 2_c, x) == (exp(x) + exp(-x)) / 2_c);
static_assert(derivative(exp(exp(x)), x) == exp(x + exp(x)));
static_assert(derivative(exp(x) * exp(2_c * x), x) == 3_c * exp(3_c * x));
static_assert(derivative(pow(exp(x), 2_c), x) == 2_c * exp(2_c * x));

// logarithms
static_assert(derivative(log(x), x) == 1_c / x);
static_assert(derivative(log(5_c * x), x) == 1_c / x);
static_assert(derivative(log2(x), x) == 1_c / (x * ln2));
static_assert(derivative(log2(x), x) == 1_c / (x * log(2_c)));
static_assert(derivative(log10(x), x) == 1_c / (x * ln10));
static_assert(derivative(log1p(x), x) == 1_c / (1_c + x));
static_assert(derivative(log(x * x), x) == 2_c / x);
static_assert(derivative(log(1_c / x), x) == -1_c / x);
static_assert(derivative(log(sqrt(x)), x) == 1_c / (2_c * x));
static_assert(derivative(log(abs(x)), x) == 1_c / x);
static_assert(derivative(log(log(x)), x) == 1_c / (x * log(x)));
static_assert(derivative(pow(log(x), 2_c), x) == 2_c * log(x) / x);
static_assert(derivative(pow(log(x), 3_c), x) == 3_c * pow(log(x), 2_c) / x);
static_assert(derivative(1_c / log(x), x) == -1_c / (x * pow(log(x), 2_c)));
static_assert(derivative(x * log(x), x) == log(x) + 1_c);
static_assert(derivative(x * log(x) - x, x) == log(x));
static_assert(derivative(xlogx(x), x) == log(x) + 1_c);
static_assert(derivative(x * x / 2_c * log(x) - x * x / 4_c, x) == x * log(x));
static_assert(derivative(x * pow(log(x), 2_c) - 2_c * x * log(x) + 2_c * x, x) == pow(log(x), 2_c));
static_assert(derivative(log(x) / x, x) == (1_c - log(x)) / (x * x));
static_assert(derivative(log(x * x + 1_c), x) == 2_c * x / (x * x + 1_c));
static_assert(derivative(log((1_c + x) / (1_c - x)) / 2_c, x) == 1_c / (1_c - x * x));
static_assert(derivative(log((x - 1_c) / (x + 1_c)) / 2_c, x) == 1_c / (x * x - 1_c));
static_assert(derivative(log(x + sqrt(x * x + 1_c)), x) == 1_c / sqrt(x * x + 1_c));
static_assert(derivative(log(x + sqrt(x * x - 1_c)), x) == 1_c / sqrt(x * x - 1_c));
static_assert(derivative(log((1_c + sqrt(1_c - x * x)) / x), x) == -1_c / (x * sqrt(1_c - x * x)));
static_assert(derivative(log(1_c + exp(x)), x) == exp(x) / (1_c + exp(x)));
static_assert(derivative(log(1_c + exp(x)), x) == 1_c / (1_c + exp(-x)));
static_assert(derivative(log(exp(x)), x) == 1_c);
static_assert(derivative(exp(log(x)), x) == 1_c);
static_assert(derivative(x / log(x), x) == (log(x) - 1_c) / pow(log(x), 2_c));
static_assert(derivative(sqrt(log(x)), x) == 1_c / (2_c * x * sqrt(log(x))));

}  // namespace
