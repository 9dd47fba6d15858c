#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <nabla/numeric/central_jacobian.hpp>
#include <support/near.hpp>

#include <array>
#include <cmath>
#include <initializer_list>

namespace {

using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 4>;

template <std::size_t N>
using matrix = std::array<std::array<double, N>, N>;

constexpr auto f = x * x * y + y * y * y * z;
static_assert(hessian(f, x, y, z)(x = 2, y = 3, z = 5) == matrix<3>{{{6, 4, 0}, {4, 90, 27}, {0, 27, 0}}});
static_assert(hessian(f, z, x)(x = 2, y = 3, z = 5) == matrix<2>{{{0, 0}, {0, 6}}});
static_assert(hessian(f, z, y)(x = 2, y = 3, z = 5) == matrix<2>{{{0, 27}, {27, 90}}});
static_assert(hessian(x * x * x)(2) == matrix<1>{{{12}}} && hessian(7_c, x, y)() == matrix<2>{});
static_assert(std::is_same_v<decltype(hessian(f, x)(x = 1.0F, y = 1.0F, z = 1)), std::array<std::array<float, 1>, 1>>);

constexpr auto F = nabla::function(f, x, y, z);
constexpr auto at = std::array{2.0, 3.0, 5.0};
static_assert(hessian(F)(at) == hessian(f, x, y, z)(x = 2, y = 3, z = 5) && hessian(F)(2, 3, 5) == hessian(F)(at));
static_assert(hessian(F)(x = 2, y = 3, z = 5) == hessian(F)(at));

// all from one evaluation
constexpr auto all = value_gradient_hessian(F)(at);
static_assert(all.value == 147 && all.gradient == std::array{12.0, 139.0, 27.0} && all.hessian == hessian(F)(at));
constexpr auto named = value_gradient_hessian(f, y, x)(x = 2, y = 3, z = 5);
static_assert(named.value == 147 && named.gradient == std::array{139.0, 12.0} && named.hessian == matrix<2>{{{90, 4}, {4, 6}}});
constexpr auto decomposed = [] {
  auto [value, gradient, hessian] = value_gradient_hessian(F)(at);
  return value + gradient[0] + hessian[1][2];
};
static_assert(decomposed() == 147 + 12 + 27);

// families
constexpr auto chain = q[0_c] * q[1_c] + q[1_c] * q[2_c] + q[3_c] * q[3_c];
static_assert(hessian(chain, q)(q = std::array{1, 2, 3, 4}) ==
              matrix<4>{{{0, 1, 0, 0}, {1, 0, 1, 0}, {0, 1, 0, 0}, {0, 0, 0, 2}}});

// sparsity: the lower triangle, row by row, known to the compiler
template <class Pattern>
constexpr bool stands_at(Pattern const& pattern, std::initializer_list<std::array<std::size_t, 2>> entries) {
  if (pattern.size() != entries.size()) return false;
  std::size_t k = 0;
  for (auto const& entry : entries) {
    if (pattern.rows[k] != entry[0] || pattern.columns[k] != entry[1]) return false;
    ++k;
  }
  return true;
}
static_assert(stands_at(hessian(chain, q).sparsity(), {{1, 0}, {2, 1}, {3, 3}}));
static_assert(stands_at(hessian(F).sparsity(), {{0, 0}, {1, 0}, {1, 1}, {2, 1}}));
static_assert(stands_at(hessian(x + y, x, y).sparsity(), {}));

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_hessian)

BOOST_AUTO_TEST_CASE(against_differences) {
  constexpr auto formula = sin(x * y) * exp(z) / (1_c + y * y) + x * log(z * z + 2_c);
  constexpr auto function = nabla::function(formula, x, y, z);
  auto const numbers = [](auto a, auto b, auto c) {
    using std::sin, std::exp, std::log;
    return sin(a * b) * exp(c) / (1 + b * b) + a * log(c * c + 2);
  };
  for (long double t : {-1.2L, 0.3L, 0.9L}) {
    std::array<long double, 3> const point{t, 1 - t, t * t};
    auto const expected = nabla::numeric::central_hessian(numbers, point);
    auto const result = value_gradient_hessian(function)(point);
    for (std::size_t i = 0; i < 3; ++i) {
      BOOST_TEST(support::all_near(result.hessian[i], expected[i], 1e-7L));
      for (std::size_t j = 0; j < 3; ++j) BOOST_TEST((result.hessian[i][j] == result.hessian[j][i]));
    }
    BOOST_TEST((hessian(function)(point) == result.hessian));
    BOOST_TEST(support::all_near(result.gradient, gradient(function)(point), 1e-15L));
  }
}

BOOST_AUTO_TEST_SUITE_END()
