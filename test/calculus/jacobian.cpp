#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <nabla/numeric/central_jacobian.hpp>
#include <support/near.hpp>

#include <array>
#include <cmath>
#include <vector>

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;
constexpr auto q = nabla::variables<"q", 4>;

template <std::size_t M, std::size_t N>
using matrix = std::array<std::array<double, N>, M>;

// A row an output, a column a variable, in the order given; as many outputs as variables, fewer, more.
constexpr auto square_field = hana::make_tuple(x * y, x + 3_c * y);
static_assert(jacobian(square_field, x, y)(x = 2, y = 5) == matrix<2, 2>{{{5, 2}, {1, 3}}});
static_assert(jacobian(square_field, y, x)(x = 2, y = 5) == matrix<2, 2>{{{2, 5}, {3, 1}}});
constexpr auto wide = hana::make_tuple(x * y * z);
static_assert(jacobian(wide, x, y, z)(x = 2, y = 3, z = 5) == matrix<1, 3>{{{15, 10, 6}}});
constexpr auto tall = hana::make_tuple(x * x, x * y, y * y, 7_c);
static_assert(jacobian(tall, x, y)(x = 2, y = 3) == matrix<4, 2>{{{4, 0}, {3, 2}, {0, 6}, {0, 0}}});
static_assert(jacobian(hana::make_tuple(x * x, 3_c * x), x)(4) == matrix<2, 1>{{{8}, {3}}});
static_assert(jacobian(hana::make_tuple(x * x, 3_c * x))(x = 4) == matrix<2, 1>{{{8}, {3}}});
static_assert(jacobian(x * y, x, y)(x = 2, y = 5) == matrix<1, 2>{{{5, 2}}});
static_assert(std::is_same_v<decltype(jacobian(tall, x, y)(x = 2.0F, y = 3)), std::array<std::array<float, 2>, 4>>);

// families
constexpr auto chain = hana::make_tuple(q[1_c] - q[0_c] * q[0_c], q[2_c] - q[1_c] * q[1_c], q[3_c] - q[2_c] * q[2_c]);
static_assert(jacobian(chain, q)(q = std::array{1, 2, 3, 4}) == matrix<3, 4>{{{-2, 1, 0, 0}, {0, -4, 1, 0}, {0, 0, -6, 1}}});

// functions of positions
constexpr auto F = nabla::function(tall, x, y);
static_assert(jacobian(F)(2.0, 3.0) == matrix<4, 2>{{{4, 0}, {3, 2}, {0, 6}, {0, 0}}});
static_assert(jacobian(F)(std::array{2.0, 3.0}) == jacobian(F)(x = 2.0, y = 3.0));
static_assert(jacobian(nabla::function(chain, q))(std::array{1, 2, 3, 4})[2][3] == 1);

// values and Jacobian jointly
constexpr auto both = value_and_jacobian(F)(2.0, 3.0);
static_assert(both.value == std::array{4.0, 6.0, 9.0, 7.0} && both.jacobian == jacobian(F)(2.0, 3.0));
constexpr auto named = value_and_jacobian(square_field, x, y)(y = 5, x = 2);
static_assert(named.value == std::array{10.0, 17.0} && named.jacobian == matrix<2, 2>{{{5, 2}, {1, 3}}});

// sparsity: the structure, row by row, known to the compiler
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
static_assert(stands_at(jacobian(chain, q).sparsity(), {{0, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 2}, {2, 3}}));
static_assert(stands_at(jacobian(F).sparsity(), {{0, 0}, {1, 0}, {1, 1}, {2, 1}}));
static_assert(stands_at(jacobian(wide, z, x).sparsity(), {{0, 0}, {0, 1}}));
static_assert(stands_at(jacobian(hana::make_tuple(x, y), z).sparsity(), {}));
// what cancels in the derivative is no entry, and what is zero only here or there is one
static_assert(stands_at(jacobian(hana::make_tuple(x - x + y), x, y).sparsity(), {{0, 1}}));
static_assert(stands_at(jacobian(hana::make_tuple(x * x), x).sparsity(), {{0, 0}}));

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_jacobian)

BOOST_AUTO_TEST_CASE(against_differences) {
  constexpr auto field = hana::make_tuple(sin(x) * y, exp(x - y), x / (y * y + 1_c), log(x * x + 1_c) * tanh(y), y);
  auto const numbers = [](auto a, auto b) {
    using std::sin, std::exp, std::log, std::tanh;
    return std::array{sin(a) * b, exp(a - b), a / (b * b + 1), log(a * a + 1) * tanh(b), b};
  };
  constexpr auto function = nabla::function(field, x, y);
  for (double at : {-1.1, 0.0, 0.7, 2.2}) {
    std::array const point{at, 1 - at};
    auto const expected = nabla::numeric::central_jacobian(numbers, point);
    auto const result = value_and_jacobian(function)(point);
    for (std::size_t i = 0; i < 5; ++i) {
      BOOST_TEST(support::all_near(result.jacobian[i], expected[i], 1e-8));
      BOOST_TEST(support::near(result.value[i], numbers(point[0], point[1])[i], 1e-15));
    }
    BOOST_TEST((jacobian(function)(point) == result.jacobian));
  }
}

BOOST_AUTO_TEST_CASE(run_time_containers) {
  std::vector<double> const point{2, 3};
  BOOST_TEST((jacobian(F)(point) == jacobian(F)(2.0, 3.0)));
}

BOOST_AUTO_TEST_SUITE_END()
