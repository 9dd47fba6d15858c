#include <nabla/nabla.hpp>

#include <boost/numeric/interval.hpp>
#include <boost/test/unit_test.hpp>

#include <support/corpus.hpp>

#include <cmath>
#include <random>

// Boost.Interval as the scalar, at run time: any interval type whose functions are found by argument is one.

namespace {

using namespace support;

namespace checking = boost::numeric::interval_lib;
// Functions rounded by the machine's library are not rigorous to the last place with this policy, but sums and products are.
using rounding = checking::save_state<checking::rounded_transc_std<double>>;
using box = boost::numeric::interval<double, checking::policies<rounding, checking::checking_base<double>>>;

std::mt19937_64 engine(0x5eed);
double uniform(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine); }

int checked = 0, outside = 0;

template <class F>
void check(F f) {
  for (int n = 0; n < 20; ++n) {
    double const a = uniform(0.2, 2), b = uniform(0.2, 2), c = uniform(0.2, 2);
    auto const around = [](double at) { return box(at, at + uniform(0, 0.25)); };
    box const u = around(a), v = around(b), w = around(c), result = f(x = u, y = v, z = w);
    for (double const share : {0.0, 0.3, 1.0}) {
      auto const in = [&](box const& i) { return std::fmin(i.lower() + share * (i.upper() - i.lower()), i.upper()); };
      double const value = f(x = in(u), y = in(v), z = in(w)), slack = 1e-13 * (1 + std::fabs(value));
      ++checked;
      outside += !(result.lower() <= value + slack && value - slack <= result.upper());
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(interval_boost)

BOOST_AUTO_TEST_CASE(formulas_and_derivatives) {
  for_each(hana::make_tuple(x * y * z, x * x * y - y / z, sin(x * y) + z, exp(x - z) * y, log(x + y * z), x / (y + z) + sqrt(x * z),
                            (x - y) * (y - z) * (z - x), tanh(x) + asinh(y)),
           [](auto f) {
             check(f);
             check(derivative(f, x));
           });
  BOOST_TEST(checked == 16 * 60);
  BOOST_TEST(outside == 0);
}

BOOST_AUTO_TEST_CASE(constants_are_enclosed) {
  box const third = (1_c / 3_c * x)(box(1.0));
  BOOST_TEST(third.lower() < third.upper());
  BOOST_TEST(third.upper() - third.lower() < 1e-15);
  box const circle = (nabla::pi * x)(box(1.0));
  BOOST_TEST(circle.lower() < circle.upper());
  BOOST_TEST(circle.lower() <= 3.141592653589793);
  BOOST_TEST(circle.upper() >= 3.1415926535897936);
}

BOOST_AUTO_TEST_CASE(gradients) {
  auto const slopes = gradient(x * x * y, x, y)(x = box(1, 2), y = box(3, 4));
  BOOST_TEST(slopes[0].lower() == 6);
  BOOST_TEST(slopes[0].upper() == 16);
  BOOST_TEST(slopes[1].lower() == 1);
  BOOST_TEST(slopes[1].upper() == 4);
}

BOOST_AUTO_TEST_SUITE_END()
