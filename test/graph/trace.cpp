#include <nabla/nabla.hpp>

#include <boost/hana/tuple.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <complex>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

// Generic code, recorded. The oracle is the same code run on numbers: values must agree to the last bit.

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

template <class Array>
using element = std::remove_cvref_t<decltype(std::declval<Array const&>()[0])>;

// --- forms of the callable, of its result, and of calls

constexpr auto of_array = nabla::trace<2>([](auto const& t) { return t[0] * t[1]; });
constexpr auto of_scalars = nabla::trace<2>([](auto const& a, auto const& b) { return a * b; });
static_assert(of_array(3.0, 2.0) == 6 && of_array(std::array{3.0, 2.0}) == 6 && of_array(3, 2) == 6);
static_assert(of_scalars(3.0, 2.0) == 6 && of_scalars(std::array{3.0, 2.0}) == 6);
static_assert(std::is_empty_v<decltype(of_array)> && nabla::function_object<decltype(of_array)>);

constexpr auto one_by_index = nabla::trace<1>([](auto const& t) { return t[0] * t[0] + 1; });
constexpr auto one_by_value = nabla::trace<1>([](auto t) { return t * t + 1; });
constexpr auto one_in_loop = nabla::trace<1>([](auto const& t) {
  element<decltype(t)> sum = 1;
  for (auto const& member : t) sum += member * member;
  return sum;
});
static_assert(one_by_index(3.0) == 10 && one_by_value(3.0) == 10 && one_in_loop(3.0) == 10 && one_by_value(std::array{3.0}) == 10);
static_assert(gradient(one_by_value)(3.0) == std::array{6.0} && value_and_derivatives<2>(one_by_index)(3.0) == std::array{10.0, 6.0, 2.0});

constexpr auto of_parameters = nabla::trace<2, 3>([](auto const& t, auto const& p) { return p[0] * t[0] + p[1] * t[1] + p[2]; });
static_assert(of_parameters(std::array{1.0, 2.0}, std::array{3.0, 4.0, 5.0}) == 16);
static_assert(gradient(of_parameters)(std::array{1.0, 2.0}, std::array{3.0, 4.0, 5.0}) == std::array{3.0, 4.0});
constexpr auto of_parameters_as_scalars = nabla::trace<1, 1>([](auto t, auto p) { return t * t * p; });
static_assert(gradient(of_parameters_as_scalars)(std::array{3.0}, std::array{5.0}) == std::array{30.0});

constexpr auto two_results = nabla::trace<2>([](auto const& t) { return std::array{t[0] * t[1], t[0] + t[1]}; });
static_assert(two_results(3.0, 2.0) == std::array{6.0, 5.0});
static_assert(jacobian(two_results)(3.0, 2.0) == std::array{std::array{2.0, 3.0}, std::array{1.0, 1.0}});
static_assert(value_and_jacobian(two_results)(3.0, 2.0).value == std::array{6.0, 5.0});

// A result that is an argument, one that is a number, and one given twice.
constexpr auto plain_results = nabla::trace<2>([](auto const& t) {
  using scalar = element<decltype(t)>;
  auto const product = t[0] * t[1];
  return std::array<scalar, 5>{t[1], 7, product, product, scalar()};
});
static_assert(plain_results(3.0, 2.0) == std::array{2.0, 7.0, 6.0, 6.0, 0.0});
static_assert(nabla::trace<1>([](auto) { return 3; })(1.0) == 3);
static_assert(gradient(nabla::trace<2>([](auto const&) { return 3.5; }))(1.0, 2.0) == std::array{0.0, 0.0});

// --- numbers

static_assert(nabla::trace<1>([](auto t) { return 0.1 * t; })(3.0) == 0.1 * 3.0);
static_assert(nabla::trace<1>([](auto t) { return t * 1e-300; })(3.0) == 3e-300);
static_assert(nabla::trace<1>([](auto t) { return t * 1e30f / 2u; })(2.0f) == 1e30f);
static_assert(nabla::trace<1>([](auto t) { return t + std::numeric_limits<double>::infinity(); })(3.0) == std::numeric_limits<double>::infinity());
static_assert(nabla::trace<1>([](auto t) { return t * (1_c / 3_c) + nabla::pi * 0_c; })(3.0L) == 3.0L * (1.0L / 3));
static_assert(nabla::trace<1>([](auto t) {
                // Numbers alone are computed with as double does.
                decltype(t) third = 1;
                third /= 3;
                return t * third * sqrt(decltype(t)(16));
              })(1.0) == 1.0 / 3 * 4);
static_assert(gradient(nabla::trace<1>([](auto t) { return 1e-200 * t * t; }))(3.0)[0] == 2 * 1e-200 * 3);

// The zero that a sum begins with and the one of a product cost nothing.
constexpr auto accumulated = nabla::trace<3>([](auto const& t) {
  element<decltype(t)> sum = 0, product = 1;
  for (std::size_t i = 0; i < 3; ++i) {
    sum += t[i];
    product *= t[i];
  }
  return sum - product;
});
static_assert(nabla::operation_count(accumulated) == nabla::operation_counts{3, 2, 0, 0});

// --- formulas and traced functions in each other

constexpr auto f = x * x * y;
constexpr auto mixed = nabla::trace<2>([](auto const& t) {
  return f(x = t[0], y = t[1] + 1) + gradient(f, x, y)(x = t[0], y = t[1])[0] + of_scalars(t[0], 2.0) + two_results(t)[1];
});
static_assert(mixed(2.0, 3.0) == 16 + 12 + 4 + 5);
static_assert(gradient(mixed)(2.0, 3.0) == std::array{16.0 + 6 + 2 + 1, 4.0 + 4 + 1});
static_assert(hessian(mixed)(2.0, 3.0) == std::array{std::array{8.0, 4.0 + 2}, std::array{4.0 + 2, 0.0}});
// A formula is recorded and not evaluated: sqrt(u^2) has its derivative at 0.
static_assert(gradient(nabla::trace<1>([](auto t) { return sqrt(x * x)(x = t); }))(0.0)[0] == 0);

// A variable that the program does without: x^0 is 1.
static_assert(nabla::trace<2>([](auto const& t) { return (pow(x, 0_c) + y)(x = t[0], y = t[1]); })(3.0, 4.0) == 5);

static_assert(std::is_same_v<decltype(of_array(x + 1_c, y)), decltype((x + 1_c) * y)>);
static_assert(derivative(of_array(x, x * y), x) == 2_c * x * y);
static_assert(hana::at_c<1>(two_results(x, y)) == x + y);
static_assert(of_parameters(x, 2_c, 1_c, y, 0_c) == x + 2_c * y);

// --- choices

constexpr auto chosen = nabla::trace<2>([](auto const& t) {
  return select(t[0] < 0, -1.0, select(t[1] > t[0] && !(t[1] >= 5), log(t[0]) * t[1], 3));
});
static_assert(chosen(-2.0, 3.0) == -1 && chosen(1.0, 3.0) == 0 && chosen(2.0, 7.0) == 3);
static_assert(gradient(chosen)(1.0, 3.0) == std::array{3.0, 0.0} && gradient(chosen)(-1.0, 3.0) == std::array{0.0, 0.0});
static_assert(nabla::trace<2>([](auto const& t) { return max(t[0], 0) + min(t[1], t[0]) + clamp(t[0], -1, 1) + abs(t[1]); })(2.0, -3.0) == 2 - 3 + 1 + 3);

// --- sums in any order

constexpr auto unordered = nabla::trace<20>([](auto const& t) {
  std::array<element<decltype(t)>, 20> terms;
  for (std::size_t i = 0; i < 20; ++i) terms[i] = t[i] * t[i];
  return nabla::sum(terms);
});
static_assert(nabla::operation_count(unordered) == nabla::operation_counts{19, 20, 0, 0});

// --- long programs run in blocks

constexpr std::size_t length = 64;

constexpr auto chain_code = [](auto const& t) {
  using scalar = element<decltype(t)>;
  using nabla::select;
  using std::exp, std::log;
  std::array<scalar, 4> state{t[0], t[1], 0.25, 1};
  scalar sum = 0;
  for (std::size_t i = 0; i + 1 < length; ++i) {
    scalar const u = t[i + 1] - 0.3 * state[i % 4], v = t[i] * u;
    sum += u * u / (1 + v * v);
    state[i % 4] = state[(i + 1) % 4] * 0.5 + v;
    if (i % 7 == 0) sum -= exp(-u * u);
    if (i % 11 == 0) sum += select(u < v, u * v, u / 3) + select(u < v, log(v - u), u);
  }
  return sum * state[0] + state[3];
};
constexpr auto chain = nabla::trace<length>(chain_code);

std::array<double, length> chain_point() {
  std::array<double, length> point;
  for (std::size_t i = 0; i < length; ++i) point[i] = 0.1 * static_cast<double>(i % 13) - 0.4 + 0.001 * static_cast<double>(i);
  return point;
}

// Central difference, with the step of least error for third differences of order 1.
double difference(auto const& code, std::array<double, length> at, std::size_t i) {
  double const step = 1e-5;
  double const middle = at[i];
  at[i] = middle + step;
  double const above = code(at);
  at[i] = middle - step;
  return (above - code(at)) / (2 * step);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(trace)

BOOST_AUTO_TEST_CASE(a_long_program_is_its_code_to_the_last_bit) {
  auto const at = chain_point();
  BOOST_TEST(chain(at) == chain_code(at));
  BOOST_TEST(chain(std::span(at)) == chain_code(at));
  BOOST_TEST(chain(std::vector<double>(at.begin(), at.end())) == chain_code(at));
  BOOST_TEST(value_and_gradient(chain)(at).value == chain_code(at));
  std::array<float, length> single;
  for (std::size_t i = 0; i < length; ++i) single[i] = static_cast<float>(at[i]);
  BOOST_TEST(chain(single) == static_cast<float>(chain_code(at)), boost::test_tools::tolerance(1e-5f));
}

BOOST_AUTO_TEST_CASE(the_gradient_of_a_long_program_agrees_with_differences) {
  auto const at = chain_point();
  auto const gradient = nabla::gradient(chain)(at);
  for (std::size_t i = 0; i < length; i += 7) {
    BOOST_TEST(gradient[i] == difference(chain_code, at, i), boost::test_tools::tolerance(1e-6));
  }
  std::array<double, length> out;
  BOOST_TEST(value_and_gradient(chain).into(std::span(out), at) == chain_code(at));
  BOOST_TEST((out == gradient));
  // In place: what is written never meets what is still to be read.
  auto both = at;
  nabla::gradient(chain).into(both, both);
  BOOST_TEST((both == gradient));
}

BOOST_AUTO_TEST_CASE(a_long_program_runs_on_every_scalar) {
  using big = boost::multiprecision::cpp_bin_float_50;
  auto const at = chain_point();
  std::vector<big> const many(at.begin(), at.end());
  constexpr auto smooth_code = [](auto const& t) {
    auto sum = t[0];
    for (std::size_t i = 1; i < length; ++i) sum = t[i] * sum / (1 + t[i - 1] * t[i - 1]) + t[i];
    return sum;
  };
  constexpr auto smooth = nabla::trace<length>(smooth_code);
  BOOST_TEST((smooth(many) == smooth_code(many)));
  std::vector<std::complex<double>> points(length);
  for (std::size_t i = 0; i < length; ++i) points[i] = {at[i], 0.01};
  constexpr auto sum_code = [](auto const& t) {
    auto sum = t[0] * t[0];
    for (std::size_t i = 1; i < length; ++i) sum += t[i] * sum * t[i - 1];
    return sum;
  };
  constexpr auto sum = nabla::trace<length>(sum_code);
  BOOST_TEST((sum(points) == sum_code(points)));
  BOOST_TEST((abs(nabla::gradient(smooth)(many)[5] - nabla::gradient(smooth)(at)[5]) < 1e-12));
}

BOOST_AUTO_TEST_CASE(a_sum_in_any_order_is_near_the_sum_in_order) {
  std::array<double, 20> at;
  for (std::size_t i = 0; i < 20; ++i) at[i] = 0.1 * static_cast<double>(i) - 0.7;
  double in_order = 0;
  for (double value : at) in_order += value * value;
  BOOST_TEST(unordered(at) == in_order, boost::test_tools::tolerance(1e-15));
  BOOST_TEST(nabla::gradient(unordered)(at)[3] == 2 * at[3]);
}

BOOST_AUTO_TEST_CASE(functions_of_operators_are_found_unqualified) {
  constexpr auto product = nabla::trace<2, 1>([](auto const& x, auto const& p) { return x[0] * x[1] * p[0]; });
  static_assert(operation_count(value_and_gradient(product)).total() <= 4 && loop_count(hessian(product)) == 0);
}

BOOST_AUTO_TEST_CASE(a_part_of_the_arguments_may_go_unused) {
  constexpr auto some = nabla::trace<6>([](auto const& t) { return t[4] * t[1]; });
  static_assert(some(0., 2., 0., 0., 3., 0.) == 6);
  static_assert(gradient(some)(0., 2., 0., 0., 3., 0.) == std::array{0., 3., 0., 0., 2., 0.});
  std::array<double, 6> const at{9, 2, 9, 9, 3, 9};
  BOOST_TEST(some(at) == 6);
  BOOST_TEST(some(std::span<double const>(at)) == 6);
}

BOOST_AUTO_TEST_SUITE_END()
