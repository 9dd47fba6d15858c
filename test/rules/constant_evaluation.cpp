#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>

// Every elementary function and its derivative in constant evaluation, with every compiler the same: those of nabla/math, where
// the compiler has none of its own.

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;

/// Within some units in the last place of the type.
template <class T>
constexpr bool close(T found, T expected, int units) {
  T const unit = std::numeric_limits<T>::epsilon() * (expected < 0 ? -expected : expected);
  return (found < expected ? expected - found : found - expected) <= static_cast<T>(units) * unit;
}

#define NABLA_TEST_FUNCTION(formula, at, value, slope)                                                         \
  static_assert(close<double>((formula)(at), value, 1) && close<double>(derivative(formula, x)(at), slope, 6)); \
  static_assert(close<float>((formula)(static_cast<float>(at)), static_cast<float>(value), 40));
#include "constant_evaluation.inc"
#undef NABLA_TEST_FUNCTION

// joint evaluation, and what is evaluated in it: one sine and one cosine
constexpr auto y = nabla::variable<"y">;
constexpr auto f = exp(sin(x) * y) + log(x * x + y * y);
static_assert(close(gradient(f, x, y)(x = 0.5, y = 2.0)[0], 4.813989091538874, 8));
static_assert(hessian(pow(x, y), x, y)(x = 0.0, y = 3.0)[1][0] == 0);

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_constant_evaluation)

// The same at run time, by the functions of the standard library.
#define NABLA_TEST_FUNCTION(formula, at, value, slope)              \
  {                                                                 \
    double volatile const hidden = at;                              \
    double const point = hidden;                                    \
    BOOST_TEST(close<double>((formula)(point), value, 4), #formula); \
    BOOST_TEST(close<double>(derivative(formula, x)(point), slope, 8), #formula); \
  }
BOOST_AUTO_TEST_CASE(at_run_time) {
#include "constant_evaluation.inc"
}

BOOST_AUTO_TEST_SUITE_END()
