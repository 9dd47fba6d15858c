#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <complex>
#include <span>
#include <type_traits>
#include <vector>

namespace {

using namespace nabla::literals;

constexpr auto a = nabla::variable<"a">;
constexpr auto b = nabla::variable<"b">;
constexpr auto c = nabla::variable<"c">;
constexpr auto q = nabla::variables<"q", 3>;

constexpr auto f = 100_c * a + 10_c * b + c;

// any order
static_assert(f(a = 1, b = 2, c = 3) == 123 && f(a = 1, c = 3, b = 2) == 123 && f(b = 2, a = 1, c = 3) == 123);
static_assert(f(b = 2, c = 3, a = 1) == 123 && f(c = 3, a = 1, b = 2) == 123 && f(c = 3, b = 2, a = 1) == 123);

// one variable: by name or by position
constexpr auto g = a * a + 1_c;
static_assert(g(a = 3) == 10 && g(3) == 10 && g(3.0) == 10);

// none: any arguments, or none
constexpr auto three = derivative(3_c * a, a);
static_assert(three(a = 7) == 3 && three(7.0) == 3 && three() == 3 && three(1, 2, 3) == 3);
static_assert(three(std::array{1.0, 2.0}) == 3 && three(a = 1, b = 2) == 3 && three(q = std::array{1, 2, 3}) == 3);
static_assert(std::is_same_v<decltype(three(1.0F)), float> && std::is_same_v<decltype(three(1)), double>);

// bindings that are not needed are ignored, whatever they hold
struct not_a_number {};
static_assert(g(a = 3, b = 4) == 10 && g(c = 1, a = 3, b = 4) == 10);
static_assert(g(a = 3, q = std::array{1, 2, 3}) == 10);
static_assert(g(a = 3, b = not_a_number{}) == 10);
static_assert(std::is_same_v<decltype(g(a = 3.0F, b = 4.0L)), float>);
static_assert(gradient(g, a)(b = 1, a = 3, c = 2)[0] == 6);

// also those that a simplification made superfluous: they may be given, as any that is not needed
static_assert(derivative(f, a)(a = 1, b = 2, c = 3) == 100);

// families
constexpr auto h = 100_c * q[0_c] + 10_c * q[1_c] + q[2_c];
constexpr double raw[3] = {1, 2, 3};
static_assert(h(q = raw) == 123 && h(q = std::array{1, 2, 3}) == 123 && h(q = std::span(raw)) == 123);
static_assert((h + a)(a = 1000, q = raw) == 1123 && (h + a)(q = raw, a = 1000) == 1123);

// what a binding makes is a value that may be kept
constexpr int one = 1;
constexpr auto kept = b = one;
static_assert(f(a = 1, kept, c = 0) == 110);

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_binding)

BOOST_AUTO_TEST_CASE(run_time_values) {
  double u = 1, v = 2;
  double const w = 3;
  BOOST_TEST(f(c = w, a = u, b = v) == 123);
  u = 5;
  BOOST_TEST(f(c = w, a = u, b = v) == 523);
  BOOST_TEST(f(c = w + 1, a = u * 1, b = v - 1) == 514);
  volatile double noise = 4;
  BOOST_TEST(g(a = double(noise)) == 17);
}

BOOST_AUTO_TEST_CASE(temporaries_live_long_enough) {
  BOOST_TEST(h(q = std::vector<double>{1, 2, 3}) == 123);
  BOOST_TEST(h(q = std::array<float, 3>{1, 2, 3}) == 123);
  auto const binding = q = std::vector<double>{4, 5, 6};
  BOOST_TEST(h(binding) == 456);
}

BOOST_AUTO_TEST_CASE(containers) {
  std::vector<double> values{1, 2, 3};
  BOOST_TEST(h(q = values) == 123);
  BOOST_TEST(h(q = std::span(values)) == 123);
  BOOST_TEST(h(q = values.data()) == 123);
  values[0] = 9;
  BOOST_TEST(h(q = values) == 923);
}

BOOST_AUTO_TEST_CASE(the_value_bound_is_seen_at_the_call) {
  double value = 1;
  auto const later = a = value;
  value = 2;
  BOOST_TEST(g(later) == 5);
}

BOOST_AUTO_TEST_SUITE_END()
