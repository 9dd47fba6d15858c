#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <nabla/numeric/central_jacobian.hpp>
#include <support/near.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

// Which way the sweeps go is chosen by counted operations, whatever the numbers of outputs and inputs.

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = nabla::variable<"z">;

constexpr auto multiplications = [](auto f) { return operation_count(f).multiplications; };

// More outputs than inputs, where reverse wins. By hand, with u = x y:
//   h = sin(cos(tanh(u))) and h' = -cos(cos(tanh u)) sin(tanh u) (1 - tanh(u)^2): 1 for u, 2 for the chain and 1 for the square;
//   its partials y h' and x h'; those of x and y are constants.
// A forward sweep along x and one along y pass the whole chain each: y and x are multiplied by each link of it.
constexpr auto narrow = hana::make_tuple(sin(cos(tanh(x * y))), x, y);
static_assert(multiplications(jacobian(narrow, x, y)) <= 1 + 3 + 2);

// More inputs than outputs, where forward wins. By hand: h' = -cos(cos(tanh x)) sin(tanh x) (1 - tanh(x)^2), 3 multiplications, once,
// then y h' and z h'. A reverse sweep from either output passes the whole chain.
constexpr auto fan = hana::make_tuple(sin(cos(tanh(x))) * y, sin(cos(tanh(x))) * z);
static_assert(multiplications(jacobian(fan, x, y, z)) <= 3 + 2);

// A chain of maps R^2 -> R^2: J is the product of the links' Jacobians, in either direction.
constexpr auto square_map = hana::make_tuple(x * x - y * y, 2_c * x * y);
static_assert(operation_count(jacobian(square_map, x, y)).total() <= 3);  // 2 x, 2 y, -2 y

// What a Jacobian runs is no more than its rows run one by one, nor than its columns.
template <class Field>
constexpr bool no_more_than_the_rows(Field field) {
  auto const rows = hana::fold_left(field, std::size_t{0}, [](std::size_t sum, auto f) {
    return sum + operation_count(gradient(f, x, y, z)).total();
  });
  return operation_count(jacobian(field, x, y, z)).total() <= rows;
}
static_assert(no_more_than_the_rows(fan));
static_assert(no_more_than_the_rows(hana::make_tuple(exp(x * y * z), exp(x * y * z) * x, x / z, z)));

// Second derivatives cost what their entries cost: a quadratic form's are numbers.
constexpr auto quadratic = x * x + 3_c * x * y - y * z + 2_c * z * z;
static_assert(operation_count(hessian(quadratic, x, y, z)).total() == 0);
// h(s) of a sum has one entry for all: h''.
static_assert(operation_count(hessian(exp(x + y + z), x, y, z)) == operation_count(exp(x + y + z)));

}  // namespace

BOOST_AUTO_TEST_SUITE(calculus_joint)

template <class Field, class Numbers>
void check_jacobian(Field field, Numbers numbers) {
  constexpr auto F = nabla::function(Field{}, x, y, z);
  for (double t : {0.4, -0.8, 1.3}) {
    std::array const point{t, 1 - t, t * t + 0.1};
    auto const result = jacobian(F)(point);
    auto const expected = nabla::numeric::central_jacobian(numbers, point);
    for (std::size_t i = 0; i < result.size(); ++i) BOOST_TEST(support::all_near(result[i], expected[i], 1e-8));
  }
  static_cast<void>(field);
}

BOOST_AUTO_TEST_CASE(either_direction_gives_the_jacobian) {
  check_jacobian(narrow, [](auto a, auto b, auto) { return std::array{std::sin(std::cos(std::tanh(a * b))), a, b}; });
  check_jacobian(fan, [](auto a, auto b, auto c) {
    auto const h = std::sin(std::cos(std::tanh(a)));
    return std::array{h * b, h * c};
  });
  check_jacobian(hana::make_tuple(exp(x * y * z), exp(x * y * z) * x, x / z, z),
                 [](auto a, auto b, auto c) { return std::array{std::exp(a * b * c), std::exp(a * b * c) * a, a / c, c}; });
}

// Beyond what is tried in both directions: 40 outputs of 41 inputs, each of which has its own link of one long chain.
namespace {
constexpr std::size_t n = 40;
constexpr auto q = nabla::variables<"q", n + 1>;
template <std::size_t... I>
constexpr auto running_products(std::index_sequence<I...>) {
  return hana::make_tuple((q.template get<I>() * q.template get<I + 1>() + sin(q.template get<I>()))...);
}
}  // namespace

BOOST_AUTO_TEST_CASE(many_outputs) {
  constexpr auto field = running_products(std::make_index_sequence<n>{});
  static_assert(jacobian(field, q).sparsity().size() == 2 * n);
  std::array<double, n + 1> at{};
  for (std::size_t i = 0; i <= n; ++i) at[i] = 0.1 * static_cast<double>(i) - 1.7;
  auto const result = jacobian(field, q)(q = at);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= n; ++j) {
      double const expected = j == i ? at[i + 1] + std::cos(at[i]) : j == i + 1 ? at[i] : 0;
      BOOST_TEST(support::near(result[i][j], expected, 1e-15));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
