#include <nabla/numeric/difference.hpp>

#include "support.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <complex>
#include <limits>

namespace {

using namespace nabla::numeric;
using support::cube;
using support::square;

constexpr bool exact_on_squares() {
  for (double x : {-2.0, 0.0, 3.0})
    for (double h : {0.5, 0.25, 2.0})
      if (forward_difference(square, x, h) != 2 * x + h || backward_difference(square, x, h) != 2 * x - h ||
          central_difference(square, x, h) != 2 * x || central_difference(cube, x, h) != 3 * x * x + h * h)
        return false;
  return true;
}

template <class T>
constexpr bool keeps_its_scalar() {
  using R = detail::real_t<T>;
  return std::is_same_v<decltype(central_difference(square, T(3), R(1))), T> &&
         std::is_same_v<decltype(central_difference(square, T(3))), T> &&
         central_difference(square, T(3), R(1)) == T(6) && forward_difference(square, T(3), R(1)) == T(7) &&
         backward_difference(square, T(3), R(1)) == T(5);
}

// form
static_assert(exact_on_squares());
static_assert(keeps_its_scalar<float>() && keeps_its_scalar<double>() && keeps_its_scalar<long double>());
#ifndef __clang__  // cannot evaluate the std::complex of libstdc++
static_assert(keeps_its_scalar<std::complex<double>>());
static_assert(central_difference([](double x) { return std::complex<double>(x * x, 3 * x); }, 2.0, 0.5) ==
              std::complex<double>(4, 3));  // a complex value of a real argument
#endif

// integers: the point takes the scalar of the step, values become double
static_assert(central_difference(square, 3, 0.5) == 6);
static_assert(std::is_same_v<decltype(central_difference(square, 3, 0.5f)), float>);
static_assert(std::is_same_v<decltype(central_difference(square, 3, 1)), double>);
static_assert(forward_difference([](int i) { return 7 * i; }, 1, 2) == 7);
static_assert(forward_difference([](auto) { return 7u; }, 1.0, 0.5) == 0);  // no unsigned wrap-around below 0
static_assert(central_difference([](double x) { return static_cast<float>(x); }, 1.0, 0.5) == 1.0f);

// chosen steps
static_assert(support::near(central_difference(cube, 2.0), 12.0, 1e-9));
static_assert(support::near(forward_difference(cube, 2.0), 12.0, 1e-6));
static_assert(support::near(backward_difference(cube, 2), 12.0, 1e-6));

}  // namespace

BOOST_AUTO_TEST_SUITE(numeric_difference)

BOOST_AUTO_TEST_CASE(the_same_at_run_time) {
  BOOST_TEST(exact_on_squares());
  BOOST_TEST((keeps_its_scalar<float>() && keeps_its_scalar<double>() && keeps_its_scalar<long double>()));
  BOOST_TEST(keeps_its_scalar<std::complex<double>>());
  BOOST_TEST(keeps_its_scalar<boost::multiprecision::cpp_bin_float_50>());
}

BOOST_AUTO_TEST_CASE(exact_scalars_and_expression_templates) {
  using rational = boost::multiprecision::cpp_rational;
  BOOST_TEST((forward_difference(cube, rational(1, 3), rational(1, 7)) ==
              rational(3, 9) + 3 * rational(1, 3) * rational(1, 7) + rational(1, 49)));
  using lazy = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<50>, boost::multiprecision::et_on>;
  auto const product = [](lazy const& x) { return x * x; };  // an expression that refers to its argument
  lazy const slope = central_difference([&](lazy const& x) { return lazy(product(x)); }, lazy(3), lazy("0.5"));
  BOOST_TEST((slope == 6));
  BOOST_TEST((central_difference(product, lazy(3), lazy("0.5")) == 6));
}

BOOST_AUTO_TEST_CASE(orders_of_convergence) {
  auto const f = [](long double x) { return std::exp(x); };
  long double const x = 0.5L, exact = std::exp(x);
  auto const order = [&](auto const& quotient, long double h) {
    return std::log2(std::abs(quotient(h) - exact) / std::abs(quotient(h / 2) - exact));
  };
  auto const tolerance = boost::test_tools::tolerance(0.03L);
  for (long double h : {0x1p-4L, 0x1p-7L}) {
    BOOST_TEST(order([&](auto s) { return forward_difference(f, x, s); }, h) == 1, tolerance);
    BOOST_TEST(order([&](auto s) { return backward_difference(f, x, s); }, h) == 1, tolerance);
    BOOST_TEST(order([&](auto s) { return central_difference(f, x, s); }, h) == 2, tolerance);
  }
}

BOOST_AUTO_TEST_CASE(chosen_steps_reach_the_accuracy_of_their_formula) {
  for (double x : {-3.0, 0.0, 0.7, 20.0}) {
    double const exact = std::cos(x);
    auto const f = [](double t) { return std::sin(t); };
    BOOST_TEST(std::abs(central_difference(f, x) - exact) < 1e-8);
    BOOST_TEST(std::abs(forward_difference(f, x) - exact) < 1e-5);
    BOOST_TEST(std::abs(backward_difference(f, x) - exact) < 1e-5);
  }
  using real = boost::multiprecision::cpp_bin_float_50;
  BOOST_TEST((abs(central_difference([](real t) { return real(sin(t)); }, real(1)) - cos(real(1))) < real("1e-32")));
}

BOOST_AUTO_TEST_CASE(holomorphic_functions_along_the_real_axis) {
  using complex = std::complex<double>;
  BOOST_TEST(central_difference([](double x) { return complex(x * x, 3 * x); }, 2.0, 0.5) == complex(4, 3));
  complex const z(0.3, -1.2);
  BOOST_TEST(std::abs(central_difference([](complex w) { return std::exp(w); }, z) - std::exp(z)) < 1e-9);
}

BOOST_AUTO_TEST_CASE(ieee_where_the_function_is_not_finite) {
  BOOST_TEST(std::isnan(central_difference(square, std::numeric_limits<double>::quiet_NaN(), 0.5)));
  BOOST_TEST(std::isnan(central_difference(square, std::numeric_limits<double>::infinity(), 0.5)));
  BOOST_TEST(central_difference(square, 1e20, 0.5) == 0);  // the step is lost against x, as documented
}

BOOST_AUTO_TEST_CASE(steps_that_are_refused) {
  using support::refusal;
  double const infinity = std::numeric_limits<double>::infinity();
  BOOST_TEST(refusal([] { forward_difference(square, 1.0, 0.0); }) ==
             "nabla::numeric::forward_difference: expected a positive, finite step, but the step is 0");
  BOOST_TEST(refusal([] { backward_difference(square, 1.0, -0.5); }) ==
             "nabla::numeric::backward_difference: expected a positive, finite step, but the step is -0.5");
  BOOST_TEST(refusal([&] { central_difference(square, 1.0, infinity); }) ==
             "nabla::numeric::central_difference: expected a positive, finite step, but the step is inf");
  BOOST_TEST(refusal([&] { central_difference(square, 1.0, infinity - infinity); }) ==
             "nabla::numeric::central_difference: expected a positive, finite step, but the step is NaN");
  BOOST_TEST(refusal([] { central_difference(square, 1.0f, 1e-60); }) ==  // 0 in the scalar of the point
             "nabla::numeric::central_difference: expected a positive, finite step, but the step is 0");
}

BOOST_AUTO_TEST_SUITE_END()
