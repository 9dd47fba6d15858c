#include <nabla/batch.hpp>
#include <nabla/graph/trace.hpp>
#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstring>
#include <execution>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

// Sums over rows of data against sums in long double of hand-written terms.

namespace {

using namespace nabla::literals;

constexpr auto a = nabla::variable<"a">;
constexpr auto k = nabla::variable<"k">;
constexpr auto t = nabla::variable<"t">;
constexpr auto y = nabla::variable<"y">;
constexpr auto q = nabla::variables<"q", 2>;
constexpr auto d = nabla::variables<"d", 2>;
constexpr auto F = nabla::function(square(y - a * exp(-k * t)), a, k, t, y);
constexpr auto M = nabla::function(square(d[1_c] - q[0_c] * exp(-q[1_c] * d[0_c])), q, d);
constexpr double a0 = 1.9, k0 = 0.45;

struct data {
  std::vector<double> t, y;
  explicit data(std::size_t n) : t(n), y(n) {
    unsigned state = 1;
    for (std::size_t i = 0; i < n; ++i) {
      state = state * 1664525u + 1013904223u;
      t[i] = 8 * (state / 4294967296.0);
      state = state * 1664525u + 1013904223u;
      y[i] = 2 * std::exp(-0.5 * t[i]) + 0.2 * (state / 4294967296.0 - 0.5);
    }
  }
};

struct sums {
  long double value = 0, by_a = 0, by_k = 0, size = 0;
};
/// Terms in double by hand, summed in long double: what remains is the rounding of the terms and that of the sum under test.
sums by_hand(data const& rows) {
  sums result;
  for (std::size_t i = 0; i < rows.t.size(); ++i) {
    double const e = std::exp(-k0 * rows.t[i]), r = rows.y[i] - a0 * e;
    result.value += r * r;
    result.by_a += -2 * e * r;
    result.by_k += 2 * r * a0 * e * rows.t[i];
    result.size += std::fabs(2 * r * a0 * e * rows.t[i]);
  }
  return result;
}

template <class Result>
bool same_bits(Result const& left, Result const& right) {
  return std::memcmp(&left, &right, sizeof left) == 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_sum_over_rows)

BOOST_AUTO_TEST_CASE(a_million_rows) {
  data const rows(1'000'003);
  sums const expected = by_hand(rows);
  auto const result = nabla::sum_over_rows(value_and_gradient(F, a, k))(a0, k0, rows.t, rows.y);
  static_assert(std::is_same_v<decltype(result), nabla::value_and_gradient_result<double, 2> const>);
  // A plain loop in double is off by some 1e-13 here. The terms' own roundings average out.
  BOOST_TEST(std::fabs(static_cast<double>((result.value - expected.value) / expected.value)) < 2e-15);
  BOOST_TEST(std::fabs(static_cast<double>((result.gradient[0] - expected.by_a) / expected.size)) < 2e-15);
  BOOST_TEST(std::fabs(static_cast<double>((result.gradient[1] - expected.by_k) / expected.size)) < 2e-15);
  for (int trial = 0; trial < 3; ++trial) {
    BOOST_TEST(same_bits(result, nabla::sum_over_rows(value_and_gradient(F, a, k))(std::execution::par, a0, k0, rows.t, rows.y)));
  }
  BOOST_TEST(same_bits(result, nabla::sum_over_rows(value_and_gradient(F, a, k))(std::execution::seq, a0, k0, rows.t, rows.y)));
}

BOOST_AUTO_TEST_CASE(every_number_of_rows) {
  std::size_t const width = std::experimental::native_simd<double>::size();
  std::vector<std::size_t> numbers;
  for (std::size_t n = 0; n <= 2 * width + 1; ++n) numbers.push_back(n);
  for (std::size_t n : {16 * width - 1, 16 * width, 16 * width + 1, 256 * width, 256 * width + 1, 513 * width + width / 2}) numbers.push_back(n);
  for (std::size_t n : numbers) {
    data const rows(n);
    sums const expected = by_hand(rows);
    auto const result = nabla::sum_over_rows(value_and_gradient(F, a, k))(a0, k0, rows.t, rows.y);
    BOOST_TEST(std::fabs(static_cast<double>(result.value - expected.value)) <= 2e-15 * static_cast<double>(expected.value), n << " rows");
    BOOST_TEST(std::fabs(static_cast<double>(result.gradient[1] - expected.by_k)) <= 4e-15 * static_cast<double>(expected.size), n << " rows");
  }
}

BOOST_AUTO_TEST_CASE(whole_numbers_are_exact) {
  // Sums of squares of whole numbers are known, and no rounding is to be seen: a row lost or counted twice is.
  constexpr auto squares = nabla::function(t * t, t);
  for (std::size_t n : {0u, 1u, 5u, 1000u, 4099u, 100'001u}) {
    std::vector<double> row(n);
    for (std::size_t i = 0; i < n; ++i) row[i] = static_cast<double>(i + 1);
    double const m = static_cast<double>(n), expected = m * (m + 1) * (2 * m + 1) / 6;
    BOOST_TEST(nabla::sum_over_rows(squares)(row) == expected);
    BOOST_TEST(nabla::sum_over_rows(squares)(std::execution::par, row) == expected);
  }
}

BOOST_AUTO_TEST_CASE(a_row_that_is_missing_does_not_count) {
  // The pack of the last rows is filled up with the last row, whatever that gives: an infinity there is in the sum once, and NaN never arises.
  constexpr auto inverse = nabla::function(1_c / t, t);
  std::vector<double> const row{0.0};
  BOOST_TEST(nabla::sum_over_rows(inverse)(row) == std::numeric_limits<double>::infinity());
}

BOOST_AUTO_TEST_CASE(forms_of_a_call) {
  data const rows(777);
  auto const expected = nabla::sum_over_rows(value_and_gradient(F, a, k))(a0, k0, rows.t, rows.y);
  std::vector<std::vector<double>> const columns{rows.t, rows.y};
  auto const families = nabla::sum_over_rows(value_and_gradient(M, q))(std::array{a0, k0}, columns);
  BOOST_TEST(std::fabs(families.value - expected.value) < 1e-14 * expected.value);
  BOOST_TEST(std::fabs(families.gradient[1] - expected.gradient[1]) < 1e-13 * std::fabs(expected.gradient[1]));
  auto const second = nabla::sum_over_rows(hessian(F, a, k))(a0, k0, rows.t, rows.y);
  BOOST_TEST(second[0][1] == second[1][0]);
  double by_a_twice = 0;
  for (double s : rows.t) by_a_twice += 2 * std::exp(-2 * k0 * s);
  BOOST_TEST(std::fabs(second[0][0] - by_a_twice) < 1e-13 * by_a_twice);
  // Traced code, with parameters.
  constexpr auto T = nabla::trace<2, 2>([](auto const& u, auto const& row) {
    auto const r = row[1] - u[0] * exp(-u[1] * row[0]);
    return r * r;
  });
  auto const traced = nabla::sum_over_rows(value_and_gradient(T))(std::array{a0, k0}, columns);
  BOOST_TEST(std::fabs(traced.value - expected.value) < 1e-14 * expected.value);
  BOOST_TEST(std::fabs(traced.gradient[1] - expected.gradient[1]) < 1e-13 * std::fabs(expected.gradient[1]));
  // Floats.
  std::vector<float> const ts(rows.t.begin(), rows.t.end()), ys(rows.y.begin(), rows.y.end());
  auto const floats = nabla::sum_over_rows(value_and_gradient(F, a, k))(a0, k0, ts, ys);
  static_assert(std::is_same_v<decltype(floats), nabla::value_and_gradient_result<float, 2> const>);
  BOOST_TEST(std::fabs(floats.value - expected.value) < 1e-5 * expected.value);
}

BOOST_AUTO_TEST_CASE(refusals) {
  data const rows(5);
  BOOST_CHECK_EXCEPTION(nabla::sum_over_rows(F)(a0, k0, rows.t, std::vector<double>(4)), std::invalid_argument, [](std::invalid_argument const& error) {
    return std::string(error.what()) == "nabla::batch: input 3 holds 4 values where input 2 holds 5";
  });
}

BOOST_AUTO_TEST_SUITE_END()
