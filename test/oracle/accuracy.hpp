#pragma once

#include <nabla/nabla.hpp>

#include <array>
#include <cstddef>
#include <utility>

// How far a function and its derivatives are from what functions.py says. What follows is the little that must be a template.

namespace oracle {

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto z = nabla::variable<"z">;

/// What is promised of a function, in units in the last place of the result: more of what only calls the C library than of what
/// goes through series of many terms. test/oracle/exceptions.txt names the points where less is promised, and why.
enum class kind { elementary, special };

/// Parts up to an order, of one, two or three variables: 1, 2, 3, 4; 1, 3, 6, 10; 1, 4, 10, 20.
constexpr std::size_t parts_up_to(std::size_t order, std::size_t variables) {
  std::size_t result = 1;
  for (std::size_t k = 1; k <= order; ++k) result = result * (variables + k) / k;
  return result;
}

/// One point: each part by formulas of their own, and those up to the second order by one joint evaluation.
struct answer {
  std::array<double, 20> formulas;
  std::array<double, 10> jointly;
};

/// Holds a function against the data of that name.
void check(kind, char const* name, std::size_t variables, void (*evaluate)(double const* at, answer&));

/// The same with complex numbers: value and derivative, re and im, with errors relative to the absolute value.
void check_complex(char const* name, double ulps, void (*evaluate)(double const* at, double* found));

/// The same with floats, at the points that are floats: value and derivative.
void check_float(char const* name, double ulps, void (*evaluate)(float const* at, float* found));

/// The same with long double, whose digits a rule that went through a double would lose; where it has more of them than a double.
void check_long_double(char const* name, double ulps, void (*evaluate)(long double const* at, long double* found));

template <std::size_t K>
constexpr auto variable() {
  if constexpr (K == 0) return x;
  else if constexpr (K == 1) return y;
  else return z;
}

template <std::size_t N, class F, class T>
auto at_point(F f, T const* at) {
  if constexpr (N == 1) {
    return f(x = at[0]);
  } else if constexpr (N == 2) {
    return f(x = at[0], y = at[1]);
  } else {
    return f(x = at[0], y = at[1], z = at[2]);
  }
}

template <std::size_t N, class F>
auto value_gradient_hessian_by_all(F f) {
  if constexpr (N == 1) {
    return value_gradient_hessian(f, x);
  } else if constexpr (N == 2) {
    return value_gradient_hessian(f, x, y);
  } else {
    return value_gradient_hessian(f, x, y, z);
  }
}

/// Calls visit(partial of f) for f, and for its partials by the variables from `First` on, up to an order, those of one order at a time.
template <std::size_t Order, std::size_t N, std::size_t First, class F, class Visit>
void visit_partials_of_order(F f, Visit const& visit) {
  if constexpr (Order == 0) {
    visit(f);
  } else {
    [&]<std::size_t... K>(std::index_sequence<K...>) {
      (visit_partials_of_order<Order - 1, N, First + K>(derivative(f, variable<First + K>()), visit), ...);
    }(std::make_index_sequence<N - First>{});
  }
}

template <std::size_t N, class F>
void evaluate(double const* at, answer& result) {
  constexpr F f{};
  std::size_t part = 0;
  auto const visit = [&](auto partial) { result.formulas[part++] = at_point<N>(partial, at); };
  if constexpr (N == 1) {
    constexpr auto first = derivative(f, x);
    visit(f);
    visit(first);
    visit(derivative(first, x));
    visit(nabla::derivative<3>(f, x));
  } else {
    visit(f);
    visit_partials_of_order<1, N, 0>(f, visit);
    visit_partials_of_order<2, N, 0>(f, visit);
    visit_partials_of_order<3, N, 0>(f, visit);
  }
  auto const all = at_point<N>(value_gradient_hessian_by_all<N>(f), at);
  part = 0;
  result.jointly[part++] = all.value;
  for (std::size_t i = 0; i < N; ++i) result.jointly[part++] = all.gradient[i];
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = i; j < N; ++j) result.jointly[part++] = all.hessian[i][j];
  }
}

template <class F>
void check_1(kind promised, char const* name, F) {
  check(promised, name, 1, evaluate<1, F>);
}
template <class F>
void check_2(kind promised, char const* name, F) {
  check(promised, name, 2, evaluate<2, F>);
}
template <class F>
void check_3(kind promised, char const* name, F) {
  check(promised, name, 3, evaluate<3, F>);
}

}  // namespace oracle
