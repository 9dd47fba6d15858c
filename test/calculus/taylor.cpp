#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <cmath>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto a = nabla::variable<"a">;

static_assert(nabla::taylor<3>(sin(x), x, 0_c) == x - pow(x, 3_c) / 6_c);
static_assert(nabla::taylor<4>(cos(x), x, 0_c) == 1_c - x * x / 2_c + pow(x, 4_c) / 24_c);
static_assert(nabla::taylor<3>(exp(x), x, 0_c) == 1_c + x + x * x / 2_c + pow(x, 3_c) / 6_c);
static_assert(nabla::taylor<4>(sinc(x), x, 0_c) == 1_c - x * x / 6_c + pow(x, 4_c) / 120_c);
static_assert(nabla::taylor<2>(1_c / (1_c - x), x, 0_c) == 1_c + x + x * x);
static_assert(nabla::taylor<3>(log(x), x, 1_c) ==
              (x - 1_c) - pow(x - 1_c, 2_c) / 2_c + pow(x - 1_c, 3_c) / 3_c);

// degree 0, and a polynomial is its own polynomial
static_assert(nabla::taylor<0>(cos(x), x, 0_c) == 1_c && nabla::taylor<0>(x * x, x, 3_c) == 9_c);
constexpr auto p = 2_c * pow(x, 3_c) - x + 5_c;
static_assert(nabla::taylor<3>(p, x, 0_c) == p && equivalent(nabla::taylor<3>(p, x, 2_c), p) &&
              equivalent(nabla::taylor<4>(p, x, -1_c), p));
static_assert(equivalent(nabla::taylor<1>(p, x, 1_c), 6_c + 5_c * (x - 1_c)));

// about a point that is a variable, or that other variables stand beside
static_assert(equivalent(nabla::taylor<1>(x * x, x, a), a * a + 2_c * a * (x - a)));
static_assert(nabla::taylor<1>(a * sin(x), x, 0_c) == a * x);
static_assert(nabla::taylor<2>(a, x, 0_c) == a);

// high degrees: exact rational coefficients (tan: 2^n (2^n - 1) |B_n| / n!, n even, one power lower; OEIS A002430, A036279)
static_assert(nabla::taylor<9>(tan(x), x, 0_c) ==
              x + pow(x, 3_c) / 3_c + 2_c * pow(x, 5_c) / 15_c + 17_c * pow(x, 7_c) / 315_c + 62_c * pow(x, 9_c) / 2835_c);
static_assert(nabla::taylor<10>(1_c / (1_c + x * x), x, 0_c) == 1_c - pow(x, 2_c) + pow(x, 4_c) - pow(x, 6_c) + pow(x, 8_c) - pow(x, 10_c));
static_assert(nabla::taylor<6>(sqrt(1_c + x), x, 0_c) == 1_c + x / 2_c - pow(x, 2_c) / 8_c + pow(x, 3_c) / 16_c - 5_c * pow(x, 4_c) / 128_c +
                                                             7_c * pow(x, 5_c) / 256_c - 21_c * pow(x, 6_c) / 1024_c);
static_assert(nabla::taylor<8>(log(cos(x)), x, 0_c) ==
              -(x * x) / 2_c - pow(x, 4_c) / 12_c - pow(x, 6_c) / 45_c - 17_c * pow(x, 8_c) / 2520_c);
static_assert(nabla::taylor<20>(sin(x), x, 0_c)(0.5) == nabla::taylor<19>(sin(x), x, 0_c)(0.5));
static_assert(support::near(nabla::taylor<20>(exp(x), x, 0_c)(1), 2.7182818284590452354, 1e-15));
static_assert(support::near(nabla::taylor<20>(1_c / (1_c - x), x, 0_c)(0.5), 2 - 1.0 / (1 << 20), 1e-15));

// the branch that holds at the point
static_assert(nabla::taylor<3>(select(x < 0_c, x * x, sin(x)), x, -1_c) == 1_c - 2_c * (x + 1_c) + pow(x + 1_c, 2_c));
static_assert(equivalent(nabla::taylor<3>(abs(x), x, 2_c), x));

// exact values
static_assert(nabla::taylor<3>(sin(x), x, 0_c)(1) == 1 - 1.0 / 6);
static_assert(nabla::taylor<2>(x * x * x, x, 1_c)(2) == 7);

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_taylor)

BOOST_AUTO_TEST_CASE(remainder) {
  double const near_pi = nabla::taylor<3>(sin(x), x, nabla::pi)(3.15);
  BOOST_TEST(support::near(near_pi, std::sin(3.15), 1e-11));
  for (double h : {0.1, 0.05}) {
    double const error = std::abs(nabla::taylor<3>(exp(x), x, 1_c)(1 + h) - std::exp(1 + h));
    BOOST_TEST(error < std::exp(1 + h) * std::pow(h, 4) / 24 * 1.001);
    BOOST_TEST(error > std::exp(1.0) * std::pow(h, 4) / 24 * 0.999);
  }
}

BOOST_AUTO_TEST_CASE(far) {
  BOOST_TEST(support::near(nabla::taylor<8>(exp(x), x, 0_c)(0.25), std::exp(0.25), 1e-11));
}

BOOST_AUTO_TEST_CASE(high_degree_about_another_point) {
  BOOST_TEST(support::near(nabla::taylor<8>(tanh(x), x, 0.5_c)(0.6), std::tanh(0.6), 1e-10));
  BOOST_TEST(support::near(nabla::taylor<12>(exp(x) * sin(x), x, 1_c)(1.1), std::exp(1.1) * std::sin(1.1), 1e-14));
  BOOST_TEST(support::near(nabla::taylor<6>(log(x), x, a)(x = 3.05, a = 3.0), std::log(3.05), 1e-13));
}

BOOST_AUTO_TEST_SUITE_END()
