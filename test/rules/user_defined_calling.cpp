#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <cmath>
#include <complex>

// A primitive of a program's own whose rule calls functions of the library.

namespace program {

namespace hana = boost::hana;

/// sin(x) / x, and 1 at 0.
struct sinc_op {
  static constexpr nabla::fixed_string name = "sinc";
  static constexpr nabla::interval samples{0.5, 3};
  static constexpr auto value = [](auto const& x) {
    using std::sin;
    return x == decltype(x / x)(0) ? decltype(x / x)(1) : sin(x) / x;
  };
  static constexpr auto partials = [](auto x, auto y) { return hana::make_tuple((cos(x) - y) / x); };
};
template <nabla::term T>
constexpr auto sinc(T x) {
  return nabla::apply_op<sinc_op>(x);
}

}  // namespace program

namespace {

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

static_assert(depends_on(derivative(program::sinc(x), x), x) && derivative(program::sinc(x), x) == (cos(x) - program::sinc(x)) / x);

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_user_defined_calling)

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto wave = program::sinc(x * y);
  BOOST_TEST(program::sinc(x)(0.0) == 1.0);
  BOOST_TEST(program::sinc(x)(2.0) == std::sin(2.0) / 2.0);
  double const slope = std::cos(2.0) / 2 - std::sin(2.0) / 4, curve = -std::sin(2.0) / 2 - std::cos(2.0) / 2 + std::sin(2.0) / 4;
  BOOST_TEST(support::near(derivative(program::sinc(x))(2.0), slope, 1e-15));
  BOOST_TEST(support::near(nabla::derivative<2>(program::sinc(x))(2.0), curve, 1e-15));
  BOOST_TEST(support::near(gradient(wave, x, y)(x = 4.0, y = 0.5)[1], 4 * slope, 1e-15));
  BOOST_TEST(support::near(program::sinc(x)(2.0L), std::sin(2.0L) / 2.0L, 1e-19L));
  BOOST_TEST(std::abs(program::sinc(x)(std::complex<double>(1, 1)) - std::sin(std::complex<double>(1, 1)) / std::complex<double>(1, 1)) < 1e-15);
}

BOOST_AUTO_TEST_SUITE_END()
