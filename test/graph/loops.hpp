#pragma once

#include <nabla/nabla.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>
#include <random>
#include <vector>

// Loops compute what straight-line code computes, bit for bit: both ways run the same program here. (Without contraction of products and
// sums into one instruction, which the compilers do where they like: see the flags of the tests.)

namespace detail = nabla::detail;

static_assert(std::numeric_limits<double>::is_iec559);

/// Runs a program in both ways.
template <class Recipe, class T>
void compare_ways() {
  constexpr auto const& program = detail::compiled<Recipe>::value;
  constexpr std::size_t inputs = program.size.variables, outputs = program.size.outputs;
  static_assert(detail::looped<Recipe>::value.is_regular);
  std::mt19937 engine(7);
  std::uniform_real_distribution<double> number(0.25, 1.75);
  std::vector<T> in(inputs);
  for (T& x : in) x = T(number(engine));
  std::vector<T> looped(outputs + 1, T(-1)), straight(outputs + 1, T(-1));
  detail::run_in_loops<Recipe, T>(static_cast<T const*>(in.data()), detail::row_sink<T, outputs>{looped.data()});
  detail::run_in_blocks<Recipe, T>(static_cast<T const*>(in.data()), detail::row_sink<T, outputs>{straight.data()});
  for (std::size_t k = 0; k <= outputs; ++k) BOOST_TEST((looped[k] == straight[k]), "output " << k << " of " << outputs);
  BOOST_TEST((looped[outputs] == T(-1)));
}
template <class F>
void compare_ways(F const&) {
  compare_ways<typename F::recipe, double>();
}

template <std::size_t N>
constexpr auto rosenbrock = nabla::trace<N>([](auto const& x) {
  std::decay_t<decltype(x[0])> sum(0.0);
  for (std::size_t i = 0; i + 1 < N; ++i) {
    auto const t = x[i + 1] - x[i] * x[i];
    auto const u = 1.0 - x[i];
    sum += 100.0 * (t * t) + u * u;
  }
  return sum;
});
