#pragma once

#include <nabla/matrix.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

// Random formulas of matrices as graphs at run time, and their values by an interpreter that shares nothing with the library's
// evaluation: loops over rows and columns, a few lines for each operation.

namespace test::matrices {

using nabla::detail::extent_value;
using nabla::detail::graph;
using nabla::detail::info_of;
using nabla::detail::node_id;
using nabla::detail::shaped_graph;
using number = long double;

/// A matrix by rows. A scalar is a 1-by-1 one.
struct array {
  std::size_t rows = 1, columns = 1;
  std::vector<number> at{0};

  array() = default;
  array(number value) : at{value} {}
  array(std::size_t r, std::size_t c, number value = 0) : rows(r), columns(c), at(r * c, value) {}
  number& operator()(std::size_t i, std::size_t j) { return at[i * columns + j]; }
  number operator()(std::size_t i, std::size_t j) const { return at[i * columns + j]; }
};

inline array product(array const& a, array const& b) {
  if (a.columns != b.rows) throw std::logic_error("a product of matrices that do not fit");
  array result(a.rows, b.columns);
  for (std::size_t i = 0; i < a.rows; ++i) {
    for (std::size_t j = 0; j < b.columns; ++j) {
      for (std::size_t k = 0; k < a.columns; ++k) result(i, j) += a(i, k) * b(k, j);
    }
  }
  return result;
}
inline array transposed(array const& a) {
  array result(a.columns, a.rows);
  for (std::size_t i = 0; i < a.rows; ++i) {
    for (std::size_t j = 0; j < a.columns; ++j) result(j, i) = a(i, j);
  }
  return result;
}
/// By cofactors of the first row.
inline number determinant(array const& a) {
  if (a.rows != a.columns) throw std::logic_error("the determinant of a matrix that is not square");
  if (a.rows == 0) return 1;
  number result = 0;
  for (std::size_t j = 0; j < a.columns; ++j) {
    array minor(a.rows - 1, a.rows - 1);
    for (std::size_t p = 1; p < a.rows; ++p) {
      for (std::size_t q = 0; q + 1 < a.columns; ++q) minor(p - 1, q) = a(p, q < j ? q : q + 1);
    }
    result += (j % 2 ? -1 : 1) * a(0, j) * determinant(minor);
  }
  return result;
}
inline array adjugate(array const& a) {
  array result(a.rows, a.rows);
  for (std::size_t i = 0; i < a.rows; ++i) {
    for (std::size_t j = 0; j < a.rows; ++j) {
      array minor(a.rows - 1, a.rows - 1);
      for (std::size_t p = 0; p + 1 < a.rows; ++p) {
        for (std::size_t q = 0; q + 1 < a.rows; ++q) minor(p, q) = a(p < i ? p : p + 1, q < j ? q : q + 1);
      }
      result(j, i) = ((i + j) % 2 ? -1 : 1) * determinant(minor);
    }
  }
  return result;
}
/// NaN where the matrix is nearly singular: there nothing can be compared.
inline number determinant_of_regular(array const& a) {
  number size = 0;
  for (number u : a.at) size = std::max(size, std::abs(u));
  number const result = determinant(a);
  return result != 0 && std::abs(result) > 1e-3L * std::pow(size, number(a.rows)) ? result : std::numeric_limits<number>::quiet_NaN();
}
inline array inverse(array const& a) {
  number const of = determinant_of_regular(a);
  array result = adjugate(a);
  for (number& u : result.at) u /= of;
  return result;
}

/// Where a formula is evaluated: its variables, and the sizes by their names.
struct point {
  std::map<std::pair<std::string, std::size_t>, array> variables;  // by name and index
  std::map<std::uint64_t, std::size_t> sizes;

  std::size_t size(extent_value extent) const { return extent.is_number() ? extent.size : sizes.at(extent.id); }
  array& operator[](nabla::detail::variable_info const& info) {
    return variables[{std::string(info.name.data(), info.name.size()), info.index}];
  }
};

/// The value of a node, and the largest number on the way to it.
class interpreter {
 public:
  interpreter(graph const& g, point const& at) : g_(g), at_(at) {}

  number largest() const { return largest_; }

  array const& operator()(node_id id) {
    if (auto const known = values_.find(id); known != values_.end()) return known->second;
    array value = compute(id);
    for (number u : value.at) largest_ = std::isfinite(u) ? std::max(largest_, std::abs(u)) : std::numeric_limits<number>::infinity();
    return values_.emplace(id, std::move(value)).first->second;
  }

 private:
  array compute(node_id id) {
    if (g_.is_constant(id)) return number(g_.constant_value(id).numerator) / number(g_.constant_value(id).denominator);
    if (g_.is_variable(id)) {
      nabla::detail::variable_info const& info = g_.variable(id);
      if (info.index == nabla::detail::extent_index) return number(at_.size(static_cast<nabla::detail::extent_info const&>(info).extent));
      return at_.variables.at({std::string(info.name.data(), info.name.size()), info.index});
    }
    std::vector<array> u;
    for (std::size_t k = 0; k < g_.count(id); ++k) u.push_back((*this)(g_.operand(id, k)));
    return g_.operation(id)->is_matrix_operation ? of_matrices(id, u) : of_elements(id, u);
  }

  bool is(node_id id, nabla::detail::operation_info const& operation) const { return g_.is(id, operation); }

  array of_matrices(node_id id, std::vector<array> const& u) {
    array const& a = u[0];
    if (is(id, info_of<nabla::matrix_product_op>)) {
      array result = a;
      for (std::size_t k = 1; k < u.size(); ++k) result = product(result, u[k]);
      return result;
    }
    if (is(id, info_of<nabla::transpose_op>)) return transposed(a);
    if (is(id, info_of<nabla::trace_op>)) {
      if (a.rows != a.columns) throw std::logic_error("the trace of a matrix that is not square");
      number result = 0;
      for (std::size_t i = 0; i < a.rows; ++i) result += a(i, i);
      return result;
    }
    if (is(id, info_of<nabla::sum_of_elements_op>)) {
      number result = 0;
      for (number v : a.at) result += v;
      return result;
    }
    if (is(id, info_of<nabla::ones_op>)) return array(std::size_t(u[0].at[0]), std::size_t(u[1].at[0]), 1);
    if (is(id, info_of<nabla::identity_op>)) {
      array result(std::size_t(u[0].at[0]), std::size_t(u[0].at[0]));
      for (std::size_t i = 0; i < result.rows; ++i) result(i, i) = 1;
      return result;
    }
    if (is(id, info_of<nabla::diagonal_op>)) {
      array result(a.rows, 1);
      for (std::size_t i = 0; i < a.rows; ++i) result(i, 0) = a(i, i);
      return result;
    }
    if (is(id, info_of<nabla::as_diagonal_op>)) {
      if (a.columns != 1) throw std::logic_error("the diagonal of a matrix is a column");
      array result(a.rows, a.rows);
      for (std::size_t i = 0; i < a.rows; ++i) result(i, i) = a(i, 0);
      return result;
    }
    if (is(id, info_of<nabla::block_op>) || is(id, info_of<nabla::embed_op>)) {
      std::size_t const i = std::size_t(u[1].at[0]), j = std::size_t(u[2].at[0]);
      bool const block = is(id, info_of<nabla::block_op>);
      array result(std::size_t(u[3].at[0]), std::size_t(u[4].at[0]));
      array const& part = block ? result : a;
      for (std::size_t p = 0; p < part.rows; ++p) {
        for (std::size_t q = 0; q < part.columns; ++q) block ? result(p, q) = a(i + p, j + q) : result(i + p, j + q) = a(p, q);
      }
      return result;
    }
    if (is(id, info_of<nabla::element_op>)) {
      if (a.at.size() != 1) throw std::logic_error("an element of a matrix that has several");
      return a.at[0];
    }
    if (is(id, info_of<nabla::cross_matrix_op>)) {
      array result(3, 3);
      result(0, 1) = -a.at[2], result(0, 2) = a.at[1], result(1, 0) = a.at[2];
      result(1, 2) = -a.at[0], result(2, 0) = -a.at[1], result(2, 1) = a.at[0];
      return result;
    }
    if (is(id, info_of<nabla::axial_vector_op>)) {
      array result(3, 1);
      result.at = {a(2, 1) - a(1, 2), a(0, 2) - a(2, 0), a(1, 0) - a(0, 1)};
      return result;
    }
    if (is(id, info_of<nabla::inverse_op>)) return inverse(a);
    if (is(id, info_of<nabla::adjugate_op>)) {
      array result = adjugate(a);
      // Of a matrix that is singular but for rounding it may be nothing but rounding. One of a single 0 has the adjugate 1, of which
      // canonical form, that writes det(A) inverse(A), knows nothing.
      if (a.rows == 1 || std::any_of(a.at.begin(), a.at.end(), [](number v) { return v != 0; })) result.at[0] += 0 * determinant_of_regular(a);
      return result;
    }
    if (is(id, info_of<nabla::determinant_op>)) return determinant(a);
    if (is(id, info_of<nabla::log_determinant_op>)) return std::log(determinant_of_regular(a));
    if (is(id, info_of<nabla::solve_op>)) return product(inverse(a), u[1]);
    if (is(id, info_of<nabla::norm_op>)) {
      number result = 0;
      for (number v : a.at) result += v * v;
      // The root of rounding has half its digits.
      return result < 1e-12L && result != 0 ? std::numeric_limits<number>::quiet_NaN() : std::sqrt(result);
    }
    if (is(id, info_of<nabla::row_log_sum_exp_op>)) {
      array result(a.rows, 1);
      for (std::size_t i = 0; i < a.rows; ++i) {
        for (std::size_t j = 0; j < a.columns; ++j) result(i, 0) += std::exp(a(i, j));
        result(i, 0) = std::log(result(i, 0));
      }
      return result;
    }
    throw unknown(id);
  }

  array of_elements(node_id id, std::vector<array> const& u) {
    array result;
    for (array const& a : u) {
      if (a.at.size() == 1 && a.rows == 1) continue;
      if (result.at.size() != 1 && (result.rows != a.rows || result.columns != a.columns)) throw std::logic_error("shapes differ element by element");
      result = array(a.rows, a.columns);
    }
    for (std::size_t i = 0; i < result.at.size(); ++i) {
      std::vector<number> v;
      for (array const& a : u) v.push_back(a.at.size() == 1 ? a.at[0] : a.at[i]);
      result.at[i] = element(id, v);
    }
    return result;
  }

  number element(node_id id, std::vector<number> const& v) {
    number const x = v[0];
    if (is(id, info_of<nabla::plus>) || is(id, info_of<nabla::times>) || is(id, info_of<nabla::strong_product>)) {
      bool const sum = is(id, info_of<nabla::plus>);
      number result = sum ? 0 : 1;
      for (number w : v) result = sum ? result + w : result * w;
      return result;
    }
    if (is(id, info_of<nabla::minus>)) return x - v[1];
    if (is(id, info_of<nabla::negate>)) return -x;
    if (is(id, info_of<nabla::divides>)) return v[1] == 0 ? std::numeric_limits<number>::quiet_NaN() : x / v[1];
    if (is(id, info_of<nabla::power>)) return (x < 1e-12L && x > -1e-12L && v[1] == 0.5L) ? std::numeric_limits<number>::quiet_NaN() : std::pow(x, v[1]);
    if (is(id, info_of<nabla::exp_op>)) return std::exp(x);
    if (is(id, info_of<nabla::log_op>)) return std::log(x);
    if (is(id, info_of<nabla::sqrt_op>)) return std::sqrt(x);
    if (is(id, info_of<nabla::abs_op>)) return std::abs(x);
    if (is(id, info_of<nabla::sign_op>)) return number(x > 0) - number(x < 0);
    if (is(id, info_of<nabla::step_op>)) return x > 0 ? 1 : 0;
    if (is(id, info_of<nabla::relu_op>)) return x > 0 ? x : 0;
    if (is(id, info_of<nabla::sin_op>)) return std::sin(x);
    if (is(id, info_of<nabla::cos_op>)) return std::cos(x);
    if (is(id, info_of<nabla::tan_op>)) return std::tan(x);
    if (is(id, info_of<nabla::tanh_op>)) return std::tanh(x);
    if (is(id, info_of<nabla::sinh_op>)) return std::sinh(x);
    if (is(id, info_of<nabla::cosh_op>)) return std::cosh(x);
    if (is(id, info_of<nabla::sech_op>)) return 1 / std::cosh(x);
    if (is(id, info_of<nabla::logistic_op>)) return 1 / (1 + std::exp(-x));
    if (is(id, info_of<nabla::softplus_op>)) return std::log1p(std::exp(x));
    if (is(id, info_of<nabla::one_minus_square_op>)) return (1 - x) * (1 + x);
    if (is(id, info_of<nabla::select_op>)) return v[0] != 0 ? v[1] : v[2];
    if (is(id, info_of<nabla::equals_op>)) return x == v[1];
    if (is(id, info_of<nabla::less_op>)) return x < v[1];
    if (is(id, info_of<nabla::less_equal_op>)) return x <= v[1];
    if (is(id, info_of<nabla::greater_op>)) return x > v[1];
    if (is(id, info_of<nabla::greater_equal_op>)) return x >= v[1];
    if (is(id, info_of<nabla::not_op>)) return x == 0;
    throw unknown(id);
  }

  std::logic_error unknown(node_id id) const {
    return std::logic_error("the interpreter of the tests does not know " + std::string(g_.operation(id)->name.begin(), g_.operation(id)->name.end()));
  }

  graph const& g_;
  point const& at_;
  std::map<node_id, array> values_;
  number largest_ = 1;
};

// --- formulas

inline constexpr auto n = nabla::extent<"n">;
inline constexpr auto m = nabla::extent<"m">;
inline constexpr auto x = nabla::vector<"x", n>;
inline constexpr auto y = nabla::vector<"y", n>;
inline constexpr auto w = nabla::vector<"w", m>;
inline constexpr auto A = nabla::matrix<"A", n, n>;
inline constexpr auto B = nabla::matrix<"B", n, n>;
inline constexpr auto S = nabla::symmetric_matrix<"S", n>;
inline constexpr auto P = nabla::matrix<"P", m, n>;
inline constexpr auto Q = nabla::matrix<"Q", m, m>;
inline constexpr auto C = nabla::matrix<"C", 3, 3>;
inline constexpr auto T = nabla::symmetric_matrix<"T", 3>;
inline constexpr auto f = nabla::vector<"f", 3>;
inline constexpr auto h = nabla::vector<"h", 3>;
inline constexpr auto R = nabla::matrix<"R", 1, n>;
inline constexpr auto K = nabla::matrix<"K", n, 1>;
inline constexpr auto E = nabla::matrix<"E", 1, 1>;
inline constexpr auto s = nabla::variable<"s">;
inline constexpr auto t = nabla::variable<"t">;

/// Calls something with each variable that has a shape.
template <class Use>
void for_each_variable(Use use) {
  use(x), use(y), use(w), use(A), use(B), use(S), use(P), use(Q), use(C), use(T), use(f), use(h), use(R), use(K), use(E);
}

/// Formulas of bounded depth from a seeded generator, of every operation. `positive` ones stay within the domains of logarithms.
class random_formulas {
 public:
  explicit random_formulas(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }
  number uniform(number from, number to) { return std::uniform_real_distribution<number>(from, to)(random_); }

  extent_value extent() {
    extent_value const all[] = {n.value, n.value, m.value, nabla::detail::unit_extent, nabla::detail::number_extent(3)};
    return all[below(5)];
  }

  /// A scalar.
  node_id scalar(shaped_graph& sg, int depth) {
    graph& g = sg.g;
    if (depth <= 0) {
      std::size_t const kind = below(5);
      if (kind == 0) return g.constant(nabla::rational{std::intmax_t(below(5)) - 2, 1 + std::intmax_t(below(2))});
      if (kind == 1) return g.variable(decltype(n)::info);
      return kind == 2 ? g.variable(decltype(s)::info) : g.variable(decltype(t)::info);
    }
    extent_value const e = extent(), d = extent();
    switch (below(15)) {
      case 0: return g.apply(info_of<nabla::plus>, scalar(sg, depth - 1), scalar(sg, depth - 1));
      case 1: return g.apply(info_of<nabla::minus>, scalar(sg, depth - 1), scalar(sg, depth - 1));
      case 2: return g.apply(info_of<nabla::times>, scalar(sg, depth - 1), scalar(sg, depth - 1));
      case 3: return g.apply(info_of<nabla::divides>, scalar(sg, depth - 1), scalar(sg, depth - 1));
      case 4: return g.apply(info_of<nabla::sin_op>, scalar(sg, depth - 1));
      case 5: return g.apply(info_of<nabla::trace_op>, make(sg, e, e, depth - 1));
      case 6: return g.apply(info_of<nabla::trace_op>, make(sg, e, e, depth - 1));
      case 7: return g.apply(info_of<nabla::sum_of_elements_op>, make(sg, e, d, depth - 1));
      case 8: return g.apply(info_of<nabla::determinant_op>, make(sg, e, e, depth - 1));
      case 9: return g.apply(info_of<nabla::log_determinant_op>, make(sg, e, e, depth - 1));
      case 10: return g.apply(info_of<nabla::norm_op>, make(sg, e, d, depth - 1));
      case 11: return g.apply(info_of<nabla::element_op>, make(sg, nabla::detail::unit_extent, nabla::detail::unit_extent, depth - 1));
      case 12: {
        node_id const v = make(sg, e, d, depth - 1);
        return g.apply(info_of<nabla::sum_of_elements_op>, g.apply(info_of<nabla::times>, v, v));
      }
      default: {
        node_id const of = make(sg, e, nabla::detail::unit_extent, depth - 1);
        node_id const dot = g.apply(info_of<nabla::matrix_product_op>, g.apply(info_of<nabla::transpose_op>, of), make(sg, e, nabla::detail::unit_extent, depth - 1));
        return sg.is_scalar(dot) ? dot : g.apply(info_of<nabla::element_op>, dot);
      }
    }
  }

  /// Of so many rows and columns.
  node_id make(shaped_graph& sg, extent_value rows, extent_value columns, int depth) {
    node_id const id = any(sg, rows, columns, depth);
    // A row by a column is a scalar; in the place of a matrix of one element it is written as that.
    return sg.is_scalar(id) ? sg.g.apply(info_of<nabla::times>, id, sg.g.apply(info_of<nabla::ones_op>, sg.g.one(), sg.g.one())) : id;
  }

  point at(std::size_t size_n, std::size_t size_m) {
    point result;
    result.sizes = {{n.value.id, size_n}, {m.value.id, size_m}};
    for_each_variable([&](auto variable) {
      array value(result.size(variable.shape.rows), result.size(variable.shape.columns));
      for (number& u : value.at) u = uniform(-2, 2);
      if (variable.info.is_symmetric) {
        for (std::size_t i = 0; i < value.rows; ++i) {
          for (std::size_t j = 0; j < i; ++j) value(i, j) = value(j, i);
        }
      }
      result[variable.info] = value;
    });
    result[s.info] = uniform(-2, 2);
    result[t.info] = uniform(-2, 2);
    return result;
  }

 private:
  node_id any(shaped_graph& sg, extent_value rows, extent_value columns, int depth) {
    graph& g = sg.g;
    if (depth <= 0 || below(8) == 0) return leaf(sg, rows, columns);
    auto const part = [&] { return make(sg, rows, columns, depth - 1); };
    bool const square = rows == columns;
    while (true) {
      switch (below(18)) {
        case 0: return g.apply(info_of<nabla::plus>, part(), part());
        case 1: return g.apply(info_of<nabla::minus>, part(), part());
        case 2: return g.apply(info_of<nabla::times>, part(), part());
        case 3: return g.apply(info_of<nabla::times>, scalar(sg, depth - 1), part());
        case 4: return g.apply(info_of<nabla::negate>, part());
        case 5: return g.apply(info_of<nabla::divides>, part(), below(2) ? scalar(sg, depth - 1) : part());
        case 6: return g.apply(info_of<nabla::transpose_op>, make(sg, columns, rows, depth - 1));
        case 7:
        case 8:
        case 9: {
          extent_value const inner = extent();
          return g.apply(info_of<nabla::matrix_product_op>, make(sg, rows, inner, depth - 1), make(sg, inner, columns, depth - 1));
        }
        case 10: {
          nabla::detail::operation_info const* const all[] = {&info_of<nabla::sin_op>, &info_of<nabla::exp_op>, &info_of<nabla::tanh_op>, &info_of<nabla::relu_op>};
          return g.apply(*all[below(4)], part());
        }
        case 11:
          if (!square) break;
          return g.apply(info_of<nabla::inverse_op>, part());
        case 12:
          if (!square) break;
          return g.apply(info_of<nabla::as_diagonal_op>, make(sg, rows, nabla::detail::unit_extent, depth - 1));
        case 13:
          if (!(columns == nabla::detail::unit_extent)) break;
          if (below(2)) {
            extent_value const inner = extent();
            return g.apply(info_of<nabla::row_log_sum_exp_op>, make(sg, rows, inner, depth - 1));
          }
          return g.apply(info_of<nabla::diagonal_op>, make(sg, rows, rows, depth - 1));
        case 14:
          if (below(2)) return g.apply(info_of<nabla::solve_op>, make(sg, rows, rows, depth - 1), part());
          if (!square) break;
          return g.apply(info_of<nabla::adjugate_op>, part());
        case 15:
          if (!rows.is_number()) break;
          if (rows.size == 3 && columns.size == 3 && columns.is_number()) return g.apply(info_of<nabla::cross_matrix_op>, make(sg, rows, nabla::detail::unit_extent, depth - 1));
          if (rows.size == 3 && columns == nabla::detail::unit_extent) return g.apply(info_of<nabla::axial_vector_op>, make(sg, rows, rows, depth - 1));
          break;
        case 16:  // a block of a larger matrix
          if (rows.is_number() && rows.size == 1) {
            node_id const operands[] = {make(sg, nabla::detail::number_extent(3), columns, depth - 1), g.constant(std::intmax_t(below(3))), g.constant(0), g.one(),
                                        sg.size_node(columns)};
            if (operands[4] == nabla::detail::no_node) break;
            return g.apply(info_of<nabla::block_op>, operands, 5);
          }
          break;
        default: {
          node_id const v = part();
          return g.apply(info_of<nabla::times>, v, v);
        }
      }
    }
  }

  node_id leaf(shaped_graph& sg, extent_value rows, extent_value columns) {
    graph& g = sg.g;
    std::vector<node_id> all;
    for_each_variable([&](auto variable) {
      if (variable.shape.rows == rows && variable.shape.columns == columns) {
        all.push_back(g.variable(decltype(variable)::info));
        all.push_back(all.back());
      }
      if (variable.shape.rows == columns && variable.shape.columns == rows) all.push_back(g.apply(info_of<nabla::transpose_op>, g.variable(decltype(variable)::info)));
    });
    g.variable(decltype(P)::info);  // so that every size is that of a variable
    all.push_back(sg.ones({rows, columns, nabla::detail::rank::matrix}));
    if (rows == columns) all.push_back(g.apply(info_of<nabla::identity_op>, sg.size_node(rows)));
    return all[below(all.size())];
  }

  std::mt19937 random_;
};

}  // namespace test::matrices
