#pragma once

#include <nabla/graph/strength.hpp>
#include <nabla/matrix/shaped_graph.hpp>

namespace nabla::detail {

/// Puts the products of what the outputs need in the order that takes fewest multiplications, vectors before matrices: (A B) x as
/// A (B x). Of factors whose sizes are names, or come with the call, it is assumed that they are large. A product that is needed
/// elsewhere is left whole, and so is an order that no other beats.
/// Source: Cormen, Leiserson, Rivest & Stein, Introduction to Algorithms, 3rd ed. (2009), section 15.2.
class product_order {
 public:
  constexpr product_order(shaped_graph& sg, growable<node_id>& outputs) : sg_(sg), g_(sg.g), uses_(count_uses(sg.g, outputs)) {
    growable<node_id> replaced;
    for (node_id id = 0; id < uses_.size(); ++id) {
      if (!uses_[id] || g_.count(id) == 0) {
        replaced.push(id);
      } else if (is_product(id) && !is_inner(id)) {
        replaced.push(ordered(id, replaced));
      } else if (sg_.is(id, kind_of_operation<trace_op>) && is_product(g_.operand(id, 0)) && uses_[g_.operand(id, 0)] == 1) {
        replaced.push(trace_of_product(g_.operand(id, 0), replaced));
      } else {
        replaced.push(with_operands(g_, id, replaced.data()));
      }
    }
    for (node_id& output : outputs) output = replaced[output];
  }

 private:
  static constexpr double large = 1000;

  constexpr bool is_product(node_id id) {
    return sg_.is(id, kind_of_operation<matrix_product_op>) && !is_ones(g_.operand(id, 0)) && !is_ones(g_.operand(id, 1));
  }
  /// Sums over rows and columns are products with ones, and written otherwise.
  constexpr bool is_ones(node_id id) {
    return sg_.is(id, kind_of_operation<ones_op>) || (sg_.is(id, kind_of_operation<transpose_op>) && sg_.is(g_.operand(id, 0), kind_of_operation<ones_op>));
  }
  /// Whether a product is a factor of another one and of nothing else: found from above, where those are flattened.
  constexpr bool is_inner(node_id id) {
    if (inner_.size() == 0) {
      inner_.resize(uses_.size(), 0);
      for (node_id user = 0; user < uses_.size(); ++user) {
        if (!uses_[user] || !is_product(user)) continue;
        for (std::size_t k = 0; k < 2; ++k) {
          node_id const operand = g_.operand(user, k);
          if (uses_[operand] == 1 && is_product(operand)) inner_[operand] = 1;
        }
      }
    }
    return inner_[id];
  }

  constexpr void flatten(node_id id, growable<node_id> const& replaced, growable<node_id>& factors, double& cost) {
    for (std::size_t k = 0; k < 2; ++k) {
      node_id const operand = g_.operand(id, k);
      if (is_inner(operand) && is_product(operand)) {
        flatten(operand, replaced, factors, cost);
      } else {
        factors.push(replaced[operand]);
      }
    }
    cost += length(sg_.shape(id).rows) * length(sg_.shape(g_.operand(id, 0)).columns) * length(sg_.shape(id).columns);
  }
  static constexpr double length(extent_value extent) { return extent.is_number() ? static_cast<double>(extent.size) : large; }

  constexpr node_id ordered(node_id id, growable<node_id> const& replaced) {
    growable<node_id> factors;
    double as_written = 0;
    flatten(id, replaced, factors, as_written);
    std::size_t const n = factors.size();
    if (n == 2) return g_.apply(info_of<matrix_product_op>, factors[0], factors[1]);
    growable<double> best(n * n, 0);
    growable<std::size_t> split(n * n, 0);
    auto const rows = [&](std::size_t i) { return length(sg_.shape(factors[i]).rows); };
    auto const columns = [&](std::size_t i) { return length(sg_.shape(factors[i]).columns); };
    for (std::size_t span = 1; span < n; ++span) {
      for (std::size_t i = 0; i + span < n; ++i) {
        std::size_t const j = i + span;
        for (std::size_t k = i; k < j; ++k) {
          double const cost = best[i * n + k] + best[(k + 1) * n + j] + rows(i) * columns(k) * columns(j);
          if (k == i || cost < best[i * n + j]) {
            best[i * n + j] = cost;
            split[i * n + j] = k;
          }
        }
      }
    }
    if (best[n - 1] < as_written) return joined(factors, split, 0, n - 1);
    return as_it_was(id, replaced);
  }
  constexpr node_id joined(growable<node_id> const& factors, growable<std::size_t> const& split, std::size_t i, std::size_t j) {
    if (i == j) return factors[i];
    std::size_t const k = split[i * factors.size() + j];
    node_id const a = joined(factors, split, i, k), b = joined(factors, split, k + 1, j);
    return sg_.multiply(a, b);
  }
  constexpr node_id as_it_was(node_id id, growable<node_id> const& replaced) {
    node_id operands[2];
    for (std::size_t k = 0; k < 2; ++k) {
      node_id const operand = g_.operand(id, k);
      operands[k] = is_inner(operand) && is_product(operand) ? as_it_was(operand, replaced) : replaced[operand];
    }
    return g_.apply(info_of<matrix_product_op>, operands[0], operands[1]);
  }

  /// trace(A B) is the sum of the elements of A' o B: the product is not needed.
  constexpr node_id trace_of_product(node_id product, growable<node_id> const& replaced) {
    growable<node_id> factors;
    double cost = 0;
    flatten(product, replaced, factors, cost);
    node_id right = factors[factors.size() - 1];
    for (std::size_t k = factors.size() - 1; k-- > 1;) right = sg_.multiply(factors[k], right);
    node_id const both = sg_.elementwise(info_of<times>, sg_.transposed(factors[0]), right);
    return sg_.matrix(info_of<sum_of_elements_op>, &both, 1);
  }

  shaped_graph& sg_;
  graph& g_;
  growable<std::uint32_t> uses_;
  growable<char> inner_;
};

}  // namespace nabla::detail
