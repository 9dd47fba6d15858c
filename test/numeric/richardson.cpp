#include <nabla/numeric/richardson.hpp>

#include "support.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <complex>
#include <limits>

namespace {

using namespace nabla::numeric;
using support::fourth;
using support::square;

constexpr auto seventh = [](auto x) { return x * x * x * x * x * x * x; };

// polynomials of degree up to 2 levels are exact (steps are powers of two: no rounding here)
static_assert(richardson<2>(square, 3.0, 0.5).value == 6);
static_assert(richardson<2>(fourth, 1.0, 0.5).value == 4);
static_assert(richardson<3>(fourth, 1.0, 0.5).value == 4);
static_assert(richardson(fourth, 1, 0.5, 3).value == 4);
static_assert(support::near(richardson<4>(seventh, 1.0, 0.5).value, 7.0, 1e-14));
static_assert(richardson<3>(fourth, 1.0, 0.5).error_estimate < 1e-14);
#ifndef __clang__  // cannot evaluate the std::complex of libstdc++
static_assert(richardson<2>(square, std::complex<double>(1, 2), 0.5).value == std::complex<double>(2, 4));
#endif
static_assert(std::is_same_v<decltype(richardson<2>(square, 3, 0.5f)), estimate<float>>);
static_assert(std::is_same_v<decltype(richardson<2>(square, std::complex<float>(), 1).error_estimate), float>);

constexpr bool reciprocal_is_close() {
  auto const result = richardson<6>(support::reciprocal, 2.0, 0.5);
  return support::near(result.value, -0.25, result.error_estimate) && result.error_estimate < 1e-12;
}
static_assert(reciprocal_is_close());

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_richardson)

BOOST_AUTO_TEST_CASE(the_same_at_run_time) {
  BOOST_TEST(richardson<3>(fourth, 1.0, 0.5).value == 4);
  BOOST_TEST((richardson<5>(fourth, 1.0, 0.5) == richardson(fourth, 1.0, 0.5, 5)));
  BOOST_TEST(reciprocal_is_close());
  BOOST_TEST(richardson<2>(square, std::complex<double>(1, 2), 0.5).value == std::complex<double>(2, 4));
}

BOOST_AUTO_TEST_CASE(exact_arithmetic) {
  using rational = boost::multiprecision::cpp_rational;
  auto const result = richardson<4>(seventh, rational(1, 3), rational(1, 5));
  BOOST_TEST((result.value == rational(7, 729)));
  auto const eighth = [](rational const& x) { return rational(seventh(x) * x); };
  BOOST_TEST((richardson<4>(eighth, rational(1), rational(1)).value == 8));
  auto const ninth = [&](rational const& x) { return rational(eighth(x) * x); };
  BOOST_TEST((richardson<4>(ninth, rational(1), rational(1)).value != 9));
}

BOOST_AUTO_TEST_CASE(estimates_are_honest_and_small) {
  struct {
    double (*f)(double);
    double (*slope)(double);
  } const cases[] = {
      {[](double x) { return std::exp(x); }, [](double x) { return std::exp(x); }},
      {[](double x) { return std::sin(x); }, [](double x) { return std::cos(x); }},
      {[](double x) { return std::atan(x); }, [](double x) { return 1 / (1 + x * x); }},
      {[](double x) { return std::exp(-x * x); }, [](double x) { return -2 * x * std::exp(-x * x); }},
      {[](double x) { return x * std::sqrt(4 + x); },
       [](double x) { return std::sqrt(4 + x) + x / (2 * std::sqrt(4 + x)); }},
  };
  for (auto const& [f, slope] : cases)
    for (double x : {-2.0, -0.3, 0.0, 0.9, 3.1})
      for (int levels : {2, 4, 6, 9, 30}) {
        auto const result = richardson(f, x, 0.25, levels);
        double const error = std::abs(result.value - slope(x));
        BOOST_TEST(error <= result.error_estimate, "x " << x << ", levels " << levels << ": " << error);
        if (levels >= 6) BOOST_TEST(result.error_estimate < 1e-10 * (1 + std::abs(f(x))));
      }
}

BOOST_AUTO_TEST_CASE(each_level_gains_two_orders) {
  using real = boost::multiprecision::cpp_bin_float_100;
  auto const f = [](real const& x) { return real(exp(x)); };
  real const x("0.5");
  real const exact = exp(x);
  for (int levels = 2; levels <= 6; ++levels) {
    auto const error = [&](real const& h) { return real(abs(richardson(f, x, h, levels).value - exact)); };
    double const observed = std::log2(static_cast<double>(error(real(1) / 16) / error(real(1) / 32)));
    BOOST_TEST(std::abs(observed - 2 * levels) < 0.05, "levels " << levels << ": observed " << observed);
  }
}

BOOST_AUTO_TEST_CASE(bad_input) {
  using support::refusal;
  BOOST_TEST(refusal([] { richardson(square, 1.0, 0.5, 1); }) ==
             "nabla::numeric::richardson: expected at least 2 levels, but 1 came");
  BOOST_TEST(refusal([] { richardson(square, 1.0, 0.5, -3); }) ==
             "nabla::numeric::richardson: expected at least 2 levels, but -3 came");
  BOOST_TEST(refusal([] { richardson(square, 1.0, 0.0, 4); }) ==
             "nabla::numeric::richardson: expected a positive, finite step, but the step is 0");
  BOOST_TEST(refusal([] { richardson<4>(square, 1.0, std::numeric_limits<double>::quiet_NaN()); }) ==
             "nabla::numeric::richardson: expected a positive, finite step, but the step is NaN");
}

BOOST_AUTO_TEST_SUITE_END()
