#include <nabla/adapt/boost_math.hpp>

#include <nabla/numeric/richardson.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <cmath>

namespace {

using namespace nabla::numeric;

template <std::size_t Order>
void near_the_exact_slope(double tolerance) {
  for (double x : {-1.3, 0.2, 2.0}) {
    auto const result = finite_difference<Order>([](double t) { return std::exp(std::sin(t)); }, x);
    double const exact = std::cos(x) * std::exp(std::sin(x));
    BOOST_TEST(std::abs(result.value - exact) < tolerance, "order " << Order << ", x " << x);
    BOOST_TEST(result.error_estimate < 100 * tolerance);
    BOOST_TEST(result.error_estimate > 0);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_finite_difference)

BOOST_AUTO_TEST_CASE(every_order) {
  near_the_exact_slope<1>(1e-6);
  near_the_exact_slope<2>(1e-9);
  near_the_exact_slope<4>(1e-11);
  near_the_exact_slope<6>(1e-12);
  near_the_exact_slope<8>(1e-10);
}

BOOST_AUTO_TEST_CASE(scalars) {
  auto const square = [](auto x) { return x * x; };
  static_assert(std::is_same_v<decltype(finite_difference(square, 3.0f)), estimate<float>>);
  BOOST_TEST(std::abs(finite_difference(square, 3).value - 6) < 1e-12);
  BOOST_TEST(std::abs(finite_difference(square, 3.0L).value - 6) < 1e-15L);
  using real = boost::multiprecision::cpp_bin_float_50;
  BOOST_TEST((abs(finite_difference([](real x) { return real(x * x); }, real(3)).value - 6) < real("1e-40")));
}

BOOST_AUTO_TEST_CASE(agrees_with_richardson) {
  auto const f = [](double x) { return std::log(x) / x; };
  auto const ours = richardson(f, 1.5, 0.25, 7);
  auto const boosts = finite_difference(f, 1.5);
  BOOST_TEST(std::abs(ours.value - boosts.value) <= ours.error_estimate + boosts.error_estimate);
}

BOOST_AUTO_TEST_SUITE_END()
