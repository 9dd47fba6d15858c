#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <array>
#include <cmath>
#include <utility>

// Formulas that are large as trees, or deep, without being large as graphs.

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;

template <int Times, class F>
constexpr auto squared(F f) {
  if constexpr (Times == 0) {
    return f;
  } else {
    return squared<Times - 1>(f * f);
  }
}

// x^(2^12) as 12 self-multiplications: 2^13 nodes as a tree, 13 as a graph.
constexpr auto tower = squared<12>(x);
static_assert(tower(1) == 1 && tower(-1) == 1 && tower(0) == 0);
static_assert(operation_count(tower).multiplications == 12);
static_assert(gradient(tower, x)(1)[0] == 0x1p12);
static_assert(value_and_gradient(tower, x)(1).gradient[0] == 0x1p12);
static_assert(operation_count(gradient(tower, x)).total() <= 4 * 12);
static_assert(std::is_empty_v<decltype(squared<12>(x))>);

// A sum of 300 terms.
template <std::size_t I>
constexpr auto term() {
  return nabla::constant<static_cast<std::intmax_t>(I + 1)>{} * pow(x, nabla::constant<static_cast<std::intmax_t>(I % 7)>{});
}
template <std::size_t From, std::size_t... I>
constexpr auto partial_sum(std::index_sequence<I...>) {
  return (... + term<From + I>());
}
constexpr auto sum = partial_sum<0>(std::make_index_sequence<150>{}) + partial_sum<150>(std::make_index_sequence<150>{});
static_assert(sum(1) == 300 * 301 / 2);

constexpr double by_hand(double at) {
  double total = 0;
  for (int i = 0; i < 300; ++i) {
    double power = 1;
    for (int k = 0; k < i % 7; ++k) power *= at;
    total += (i + 1) * power;
  }
  return total;
}
static_assert(by_hand(1) == 300 * 301 / 2);

// A chain of 100 functions.
template <int Times, class F>
constexpr auto nested(F f) {
  if constexpr (Times == 0) {
    return f;
  } else {
    return nested<Times - 1>(sin(f) + x);
  }
}
constexpr auto chain = nested<50>(x);

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_deep)

BOOST_AUTO_TEST_CASE(at_run_time) {
  BOOST_TEST(tower(1.0) == 1.0);
  BOOST_TEST(support::near(tower(1 + 1e-9), std::pow(1 + 1e-9, 0x1p12), 1e-11));
  BOOST_TEST(sum(1.5) == by_hand(1.5));
  double value = 0.3, slope = 1;
  for (int i = 0; i < 50; ++i) {
    slope = std::cos(value) * slope + 1;
    value = std::sin(value) + 0.3;
  }
  auto const result = value_and_gradient(chain, x)(0.3);
  BOOST_TEST(result.value == value);
  BOOST_TEST(support::near(result.gradient[0], slope, 1e-14));
}

BOOST_AUTO_TEST_SUITE_END()
