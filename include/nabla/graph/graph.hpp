#pragma once

#include <nabla/detail/growable.hpp>
#include <nabla/graph/operation.hpp>

namespace nabla::detail {

using node_id = std::uint32_t;
inline constexpr node_id no_node = static_cast<node_id>(-1);

/// One step of a recorded function: an operation and where its operands stand in the graph's list of operands. For a constant
/// or a variable, `first` is its place in the list of those.
struct node {
  operation_info const* operation;
  std::uint32_t first;
  std::uint32_t count;
};

/// A function as data: nodes in an order in which operands come before their users, hash-consed so that equal subexpressions are
/// one node. Lives in constant evaluation only.
class graph {
 public:
  constexpr graph() : buckets_(64, no_node) {}
  graph(graph const&) = delete;
  graph& operator=(graph const&) = delete;

  constexpr std::size_t size() const { return nodes_.size(); }
  constexpr operation_info const* operation(node_id id) const { return nodes_[id].operation; }
  constexpr std::uint32_t count(node_id id) const { return nodes_[id].count; }
  constexpr node_id operand(node_id id, std::size_t i) const { return operands_[nodes_[id].first + i]; }

  constexpr bool is(node_id id, operation_info const& operation) const { return nodes_[id].operation == &operation; }
  constexpr bool is_constant(node_id id) const { return is(id, constant_leaf); }
  constexpr bool is_constant(node_id id, std::intmax_t value) const {
    return is_constant(id) && is_integer(constants_[nodes_[id].first], value);
  }
  constexpr bool is_variable(node_id id) const { return is(id, variable_leaf); }
  constexpr rational constant_value(node_id id) const { return constants_[nodes_[id].first]; }
  constexpr variable_info const& variable(node_id id) const { return *variables_[nodes_[id].first]; }

  constexpr node_id constant(rational value) {
    std::uint64_t const hash = hash_join(hash_join(constant_leaf.id, static_cast<std::uint64_t>(value.numerator)),
                                         static_cast<std::uint64_t>(value.denominator));
    for (node_id id = bucket(hash); id != no_node; id = next_[id]) {
      if (is_constant(id) && constant_value(id) == value) return id;
    }
    constants_.push(value);
    return insert({&constant_leaf, static_cast<std::uint32_t>(constants_.size() - 1), 0}, hash);
  }
  constexpr node_id constant(std::intmax_t value) { return constant(rational{value, 1}); }

  constexpr node_id variable(variable_info const& info) {
    std::uint64_t const hash = hash_join(variable_leaf.id, info.hash);
    for (node_id id = bucket(hash); id != no_node; id = next_[id]) {
      if (is_variable(id) && variable(id) == info) return id;
    }
    variables_.push(&info);
    return insert({&variable_leaf, static_cast<std::uint32_t>(variables_.size() - 1), 0}, hash);
  }

  /// The node of an operation exactly as written: nothing is rewritten, equal nodes are shared.
  constexpr node_id apply(operation_info const& operation, node_id const* operands, std::size_t count) {
    std::uint64_t hash = operation.id;
    for (std::size_t i = 0; i < count; ++i) hash = hash_join(hash, operands[i]);
    for (node_id id = bucket(hash); id != no_node; id = next_[id]) {
      if (nodes_[id].operation != &operation || nodes_[id].count != count) continue;
      bool equal = true;
      for (std::size_t i = 0; equal && i < count; ++i) equal = operands_[nodes_[id].first + i] == operands[i];
      if (equal) return id;
    }
    auto const first = static_cast<std::uint32_t>(operands_.size());
    for (std::size_t i = 0; i < count; ++i) operands_.push(operands[i]);
    return insert({&operation, first, static_cast<std::uint32_t>(count)}, hash);
  }
  constexpr node_id apply(operation_info const& operation, node_id a) { return apply(operation, &a, 1); }
  constexpr node_id apply(operation_info const& operation, node_id a, node_id b) {
    node_id const operands[] = {a, b};
    return apply(operation, operands, 2);
  }
  /// The same node with other operands.
  constexpr node_id apply_again(node_id id, growable<node_id> const& operands) {
    return apply(*operation(id), operands.data(), operands.size());
  }

 private:
  constexpr node_id bucket(std::uint64_t hash) const { return buckets_[hash & (buckets_.size() - 1)]; }

  constexpr node_id insert(node item, std::uint64_t hash) {
    auto const id = static_cast<node_id>(nodes_.size());
    nodes_.push(item);
    hashes_.push(hash);
    next_.push(no_node);
    if (nodes_.size() > buckets_.size()) {
      std::size_t const room = 4 * buckets_.size();
      buckets_.shrink(0);
      buckets_.resize(room, no_node);
      for (node_id i = 0; i <= id; ++i) link(i);
    } else {
      link(id);
    }
    return id;
  }
  constexpr void link(node_id id) {
    node_id& head = buckets_[hashes_[id] & (buckets_.size() - 1)];
    next_[id] = head;
    head = id;
  }

  growable<node> nodes_;
  growable<node_id> operands_;
  growable<rational> constants_;
  growable<variable_info const*> variables_;
  growable<std::uint64_t> hashes_;
  growable<node_id> next_;
  growable<node_id> buckets_;
};

}  // namespace nabla::detail
