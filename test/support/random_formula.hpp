#pragma once

#include <nabla/graph/proof.hpp>
#include <nabla/graph/reverse.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include <optional>
#include <random>
#include <vector>

// Random formulas as graphs at run time, and their values by an interpreter that shares nothing with the library's evaluation: a
// recursive walk with a line for each operation.

namespace test {

using nabla::detail::graph;
using nabla::detail::info_of;
using nabla::detail::node_id;
using decimal = boost::multiprecision::cpp_bin_float_50;
using fraction = boost::multiprecision::cpp_rational;

inline nabla::detail::variable_info const& random_variable(std::size_t i) {
  static constexpr nabla::detail::variable_info names[] = {nabla::symbol<"x">::info, nabla::symbol<"y">::info, nabla::symbol<"z">::info};
  return names[i];
}

/// Formulas of bounded depth from a seeded generator. `elementary` adds functions to sums, products, quotients and whole powers.
class random_formulas {
 public:
  explicit random_formulas(std::uint32_t seed, bool elementary = false) : random_(seed), elementary_(elementary) {}

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

  node_id make(graph& g, int depth) {
    if (depth == 0 || below(8) == 0) return leaf(g);
    std::size_t const kind = below(elementary_ ? 18 : 9);
    if (kind < 3) return g.apply(info_of<nabla::plus>, make(g, depth - 1), make(g, depth - 1));
    if (kind < 5) return g.apply(info_of<nabla::times>, make(g, depth - 1), make(g, depth - 1));
    if (kind == 5) return g.apply(info_of<nabla::minus>, make(g, depth - 1), make(g, depth - 1));
    if (kind == 6) return g.apply(info_of<nabla::divides>, make(g, depth - 1), make(g, depth - 1));
    if (kind == 7) return g.apply(info_of<nabla::negate>, make(g, depth - 1));
    if (kind == 8) return g.apply(info_of<nabla::power>, make(g, depth - 1), g.constant(std::intmax_t(below(6)) - 2));
    return g.apply(*functions()[kind - 9], make(g, depth - 1));
  }

  /// The same formula with the operands of sums and products in another order and grouping.
  node_id shuffled(graph& g, node_id id) {
    for (auto const* operation : {&info_of<nabla::plus>, &info_of<nabla::times>}) {
      if (!g.is(id, *operation)) continue;
      std::vector<node_id> parts;
      flatten(g, id, *operation, parts);
      for (node_id& part : parts) part = shuffled(g, part);
      while (parts.size() > 1) {
        std::swap(parts[below(parts.size())], parts.back());
        node_id const last = parts.back();
        parts.pop_back();
        node_id& other = parts[below(parts.size())];
        other = below(2) ? g.apply(*operation, other, last) : g.apply(*operation, last, other);
      }
      return parts[0];
    }
    nabla::detail::growable<node_id> operands;
    std::vector<node_id> const written(g.operands(id), g.operands(id) + g.count(id));
    for (node_id operand : written) operands.push(shuffled(g, operand));
    return g.count(id) == 0 ? id : g.apply_again(id, operands);
  }

  /// The same with whole powers of products and quotients taken apart, and quotients and differences as products and sums, here and there.
  node_id taken_apart(graph& g, node_id id) {
    if (g.count(id) == 0) return id;
    nabla::detail::growable<node_id> operands;
    std::vector<node_id> const written(g.operands(id), g.operands(id) + g.count(id));
    for (node_id operand : written) operands.push(taken_apart(g, operand));
    if (below(4) == 0) return g.apply_again(id, operands);
    node_id const minus_one = g.constant(-1);
    if (g.is(id, info_of<nabla::minus>)) return g.apply(info_of<nabla::plus>, operands[0], g.apply(info_of<nabla::times>, operands[1], minus_one));
    if (g.is(id, info_of<nabla::divides>)) return g.apply(info_of<nabla::times>, operands[0], g.apply(info_of<nabla::power>, operands[1], minus_one));
    if (!g.is(id, info_of<nabla::power>) || !g.is_constant(operands[1])) return g.apply_again(id, operands);
    std::intmax_t const n = g.constant_value(operands[1]).numerator;
    node_id const base = operands[0];
    for (auto const* operation : {&info_of<nabla::times>, &info_of<nabla::divides>}) {
      if (!g.is(base, *operation)) continue;
      node_id const a = g.apply(info_of<nabla::power>, g.operand(base, 0), operands[1]), b = g.apply(info_of<nabla::power>, g.operand(base, 1), operands[1]);
      return g.apply(*operation, a, b);
    }
    if (n == 2) return g.apply(info_of<nabla::times>, base, base);
    return n == -2 ? g.apply(info_of<nabla::divides>, g.apply(info_of<nabla::divides>, g.constant(1), base), base) : g.apply_again(id, operands);
  }

 private:
  static std::vector<nabla::detail::operation_info const*> const& functions() {
    static std::vector<nabla::detail::operation_info const*> const list{
        &info_of<nabla::sin_op>, &info_of<nabla::cos_op>, &info_of<nabla::tan_op>, &info_of<nabla::exp_op>, &info_of<nabla::log_op>,
        &info_of<nabla::sqrt_op>, &info_of<nabla::abs_op>, &info_of<nabla::sinh_op>, &info_of<nabla::cosh_op>};
    return list;
  }
  node_id leaf(graph& g) {
    if (below(3)) return g.variable(random_variable(below(3)));
    return g.constant(nabla::rational{std::intmax_t(below(5)) - 2, 1});
  }
  static void flatten(graph const& g, node_id id, nabla::detail::operation_info const& operation, std::vector<node_id>& parts) {
    if (!g.is(id, operation)) return parts.push_back(id);
    for (std::size_t i = 0; i < g.count(id); ++i) flatten(g, g.operand(id, i), operation, parts);
  }

  std::mt19937 random_;
  bool elementary_;
};

template <class T>
std::optional<T> whole_power(T base, std::intmax_t n) {
  if (n < 0) {
    if (base == 0) return {};
    base = 1 / base;
    n = -n;
  }
  T result = 1;
  for (; n > 0; --n) result *= base;
  return result;
}

/// The value of a node at a point, where it has one. Sums, products and powers of any number of operands, as canonical form has them.
template <class T>
std::optional<T> value(graph const& g, node_id id, std::vector<T> const& at) {
  if (g.is_constant(id)) return T(T(g.constant_value(id).numerator) / T(g.constant_value(id).denominator));
  if (g.is_variable(id)) {
    for (std::size_t i = 0; i < at.size(); ++i) {
      if (g.variable(id) == random_variable(i)) return at[i];
    }
    return {};
  }
  std::vector<T> u;
  for (std::size_t i = 0; i < g.count(id); ++i) {
    std::optional<T> const operand = value(g, g.operand(id, i), at);
    if (!operand) return {};
    u.push_back(*operand);
  }
  if (g.is(id, info_of<nabla::plus>) || g.is(id, info_of<nabla::times>)) {
    bool const sum = g.is(id, info_of<nabla::plus>);
    T result = sum ? 0 : 1;
    for (T const& operand : u) sum ? T(result += operand) : T(result *= operand);
    return result;
  }
  if (g.is(id, info_of<nabla::minus>)) return T(u[0] - u[1]);
  if (g.is(id, info_of<nabla::negate>)) return T(-u[0]);
  if (g.is(id, info_of<nabla::divides>)) return u[1] == 0 ? std::optional<T>{} : T(u[0] / u[1]);
  if (g.is(id, info_of<nabla::power>) && g.is_constant(g.operand(id, 1)) && nabla::detail::is_integer(g.constant_value(g.operand(id, 1)))) {
    return whole_power(u[0], g.constant_value(g.operand(id, 1)).numerator);
  }
  if (g.is(id, info_of<nabla::abs_op>)) return T(u[0] < 0 ? T(-u[0]) : u[0]);
  if (g.is(id, info_of<nabla::sign_op>)) return T(u[0] < 0 ? -1 : u[0] > 0 ? 1 : 0);
  if constexpr (std::is_same_v<T, decimal>) {
    T const& x = u.empty() ? T(0) : u[0];
    if (abs(x) > 1000) return {};
    if (g.is(id, info_of<nabla::power>)) return x < 0 || (x == 0 && u[1] <= 0) ? std::optional<T>{} : T(pow(x, u[1]));
    if (g.is(id, info_of<nabla::sin_op>)) return T(sin(x));
    if (g.is(id, info_of<nabla::cos_op>)) return T(cos(x));
    if (g.is(id, info_of<nabla::tan_op>)) return T(tan(x));
    if (g.is(id, info_of<nabla::cot_op>)) return x == 0 ? std::optional<T>{} : T(1 / tan(x));
    if (g.is(id, info_of<nabla::exp_op>)) return T(exp(x));
    if (g.is(id, info_of<nabla::e_op>)) return T(exp(T(1)));
    if (g.is(id, info_of<nabla::log_op>)) return x <= 0 ? std::optional<T>{} : T(log(x));
    if (g.is(id, info_of<nabla::sqrt_op>)) return x < 0 ? std::optional<T>{} : T(sqrt(x));
    if (g.is(id, info_of<nabla::sinh_op>)) return T(sinh(x));
    if (g.is(id, info_of<nabla::cosh_op>)) return T(cosh(x));
    if (g.is(id, info_of<nabla::tanh_op>)) return T(tanh(x));
    if (g.is(id, info_of<nabla::sech_op>)) return T(1 / cosh(x));
    if (g.is(id, info_of<nabla::csch_op>)) return x == 0 ? std::optional<T>{} : T(1 / sinh(x));
    if (g.is(id, info_of<nabla::coth_op>)) return x == 0 ? std::optional<T>{} : T(1 / tanh(x));
    if (g.is(id, info_of<nabla::strong_product>)) return T(u[0] * u[1]);
    if (g.is(id, info_of<nabla::select_op>)) return u[0] != 0 ? u[1] : u[2];
    if (g.is(id, info_of<nabla::equals_op>)) return T(u[0] == u[1] ? 1 : 0);
    if (g.is(id, info_of<nabla::less_op>)) return T(u[0] < u[1] ? 1 : 0);
  }
  throw std::logic_error("the interpreter of the tests does not know " + std::string(g.operation(id)->name.begin(), g.operation(id)->name.end()));
}

}  // namespace test
