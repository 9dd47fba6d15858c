#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <array>
#include <cmath>
#include <limits>

// What cancels, or is shared, in derivatives of functions with exponentials.

namespace {

using namespace nabla::literals;

constexpr auto S = nabla::variable<"S">;
constexpr auto K = nabla::variable<"K">;
constexpr auto r = nabla::variable<"r">;
constexpr auto sigma = nabla::variable<"sigma">;
constexpr auto t = nabla::variable<"t">;
constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr double infinity = std::numeric_limits<double>::infinity();

// A call's price by the formula of Black and Scholes, and the same with another number in its drift, in which nothing cancels.
constexpr auto price = [](auto normal, auto logarithm, auto half) {
  auto const v = sigma * sqrt(t);
  auto const d1 = (logarithm + (r + sigma * sigma * half) * t) / v;
  return nabla::function(S * normal(d1) - K * exp(-r * t) * normal(d1 - v), S, K, r, sigma, t);
};
constexpr auto by_erfc = [](auto d) { return erfc(-sqrt(0.5_c) * d) / 2_c; };
constexpr auto by_name = [](auto d) { return normal_cdf(d); };
constexpr auto of_quotient = log(S / K);
constexpr auto of_parts = log(S) - log(K);

template <class F>
constexpr std::size_t densities() {
  using namespace nabla::detail;
  auto const& program = compiled<typename decltype(nabla::value_and_gradient(F{}))::recipe>::value;
  std::size_t result = 0;
  for (std::size_t i = 0; i < program.size.instructions; ++i) {
    std::uint64_t const operation = program.instructions[i].operation;
    if (operation == kind_of_operation<nabla::gaussian_op> || operation == kind_of_operation<nabla::normal_pdf_op>) ++result;
  }
  return result;
}
static_assert(densities<decltype(price(by_erfc, of_quotient, 0.5_c))>() == 1);
static_assert(densities<decltype(price(by_name, of_quotient, 0.5_c))>() == 1);
static_assert(densities<decltype(price(by_name, of_parts, 0.5_c))>() == 1);
static_assert(densities<decltype(price(by_erfc, of_quotient, 0.25_c))>() == 2);
static_assert(densities<decltype(price(by_name, of_parts, 0.25_c))>() == 2);

template <class F>
void check_by_differences(F f) {
  double const at[] = {100, 110, 0.03, 0.25, 1.5};
  auto const gradient = nabla::gradient(f)(at);
  auto const hessian = nabla::hessian(f)(at);
  for (std::size_t i = 0; i < 5; ++i) {
    double const step = 1e-5 * at[i];
    double above[5], below[5];
    for (std::size_t j = 0; j < 5; ++j) above[j] = below[j] = at[j];
    above[i] += step;
    below[i] -= step;
    double const width = above[i] - below[i];
    BOOST_TEST(support::near(gradient[i], (f(above) - f(below)) / width, 1e-7));
    auto const more = nabla::gradient(f)(above), less = nabla::gradient(f)(below);
    for (std::size_t j = 0; j < 5; ++j) BOOST_TEST(support::near(hessian[i][j], (more[j] - less[j]) / width, 1e-6));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_vanishing)

BOOST_AUTO_TEST_CASE(derivatives_are_those_of_differences) {
  check_by_differences(price(by_erfc, of_quotient, 0.5_c));
  check_by_differences(price(by_name, of_quotient, 0.5_c));
  check_by_differences(price(by_name, of_parts, 0.5_c));
  check_by_differences(price(by_erfc, of_quotient, 0.25_c));
  check_by_differences(price(by_name, of_parts, 0.25_c));
}

// exp(u) and 1/exp(-u), with and without a factor that differs: like terms, and such as are none.
BOOST_AUTO_TEST_CASE(only_what_is_zero_vanishes) {
  auto const same = gradient(exp(x * y + log(x)) - x * exp(x * y), x, y)(x = 0.5, y = 0.75);
  BOOST_TEST(std::abs(same[0]) < 1e-14);
  BOOST_TEST(std::abs(same[1]) < 1e-14);
  auto const other = gradient(exp(x * y + log(x)) - y * exp(x * y), x, y)(x = 0.5, y = 0.75);
  double const e = std::exp(0.375);
  BOOST_TEST(support::near(other[0], e * (1 + 0.5 * 0.75 - 0.75 * 0.75), 1e-13));
  BOOST_TEST(support::near(other[1], e * (0.5 * 0.5 - 1 - 0.75 * 0.5), 1e-13));
}

// The root of x^2 z is x sqrt(z) for no negative x, though its square is x^2 z.
BOOST_AUTO_TEST_CASE(a_root_has_a_sign) {
  constexpr auto f = nabla::trace<4>([](auto x, auto z, auto u, auto v) { return exp(u) * (exp(v) * sqrt(x * x * z)) - exp(u) * (exp(v) * (x * sqrt(z))); });
  auto const slope = gradient(f)(std::array{-1.0, 4.0, 0.25, 0.5});
  BOOST_TEST(support::near(slope[2], 4 * std::exp(0.75), 1e-14));
  BOOST_TEST(support::near(slope[3], 4 * std::exp(0.75), 1e-14));
  constexpr auto g = nabla::trace<2>([](auto x, auto u) {
    return exp(u) * (exp(-x) * sqrt(nabla::constant<18>{})) + exp(u) * (exp(-x) * (nabla::constant<3>{} * sqrt(nabla::constant<2>{})));
  });
  BOOST_TEST(support::near(gradient(g)(std::array{0.0, 0.0})[1], 6 * std::sqrt(2.0), 1e-14));
}

// Where x^2 overflows too.
BOOST_AUTO_TEST_CASE(density_far_out) {
  for (double far : {27.5, 64.0, 1e5, 1e39, 1e154, 1.4e154, 1e200, 1e308, infinity}) {
    BOOST_TEST(derivative(erf(x))(far) == 0.0);
    BOOST_TEST(derivative(erf(x))(-far) == 0.0);
    BOOST_TEST(derivative<2>(erfc(x))(far) == 0.0);
    BOOST_TEST(derivative(erf(x))(static_cast<float>(far)) == 0.0f);
    if (far > 1e3) BOOST_TEST(derivative(erf(x))(static_cast<long double>(far)) == 0.0L);
  }
  BOOST_TEST(std::isnan(derivative(erf(x))(std::numeric_limits<double>::quiet_NaN())));
  static_assert(derivative(erf(x))(1e100) == 0 && derivative(erf(x))(infinity) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
