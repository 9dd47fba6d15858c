#pragma once

#include <oracle/accuracy.hpp>

#include <initializer_list>
#include <limits>
#include <vector>

// What comes out where a formula read literally would give 0 * inf or inf - inf. Each row says function, point, what must come out
// at each order, and why that is right mathematically; every way to a derivative must give it. FUNCTIONS.md shows the same rows.

namespace oracle {

inline constexpr double inf = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
/// Nothing is said of a part: there is no limit, and no convention that would help anyone.
inline constexpr double unsaid = std::numeric_limits<double>::max();

/// One way to some parts: those up to an order, or those of one order only.
struct route {
  char const* name;
  std::size_t first_order;
  std::vector<double> parts;  // from the first part of that order on
};

struct delicate_row {
  char const* function;
  std::initializer_list<double> at;
  std::initializer_list<double> expected;  // all parts, or those up to a lower order
  char const* why;
  double term = 0;  // errors are small relative to this, where it is larger than the result
};

using evaluation = std::vector<route> (*)(double const* at);

/// Takes rows: to test them, or to write them to the page.
using visitor = void (*)(delicate_row const&, std::size_t variables, evaluation);

// The rows, by family.
void power_rows(visitor);
void kink_rows(visitor);
void trigonometric_rows(visitor);
void hyperbolic_rows(visitor);
void exponential_rows(visitor);
void logistic_rows(visitor);
void special_rows(visitor);
void choice_rows(visitor);

template <std::size_t N, std::size_t K, class F>
auto pushforward_by_all(F f) {
  constexpr auto along = []<std::size_t... I>(std::index_sequence<I...>) {
    return boost::hana::make_tuple(nabla::constant<(I == K ? 1 : 0)>{}...);
  }(std::make_index_sequence<N>{});
  if constexpr (N == 1) {
    return jvp(f, along, x);
  } else if constexpr (N == 2) {
    return jvp(f, along, x, y);
  } else {
    return jvp(f, along, x, y, z);
  }
}

template <std::size_t N, class F>
auto pullback_by_all(F f) {
  if constexpr (N == 1) {
    return vjp(f, boost::hana::make_tuple(1_c), x);
  } else if constexpr (N == 2) {
    return vjp(f, boost::hana::make_tuple(1_c), x, y);
  } else {
    return vjp(f, boost::hana::make_tuple(1_c), x, y, z);
  }
}

template <std::size_t N, class F>
std::vector<route> all_routes(double const* at) {
  constexpr F f{};
  answer found;
  evaluate<N, F>(at, found);
  std::vector<route> result;
  constexpr std::size_t all = parts_up_to(3, N), two = parts_up_to(2, N);
  result.push_back({"derivative", 0, {found.formulas.begin(), found.formulas.begin() + all}});
  result.push_back({"value_gradient_hessian", 0, {found.jointly.begin(), found.jointly.begin() + two}});
  route forward{"jvp", 1, {}};
  [&]<std::size_t... K>(std::index_sequence<K...>) {
    (forward.parts.push_back(at_point<N>(pushforward_by_all<N, K>(f), at).tangent), ...);
  }(std::make_index_sequence<N>{});
  result.push_back(forward);
  auto const back = at_point<N>(pullback_by_all<N>(f), at).adjoint;
  result.push_back({"vjp", 1, {back.begin(), back.end()}});
  return result;
}

template <class F>
void rows_1(visitor visit, F, std::initializer_list<delicate_row> rows) {
  for (delicate_row const& row : rows) visit(row, 1, all_routes<1, F>);
}
template <class F>
void rows_2(visitor visit, F, std::initializer_list<delicate_row> rows) {
  for (delicate_row const& row : rows) visit(row, 2, all_routes<2, F>);
}
template <class F>
void rows_3(visitor visit, F, std::initializer_list<delicate_row> rows) {
  for (delicate_row const& row : rows) visit(row, 3, all_routes<3, F>);
}

}  // namespace oracle
