#include <nabla/interval.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <limits>
#include <sstream>

namespace {

using namespace nabla::literals;
using nabla::bounds, nabla::certainly, nabla::enclosure, nabla::interval, nabla::possibly;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto q = nabla::variables<"q", 2>;
constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr bool are(enclosure const& e, double low, double high) { return e.lower() == low && e.upper() == high; }

// derivatives that keep their sign: the functions are monotonic there
static_assert(bounds(derivative(x * x * x - 3_c * x, x), x = interval{1.5, 4.0}).lower() > 0);
static_assert(bounds<16>(derivative(x * exp(-x), x), x = interval{1.125, 3.0}).upper() < 0);
static_assert(bounds(derivative(sin(x) + 2_c * x, x), x = interval{-100.0, 100.0}).lower() > 0);
static_assert(bounds<16>(derivative(log(x) / x, x), x = interval{1.0, 2.5}).lower() > 0);
static_assert(bounds(derivative(tan(x), x), x = interval{-1.5, 1.5}).lower() >= 1);
static_assert(bounds<32>(derivative(x / (1_c + x * x), x), x = interval{-0.75, 0.75}).lower() > 0);
static_assert(bounds(derivative(atan(x), x), x = interval{-1e6, 1e6}).lower() > 0);
static_assert(bounds(derivative(sqrt(x), x), x = interval{0.0, 4.0}).lower() >= 0.25);
static_assert(bounds(derivative(logistic(3_c * x), x), x = interval{-2.0, 2.0}).lower() > 0);
static_assert(bounds<8>(derivative(erf(x) - x / 2_c, x), x = interval{-0.75, 0.75}).lower() > 0);
static_assert(bounds(derivative(pow(x, 5_c) + x, x), x = interval{-10.0, 10.0}).lower() >= 1);
static_assert(bounds(derivative(cosh(x), x), x = interval{0.5, 3.0}).lower() > 0.5);
// a Hessian that is positive on a box: log(exp(x) + exp(y)) is convex
constexpr auto curvature = derivative<2>(log(exp(x) + exp(y)), x);
static_assert(bounds<8>(curvature, x = interval{0.0, 1.0}, y = interval{0.0, 1.0}).lower() > 0);
// Newton's interval test: the slope has one sign, and the ends of the function have two, so that there is one root
constexpr auto f = cos(x) - x;
static_assert(bounds(f, x = 0.5).lower() > 0 && bounds(f, x = 1.0).upper() < 0 &&
              bounds(derivative(f, x), x = interval{0.5, 1.0}).upper() < 0);

// numbers: exact ones are enclosed, doubles are what they are
static_assert(bounds(1_c / 3_c * x, x = 1.0).width() == 0x1p-54 && bounds(0.1_c * x, x = 1.0).contains(0.1));
static_assert(bounds(x, x = 0.1).is_point() && bounds(x, x = 0.1_c).width() == 0x1p-56);
static_assert(are(bounds(x + 9007199254740993_c, x = 0), 9007199254740992.0, 9007199254740994.0));
static_assert(bounds(nabla::pi * x, x = 1).contains(3.141592653589793) &&
              bounds(nabla::pi * x, x = 1).contains(3.1415926535897936));
static_assert(bounds(sin(nabla::pi * x), x = 1).contains(0.0) && bounds(nabla::e * x, x = 1).contains(2.7182818284590452));
static_assert(bounds(nabla::sqrt2 * nabla::sqrt2 - x, x = 2).contains(0.0) && bounds(nabla::phi - x, x = 1.618).lower() > 0);
static_assert(enclosure(1_c / 3_c).lower() < enclosure(1_c / 3_c).upper() && enclosure(2_c / 4_c).is_point());

// powers by their parity, also where they are written as products
static_assert(are(bounds(pow(x, 3_c), x = interval{-1.0, 2.0}), -1, 8) &&
              are(bounds(pow(x, 2_c), x = interval{-1.0, 2.0}), 0, 4));
static_assert(are(bounds(pow(x, 4_c), x = interval{-2.0, 1.0}), 0, 16) && are(bounds(x * x, x = interval{-2.0, 1.0}), 0, 4));
static_assert(are((x * x)(x = interval{-2.0, 1.0}), 0, 4) && are(pow(x, 4_c)(x = interval{-2.0, 1.0}), 0, 16));
static_assert(are(bounds(pow(x, -2_c), x = interval{-1.0, 2.0}), 0.25, infinity) &&
              are(bounds(pow(x, -1_c), x = interval{-1.0, 2.0}), -infinity, infinity));
static_assert(are(bounds(pow(x, 1.5_c), x = interval{-1.0, 4.0}), 0, 8) || bounds(pow(x, 1.5_c), x = interval{-1.0,
                  4.0}).width() < 8.00001);
static_assert(are(bounds(pow(2_c, x), x = interval{-1.0, 3.0}), 0.5, 8) &&
              bounds(pow(x, y), x = -2, y = interval{1.0, 3.0}).contains(-8.0));

// where functions have no value
static_assert(bounds(log(x), x = interval{-2.0, -1.0}).is_empty() && bounds(sqrt(x), x = interval{-2.0, -1.0}).is_empty());
static_assert(are(bounds(sqrt(x), x = interval{-1.0, 4.0}), 0, 2) && are(bounds(log(x), x = interval{-1.0, 1.0}), -infinity, 0));
static_assert(are(bounds(1_c / x, x = interval{-1.0, 1.0}), -infinity, infinity) &&
              are(bounds(1_c / x, x = interval{0.0, 2.0}), 0.5, infinity));
static_assert(are(bounds(1_c / x, x = interval{-2.0, 0.0}), -infinity, -0.5) && bounds(1_c / x, x = 0).is_empty());
static_assert(are(bounds(tan(x), x = interval{1.5, 1.6}), -infinity, infinity) && bounds(x + log(x - 5_c), x = 1).is_empty());
static_assert(are(bounds(exp(x), x = interval{-infinity, 0.0}), 0, 1) &&
              are(bounds(x * 0_c, x = interval{-infinity, infinity}), 0, 0));
static_assert(bounds(acos(x), x = interval{0.5, 7.0}).lower() == 0 && bounds(exp(x), x = interval{0.0, 1e6}).upper() == infinity);
static_assert(bounds(exp(x), x = 1000).lower() == std::numeric_limits<double>::max());

// extreme values inside
static_assert(bounds(sin(x), x = interval{1.0, 2.0}).upper() == 1 && bounds(cos(x), x = interval{3.0, 4.0}).lower() == -1);
static_assert(are(bounds(cos(x), x = interval{0.0, 100.0}), -1, 1) && are(bounds(cosh(x), x = 0), 1, 1) &&
              are(bounds(cos(x), x = 0), 1, 1));
static_assert(bounds(xlogx(x), x = interval{0.0, 1.0}).upper() == 0 && bounds(xlogx(x), x = interval{0.0, 1.0}).width() < 0.3679);
static_assert(are(bounds(sinc(x), x = interval{-1e-3, 0.0}), bounds(sinc(x), x = 1e-3).lower(), 1) &&
              bounds(sinc(x), x = interval{-20.0, 9.0}).lower() > -0.218);

// conditions: of what is not decided both branches, of choices between values no more than their range
static_assert(are(bounds(abs(x), x = interval{-1.0, 2.0}), 0, 2) && are(bounds(relu(x), x = interval{-1.0, 2.0}), 0, 2));
static_assert(are(bounds(max(x, y), x = interval{-1.0, 2.0}, y = interval{0.0, 1.0}), 0, 2));
static_assert(are(bounds(min(x, y), x = interval{-1.0, 2.0}, y = interval{0.0, 1.0}), -1, 1));
static_assert(are(bounds(clamp(x, -1_c, 1_c), x = interval{0.5, 2.0}), 0.5, 1) &&
              are(bounds(sign(x), x = interval{-1.0, 2.0}), -1, 1));
static_assert(are(bounds(select(x > 0_c, 3_c, 5_c), x = interval{-1.0, 2.0}), 3, 5) &&
              are(bounds(select(x > 0_c, 3_c, 5_c), x = interval{1.0, 2.0}), 3, 3));
static_assert(are(bounds(select((x > 0_c && x < 1_c) || x > 7_c, 1_c, 0_c), x = interval{0.25, 0.5}), 1, 1));
static_assert(are(bounds(select(x > 0_c, log(x), -x), x = interval{-2.0, 1.0}), -infinity, 2));
static_assert(are(bounds(derivative(abs(x), x), x = interval{-1.0, 2.0}), -1, 1) &&
              are(bounds(derivative(abs(x), x), x = interval{1.0, 2.0}), 1, 1));
static_assert(bounds(log_sum_exp(x, 0_c), x = interval{-1.0, 1.0}).width() < 1.01 &&
              bounds(softplus(x), x = interval{-1.0, 1.0}).width() < 1.01);
static_assert(are(bounds(logistic(x), x = interval{-infinity, infinity}), 0, 1) &&
              bounds(logit(x), x = interval{0.5, 1.0}).upper() == infinity);
static_assert(certainly((x < 2_c)(x = interval{0.0, 1.0})) && !possibly((x > 2_c)(x = interval{0.0, 1.0})));
static_assert(possibly((x < 2_c)(x = interval{0.0, 3.0})) && !certainly((x < 2_c)(x = interval{0.0, 3.0})));

// parts: narrower, and never wrong
constexpr auto bump = x * (1_c - x);
static_assert(are(bounds(bump, x = interval{0.0, 1.0}), 0, 1) && bounds<16>(bump, x = interval{0.0, 1.0}).upper() < 0.29);
static_assert(bounds<64>(bump, x = interval{0.0, 1.0}).upper() >= 0.25 && bounds<3>(x, x = interval{0.0, 1.0}).upper() == 1);
static_assert(are(bounds<5>(x + y, x = interval{0.1, 0.3}, y = 1), bounds(x + y, x = interval{0.1, 0.3}, y = 1).lower(),
                  bounds(x + y, x = interval{0.1, 0.3}, y = 1).upper()));
static_assert(are(bounds<4>(exp(x), x = interval{-infinity, 0.0}), 0, 1));

// families, variables that the formula does not need, mixed numbers, joint evaluations
static_assert(are(bounds(q[0_c] - q[1_c], q = std::array{interval{0.0, 1.0}, interval{2.0, 4.0}}), -4, -1));
static_assert(are(bounds(x + 1_c, x = interval{0.0, 1.0}, y = 7.0), 1, 2) && are((x * y)(x = interval{1.0, 2.0}, y = 3), 3, 6));
static_assert(are((x * y)(x = interval{1.0, 2.0}, y = 0.5), 0.5, 1));
constexpr auto slopes = gradient(x * x * y, x, y)(x = interval{1.0, 2.0}, y = interval{3.0, 4.0});
static_assert(are(slopes[0], 6, 16) && are(slopes[1], 1, 4));
static_assert(are(nabla::function(x * y, x, y)(enclosure(1.0, 2.0), enclosure(3.0)), 3, 6));

}  // namespace

namespace {

// acot has both values at 0, by the sign of the zero; the bounds of clamp may be in any order
static_assert(bounds(acot(x), x = interval{-1.0, 0.0}).contains(1.5707963267948966) && bounds(acot(x), x = interval{-1.0, 0.0}).contains(-0.7853981));
static_assert(bounds(acot(x), x = interval{1.0, 2.0}).upper() < 0.7853982 && bounds(acot(x), x = interval{1.0, 2.0}).lower() > 0.4636);
static_assert(bounds(clamp(x, -1_c, y), x = interval{-3.15, -1.0}, y = interval{-1.81, 0.89}).contains(-1.57));

}  // namespace

BOOST_AUTO_TEST_SUITE(interval_bounds)

BOOST_AUTO_TEST_CASE(same_at_run_time) {
  constexpr auto g = exp(sin(x) * y) / (1_c + pow(x, 3_c)) + logistic(x) * 0.3_c - sqrt(x) * nabla::pi;
  constexpr enclosure known = bounds<3>(derivative(g, x), x = interval{0.25, 1.75}, y = interval{-1.0, 0.5});
  interval const here{0.25, 1.75}, there{-1.0, 0.5};
  enclosure const found = bounds<3>(derivative(g, x), x = here, y = there);
  BOOST_TEST(found.lower() == known.lower());
  BOOST_TEST(found.upper() == known.upper());
}

BOOST_AUTO_TEST_CASE(ends_that_are_none) {
  double const nan = std::numeric_limits<double>::quiet_NaN();
  BOOST_TEST(are(bounds(x, x = nan), -infinity, infinity));
  BOOST_TEST(are(bounds(x, x = interval{2.0, 1.0}), -infinity, infinity));
  BOOST_TEST(are(enclosure(infinity), std::numeric_limits<double>::max(), infinity));
}

BOOST_AUTO_TEST_CASE(printed) {
  std::ostringstream out;
  out << enclosure(1.0, 2.5) << enclosure::empty();
  BOOST_TEST(out.str() == "[1, 2.5][]");
}

BOOST_AUTO_TEST_SUITE_END()
