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
/// one node. Lives in constant evaluation only; its arrays are raw memory, since there each call is a cost (with a class for
/// arrays, making a node took GCC twice as long).
class graph {
 public:
  constexpr graph() = default;
  graph(graph const&) = delete;
  graph& operator=(graph const&) = delete;
  constexpr ~graph() {
    delete[] nodes_;
    delete[] hashes_;
    delete[] next_;
    delete[] buckets_;
    delete[] notes_;
  }

  constexpr std::size_t size() const { return size_; }
  constexpr operation_info const* operation(node_id id) const { return nodes_[id].operation; }
  constexpr std::uint32_t count(node_id id) const { return nodes_[id].count; }
  constexpr node_id operand(node_id id, std::size_t i) const { return operands_.data()[nodes_[id].first + i]; }

  // Operations are compared by the hash of their name: with -fsanitize=undefined GCC compares no addresses in constant expressions.
  constexpr bool is(node_id id, operation_info const& operation) const { return nodes_[id].operation->id == operation.id; }
  constexpr bool is_constant(node_id id) const { return nodes_[id].operation->id == constant_leaf.id; }
  constexpr bool is_constant(node_id id, std::intmax_t value) const {
    return is_constant(id) && is_integer(constants_[nodes_[id].first], value);
  }
  constexpr bool is_variable(node_id id) const { return nodes_[id].operation->id == variable_leaf.id; }
  constexpr rational constant_value(node_id id) const { return constants_[nodes_[id].first]; }
  constexpr variable_info const& variable(node_id id) const { return *variables_[nodes_[id].first]; }

  constexpr node_id constant(rational value) { return number(constant_leaf, value); }
  constexpr node_id constant(std::intmax_t value) { return constant(rational{value, 1}); }
  /// The number 1, which every factor without a power has as exponent.
  constexpr node_id one() {
    if (one_ == no_node) one_ = constant(1);
    return one_;
  }

  /// A floating-point number: exact where it is a rational of 64 bits, and else a leaf of its own.
  constexpr node_id floating(double value) {
    exact const known = exactly(value);
    return known.known ? constant(known.value) : number(number_leaf, {std::bit_cast<std::intmax_t>(value), 0});
  }
  constexpr bool is_number(node_id id) const { return nodes_[id].operation->id == number_leaf.id; }

  constexpr node_id variable(variable_info const& info) {
    std::uint64_t const hash = hash_join(variable_leaf.id, info.hash);
    for (node_id id = buckets_[hash & mask_]; id != no_node; id = next_[id]) {
      if (is_variable(id) && variable(id) == info) return id;
    }
    variables_.push(&info);
    return insert(&variable_leaf, variables_.size() - 1, 0, hash);
  }

  /// The node of an operation exactly as written: nothing is rewritten, equal nodes are shared.
  constexpr node_id apply(operation_info const& operation, node_id const* operands, std::size_t count) {
    std::uint64_t hash = operation.id;
    for (std::size_t i = 0; i < count; ++i) {
      hash = (hash ^ operands[i]) * 0x9E3779B97F4A7C15u;
      hash ^= hash >> 29;
    }
    node_id const* const known = operands_.data();
    for (node_id id = buckets_[hash & mask_]; id != no_node; id = next_[id]) {
      if (hashes_[id] != hash || nodes_[id].operation->id != operation.id || nodes_[id].count != count) continue;
      bool equal = true;
      for (std::size_t i = 0; equal && i < count; ++i) equal = known[nodes_[id].first + i] == operands[i];
      if (equal) return id;
    }
    std::size_t const first = operands_.size();
    for (std::size_t i = 0; i < count; ++i) operands_.push(operands[i]);
    return insert(&operation, first, count, hash);
  }
  constexpr node_id apply(operation_info const& operation, node_id a) { return apply(operation, &a, 1); }
  constexpr node_id apply(operation_info const& operation, node_id a, node_id b) {
    node_id const operands[] = {a, b};
    return apply(operation, operands, 2);
  }
  /// What was found of a node before, for questions whose answer walks over operands: 0 where nothing was.
  constexpr char& noted(node_id id) const { return notes_[id]; }
  /// The same node with other operands.
  constexpr node_id apply_again(node_id id, growable<node_id> const& operands) {
    return apply(*operation(id), operands.data(), operands.size());
  }

 private:
  constexpr node_id number(operation_info const& leaf, rational value) {
    std::uint64_t const hash = hash_join(hash_join(leaf.id, static_cast<std::uint64_t>(value.numerator)),
                                         static_cast<std::uint64_t>(value.denominator));
    for (node_id id = buckets_[hash & mask_]; id != no_node; id = next_[id]) {
      if (is(id, leaf) && constant_value(id) == value) return id;
    }
    constants_.push(value);
    return insert(&leaf, constants_.size() - 1, 0, hash);
  }

  constexpr node_id insert(operation_info const* operation, std::size_t first, std::size_t count, std::uint64_t hash) {
    if (size_ == room_) grow();
    auto const id = static_cast<node_id>(size_++);
    nodes_[id] = {operation, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(count)};
    hashes_[id] = hash;
    notes_[id] = 0;
    next_[id] = buckets_[hash & mask_];
    buckets_[hash & mask_] = id;
    return id;
  }

  template <class T>
  constexpr void move_to_room(T*& items, std::size_t room) const {
    T* const moved = new T[room];
    for (std::size_t i = 0; i < size_; ++i) moved[i] = items[i];
    delete[] items;
    items = moved;
  }

  /// Four times the room, and as many buckets as there is room for nodes.
  constexpr void grow() {
    room_ *= 4;
    move_to_room(nodes_, room_);
    move_to_room(hashes_, room_);
    move_to_room(notes_, room_);
    delete[] next_;
    next_ = new node_id[room_];
    delete[] buckets_;
    buckets_ = new_buckets(room_);
    mask_ = room_ - 1;
    for (node_id id = 0; id < size_; ++id) {
      next_[id] = buckets_[hashes_[id] & mask_];
      buckets_[hashes_[id] & mask_] = id;
    }
  }

  static constexpr node_id* new_buckets(std::size_t count) {
    node_id* const buckets = new node_id[count];
    for (std::size_t i = 0; i < count; ++i) buckets[i] = no_node;
    return buckets;
  }

  static constexpr std::size_t first_room = 64;

  node_id one_ = no_node;
  std::size_t size_ = 0;
  std::size_t room_ = first_room;
  std::size_t mask_ = first_room - 1;
  node* nodes_ = new node[first_room];
  std::uint64_t* hashes_ = new std::uint64_t[first_room];
  char* notes_ = new char[first_room];
  node_id* next_ = new node_id[first_room];
  node_id* buckets_ = new_buckets(first_room);
  growable<node_id> operands_;
  growable<rational> constants_;
  growable<variable_info const*> variables_;
};

/// How often each node is used by what the outputs need, the outputs themselves counted; 0 for what is dead. As long as the last
/// output's place.
constexpr growable<std::uint32_t> count_uses(graph const& g, growable<node_id> const& outputs) {
  std::size_t size = 0;
  for (node_id output : outputs) size = output + 1 > size ? output + 1 : size;
  growable<std::uint32_t> uses(size, 0);
  for (node_id output : outputs) ++uses[output];
  for (std::size_t i = size; i-- > 0;) {
    auto const id = static_cast<node_id>(i);
    for (std::size_t k = 0; uses[i] && k < g.count(id); ++k) ++uses[g.operand(id, k)];
  }
  return uses;
}

}  // namespace nabla::detail
