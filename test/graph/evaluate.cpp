#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto a = nabla::variable<"a">;
constexpr auto b = nabla::variable<"b">;
constexpr auto c = nabla::variable<"c">;
constexpr auto x = nabla::variable<"x">;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr bool identical(double u, double v) { return std::bit_cast<std::uint64_t>(u) == std::bit_cast<std::uint64_t>(v); }

// The primal is evaluated as it is written: no reassociation, no cancellation, no distribution, no contraction of quotients.
constexpr double big = 1e16, small = 1.0, third = 1.0 / 3, tenth = 0.1;
static_assert((a + b - a)(a = big, b = small) == big + small - big && big + small - big != small);
static_assert((a + (b - a))(a = big, b = small) == big + (small - big));
static_assert((a - a + b)(a = big, b = small) == small);
static_assert((a + b + c)(a = tenth, b = 0.2, c = 0.3) == tenth + 0.2 + 0.3);
static_assert((a + (b + c))(a = tenth, b = 0.2, c = 0.3) == tenth + (0.2 + 0.3));
static_assert(tenth + 0.2 + 0.3 != tenth + (0.2 + 0.3));
static_assert((a * b * c)(a = tenth, b = third, c = 3.3) == tenth * third * 3.3);
static_assert((a * (b * c))(a = tenth, b = third, c = 3.3) == tenth * (third * 3.3));
static_assert((a / b * b)(a = 5, b = 49) == 5.0 / 49 * 49 && (a * (b + c))(a = tenth, b = third, c = 7) == tenth * (third + 7));
static_assert((a * b + a * c)(a = tenth, b = third, c = 7) == tenth * third + tenth * 7);
static_assert((a / b)(a = 1, b = 3) == 1.0 / 3.0 && (a * (1_c / b))(a = 5, b = 49) == 5 * (1.0 / 49));
static_assert((tenth + 0.2) - 0.3 == (a + b - c)(a = tenth, b = 0.2, c = 0.3));
static_assert((x * x - x * x)(3) == 0);

// Each is also so where the primal is computed together with derivatives.
constexpr auto sum = (a + b) - a;
static_assert(value_and_gradient(sum, a, b)(a = big, b = small).value == sum(a = big, b = small));
static_assert(value_gradient_hessian(sum, a, b)(a = big, b = small).value == sum(a = big, b = small));
static_assert(jvp(sum, hana::make_tuple(1_c, 0_c), a, b)(a = big, b = small).value == sum(a = big, b = small));

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_evaluate)

BOOST_AUTO_TEST_CASE(bit_for_bit) {
  constexpr auto f = sin(a * b + c) / (a - b * c) + exp(-a * a) * (c - a / b) - log(b + c) * sqrt(a) + pow(c, 3_c);
  for (double u : {0.1, 0.7, 3.3}) {
    for (double v : {0.3, 1.9}) {
      double const w = u * v + 0.05;
      double const hand = std::sin(u * v + w) / (u - v * w) + std::exp(-u * u) * (w - u / v) - std::log(v + w) * std::sqrt(u) +
                          (w * w) * w;
      BOOST_TEST(identical(f(a = u, b = v, c = w), hand));
      BOOST_TEST(identical(value_and_gradient(f, a, b, c)(a = u, b = v, c = w).value, hand));
    }
  }
}

BOOST_AUTO_TEST_CASE(overflow_in_between_stays) {
  BOOST_TEST((a * b / b)(a = 10.0, b = 1e308) == infinity);
  BOOST_TEST((a - a + b)(a = 1e300, b = 1.0) == 1.0);
  BOOST_TEST((2_c * a / 2_c)(1.5e308) == infinity);
  BOOST_TEST(std::isnan((exp(a) / exp(a))(1000.0)));
}

BOOST_AUTO_TEST_CASE(signed_zeros) {
  BOOST_TEST(identical((-x)(0.0), -0.0));
  BOOST_TEST(identical((-x)(-0.0), 0.0));
  BOOST_TEST(identical((x + 0_c)(-0.0), 0.0));
  BOOST_TEST(identical((x - 0_c)(-0.0), -0.0));
  BOOST_TEST(identical((0_c - x)(0.0), 0.0));
  BOOST_TEST(identical((x * 1_c)(-0.0), -0.0));
  BOOST_TEST(identical((0_c * x)(-1.0), -0.0));
  BOOST_TEST(identical((x / 1_c)(-0.0), -0.0));
  BOOST_TEST(identical((0_c / x)(-1.0), -0.0));
  BOOST_TEST(identical((x * -1_c)(0.0), -0.0));
  BOOST_TEST(identical((x - x)(5.0), 0.0));
  BOOST_TEST(identical(x(-0.0), -0.0));
  BOOST_TEST(identical(sin(x)(-0.0), -0.0));
  BOOST_TEST(identical(sqrt(x)(-0.0), -0.0));
  BOOST_TEST((1_c / x)(-0.0) == -infinity);
  BOOST_TEST((1_c / -x)(0.0) == -infinity);
}

BOOST_AUTO_TEST_CASE(infinities_and_not_a_number) {
  BOOST_TEST(std::isnan((0_c * x)(infinity)));
  BOOST_TEST(std::isnan((x * 0_c)(not_a_number)));
  BOOST_TEST(std::isnan((x - x)(infinity)));
  BOOST_TEST(std::isnan((x / x)(0.0)));
  BOOST_TEST(std::isnan((x / x)(infinity)));
  BOOST_TEST(std::isnan((x + 0_c)(not_a_number)));
  BOOST_TEST(std::isnan((0_c / x)(0.0)));
  BOOST_TEST((1_c / x)(0.0) == infinity);
  BOOST_TEST((x + 1_c)(infinity) == infinity);
  BOOST_TEST(log(x)(0.0) == -infinity);
  BOOST_TEST(std::isnan(log(x)(-1.0)));
  BOOST_TEST(std::isnan(sqrt(x)(-1.0)));
  BOOST_TEST(std::isnan(asin(x)(2.0)));
  BOOST_TEST(exp(x)(-infinity) == 0.0);
  BOOST_TEST(std::isnan(sign(x)(not_a_number)));
  BOOST_TEST(std::isnan(abs(x)(not_a_number)));
}

BOOST_AUTO_TEST_CASE(numbers_alone_at_run_time) {
  // What does not fit a 64-bit fraction, or has no value, is evaluated like anything else.
  BOOST_TEST((1_c / 0_c)(1.0) == infinity);
  BOOST_TEST((-1_c / 0_c)(1.0) == -infinity);
  BOOST_TEST(std::isnan((0_c / 0_c)(1.0)));
  BOOST_TEST(std::abs(pow(10_c, 300_c)(1.0) / 1e300 - 1) < 1e-14);
}

BOOST_AUTO_TEST_SUITE_END()
