#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstddef>
#include <vector>

#include <nabla/batch.hpp>
#include <nabla/nabla.hpp>

// Every function and its derivative go through a batch: value and gradient at many points are those of the calls one by one.

namespace {

using namespace nabla::literals;
constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

bool near(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)) || std::fabs(a - b) <= 4e-15 * (1 + std::fabs(b)); }

template <class Formula>
void compare(char const* what, Formula f) {
  constexpr auto derivatives = nabla::value_and_gradient(nabla::function(Formula{}, x, y));
  static_cast<void>(f);
  std::vector<double> xs, ys;
  for (double at : {-3.5, -1.25, -1.0, -0.5, -0.0, 0.0, 0.375, 0.75, 1.0, 2.5, 7.0}) {
    xs.push_back(at);
    ys.push_back(at < 0 ? 0.25 : 1.5);
  }
  std::vector<std::vector<double>> out(3, std::vector<double>(xs.size()));
  nabla::batch(derivatives).into(out, xs, ys);
  for (std::size_t i = 0; i < xs.size(); ++i) {
    auto const [value, gradient] = derivatives(xs[i], ys[i]);
    BOOST_TEST(near(out[0][i], value), what << " at " << xs[i] << ": " << out[0][i] << ", alone " << value);
    BOOST_TEST(near(out[1][i], gradient[0]), what << " by x at " << xs[i] << ": " << out[1][i] << ", alone " << gradient[0]);
    BOOST_TEST(near(out[2][i], gradient[1]), what << " by y at " << xs[i] << ": " << out[2][i] << ", alone " << gradient[1]);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_every_function)

#define OF_ONE(function) compare(#function, y * function(x));
#define OF_TWO(function) compare(#function, function(x, y));

BOOST_AUTO_TEST_CASE(elementary) {
  OF_ONE(abs) OF_ONE(sign) OF_ONE(step) OF_ONE(sqrt) OF_ONE(cbrt) OF_ONE(square) OF_ONE(exp) OF_ONE(exp2) OF_ONE(exp10) OF_ONE(expm1)
  OF_ONE(log) OF_ONE(log2) OF_ONE(log10) OF_ONE(log1p)
  OF_TWO(pow) OF_TWO(hypot) OF_TWO(atan2) OF_TWO(min) OF_TWO(max)
  compare("clamp", clamp(x, -1_c, y));
  compare("hypot of three", hypot(x, y, 2_c));
  compare("select", select(x > y, x * y, sin(x)));
}
BOOST_AUTO_TEST_CASE(trigonometric) {
  OF_ONE(sin) OF_ONE(cos) OF_ONE(tan) OF_ONE(cot) OF_ONE(sec) OF_ONE(csc) OF_ONE(sinpi) OF_ONE(cospi) OF_ONE(sinc)
  OF_ONE(asin) OF_ONE(acos) OF_ONE(atan) OF_ONE(acot) OF_ONE(asec) OF_ONE(acsc)
}
BOOST_AUTO_TEST_CASE(hyperbolic) {
  OF_ONE(sinh) OF_ONE(cosh) OF_ONE(tanh) OF_ONE(coth) OF_ONE(sech) OF_ONE(csch)
  OF_ONE(asinh) OF_ONE(acosh) OF_ONE(atanh) OF_ONE(acoth) OF_ONE(asech) OF_ONE(acsch)
}
BOOST_AUTO_TEST_CASE(of_learning) {
  OF_ONE(logistic) OF_ONE(logit) OF_ONE(softplus) OF_ONE(silu) OF_ONE(gelu) OF_ONE(relu) OF_ONE(smoothstep)
  OF_TWO(logaddexp) OF_TWO(log_sum_exp) OF_TWO(xlogy) OF_TWO(xlog1py)
  OF_ONE(xlogx)
  compare("leaky_relu", leaky_relu(x, 0.25_c));
  compare("elu", elu(x, y));
}
BOOST_AUTO_TEST_CASE(special) {
  OF_ONE(erf) OF_ONE(erfc) OF_ONE(normal_pdf) OF_ONE(normal_cdf) OF_ONE(tgamma) OF_ONE(lgamma) OF_ONE(digamma) OF_ONE(trigamma)
}

BOOST_AUTO_TEST_SUITE_END()
