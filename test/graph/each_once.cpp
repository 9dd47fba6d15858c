#include <nabla/nabla.hpp>

#include <boost/hana.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>

// Each distinct subexpression is evaluated once: counted by a scalar that counts.

namespace {

namespace hana = boost::hana;
using namespace nabla::literals;

struct counts {
  int additions = 0, multiplications = 0, divisions = 0, calls = 0;
  friend constexpr bool operator==(counts const&, counts const&) = default;
};

struct counting {
  double value = 0;
  counts* to = nullptr;

  constexpr counting() = default;
  constexpr explicit counting(double v, counts* c = nullptr) : value(v), to(c) {}

  static constexpr counts* of(counting a, counting b) { return a.to ? a.to : b.to; }
  static constexpr counting made(double value, counts* to, int counts::*kind) {
    if (to) ++(to->*kind);
    return counting(value, to);
  }
  friend constexpr counting operator+(counting a, counting b) { return made(a.value + b.value, of(a, b), &counts::additions); }
  friend constexpr counting operator-(counting a, counting b) { return made(a.value - b.value, of(a, b), &counts::additions); }
  friend constexpr counting operator-(counting a) { return made(-a.value, a.to, &counts::additions); }
  friend constexpr counting operator*(counting a, counting b) { return made(a.value * b.value, of(a, b), &counts::multiplications); }
  friend constexpr counting operator/(counting a, counting b) { return made(a.value / b.value, of(a, b), &counts::divisions); }
  friend constexpr counting exp(counting a) { return made(1 + a.value, a.to, &counts::calls); }
  friend constexpr counting sin(counting a) { return made(a.value, a.to, &counts::calls); }
  friend constexpr counting cos(counting a) { return made(1 - a.value, a.to, &counts::calls); }
};

constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;

template <class F, class... At>
constexpr counts counted(F f, At... at) {
  counts result;
  static_cast<void>(f(counting(at, &result)...));
  return result;
}

constexpr auto in_x_and_y = [](auto f) { return nabla::function(f, x, y); };

// as written
static_assert(counted(in_x_and_y(x * y + x), 2, 3) == counts{1, 1, 0, 0});
static_assert(counted(in_x_and_y((x * y) + (x * y)), 2, 3) == counts{1, 1, 0, 0});
static_assert(counted(in_x_and_y((x + y) * (x + y) * (x + y)), 2, 3) == counts{1, 2, 0, 0});
static_assert(counted(in_x_and_y(sin(x / y) * sin(x / y) + exp(sin(x / y))), 2, 3) == counts{1, 1, 1, 2});
static_assert(counted(in_x_and_y(exp(x) - y / exp(x)), 2, 3) == counts{1, 0, 1, 1});

// powers by squaring
static_assert(counted(pow(x, 2_c), 2) == counts{0, 1, 0, 0} && counted(pow(x, 3_c), 2) == counts{0, 2, 0, 0});
static_assert(counted(pow(x, 8_c), 2) == counts{0, 3, 0, 0} && counted(pow(x, -2_c), 2) == counts{0, 1, 1, 0});
static_assert(counted(pow(x, 4_c) + pow(x, 2_c), 2) == counts{1, 2, 0, 0});

// what the value and the derivatives share is evaluated once
static_assert(counted(value_and_gradient(in_x_and_y(exp(x * y))), 2, 3) == counts{0, 3, 0, 1});
static_assert(counted(nabla::value_and_derivatives<3>(exp(x), x), 2) == counts{0, 0, 0, 1});
static_assert(counted(nabla::value_and_derivatives<3>(sin(x), x), 2) == counts{2, 0, 0, 2});
static_assert(counted(jacobian(nabla::function(hana::make_tuple(exp(x) * y, exp(x) + y), x, y)), 2, 3).calls == 1);
static_assert(counted(value_gradient_hessian(in_x_and_y(exp(x) * sin(y))), 2, 3).calls == 3);
static_assert(counted(hessian(in_x_and_y(exp(x * y))), 2, 3).calls == 1);

// A gradient costs a small multiple of the function, however many variables.
constexpr auto q = nabla::variables<"q", 12>;
constexpr auto product = hana::unpack(q, [](auto... member) { return (member * ...); });
constexpr counts product_gradient = [] {
  counts result;
  std::array<counting, 12> at;
  for (counting& value : at) value = counting(1.5, &result);
  static_cast<void>(value_and_gradient(nabla::function(product, q))(at));
  return result;
}();
static_assert(product_gradient.multiplications <= 3 * 11 && product_gradient.divisions == 0 && product_gradient.additions == 0);

// operation_count tells the same
template <class F, class... At>
constexpr bool count_agrees(F f, At... at) {
  auto const told = operation_count(f);
  counts const seen = counted(f, at...);
  return told.additions == static_cast<std::size_t>(seen.additions) && told.calls == static_cast<std::size_t>(seen.calls) &&
         told.multiplications == static_cast<std::size_t>(seen.multiplications) &&
         told.divisions == static_cast<std::size_t>(seen.divisions);
}
static_assert(count_agrees(in_x_and_y(sin(x / y) * sin(x / y) + exp(sin(x / y))), 2, 3));
static_assert(count_agrees(pow(x, 7_c) - x, 2) && count_agrees(gradient(in_x_and_y(exp(x * y) / y)), 2, 3));
static_assert(count_agrees(hessian(in_x_and_y(exp(x * y) / y)), 2, 3));
static_assert(count_agrees(value_and_gradient(in_x_and_y(x * sin(y))), 2, 3));
static_assert(operation_count(x) == nabla::operation_counts{} && operation_count(7_c).total() == 0);

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_each_once)

BOOST_AUTO_TEST_CASE(at_run_time) {
  BOOST_TEST((counted(in_x_and_y(sin(x / y) * sin(x / y) + exp(sin(x / y))), 2, 3) == counts{1, 1, 1, 2}));
  BOOST_TEST(count_agrees(hessian(in_x_and_y(exp(x * y) / y)), 2, 3));
}

BOOST_AUTO_TEST_SUITE_END()
