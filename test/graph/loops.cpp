#include "loops.hpp"

#include <array>
#include <complex>

template <std::size_t N>
constexpr auto rosenbrock_in_any_order = nabla::trace<N>([](auto const& x) {
  std::array<std::decay_t<decltype(x[0])>, N - 1> terms;
  for (std::size_t i = 0; i + 1 < N; ++i) {
    auto const t = x[i + 1] - x[i] * x[i];
    auto const u = 1.0 - x[i];
    terms[i] = 100.0 * (t * t) + u * u;
  }
  return nabla::sum(terms);
});

BOOST_AUTO_TEST_CASE(chain) {
  constexpr auto derivatives = nabla::value_and_gradient(rosenbrock<40>);
  using recipe = std::remove_cv_t<decltype(derivatives)>::recipe;
  compare_ways<recipe, double>();
  compare_ways<recipe, float>();
  compare_ways<recipe, long double>();
  compare_ways<recipe, std::complex<double>>();
  compare_ways(nabla::value_and_gradient(rosenbrock<67>));
  compare_ways(nabla::hessian(rosenbrock<40>));
}

/// Layers of a network: products of matrices and vectors.
BOOST_AUTO_TEST_CASE(layers) {
  constexpr auto network = nabla::trace<24 * 3 + 24 * 25 + 25>([](auto const& w) {
    using T = std::decay_t<decltype(w[0])>;
    std::size_t k = 0;
    std::array<T, 24> first, second;
    for (T& h : first) {
      T a = w[k] + w[k + 1] * 0.3;
      a += w[k + 2] * -0.7;
      k += 3;
      h = tanh(a);
    }
    for (T& h : second) {
      T a = w[k++];
      for (T const& below : first) a += w[k++] * below;
      h = tanh(a);
    }
    T a = w[k++];
    for (T const& below : second) a += w[k++] * below;
    return (a - 0.5) * (a - 0.5);
  });
  constexpr auto derivatives = nabla::value_and_gradient(network);
  compare_ways(derivatives);
}

/// A stencil in two dimensions, with boundaries.
BOOST_AUTO_TEST_CASE(grid) {
  constexpr std::size_t n = 12;
  constexpr auto energy = nabla::trace<n * n>([](auto const& u) {
    std::decay_t<decltype(u[0])> sum(0.0);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        if (i + 1 < n) sum += (u[i * n + n + j] - u[i * n + j]) * (u[i * n + n + j] - u[i * n + j]) / 2;
        if (j + 1 < n) sum += (u[i * n + j + 1] - u[i * n + j]) * (u[i * n + j + 1] - u[i * n + j]) / 2;
        sum += 0.25 * (u[i * n + j] * u[i * n + j] * u[i * n + j] * u[i * n + j]) - u[i * n + j];
      }
    }
    return sum;
  });
  compare_ways(nabla::value_and_gradient(energy));
}

/// Triangles of pairs, with parameters.
BOOST_AUTO_TEST_CASE(pairs) {
  constexpr std::size_t n = 16;
  constexpr auto potential = nabla::trace<2 * n, n>([](auto const& r, auto const& mass) {
    std::decay_t<decltype(r[0])> sum(0.0);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) {
        auto const x = r[2 * i] - r[2 * j], y = r[2 * i + 1] - r[2 * j + 1];
        sum -= mass[i] * mass[j] / sqrt(0.01 + x * x + y * y);
      }
    }
    return sum;
  });
  constexpr auto derivatives = nabla::value_and_gradient(potential);
  compare_ways(derivatives);
  // By rows of arguments, of which the second is read by loops too.
  std::array<double, 2 * n> r;
  std::array<double, n> mass;
  for (std::size_t i = 0; i < 2 * n; ++i) r[i] = std::sin(double(7 * i));
  for (std::size_t i = 0; i < n; ++i) mass[i] = 1 + 0.125 * double(i);
  auto const [value, gradient] = derivatives(r, mass);
  double expected = 0;
  std::array<double, 2 * n> slope{};
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      double const x = r[2 * i] - r[2 * j], y = r[2 * i + 1] - r[2 * j + 1], d = 0.01 + x * x + y * y;
      expected -= mass[i] * mass[j] / std::sqrt(d);
      double const factor = mass[i] * mass[j] / (d * std::sqrt(d));
      slope[2 * i] += factor * x;
      slope[2 * j] -= factor * x;
      slope[2 * i + 1] += factor * y;
      slope[2 * j + 1] -= factor * y;
    }
  }
  BOOST_TEST(std::abs(value - expected) < 1e-12 * std::abs(expected));
  for (std::size_t i = 0; i < 2 * n; ++i) BOOST_TEST(std::abs(gradient[i] - slope[i]) < 1e-11 * (1 + std::abs(slope[i])));
}

/// Recurrences and running values stay in order: each state needs the one before, a running sum is asked for at each step.
BOOST_AUTO_TEST_CASE(recurrences) {
  constexpr auto scan = nabla::trace<64>([](auto const& x) {
    using T = std::decay_t<decltype(x[0])>;
    T state = x[0], sum = x[0], product(1.0), energy(0.0);
    for (std::size_t i = 1; i < 64; ++i) {
      state = 0.5 * state + x[i] * state * (1.0 - state);
      sum += x[i];
      product *= x[i] + 0.5;
      energy += state * sum;
    }
    return energy + product;
  });
  compare_ways(nabla::value_and_gradient(scan));
  constexpr auto second_neighbours = nabla::trace<64>([](auto const& x) {
    std::decay_t<decltype(x[0])> sum(0.0);
    for (std::size_t i = 0; i + 2 < 64; ++i) sum += (x[i] - 2.0 * x[i + 1] + x[i + 2]) * (x[i] - 2.0 * x[i + 1] + x[i + 2]) * x[i];
    return sum;
  });
  compare_ways(nabla::value_and_gradient(second_neighbours));
}

BOOST_AUTO_TEST_CASE(constant_evaluation_and_other_scalars) {
  constexpr auto derivatives = nabla::value_and_gradient(rosenbrock<40>);
  constexpr auto at_one = [] {
    std::array<double, 40> x;
    x.fill(1);
    return x;
  }();
  static_assert(nabla::loop_count(derivatives) == 1);
  constexpr auto result = derivatives(at_one);
  static_assert(result.value == 0 && result.gradient[0] == 0 && result.gradient[20] == 0 && result.gradient[39] == 0);
  BOOST_TEST(derivatives(at_one).value == 0);
}

BOOST_AUTO_TEST_CASE(sums_in_any_order) {
  constexpr auto derivatives = nabla::value_and_gradient(rosenbrock_in_any_order<150>);
  constexpr auto in_order = nabla::value_and_gradient(rosenbrock<150>);
  static_assert(nabla::loop_count(derivatives) == 1);
  static_assert(nabla::operation_count(derivatives).total() == nabla::operation_count(in_order).total());
  std::array<double, 150> x;
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::sin(double(i * i));
  auto const a = derivatives(x), b = in_order(x);
  BOOST_TEST(std::abs(a.value - b.value) <= 1e-13 * b.value);
  BOOST_TEST((a.gradient == b.gradient));
}

// A square Jacobian of many steps: forward sweeps, side by side and along with the value, are one loop.
BOOST_AUTO_TEST_CASE(forward_sweeps) {
  constexpr auto spiral = nabla::trace<3>([](auto const& start) {
    std::array s{start[0], start[1], start[2]};
    for (int step = 0; step < 12; ++step) {
      std::array const slope{s[1] - s[0] * s[2], s[0] * s[1] - 0.25 * s[2], s[1] * s[2] - s[0]};
      for (std::size_t i = 0; i < 3; ++i) s[i] += 0.125 * slope[i];
    }
    return s;
  });
  static_assert(nabla::loop_count(value_and_jacobian(spiral)) == 1);
  compare_ways(value_and_jacobian(spiral));
}

/// Whether steps of one iteration are computed side by side in some loop.
template <class F>
constexpr bool has_pairs(F const&) {
  constexpr auto const& plan = detail::looped<typename F::recipe>::value;
  for (std::size_t i = 0; i < plan.body_count; ++i) {
    if (plan.bodies[i].has_pairs) return true;
  }
  return false;
}

/// Steps of a method that goes through a system, its right side given: the state at the end.
template <std::size_t N, auto Slope>
constexpr auto flow = nabla::trace<N, 1>([](auto const& start, auto const& p) {
  std::array<std::decay_t<decltype(start[0])>, N> state{};
  for (std::size_t i = 0; i < N; ++i) state[i] = start[i];
  for (std::size_t step = 0; step < N + 9; ++step) {
    auto ahead = state;
    auto const first = Slope(state, p);
    for (std::size_t i = 0; i < N; ++i) ahead[i] += 0.0625 * first[i];
    auto const second = Slope(ahead, p);
    for (std::size_t i = 0; i < N; ++i) state[i] += 0.125 * second[i];
  }
  return state;
});

// Tangents in several directions are computed side by side, two by two, where iterations are not.
BOOST_AUTO_TEST_CASE(steps_side_by_side) {
  constexpr auto two = value_and_jacobian(flow<2, [](auto const& s, auto const& p) { return std::array{s[1] * s[0] - s[0], p[0] * s[0] - s[1] / (s[0] + 2.0)}; }>);
  static_assert(has_pairs(two));
  compare_ways(two);
  compare_ways<decltype(two)::recipe, float>();
  compare_ways<decltype(two)::recipe, long double>();
  constexpr auto three = value_and_jacobian(
      flow<3, [](auto const& s, auto const& p) { return std::array{p[0] * (s[1] - s[0]), s[0] * (1.5 - s[2]) - s[1], s[0] * s[1] - p[0] * s[2]}; }>);
  static_assert(has_pairs(three));
  compare_ways(three);
  // What others need of a tangent stays as it is: 65 operations less.
  static_assert(nabla::operation_count(three).total() == 1504);
  // Square roots are among the operations of vector units, functions that are called are not.
  constexpr auto five = value_and_jacobian(flow<5, [](auto const& s, auto const& p) {
    return std::array{s[1] * s[2] - s[0], sqrt(s[0] * s[0] + s[3] * s[3] + 1.0) - 2.0 * s[1], tanh(s[4]) - s[2], p[0] * s[3] - s[3] * s[1], s[2] - s[4]};
  }>);
  static_assert(has_pairs(five));
  compare_ways(five);
  // In constant evaluation they are not, with the same results.
  constexpr auto known = two(std::array{0.5, 0.25}, std::array{0.75});
  std::array start{0.5, 0.25};
  BOOST_TEST((two(start, std::array{0.75}).jacobian == known.jacobian));
}

// A long sum whose partial sums nothing else needs is a loop sooner; what has results at each step is a list.
BOOST_AUTO_TEST_CASE(of_medium_length) {
  static_assert(nabla::loop_count(nabla::value_and_gradient(rosenbrock<16>)) == 1);
  compare_ways(nabla::value_and_gradient(rosenbrock<16>));
  constexpr auto product = nabla::trace<24>([](auto const& x) {
    auto result = x[0];
    for (std::size_t i = 1; i < 24; ++i) result *= x[i];
    return result;
  });
  static_assert(nabla::loop_count(nabla::value_and_gradient(product)) == 0);
}

BOOST_AUTO_TEST_CASE(what_is_short_or_irregular_stays_straight) {
  static_assert(nabla::loop_count(nabla::value_and_gradient(rosenbrock<4>)) == 0);
  constexpr auto irregular = nabla::trace<4>([](auto const& x) {
    auto value = x[0];
    for (unsigned k = 1, bits = 12345; k < 400; ++k, bits = bits * 1103515245u + 12345u) {
      auto const y = x[bits >> 16 & 3];
      value = (bits >> 20 & 3) == 0 ? value * y : (bits >> 20 & 3) == 1 ? value + y : (bits >> 20 & 3) == 2 ? y - value : value - y * y;
    }
    return value;
  });
  static_assert(nabla::loop_count(irregular) == 0);
  // Choices compute what is chosen alone.
  constexpr auto choices = nabla::trace<64>([](auto const& x) {
    std::decay_t<decltype(x[0])> sum(0.0);
    for (std::size_t i = 0; i < 64; ++i) sum += select(x[i] > 0.0, log(x[i]), x[i]);
    return sum;
  });
  static_assert(nabla::loop_count(nabla::value_and_gradient(choices)) == 0);
}
