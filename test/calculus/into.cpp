#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <span>
#include <vector>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto q = nabla::variables<"q", 2>;

constexpr auto f = x * x * y;
constexpr auto F = nabla::function(f, x, y);
constexpr auto G = nabla::function(hana::make_tuple(x * y, x - y, 3_c * y), x, y);
constexpr std::array at{2.0, 5.0};

/// As an Eigen matrix is written to: entry (i, j), in either storage order.
template <bool ByColumns, std::size_t Rows, std::size_t Columns>
struct matrix {
  std::array<double, Rows * Columns> entries{};
  constexpr double& operator()(std::size_t i, std::size_t j) { return entries[ByColumns ? j * Rows + i : i * Columns + j]; }
};

/// As an Eigen vector is: v(i) alone.
struct vector {
  std::array<double, 2> entries{};
  constexpr double& operator()(std::size_t i) { return entries[i]; }
};

constexpr bool gradients() {
  std::array<double, 2> array{};
  gradient(F).into(array, at);
  double raw[2]{};
  gradient(F).into(raw, 2.0, 5.0);
  std::array<double, 2> behind{};
  gradient(F).into(std::span(behind), std::span(at));
  std::array<double, 2> named{};
  gradient(f, x, y).into(named, y = 5, x = 2);
  vector v;
  gradient(F).into(v, at);
  std::array<double, 2> called{};
  gradient(F).into([&](std::size_t i, double value) { called[i] = value; }, at);
  std::array<double, 2> pointed{};
  gradient(F).into(pointed.data(), at);
  std::array const expected{20.0, 4.0};
  return array == expected && raw[0] == 20 && raw[1] == 4 && behind == expected && named == expected &&
         v.entries == expected && called == expected && pointed == expected;
}
static_assert(gradients());

constexpr bool values_and_gradients() {
  std::array<double, 2> array{};
  double const value = value_and_gradient(F).into(array, at);
  std::array<double, 2> named{};
  double const again = value_and_gradient(f, x, y).into(named, x = 2, y = 5);
  std::array const expected{20.0, 4.0};
  return value == 20 && again == 20 && array == expected && named == expected;
}
static_assert(values_and_gradients());

constexpr std::array by_rows{5.0, 2.0, 1.0, -1.0, 0.0, 3.0};

constexpr bool jacobians() {
  std::array<double, 6> array{};
  jacobian(G).into(array, at);
  double raw[6]{};
  jacobian(G).into(raw, 2.0, 5.0);
  std::array<double, 6> behind{};
  jacobian(G).into(std::span(behind), at);
  matrix<false, 3, 2> rows;
  jacobian(G).into(rows, at);
  matrix<true, 3, 2> columns;
  jacobian(G).into(columns, at);
  std::array<double, 6> called{};
  jacobian(G).into([&](std::size_t i, std::size_t j, double value) { called[i * 2 + j] = value; }, at);
  std::array<double, 6> joint{};
  auto const value = value_and_jacobian(G).into(joint, at);
  std::array<double, 6> named{};
  jacobian(hana::make_tuple(x * y, x - y, 3_c * y), x, y).into(named, x = 2, y = 5);
  return array == by_rows && raw[0] == 5 && raw[5] == 3 && behind == by_rows && rows.entries == by_rows &&
         columns.entries == std::array{5.0, 1.0, 0.0, 2.0, -1.0, 3.0} && called == by_rows && joint == by_rows &&
         value == std::array{10.0, -3.0, 15.0} && named == by_rows;
}
static_assert(jacobians());

constexpr bool hessians() {
  std::array<double, 4> array{};
  hessian(F).into(array, at);
  matrix<true, 2, 2> columns;
  hessian(F).into(columns, at);
  std::array<double, 4> called{};
  hessian(F).into([&](std::size_t i, std::size_t j, double value) { called[i * 2 + j] = value; }, 2.0, 5.0);
  std::array<double, 4> family{};
  hessian(q[0_c] * q[0_c] * q[1_c], q).into(family, q = at);
  std::array const expected{10.0, 4.0, 4.0, 0.0};
  return array == expected && columns.entries == expected && called == expected && family == expected;
}
static_assert(hessians());

// in the scalar of the values, which may be another than that of the place
constexpr bool narrower() {
  float out[2]{};
  gradient(F).into([&](std::size_t i, double value) { out[i] = static_cast<float>(value); }, at);
  return out[0] == 20 && out[1] == 4;
}
static_assert(narrower());

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_into)

BOOST_AUTO_TEST_CASE(at_run_time) {
  BOOST_TEST(gradients());
  BOOST_TEST(values_and_gradients());
  BOOST_TEST(jacobians());
  BOOST_TEST(hessians());
  BOOST_TEST(narrower());
}

BOOST_AUTO_TEST_CASE(into_a_vector) {
  std::vector<double> out(6), in{2, 5};
  jacobian(G).into(out, in);
  BOOST_TEST(out == std::vector<double>(by_rows.begin(), by_rows.end()));
  gradient(F).into(std::span(out).subspan(4), in);
  BOOST_TEST(out[4] == 20);
  BOOST_TEST(out[5] == 4);
}

// Where the results go may be where the values come from.
BOOST_AUTO_TEST_CASE(in_place) {
  std::array point = at;
  gradient(F).into(point, point);
  BOOST_TEST((point == std::array{20.0, 4.0}));
}

BOOST_AUTO_TEST_SUITE_END()
