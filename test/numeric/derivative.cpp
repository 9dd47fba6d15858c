#include <nabla/numeric/derivative.hpp>

#include "support.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <complex>
#include <limits>

namespace {

using namespace nabla::numeric;
using support::cube;
using support::fourth;
using support::near;
using support::square;

// exact cases: 2 x, 6 x, 6, 24
static_assert(derivative(square, 3.0, {.step = 0.5}) == 6);
static_assert(derivative(cube, 2.0, {.step = 0.5, .order = 2}) == 12);
static_assert(derivative<2>(cube, 2.0, 0.5) == 12);
static_assert(derivative<3>(cube, 2.0, 0.5) == 6);
static_assert(derivative<4>(fourth, 1.0, 0.5) == 24);
static_assert(derivative<4, stencil::forward>(fourth, 1.0, 0.5) == 24);
static_assert(derivative<4, stencil::backward>(fourth, 1.0, 0.5) == 24);
static_assert(derivative(fourth, 1.0, {.step = 0.5, .order = 4, .side = stencil::backward}) == 24);
static_assert(derivative<5>(fourth, 1.0, 0.5) == 0);
static_assert(derivative<0>(cube, 2.0, 0.5) == 8);

// more points: exact for higher degrees, up to the rounding of the weights
static_assert(near(derivative<1, 5>(fourth, 1.5, 0.5), 13.5, 1e-14));
static_assert(near(derivative(fourth, 1.5, {.step = 0.5, .points = 5}), 13.5, 1e-14));
static_assert(near(derivative<1, 5, stencil::forward>(fourth, 1.5, 0.5), 13.5, 1e-13));

// scalars
static_assert(std::is_same_v<decltype(derivative(square, 3.0f)), float>);
static_assert(std::is_same_v<decltype(derivative(square, 3)), double>);
static_assert(std::is_same_v<decltype(derivative<1>(square, 3, 0.5L)), long double>);
#ifndef __clang__  // cannot evaluate the std::complex of libstdc++
static_assert(derivative<1>(square, std::complex<double>(1, 2), 0.5) == std::complex<double>(2, 4));
static_assert(derivative(square, std::complex<double>(1, 2), {.step = 0.5}) == std::complex<double>(2, 4));
#endif

// a chosen step; x itself is left out where its weight is 0, so that a hole there does no harm
static_assert(near(derivative(cube, 2.0), 12.0, 1e-8));
static_assert(near(derivative(cube, 2.0, {.order = 2}), 12.0, 1e-6));
static_assert(derivative([](double x) { return x * x / x; }, 0.0, {.step = 0.5}) == 1);

template <int Order, int Points, stencil Side>
void converges_in_its_order() {
  using real = boost::multiprecision::cpp_bin_float_50;
  auto const f = [](real const& x) { return real(exp(x)); };
  real const x("0.5");
  real const exact = exp(x);
  auto const error = [&](real const& h) { return real(abs(derivative<Order, Points, Side>(f, x, h) - exact)); };
  double const observed = std::log2(static_cast<double>(error(real(1) / 128) / error(real(1) / 256)));
  BOOST_TEST(std::abs(observed - error_order(Order, Points, Side)) < 0.1,
             "order " << Order << ", points " << Points << ": observed " << observed);
}

template <stencil Side>
void all_converge() {
  converges_in_its_order<1, 3, Side>();
  converges_in_its_order<1, 5, Side>();
  converges_in_its_order<1, 7, Side>();
  converges_in_its_order<2, 3, Side>();
  converges_in_its_order<2, 5, Side>();
  converges_in_its_order<3, 5, Side>();
  converges_in_its_order<4, 7, Side>();
  converges_in_its_order<6, 7, Side>();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_derivative)

BOOST_AUTO_TEST_CASE(the_same_at_run_time) {
  BOOST_TEST(derivative(square, 3.0, {.step = 0.5}) == 6);
  BOOST_TEST(derivative(cube, 2.0, {.step = 0.5, .order = 2}) == 12);
  BOOST_TEST(derivative<3>(cube, 2.0, 0.5) == 6);
  BOOST_TEST((derivative<4, stencil::forward>(fourth, 1.0, 0.5) == 24));
  BOOST_TEST(derivative([](double x) { return std::sin(x) / x; }, 0.0, {.step = 0.5}) == 0);
}

BOOST_AUTO_TEST_CASE(both_forms_agree) {
  auto const f = [](double x) { return std::exp(std::sin(x)); };
  BOOST_TEST((derivative<3, 7>(f, 0.3, 0.01) == derivative(f, 0.3, {.step = 0.01, .order = 3, .points = 7})));
  BOOST_TEST((derivative<2, 4, stencil::forward>(f, 0.3, 0.01) ==
              derivative(f, 0.3, {.step = 0.01, .order = 2, .points = 4, .side = stencil::forward})));
}

BOOST_AUTO_TEST_CASE(orders_of_convergence) {
  all_converge<stencil::central>();
  all_converge<stencil::forward>();
  all_converge<stencil::backward>();
}

BOOST_AUTO_TEST_CASE(values_of_scipys_documented_example) {
  // scipy.misc.derivative(lambda x: x**3 + x**2, 1.0, dx=1e-6) is documented as 4.9999999999217337
  auto const f = [](double x) { return x * x * x + x * x; };
  BOOST_TEST(std::abs(derivative(f, 1.0, {.step = 1e-6}) - 4.9999999999217337) < 1e-9);
}

BOOST_AUTO_TEST_CASE(chosen_steps_serve_every_order) {
  auto const f = [](double x) { return std::sin(x); };
  double const x = 0.7;
  double const exact[] = {std::sin(x), std::cos(x), -std::sin(x), -std::cos(x), std::sin(x)};
  double const tolerance[] = {1e-15, 1e-9, 1e-6, 1e-4, 1e-3};
  for (int n = 0; n <= 4; ++n) {
    BOOST_TEST(std::abs(derivative(f, x, {.order = n}) - exact[n]) <= tolerance[n], "order " << n);
    double const with_more_points = derivative(f, x, {.order = n, .points = n + 7 - n % 2});
    BOOST_TEST(std::abs(with_more_points - exact[n]) <= tolerance[n] / 10 + 1e-14, "order " << n);
  }
  BOOST_TEST(std::abs(derivative(f, 0.0, {.points = 6, .side = stencil::forward}) - 1) < 1e-9);
}

BOOST_AUTO_TEST_CASE(holomorphic_functions) {
  using complex = std::complex<double>;
  BOOST_TEST(derivative<1>(square, complex(1, 2), 0.5) == complex(2, 4));
  BOOST_TEST(derivative(square, complex(1, 2), {.step = 0.5}) == complex(2, 4));
  complex const z(0.3, -1.2);
  auto const f = [](complex w) { return std::exp(2.0 * w); };
  BOOST_TEST(std::abs(derivative(f, z, {.order = 2, .points = 7}) - 4.0 * std::exp(2.0 * z)) < 1e-9);
}

BOOST_AUTO_TEST_CASE(options_take_any_number) {
  using real = boost::multiprecision::cpp_bin_float_50;
  BOOST_TEST((derivative(square, real(3), {.step = 0.5}) == 6));
  BOOST_TEST((derivative(square, real(3), {.step = 1, .order = 2}) == 2));
  BOOST_TEST(derivative(square, 3.0f, {.step = 0.5}) == 6.0f);
  BOOST_TEST(derivative(square, 3, {.step = 1}) == 6);
}

BOOST_AUTO_TEST_CASE(bad_input) {
  using support::refusal;
  double const infinity = std::numeric_limits<double>::infinity();
  BOOST_TEST(refusal([] { derivative(square, 1.0, {.step = 0.1, .points = 4}); }) ==
             "nabla::numeric::derivative: expected an odd number of points in a central stencil, but 4 came");
  BOOST_TEST(refusal([] { derivative(square, 1.0, {.step = 0.1, .order = 3, .points = 3}); }) ==
             "nabla::numeric::derivative: expected at least 4 points for a derivative of order 3, but 3 came");
  BOOST_TEST(refusal([] { derivative(square, 1.0, {.step = 0.1, .order = -2}); }) ==
             "nabla::numeric::derivative: expected an order of differentiation of 0 or more, but the order is -2");
  BOOST_TEST(refusal([] { derivative(square, 1.0, {.step = 0.1, .points = 0, .side = stencil::forward}); }) ==
             "nabla::numeric::derivative: expected at least 2 points for a derivative of order 1, but 0 came");
  BOOST_TEST(refusal([] { derivative(square, 1.0, {.step = 0.0}); }) ==
             "nabla::numeric::derivative: expected a positive, finite step, but the step is 0");
  BOOST_TEST(refusal([&] { derivative(square, 1.0, {.step = infinity}); }) ==
             "nabla::numeric::derivative: expected a positive, finite step, but the step is inf");
  BOOST_TEST(refusal([] { derivative<2>(square, 1.0, -1); }) ==
             "nabla::numeric::derivative: expected a positive, finite step, but the step is -1");
}

BOOST_AUTO_TEST_SUITE_END()
