#include <nabla/batch.hpp>
#include <nabla/graph/trace.hpp>
#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstring>
#include <execution>
#include <type_traits>
#include <vector>

// What is the same at all points is computed before the loop: the loop's program shows it, and results are those of the same call with an
// array of equal numbers in place of each number, where nothing is taken out of the loop.

namespace {

using namespace nabla::literals;
using column = std::vector<double>;
using columns = std::vector<column>;

constexpr auto a = nabla::variable<"a">;
constexpr auto b = nabla::variable<"b">;
constexpr auto x = nabla::variable<"x">;
constexpr auto y = nabla::variable<"y">;
constexpr auto z = (x - a) / b;
constexpr auto density = nabla::function(-log(b) - log(2_c * nabla::pi) / 2_c - z * z / 2_c, a, b, x);
constexpr auto several = nabla::function(exp(a) * x + log(a * b) * exp(-b * y) + pow(x, a / b) + sqrt(a) * sin(a) * x * y, a, b, x, y);
constexpr auto choices = nabla::function(select(a > exp(b), log(a) * x, exp(b) * x) + select(x > log(a), cos(b), x * cos(b)) +
                                             select(a > b, tan(a), exp(a)) * x,
                                         a, b, x);
constexpr auto level = nabla::function(log(a) * exp(b), a, b, x);

// --- what is in the loop

template <class G, class... Arguments>
using kernel = typename nabla::detail::kernel_of<std::remove_const_t<G>, void, void, Arguments...>::type;
template <class G, class... Arguments>
using loop = typename kernel<G, Arguments...>::recipe;
template <class G>
using whole = typename nabla::detail::positional_t<std::remove_const_t<G>>::recipe;

template <class Recipe, class... Operations>
constexpr std::size_t calls() {
  auto const& program = nabla::detail::compiled<Recipe>::value;
  std::size_t count = 0;
  for (std::size_t i = 0; i < program.size.instructions; ++i) {
    count += ((program.instructions[i].operation == nabla::detail::kind_of_operation<Operations>) || ...);
  }
  return count;
}
/// Operations of any kind, constants such as pi not counted.
template <class Recipe>
constexpr std::size_t operations() {
  auto const& program = nabla::detail::compiled<Recipe>::value;
  std::size_t count = 0;
  for (std::size_t i = 0; i < program.size.instructions; ++i) count += program.instructions[i].count != 0;
  return count;
}

constexpr auto fit = value_and_gradient(density, a, b);
using density_loop = loop<decltype(fit), double, double, column>;
static_assert(calls<whole<decltype(fit)>, nabla::log_op>() == 2);
static_assert(calls<density_loop, nabla::log_op>() == 0);
// (x - a) / b, its square, half of that, the value; the partial by a; that by b: a product and a difference.
static_assert(operations<density_loop>() == 8);
static_assert(kernel<decltype(fit), double, double, column>::loop_inputs::invariants == 2);  // -log(b) - log(2 pi) / 2 and 1 / b

// exp(a), log(a b), -b, a / b, sqrt(a) sin(a) are taken out; exp(-b y) and the power stay.
using several_loop = loop<decltype(several), double, double, column, column>;
static_assert(calls<whole<decltype(several)>, nabla::log_op, nabla::exp_op>() == 3 && calls<several_loop, nabla::log_op, nabla::exp_op>() == 1);
static_assert(kernel<decltype(several), double, double, column, column>::loop_inputs::invariants == 5);
// It is the call that says what is the same: here b and y.
static_assert(calls<loop<decltype(several), column, double, column, double>, nabla::exp_op>() == 1);
static_assert(kernel<decltype(several), column, double, column, double>::loop_inputs::invariants == 1);  // exp(-b y)

// Nothing is the same at all points: the program is the function's own.
static_assert(std::is_same_v<loop<decltype(several), column, column, column, column>, whole<decltype(several)>>);
// A number that does not depend on variables at all is computed once too.
static_assert(calls<loop<decltype(fit), column, column, column>, nabla::log_op>() == 1);

// All is the same.
static_assert(operations<loop<decltype(level), double, double, column>>() == 0);

// A choice by what is the same stays, its condition too; what is compared and chosen is taken out.
using choices_loop = loop<decltype(choices), double, double, column>;
static_assert(calls<choices_loop, nabla::log_op, nabla::exp_op, nabla::cos_op, nabla::tan_op>() == 0);
static_assert(calls<choices_loop, nabla::select_op>() == 2);

// --- values

/// The compiler may round a product and a sum at once; where the product is before the loop and the sum in it, it cannot.
#ifdef FP_FAST_FMA
constexpr double units = 16;
#else
constexpr double units = 0;
#endif
bool same(double left, double right) {
  if (std::memcmp(&left, &right, sizeof left) == 0) return true;
  return std::fabs(left - right) <= units * 2.3e-16 * (1 + std::fabs(right));
}

column points(std::size_t n, double from, double step) {
  column result(n);
  for (std::size_t i = 0; i < n; ++i) result[i] = from + step * static_cast<double>(i % 89);
  return result;
}

constexpr double a0 = 1.7, b0 = 0.6;
constexpr std::size_t n = 1037;

/// A call with a and b as numbers against one with arrays of them.
template <std::size_t Results, class G, class... Data>
void check(G const& function, char const* name, double a_value, double b_value, Data const&... data) {
  for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{7}, n}) {
    columns numbers(Results, column(size, -7)), arrays(Results, column(size, -8));
    auto const part = [&](column const& values) { return column(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(size)); };
    nabla::batch(function).into(numbers, a_value, b_value, part(data)...);
    nabla::batch(function).into(arrays, column(size, a_value), column(size, b_value), part(data)...);
    for (std::size_t k = 0; k < Results; ++k) {
      for (std::size_t i = 0; i < size; ++i) {
        BOOST_TEST(same(numbers[k][i], arrays[k][i]), name << ": result " << k << " at " << i << " of " << size << ": " << numbers[k][i]
                                                           << " is not " << arrays[k][i]);
      }
    }
    nabla::batch(function).into(std::execution::par, arrays, a_value, b_value, part(data)...);
    BOOST_TEST((numbers == arrays), name << " in threads");
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_invariants)

BOOST_AUTO_TEST_CASE(numbers_give_the_bits_of_arrays) {
  auto const xs = points(n, 0.3, 0.07), ys = points(n, 0.9, -0.02);
  check<1>(density, "density", a0, b0, xs);
  check<4>(value_and_gradient(density), "gradient of density", a0, b0, xs);
  check<9>(hessian(density), "Hessian of density", a0, b0, xs);
  check<1>(several, "several", a0, b0, xs, ys);
  check<5>(value_and_gradient(several), "gradient of several", a0, b0, xs, ys);
  check<16>(hessian(several), "Hessian of several", a0, b0, xs, ys);
  check<1>(level, "level", a0, b0, xs);
  check<4>(value_and_gradient(level), "gradient of level", a0, b0, xs);
  for (double a_value : {0.5, 1.7, 9.0}) check<4>(value_and_gradient(choices), "choices", a_value, b0, xs);
}

BOOST_AUTO_TEST_CASE(values_by_hand) {
  auto const xs = points(n, 0.3, 0.07), ys = points(n, 0.9, -0.02);
  columns out(5, column(n));
  nabla::batch(value_and_gradient(several)).into(out, a0, b0, xs, ys);
  for (std::size_t i = 0; i < n; ++i) {
    double const u = xs[i], v = ys[i], e = std::exp(-b0 * v), p = std::pow(u, a0 / b0), s = std::sqrt(a0);
    double const expected[] = {std::exp(a0) * u + std::log(a0 * b0) * e + p + s * std::sin(a0) * u * v,
                               std::exp(a0) * u + e / a0 + p * std::log(u) / b0 + (std::sin(a0) / (2 * s) + s * std::cos(a0)) * u * v,
                               e / b0 - v * std::log(a0 * b0) * e - p * std::log(u) * a0 / (b0 * b0),
                               std::exp(a0) + a0 / b0 * p / u + s * std::sin(a0) * v, -b0 * std::log(a0 * b0) * e + s * std::sin(a0) * u};
    double const size = 1 + std::exp(a0) * u + 8 * p;
    for (std::size_t k = 0; k < 5; ++k) BOOST_TEST(std::fabs(out[k][i] - expected[k]) < 4e-15 * size, "result " << k << " at " << i);
  }
  for (double a_value : {0.5, 1.7, 9.0}) {
    nabla::batch(choices).into(out[0], a_value, b0, xs);
    for (std::size_t i = 0; i < n; ++i) {
      double const u = xs[i];
      double const expected = (a_value > std::exp(b0) ? std::log(a_value) * u : std::exp(b0) * u) +
                              (u > std::log(a_value) ? std::cos(b0) : u * std::cos(b0)) + (a_value > b0 ? std::tan(a_value) : std::exp(a_value)) * u;
      BOOST_TEST(std::fabs(out[0][i] - expected) < 4e-15 * (1 + 8 * u), "a = " << a_value << ", point " << i);
    }
  }
}

BOOST_AUTO_TEST_CASE(sums) {
  auto const xs = points(n, 0.3, 0.07);
  long double squares = 0, first = 0;
  for (double u : xs) {
    long double const r = (static_cast<long double>(u) - a0) / b0;
    first += r;
    squares += r * r;
  }
  auto const near = [](double value, long double expected) {
    return std::fabs(static_cast<double>(value - expected)) <= 4e-15 * std::fabs(static_cast<double>(expected));
  };
  long double const rows = n, half_log_two_pi = 0.918938533204672741780L;
  auto const result = nabla::sum_over_rows(fit)(a0, b0, xs);
  BOOST_TEST(near(result.value, -rows * (std::log(static_cast<long double>(b0)) + half_log_two_pi) - squares / 2));
  BOOST_TEST(near(result.gradient[0], first / b0));
  BOOST_TEST(near(result.gradient[1], (squares - rows) / b0));
  // What does not depend on the rows counts once for each of them.
  auto const all = nabla::sum_over_rows(value_and_gradient(level, a, b))(a0, b0, xs);
  BOOST_TEST(near(all.value, rows * std::log(1.7L) * std::exp(0.6L)));
  BOOST_TEST(near(all.gradient[0], rows / 1.7L * std::exp(0.6L)));
  BOOST_TEST(near(all.gradient[1], rows * std::log(1.7L) * std::exp(0.6L)));
  BOOST_TEST(nabla::sum_over_rows(level)(a0, b0, column()) == 0);
  auto const parallel = nabla::sum_over_rows(fit)(std::execution::par, a0, b0, xs);
  BOOST_TEST((std::memcmp(&parallel, &result, sizeof result) == 0));
  // Floats.
  std::vector<float> const floats(xs.begin(), xs.end());
  BOOST_TEST(std::fabs(nabla::sum_over_rows(fit)(a0, b0, floats).value - result.value) < 1e-5 * std::fabs(result.value));
}

BOOST_AUTO_TEST_CASE(long_traces) {
  // Forty hidden values of the weights alone, and as many of the weights and the row: a program in blocks.
  constexpr auto network = nabla::trace<40, 1>([](auto const& w, auto const& row) {
    auto sum = w[0] * row[0];
    for (std::size_t k = 0; k < 40; ++k) sum += tanh(w[k]) * sin(exp(w[k]) * row[0]);
    return sum;
  });
  std::array<double, 40> w;
  for (std::size_t k = 0; k < 40; ++k) w[k] = 0.01 * static_cast<double>(k) - 0.3;
  columns const data{points(n, -1, 0.03)};
  auto const result = nabla::sum_over_rows(value_and_gradient(network))(w, data);
  using network_loop = loop<decltype(value_and_gradient(network)), decltype(w), columns>;
  static_assert(nabla::detail::compiled<network_loop>::value.size.slots > nabla::detail::longest_at_once);
  static_assert(calls<network_loop, nabla::exp_op, nabla::tanh_op>() == 0);
  double value = 0, size = 0;
  std::array<double, 40> gradient{};
  for (double u : data[0]) {
    value += w[0] * u;
    gradient[0] += u;
    for (std::size_t k = 0; k < 40; ++k) {
      double const t = std::tanh(w[k]), e = std::exp(w[k]);
      value += t * std::sin(e * u);
      gradient[k] += (1 - t * t) * std::sin(e * u) + t * std::cos(e * u) * e * u;
      size += 1 + std::fabs(u);
    }
  }
  BOOST_TEST(std::fabs(result.value - value) < 1e-14 * size);
  for (std::size_t k = 0; k < 40; ++k) BOOST_TEST(std::fabs(result.gradient[k] - gradient[k]) < 1e-14 * size, "partial " << k);
}

BOOST_AUTO_TEST_SUITE_END()
