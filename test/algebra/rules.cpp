#include <nabla/nabla.hpp>

#include "support/one_type.hpp"

// Rules of canonical form and of proofs for roots, kinks, signs, gamma functions and angles; and what must stay unproved.

namespace {

using namespace nabla::literals;
using nabla::pi;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;

// products and quotients
static_assert(one(x / (y / 2_c), 2_c * x / y) && one((x - y) / (y - x), -1_c) && one(1_c / (2_c * x - 2_c * y), -1_c / (2_c * (y - x))));
static_assert(one(sqrt(x * x * y * y), abs(x * y)) && one(abs(x) * abs(y), abs(x * y)) && one(sqrt(x * x / (y * y)), abs(x / y)));
static_assert(one(pow(x * x * x * y * y * y, 0.5_c), pow(x * y, 1.5_c)) && one(sqrt(1_c / (x * y)), 1_c / sqrt(x * y)) && !one(sqrt(x * x * y), abs(x) * sqrt(y)));
static_assert(one(log(x * x * y * y), 2_c * log(abs(x * y))) && one(log(1_c / (x * y)), -log(x * y)) && one(log(pow(x / y, 3_c)), 3_c * log(x / y)));
static_assert(atanh(x) == (log(1_c + x) - log(1_c - x)) / 2_c && log((1_c - x) / (2_c - x)) == log(1_c - x) - log(2_c - x));
static_assert(!(log(x - 1_c) == log(1_c - x)) && !(log((1_c + x) / (x - 1_c)) == log(1_c + x) - log(1_c - x)) && !(log((1_c - x) * (x - 2_c)) == log(1_c - x) + log(2_c - x)));
static_assert(log(x / y) == -log(y / x) && to_string(simplify(abs(x) * abs(y) / x)) == "abs(y)*sign(x)");

// cube roots
static_assert(one(cbrt(8_c * x * x * x), 2_c * x) && one(cbrt(x * x * x * y), x * cbrt(y)) && one(cbrt(-8_c * x), -2_c * cbrt(x)) && one(cbrt(16_c), 2_c * cbrt(2_c)));
static_assert(one(pow(cbrt(x), 4_c), x * cbrt(x)) && one(pow(cbrt(x), -5_c), 1_c / (x * square(cbrt(x)))) && one(cbrt(8_c * x + 16_c * y), 2_c * cbrt(x + 2_c * y)));
static_assert(one(cbrt(x) / x, 1_c / square(cbrt(x))) && one(x / square(cbrt(x)), cbrt(x)) && one(x * x / cbrt(x), x * square(cbrt(x))));
static_assert(derivative(pow(cbrt(x), 4_c), x)(0.0) == 0 && derivative(x * cbrt(x), x) == 4_c / 3_c * cbrt(x) && derivative(cbrt(8_c * x * x * x), x)(0.0) == 2);
static_assert(cbrt(x * y) == cbrt(x) * cbrt(y) && cbrt(x / y) == cbrt(x) / cbrt(y) && cbrt(1_c / x) == 1_c / cbrt(x) && cbrt(x * x) == square(cbrt(x)));
static_assert(cbrt(6_c * x) == cbrt(2_c) * cbrt(3_c * x) && cbrt(x * x) == pow(x * x, 1_c / 3_c) && cbrt(x) / x == 1_c / square(cbrt(x)));
static_assert(cbrt(sqrt(x)) == pow(x, 1_c / 6_c) && !(cbrt(sqrt(x)) == cbrt(x)) && !(cbrt(sqrt(abs(x))) == cbrt(abs(x))));
static_assert(!(cbrt(x * y) == cbrt(x) * y) && !(cbrt(x * x) == cbrt(x)) && !(square(cbrt(x)) == x) && !(cbrt(x + y) == cbrt(x) + cbrt(y)) && !(cbrt(x) == pow(x, 1_c / 3_c) + 1_c));

// powers of numbers
static_assert(pow(2_c, x) * pow(3_c, x) == pow(6_c, x) && (pow(2_c, x) + 1_c) * (pow(3_c, x) + 1_c) == pow(6_c, x) + pow(2_c, x) + pow(3_c, x) + 1_c);
static_assert(pow(12_c, x) / pow(4_c, x) == pow(3_c, x) && pow(4_c, x) == square(pow(2_c, x)) && !(pow(2_c, x) * pow(3_c, x) == pow(5_c, x)) && !(pow(2_c, x) * pow(3_c, y) == pow(6_c, x)));

// squares under roots
static_assert(sqrt(x * x + 2_c * x * y + y * y) == abs(x + y) && sqrt(4_c * x * x - 4_c * x + 1_c) == abs(1_c - 2_c * x) && sqrt(pow(x, 4_c) + 2_c * x * x + 1_c) == x * x + 1_c);
static_assert(pow(x * x + 2_c * x * y + y * y, 1.5_c) == pow(abs(x + y), 3_c) && sqrt(square(x + y) + 2_c * z * (x + y) + z * z) == abs(x + y + z));
static_assert(!(sqrt(x * x + 2_c * x * y + y * y) == x + y) && !(sqrt(x * x + x * y + y * y) == abs(x + y)) && !(sqrt(x * x + y * y) == abs(x) + abs(y)));
static_assert(!(sqrt(4_c * x * x - 4_c * x + 1_c) == 2_c * x - 1_c) && !(sqrt(x * x - 2_c * x * y + y * y) == abs(x + y)));

// the greater and the lesser
static_assert(one(max(x, x), x) && one(min(x + y, y + x), x + y) && max(max(x, y), z) == max(x, max(z, y)) && min(z, min(x, y)) == min(min(z, y), x));
static_assert(max(x, y) + min(x, y) == x + y && max(x, y) * min(x, y) == x * y && max(x, y) - min(x, y) == abs(x - y) && min(x, y) == -max(-x, -y));
static_assert(max(2_c * x, 2_c * y) == 2_c * max(x, y) && max(x + z, y + z) == max(x, y) + z && abs(x) == max(x, -x) && max(abs(x), 0_c) == abs(x));
static_assert(relu(x) == max(x, 0_c) && relu(x) - relu(-x) == x && relu(x) + relu(-x) == abs(x) && relu(x) == (x + abs(x)) / 2_c);
static_assert(clamp(x, 0_c, 1_c) == min(max(x, 0_c), 1_c) && clamp(x, y, y) == y);
static_assert(!(max(x, y) == min(x, y)) && !(max(max(x, y), z) == max(x, y)) && !(max(-2_c * x, -2_c * y) == -2_c * max(x, y)) && !(relu(x) == abs(x)) && !(relu(x) == x));
// where low is above high it is low below low
static_assert(!(clamp(x, y, z) == min(max(x, y), z)) && !(clamp(x, 1_c, 0_c) == min(max(x, 1_c), 0_c)) && !(max(x * z, y * z) == z * max(x, y)));

// signs
static_assert(sign(x * y) == sign(x) * sign(y) && sign(2_c * x) == sign(x) && sign(1_c / x) == sign(x) && sign(x / y) == sign(x * y) && sign(exp(x)) == 1_c);
static_assert(sign(-3_c * x) == -sign(x) && sign(pow(x, 3_c)) == sign(x) && sign(sign(x)) == sign(x) && sign(x * x) == square(sign(x)) && sign(x) * x == abs(x));
static_assert(!(sign(x * x) == 1_c) && !(sign(x * x * y) == sign(y)) && !(sign(x + y) == sign(x) + sign(y)) && !(sign(x * y) == sign(x)) && !(sign(sinh(x)) == 1_c));

// gamma functions
static_assert(tgamma(x + 1_c) == x * tgamma(x) && tgamma(x + 3_c) == (x + 2_c) * (x + 1_c) * x * tgamma(x) && tgamma(x - 1_c) == tgamma(x) / (x - 1_c));
static_assert(tgamma(1_c / 2_c) == sqrt(pi) && tgamma(5_c / 2_c) == 3_c / 4_c * sqrt(pi) && tgamma(-1_c / 2_c) == -2_c * sqrt(pi) && tgamma(5_c) == 24_c);
static_assert(digamma(x + 1_c) == digamma(x) + 1_c / x && digamma(x - 1_c) == digamma(x) - 1_c / (x - 1_c) && lgamma(x + 1_c) == lgamma(x) + log(abs(x)));
static_assert(!(tgamma(x + 1_c) == tgamma(x)) && !(tgamma(x + 1_c) == (x + 1_c) * tgamma(x)) && !(tgamma(x + y) == tgamma(x) + tgamma(y)) && !(digamma(x + 1_c) == digamma(x)));
static_assert(!(tgamma(x + 1000000_c) == tgamma(x)) && !(tgamma(1_c / 3_c) == sqrt(pi)));

// angles
static_assert(one(atan2(0_c, 2_c), 0_c) && one(atan2(0_c, -2_c), pi) && one(atan2(3_c, 0_c), pi / 2_c) && one(atan2(-3_c, 0_c), -pi / 2_c));
static_assert(one(atan2(5_c, 5_c), pi / 4_c) && one(atan2(5_c, -5_c), 3_c * pi / 4_c) && one(atan2(-1_c, -1_c), -3_c * pi / 4_c) && one(atan2(-1_c, 1_c), -pi / 4_c));
static_assert(!one(atan2(1_c, 2_c), pi / 4_c) && !(atan2(y, x) == atan2(x, y)));
static_assert(simplify(atan2(5_c, -5_c))() > 2.356 && simplify(atan2(-1_c, -1_c))() < -2.356 && simplify(atan2(0_c, -2_c))() > 3.14);

// The canonical form, and how it is written, has the value of the formula, of every sign and at 0 too.
template <class F>
constexpr bool keeps_values(F f) {
  constexpr double points[] = {-2.5, -1.0, -0.25, 0.0, 0.5, 1.0, 3.0};
  for (double a : points) {
    for (double b : points) {
      double const expected = f(x = a, y = b), found = simplify(f)(x = a, y = b), error = expected - found;
      if (!(error < 1e-13 && error > -1e-13)) return false;
    }
  }
  return true;
}
static_assert(keeps_values(cbrt(8_c * pow(x, 4_c) * y)) && keeps_values(pow(cbrt(x), 5_c) * cbrt(y)) && keeps_values(cbrt(-16_c * x * x * y)) && keeps_values(x * pow(cbrt(x * y), 4_c)));
static_assert(keeps_values(sqrt(square(x * y))) && keeps_values(abs(x * y) * abs(x - y)) && keeps_values(pow(-x * y, 3_c)) && keeps_values(pow(x * y, 2_c) / 3_c) && keeps_values(sqrt(pow(x * y, 6_c))));
static_assert(keeps_values(max(x, x) - min(y, y)) && keeps_values(max(max(x, y), x)) && keeps_values(sign(x * y) * abs(x)) && keeps_values(square(x * y / (x * x + 1_c))));
static_assert(keeps_values(pow(x / (y * y + 1_c), 4_c) * y) && keeps_values(abs(x) * abs(y) / (abs(x) + 1_c)));

}  // namespace
