#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <experimental/simd>
#include <limits>

// A SIMD pack as the scalar: conditions are masks, both branches are evaluated and blended, and each part is what the scalar
// formula gives, derivatives of first and second order too. Infinities and NaN of the branch not taken must not come through.

namespace {

using namespace nabla::literals;
namespace simd = std::experimental;
using pack = simd::fixed_size_simd<double, 8>;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

/// Equal to a few units in the last place: a pack's exp is not the scalar one.
bool same(double a, double b) {
  if (a != a || b != b) return a != a && b != b;
  if (a == b) return true;
  double const size = b < 0 ? -b : b, distance = a < b ? b - a : a - b;
  return distance <= 1e-14 * (size > 1 ? size : 1);
}

template <class F>
void check(char const* name, F f) {
  constexpr auto all = value_gradient_hessian(nabla::function(F{}, x, y));
  constexpr double xs[] = {-2, -1, -0.0, 0, 0.5, 1, 2, 3}, ys[] = {1, -1, 2, -3, 0.25, 1, -0.5, 3};
  pack const a([&](std::size_t i) { return xs[i]; }), b([&](std::size_t i) { return ys[i]; });
  auto const packed = all(a, b);
  for (std::size_t i = 0; i < 8; ++i) {
    auto const scalar = all(xs[i], ys[i]);
    BOOST_TEST(same(packed.value[i], scalar.value), name << " value at " << xs[i] << ", " << ys[i] << ": " << packed.value[i] << " for " << scalar.value);
    for (std::size_t j = 0; j < 2; ++j) {
      BOOST_TEST(same(packed.gradient[j][i], scalar.gradient[j]), name << " gradient " << j << " at " << xs[i] << ", " << ys[i] << ": "
                                                                       << packed.gradient[j][i] << " for " << scalar.gradient[j]);
      for (std::size_t k = 0; k <= j; ++k) {
        BOOST_TEST(same(packed.hessian[j][k][i], scalar.hessian[j][k]), name << " hessian " << j << k << " at " << xs[i] << ", " << ys[i] << ": "
                                                                             << packed.hessian[j][k][i] << " for " << scalar.hessian[j][k]);
      }
    }
  }
  static_cast<void>(f);
}

// The scalar stays a pack where no variable is left.
static_assert(std::is_same_v<decltype(gradient(3_c * x, x)(x = pack(1.0))), std::array<pack, 1>>);

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_simd)

BOOST_AUTO_TEST_CASE(choices) {
  check("log", select(x > 0_c, log(x) * y, 0_c));
  check("nested", select(x > 0_c && y > 0_c, log(x) * sqrt(y), select(x < y, sqrt(y - x), x * y)));
  check("power", select(x > 0_c, pow(x, y), 1_c / (1_c + x * x)));
  check("or", select(x > 1_c || !(y < 0_c), x * x, 1_c / y));
}

BOOST_AUTO_TEST_CASE(kinks) {
  check("relu", relu(x) * y);
  check("min max", min(x, y) * max(x, 0_c));
  check("clamp", clamp(x, 0_c, y));
  check("abs", abs(x) * sign(y) + step(x));
  check("units", elu(x, 2_c) + leaky_relu(y) + smoothstep(x / 3_c));
}

BOOST_AUTO_TEST_CASE(functions) {
  check("logistic", logistic(x - y));
  check("softplus", softplus(x * y));
  check("log_sum_exp", log_sum_exp(x, y, 1_c));
  check("logaddexp", logaddexp(x, y));
  check("xlogy", xlogy(max(x, 0_c), y * y + 1_c) + xlogx(abs(y)));
#ifndef __clang__  // cannot compile libstdc++'s hypot of packs in GNU mode
  check("hypot", hypot(x, y + 4_c));
#endif
  check("sinc", sinc(x * y));
}

BOOST_AUTO_TEST_SUITE_END()
