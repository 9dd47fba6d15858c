#pragma once

#include "random_matrices.hpp"

// The variables by which tests differentiate, where, and central differences there.

namespace test {

inline constexpr auto n = nabla::extent<"n">;
inline constexpr auto m = nabla::extent<"m">;
inline constexpr auto A = nabla::matrix<"A", m, n>;
inline constexpr auto B = nabla::matrix<"B", m, n>;
inline constexpr auto X = nabla::matrix<"X", n, n>;
inline constexpr auto S = nabla::symmetric_matrix<"S", n>;
inline constexpr auto x = nabla::vector<"x", n>;
inline constexpr auto y = nabla::vector<"y", n>;
inline constexpr auto c = nabla::vector<"c", m>;
inline constexpr auto t = nabla::variable<"t">;
inline constexpr auto F = nabla::matrix<"F", 3, 4>;
inline constexpr auto u = nabla::vector<"u", 3>;
inline constexpr auto v = nabla::vector<"v", 3>;

// Around these the operations have no kinks: elements are between 1/2 and 1, and none of A is one of B.
struct values {
  Eigen::MatrixXd a = Eigen::MatrixXd(0.75 + 0.25 * random_matrix(3, 4, 1).array()), b = Eigen::MatrixXd(1.25 + 0.25 * random_matrix(3, 4, 2).array());
  Eigen::MatrixXd square = test::random_regular(4, 3), symmetric = square + square.transpose();
  Eigen::VectorXd x = Eigen::VectorXd(0.75 + 0.25 * random_matrix(4, 1, 4).array()), y = random_matrix(4, 1, 5), c = random_matrix(3, 1, 6);
  Eigen::VectorXd u = random_matrix(3, 1, 7), v = random_matrix(3, 1, 8);
  double t = 0.75;

  auto bound() const {
    return std::tuple(A = a, B = b, X = square, S = symmetric, test::x = x, test::y = y, test::c = c, test::t = t, F = a, test::u = u, test::v = v);
  }
};
inline auto const& place(values const& at, decltype(A)) { return at.a; }
inline auto const& place(values const& at, decltype(B)) { return at.b; }
inline auto const& place(values const& at, decltype(X)) { return at.square; }
inline auto const& place(values const& at, decltype(S)) { return at.symmetric; }
inline auto const& place(values const& at, decltype(x)) { return at.x; }
inline auto const& place(values const& at, decltype(y)) { return at.y; }
inline auto const& place(values const& at, decltype(c)) { return at.c; }
inline auto const& place(values const& at, decltype(F)) { return at.a; }
inline auto const& place(values const& at, decltype(u)) { return at.u; }
inline auto const& place(values const& at, decltype(v)) { return at.v; }

inline constexpr double step = 1e-5;

/// The change of a value by each element of a variable, column by column: central differences, in the layout of a Jacobian.
template <class Value, class Variable>
Eigen::MatrixXd differences(Value const& value, Variable variable) {
  values at;
  auto& moved = const_cast<std::remove_cvref_t<decltype(place(at, variable))>&>(place(at, variable));
  Eigen::MatrixXd result;
  for (Eigen::Index k = 0; k < moved.size(); ++k) {
    double const here = moved(k);
    moved(k) = here + step;
    Eigen::MatrixXd const up = value(at);
    moved(k) = here - step;
    Eigen::MatrixXd const down = value(at);
    moved(k) = here;
    Eigen::MatrixXd const change = (up - down) / (2 * step);
    if (k == 0) result.resize(change.size(), moved.size());
    result.col(k) = change.reshaped();
  }
  return result;
}

/// f at the values: all variables are bound, and those that it does not need ignored.
template <class Function>
Eigen::MatrixXd value_of(Function const& f, values const& at) {
  return std::apply([&](auto const&... bindings) { return test::as_matrix(f(bindings...)); }, at.bound());
}

}  // namespace test
