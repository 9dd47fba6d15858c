#include <nabla/calculus/tensor.hpp>
#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <support/near.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <type_traits>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 5>;

template <class T, std::size_t N>
using tensor = std::array<std::array<std::array<T, N>, N>, N>;

// x^3 y: f_xxx = 6y, f_xxy = 6x, all others 0
constexpr auto f = x * x * x * y;
static_assert(third_derivatives(f, x, y)(x = 2, y = 5) == tensor<double, 2>{{{{{30.0, 12.0}, {12.0, 0.0}}}, {{{12.0, 0.0}, {0.0, 0.0}}}}});
static_assert(third_derivatives(f, y, x)(x = 2, y = 5) == tensor<double, 2>{{{{{0.0, 0.0}, {0.0, 12.0}}}, {{{0.0, 12.0}, {12.0, 30.0}}}}});
static_assert(third_derivatives(nabla::function(f, x, y))(2.0, 5.0) == third_derivatives(f, x, y)(x = 2, y = 5));
static_assert(third_derivatives(nabla::function(f, x, y))(std::array{2.0, 5.0})[0][0][0] == 30);
static_assert(third_derivatives(x * x * x * x)(2) == tensor<double, 1>{{{{{48.0}}}}});
static_assert(std::is_same_v<decltype(third_derivatives(f, x, y)(x = 1.0F, y = 2.0F)), tensor<float, 2>>);
static_assert(third_derivatives(x * y, x, y)(x = 2, y = 5) == tensor<double, 2>{});
static_assert(std::is_empty_v<decltype(third_derivatives(f, x, y))>);

// of a traced function too
constexpr auto traced = nabla::trace<2>([](auto const& v) { return v[0] * v[0] * v[0] * v[1]; });
static_assert(third_derivatives(traced)(std::array{2.0, 5.0}) == third_derivatives(f, x, y)(x = 2, y = 5));

// a parameter is not differentiated by
static_assert(third_derivatives(f, x)(x = 2, y = 5) == tensor<double, 1>{{{{{30.0}}}}});

// entries as formulas
constexpr auto g = sin(x * y) * exp(z);
static_assert(third_derivatives(g, x, y, z)[x][y][z] == derivative(g, x, y, z));
static_assert(third_derivatives(g, x, y, z)[x][x][y] == derivative(g, x, x, y));
static_assert(third_derivatives(f, x, y)[x][x][y] == 6_c * x && is_zero(third_derivatives(f, x, y)[y][y][x]));

// distinct entries, in the order 000, 100, 110, 111, 200, 210, 211, 220, 221, 222
constexpr auto packed = third_derivatives(f, x, y).packed();
static_assert(packed(x = 2, y = 5) == std::array{30.0, 12.0, 0.0, 0.0});
static_assert(packed.index(0, 0, 0) == 0 && packed.index(0, 1, 0) == 1 && packed.index(1, 0, 1) == 2 && packed.index(1, 1, 1) == 3);
static_assert(packed.index(2, 0, 0) == 4 && packed.index(0, 1, 2) == 5 && packed.index(1, 2, 1) == 6 && packed.index(2, 0, 2) == 7 &&
              packed.index(2, 2, 1) == 8 && packed.index(2, 2, 2) == 9 && packed.index(3, 0, 0) == 10);
static_assert(third_derivatives(nabla::function(g, x, y, z)).packed()(0.0, 0.0, 0.0).size() == 10);

// zeros are known, and cost nothing
static_assert(third_derivatives(f, x, y).sparsity() == nabla::tensor_pattern<2>{{0, 1}, {0, 0}, {0, 0}});
static_assert(third_derivatives(x * y * z, x, y, z).sparsity() == nabla::tensor_pattern<1>{{2}, {1}, {0}});
static_assert(operation_count(third_derivatives(x * y * z, x, y, z)).total() == 0);
static_assert(third_derivatives(x * x + y * z, x, y, z).sparsity().size() == 0);

// A chain: 13 of 35 distinct entries are not 0.
constexpr auto chain = sin(q[0_c] * q[1_c]) + sin(q[1_c] * q[2_c]) + sin(q[2_c] * q[3_c]) + sin(q[3_c] * q[4_c]);
static_assert(third_derivatives(chain, q).sparsity().size() == 13);
static_assert(operation_count(third_derivatives(chain, q)).calls == 8);

// Each distinct entry once: exp(x + y + z) has ten equal ones, and one call.
static_assert(operation_count(third_derivatives(exp(x + y + z), x, y, z)) == nabla::operation_counts{.additions = 2, .calls = 1});
static_assert(operation_count(third_derivatives(g, x, y, z)).calls == 3);
static_assert(operation_count(third_derivatives(g, x, y, z)) == operation_count(third_derivatives(g, x, y, z).packed()));

// in place
constexpr bool into_a_span() {
  std::array<double, 8> out{};
  third_derivatives(nabla::function(f, x, y)).into(std::span<double>(out), 2.0, 5.0);
  return out == std::array{30.0, 12.0, 12.0, 0.0, 12.0, 0.0, 0.0, 0.0};
}
struct cube {
  tensor<double, 2> entries{};
  constexpr double& operator()(std::size_t i, std::size_t j, std::size_t k) { return entries[i][j][k]; }
};
constexpr bool into_a_cube() {
  cube out;
  third_derivatives(nabla::function(f, x, y)).into(out, 2.0, 5.0);
  return out.entries == third_derivatives(f, x, y)(x = 2, y = 5);
}
constexpr bool into_a_callable() {
  cube out;
  third_derivatives(f, x, y).into([&](std::size_t i, std::size_t j, std::size_t k, double value) { out(i, j, k) = value; }, x = 2, y = 5);
  return out.entries == third_derivatives(f, x, y)(x = 2, y = 5);
}
constexpr bool packed_in_place() {
  std::array<double, 4> out{};
  packed.into(out, x = 2, y = 5);
  return out == std::array{30.0, 12.0, 0.0, 0.0};
}
constexpr bool in_place() { return into_a_span() && into_a_cube() && into_a_callable() && packed_in_place(); }
static_assert(in_place());

// The branch that is not taken does not come in.
constexpr auto choice = select(x > 0_c, y * log(x), x * x * y);
static_assert(third_derivatives(choice, x, y)(x = 0, y = 5)[0][0][1] == 2 && third_derivatives(choice, x, y)(x = 0, y = 5)[0][0][0] == 0);

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_tensor)

BOOST_AUTO_TEST_CASE(written_in_place) { BOOST_TEST(in_place()); }

// By hand: t = x y, s = sin t, c = cos t, e = exp z.
BOOST_AUTO_TEST_CASE(by_hand) {
  double const a = 0.7, b = -1.3, h = 0.4, s = std::sin(a * b), c = std::cos(a * b), e = std::exp(h);
  auto const found = third_derivatives(g, x, y, z)(x = a, y = b, z = h);
  auto const check = [&](std::size_t i, std::size_t j, std::size_t k, double expected) {
    for (auto const& at : {std::array{i, j, k}, std::array{i, k, j}, std::array{j, i, k}, std::array{j, k, i}, std::array{k, i, j}, std::array{k, j, i}}) {
      BOOST_TEST(support::near(found[at[0]][at[1]][at[2]], expected, 1e-14));
    }
  };
  check(0, 0, 0, -b * b * b * c * e);
  check(1, 0, 0, (-2 * b * s - a * b * b * c) * e);
  check(1, 1, 0, (-2 * a * s - a * a * b * c) * e);
  check(1, 1, 1, -a * a * a * c * e);
  check(2, 0, 0, -b * b * s * e);
  check(2, 1, 0, (c - a * b * s) * e);
  check(2, 1, 1, -a * a * s * e);
  check(2, 2, 0, b * c * e);
  check(2, 2, 1, a * c * e);
  check(2, 2, 2, s * e);
}

// Central differences of the Hessian, by Richardson extrapolation of two steps.
template <class F, std::size_t N>
void check_by_differences(F const& function, std::array<double, N> const& at) {
  auto const found = third_derivatives(function)(at);
  auto const matrix = hessian(function);
  for (std::size_t k = 0; k < N; ++k) {
    auto const quotient = [&](std::size_t i, std::size_t j, double step) {
      auto above = at, below = at;
      above[k] += step;
      below[k] -= step;
      return (matrix(above)[i][j] - matrix(below)[i][j]) / (above[k] - below[k]);
    };
    for (std::size_t i = 0; i < N; ++i) {
      for (std::size_t j = 0; j < N; ++j) {
        double const expected = (4 * quotient(i, j, 5e-4) - quotient(i, j, 1e-3)) / 3;
        BOOST_TEST(support::near(found[i][j][k], expected, 1e-8), i << " " << j << " " << k << ": " << found[i][j][k] << " for " << expected);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(differences_of_the_hessian) {
  check_by_differences(nabla::function(sin(exp(cos(x * y) + x / y)) * log(1_c + x * x + y * y), x, y), std::array{0.6, 1.3});
  check_by_differences(nabla::function(sqrt(x * x + y * y + z * z) * tanh(x - z), x, y, z), std::array{0.6, 1.3, -0.4});
  check_by_differences(nabla::function(chain, q), std::array{0.3, -0.8, 1.1, 0.4, 0.9});
}

BOOST_AUTO_TEST_CASE(the_same_as_one_by_one) {
  constexpr auto h = pow(x, y) * log(x + z * z) / (1_c + exp(y));
  auto const found = third_derivatives(h, x, y, z)(x = 1.2, y = 0.7, z = 0.5);
  auto const check = [&](std::size_t i, std::size_t j, std::size_t k, auto const& formula) {
    BOOST_TEST(support::near(found[i][j][k], formula(x = 1.2, y = 0.7, z = 0.5), 1e-13));
  };
  check(0, 0, 0, derivative(h, x, x, x));
  check(1, 0, 0, derivative(h, x, x, y));
  check(0, 1, 1, derivative(h, x, y, y));
  check(1, 1, 1, derivative(h, y, y, y));
  check(0, 1, 2, derivative(h, x, y, z));
  check(2, 2, 2, derivative(h, z, z, z));
}

BOOST_AUTO_TEST_SUITE_END()
