#include "loops.hpp"

#include <nabla/batch.hpp>

#include <array>
#include <cmath>
#include <span>

// Loops of random bodies: neighbours at any side, strides, backward, recurrences, sums in order and in any order, extrema, functions, and loops in
// loops. A number makes a function; what it computes as loops is compared with what it computes as straight-line code, bit for bit, and its value with
// the same code run on numbers.

namespace {

/// Numbers that follow from a seed.
struct choices {
  std::uint32_t state;
  constexpr std::uint32_t below(std::uint32_t count) {
    state = state * 1664525u + 1013904223u;
    return (state >> 16) % count;
  }
};

/// How functions of a kind are made: of these.
enum body_kind : unsigned {
  plain = 0,
  with_sum = 1,      // in any order
  with_extrema = 2,  // whose partials are choices
  with_rows = 4,     // two loops, one in the other
};

/// A random function of `points` numbers, the same for plain numbers and recorded ones.
template <std::uint32_t Seed, unsigned Kind>
struct random_function {
  static constexpr std::size_t stride = 1 + choices{Seed}.below(3), iterations = 24, columns = 12, rows = 7;
  static constexpr bool is_backward = choices{Seed + 7}.below(3) == 0;
  static constexpr std::size_t points = Kind & with_rows ? (rows + 2) * (columns + 4) : iterations * stride + 4;

  template <class X>
  constexpr auto operator()(X const& x) const {
    using T = std::decay_t<decltype(x[0])>;
    T total(0.0), state = x[0], before = x[1];
    if constexpr (Kind & with_rows) {
      std::array<T, rows * columns> terms;
      for (std::size_t i = 0; i < rows; ++i) {
        T row(0.0);
        for (std::size_t j = 0; j < columns; ++j) {
          choices choose{Seed * 31};
          std::size_t const at = (i + 1) * (columns + 4) + j + 2, above = at - columns - 4, below = at + columns + 4;
          T const value = expression<T>(choose, std::array{x[at], x[at - 1], x[at + 1 + choose.below(2)], x[above], x[below]}, 3);
          terms[i * columns + j] = value;
          row += value * x[at];
        }
        total += Seed % 2 == 0 ? T(row) : T(row * row);
      }
      if constexpr (Kind & with_sum) total += nabla::sum(terms);
    } else {
      std::array<T, iterations> terms;
      for (std::size_t i = 0; i < iterations; ++i) {
        choices choose{Seed * 31};
        std::size_t const at = 2 + stride * (is_backward ? iterations - 1 - i : i);
        std::array<T, 5> given{x[at], x[at - choose.below(3)], x[at + choose.below(stride + 1)], x[at + choose.below(3) - 1], state};
        if (choose.below(2) == 0) given[3] = before;
        T const value = expression<T>(choose, given, 4);
        if (choose.below(2) == 0) before = state;
        if (choose.below(2) == 0) state = 0.5 * state + value * 0.25;
        total += choose.below(2) == 0 ? T(value * value) : T(value * given[1] - state);
        terms[i] = value * given[0];
      }
      if constexpr (Kind & with_sum) total += nabla::sum(terms);
    }
    return T(total * state + before);
  }

 private:
  /// A random expression of so many steps, bounded for what is.
  template <class T>
  static constexpr T expression(choices& choose, std::array<T, 5> const& given, int steps) {
    using std::sin, std::exp, std::tanh, std::sqrt;
    T result = given[choose.below(5)];
    for (int n = 0; n < steps; ++n) {
      T const other = given[choose.below(5)];
      switch (choose.below(Kind & with_extrema ? 11 : 9)) {
        case 0: result = result + other; break;
        case 1: result = other - result; break;
        case 2: result = result * other; break;
        case 3: result = result / (1.5 + other * other); break;
        case 4: result = 0.75 * result - 1.25 * other * other; break;
        case 5: result = sqrt(1.0 + result * result); break;
        case 6: result = sin(result) + other; break;
        case 7: result = exp(-result * result) * other; break;
        case 8: result = -tanh(result - other); break;
        case 9: result = extremum(result, other, false); break;
        default: result = extremum(result, 0.5 * other, true); break;
      }
    }
    return result;
  }
  template <class T>
  static constexpr T extremum(T const& a, T const& b, bool greater) {
    if constexpr (std::is_same_v<T, double>) {
      return greater ? std::fmax(a, b) : std::fmin(a, b);
    } else {
      return greater ? T(max(a, b)) : T(min(a, b));
    }
  }
};

template <std::uint32_t Seed, unsigned Kind>
inline constexpr auto traced_function = nabla::trace<random_function<Seed, Kind>::points>(random_function<Seed, Kind>{});

std::vector<double> random_points(std::size_t count, unsigned seed) {
  std::mt19937 engine(seed);
  std::uniform_real_distribution<double> number(0.25, 1.25);
  std::vector<double> x(count);
  for (double& value : x) value = number(engine);
  return x;
}

bool are_close(double a, double b) { return a == b || std::abs(a - b) <= 1e-12 * (1 + std::abs(b)); }

/// Both ways of running a program.
///
/// @return  whether it has loops
template <class Recipe>
bool compare_random(std::uint32_t seed, bool in_order) {
  if constexpr (!detail::looped<Recipe>::value.is_regular) {
    return false;
  } else {
    constexpr std::size_t inputs = detail::compiled<Recipe>::value.size.variables, outputs = detail::compiled<Recipe>::value.size.outputs;
    std::vector<double> const in = random_points(inputs, seed);
    std::vector<double> looped(outputs, -1), straight(outputs, -1);
    detail::run_in_loops<Recipe, double>(in.data(), detail::row_sink<double, outputs>{looped.data()});
    detail::run_in_blocks<Recipe, double>(in.data(), detail::row_sink<double, outputs>{straight.data()});
    for (std::size_t k = 0; k < outputs; ++k) {
      BOOST_TEST((in_order ? looped[k] == straight[k] : are_close(looped[k], straight[k])), "seed " << seed << ", output " << k << " of " << outputs);
    }
    return true;
  }
}

/// @return  of value, gradient and Hessian those that ran as loops
template <std::uint32_t Seed, unsigned Kind, bool HasHessian = false>
int compare_seed() {
  constexpr auto f = traced_function<Seed, Kind>;
  constexpr std::size_t n = random_function<Seed, Kind>::points;
  int loops = compare_random<typename decltype(nabla::value_and_gradient(f))::recipe>(Seed, !(Kind & with_sum));
  if constexpr (Kind & with_extrema) loops += compare_random<typename detail::source_t<std::remove_const_t<decltype(f)>>::value>(Seed, !(Kind & with_sum));
  if constexpr (HasHessian) loops += compare_random<typename decltype(nabla::hessian(f))::recipe>(Seed, !(Kind & with_sum));
  // The value by the same code on numbers; the gradient by it at points nearby.
  std::vector<double> x = random_points(n, Seed + 1), gradient(n);
  double const value = nabla::value_and_gradient(f).into(gradient, std::span<double const, n>(x.data(), n));
  random_function<Seed, Kind> const by_hand{};
  BOOST_TEST(((Kind & with_sum) ? are_close(value, by_hand(x)) : value == by_hand(x)), "seed " << Seed << ": " << value << " and " << by_hand(x));
  double change = 0, expected = 0;
  constexpr double h = 1e-6;
  std::vector<double> above = x, below = x;
  for (std::size_t i = 0; i < n; ++i) {
    double const direction = std::cos(double(i + Seed));
    above[i] += h * direction;
    below[i] -= h * direction;
    change += gradient[i] * direction;
  }
  expected = (by_hand(above) - by_hand(below)) / (2 * h);
  BOOST_TEST(std::abs(change - expected) <= 1e-6 * (1 + std::abs(expected)), "seed " << Seed << ": " << change << " and " << expected);
  return loops;
}
template <unsigned Kind, bool HasHessian, std::uint32_t... Seeds>
int compare_seeds(std::integer_sequence<std::uint32_t, Seeds...>) {
  return (compare_seed<Seeds, Kind, HasHessian>() + ... + 0);
}

}  // namespace

// How many of the programs have loops is known, so that no test is empty.
BOOST_AUTO_TEST_CASE(random_bodies) {
  BOOST_TEST((compare_seeds<plain, false>(std::integer_sequence<std::uint32_t, 1, 2, 3, 4, 5>{})) == 5);
  BOOST_TEST((compare_seeds<plain, true>(std::integer_sequence<std::uint32_t, 8>{})) == 2);
}

BOOST_AUTO_TEST_CASE(random_sums_in_any_order) {
  BOOST_TEST((compare_seeds<with_sum, false>(std::integer_sequence<std::uint32_t, 11, 12>{})) == 2);
}

// Choices are not made in loops; extrema are.
BOOST_AUTO_TEST_CASE(random_extrema) {
  BOOST_TEST((compare_seeds<with_extrema, false>(std::integer_sequence<std::uint32_t, 21, 22>{})) == 2);
}

BOOST_AUTO_TEST_CASE(random_loops_in_loops) {
  BOOST_TEST((compare_seeds<with_rows, false>(std::integer_sequence<std::uint32_t, 31, 32>{})) == 2);
  BOOST_TEST((compare_seeds<with_rows + with_sum, false>(std::integer_sequence<std::uint32_t, 34>{})) == 1);
}

/// Read at a stride, forward and backward, and partials that stand at a stride.
template <std::size_t Stride>
void compare_strided() {
  constexpr std::size_t n = 30, points = n * Stride;
  constexpr auto f = nabla::trace<points>([](auto const& x) {
    std::decay_t<decltype(x[0])> sum(0.0);
    for (std::size_t i = 0; i < n; ++i) sum += x[Stride * i] * x[Stride * i] * x[points - 1 - Stride * i];
    return sum;
  });
  constexpr auto derivatives = nabla::value_and_gradient(f);
  compare_ways(derivatives);
  std::vector<double> const x = random_points(points, Stride);
  std::vector<double> expected(points, 0), gradient(points, -1);
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t const a = Stride * i, b = points - 1 - Stride * i;
    sum += x[a] * x[a] * x[b];
    expected[a] += 2 * x[a] * x[b];
    expected[b] += x[a] * x[a];
  }
  BOOST_TEST(derivatives.into(gradient, std::span<double const, points>(x.data(), points)) == sum);
  for (std::size_t k = 0; k < points; ++k) BOOST_TEST(are_close(gradient[k], expected[k]), "stride " << Stride << ", partial " << k);
}
BOOST_AUTO_TEST_CASE(strides) {
  compare_strided<1>();
  compare_strided<3>();
}

/// A batch of points, each of which is many numbers: the packs of a batch run through the same loops.
template <std::uint32_t Seed, unsigned Kind>
void compare_batch() {
  constexpr auto derivatives = nabla::value_and_gradient(traced_function<Seed, Kind>);
  constexpr std::size_t n = random_function<Seed, Kind>::points, batch = 11;
  static_assert(nabla::loop_count(derivatives) > 0);
  std::vector<std::vector<double>> columns(n, std::vector<double>(batch)), outputs(n + 1, std::vector<double>(batch));
  for (std::size_t k = 0; k < batch; ++k) {
    std::vector<double> const x = random_points(n, unsigned(k));
    for (std::size_t i = 0; i < n; ++i) columns[i][k] = x[i];
  }
  nabla::batch(derivatives).into(outputs, columns);
  for (std::size_t k = 0; k < batch; ++k) {
    std::vector<double> const x = random_points(n, unsigned(k));
    std::vector<double> gradient(n);
    double const value = derivatives.into(gradient, std::span<double const, n>(x.data(), n));
    BOOST_TEST(are_close(outputs[0][k], value), "seed " << Seed << ", point " << k);
    for (std::size_t i = 0; i < n; ++i) BOOST_TEST(are_close(outputs[i + 1][k], gradient[i]), "seed " << Seed << ", point " << k << ", partial " << i);
  }
}
BOOST_AUTO_TEST_CASE(batches_in_loops) {
  compare_batch<11, with_sum>();
}
