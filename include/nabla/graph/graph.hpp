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
  std::uint64_t kind;  // the hash of the operation's name
  std::uint32_t first;
  std::uint32_t count;
  std::uint32_t traits;  // bits of node_traits
  std::uint32_t hash;    // of the operation and the operands
  std::uint32_t next;    // 1 + the node before it in its bucket, or 0
};

/// The hash by which an operation is known.
template <class Operation>
inline constexpr std::uint64_t kind_of_operation = registration<Operation>::id;

/// The partials of an operation as steps, noted down when they are first needed, so that the rule is run once and not for each node.
/// A place is that of an operand, of the result (behind the operands), or of a step (behind the result).
struct partials_form {
  struct step {
    operation_info const* operation;  // of a number: its node is known
    node_id number;
    std::uint32_t first, count;  // operands, as places
  };
  std::uint64_t kind = 0;
  std::size_t count = 0;  // operands of the operation
  growable<step> steps;
  growable<std::uint32_t> operands;
  growable<std::uint32_t> partials;  // places
  bool is_plain = false;             // every partial is an operand, the result or a number: there is nothing to make

  growable<node_id> numbers;         // of a plain form: the partials that are numbers; no node for the others
};

/// The items in new memory with more room.
template <class T>
constexpr T* moved(T* items, std::size_t size, std::size_t room) {
  T* const result = new T[room];
  for (std::size_t i = 0; i < size; ++i) result[i] = items[i];
  delete[] items;
  return result;
}

/// What generic code does with a graph: it is recorded in it, or only run, with numbers that are not known, to see whether it runs.
enum class recording { all, none };

/// A function as data: nodes in an order in which operands come before their users, hash-consed so that equal subexpressions are
/// one node. Lives in constant evaluation only; its arrays are raw memory, since there each call is a cost (with a class for
/// arrays, making a node took GCC twice as long).
class graph {
 public:
  constexpr graph() = default;
  constexpr explicit graph(recording which) : recording_(which) {}
  graph(graph const&) = delete;
  graph& operator=(graph const&) = delete;
  constexpr ~graph() {
    delete moves_with;
    delete[] nodes_;
    delete[] buckets_;
    delete[] operands_;
    delete[] constants_;
    for (partials_form* form : forms_) delete form;
  }

  constexpr bool records() const { return recording_ == recording::all; }
  /// What is decided by the number of nodes is decided as for many: of a graph that tells one with more iterations of its loop.
  constexpr void stand_for_many() { stands_for_many_ = true; }
  constexpr bool stands_for_many() const { return stands_for_many_; }
  /// Generic code that asked for an argument that it has not got is refused at its call.
  constexpr void note_argument_beyond() { asks_beyond_ = true; }
  constexpr bool asks_beyond() const { return asks_beyond_; }
  constexpr std::size_t size() const { return size_; }
  constexpr operation_info const* operation(node_id id) const { return nodes_[id].operation; }
  constexpr std::uint32_t count(node_id id) const { return nodes_[id].count; }
  constexpr node_id operand(node_id id, std::size_t i) const { return operands_[nodes_[id].first + i]; }

  /// All operands of a node, as long as no node is added.
  constexpr node_id const* operands(node_id id) const { return operands_ + nodes_[id].first; }

  /// The nodes, and the operands to whose places they point, as long as no node is added: for loops, in which each call counts.
  constexpr node const* nodes() const { return nodes_; }
  constexpr node_id const* all_operands() const { return operands_; }

  constexpr std::uint32_t traits(node_id id) const { return nodes_[id].traits; }
  /// Whether some node is of an operation of one of these traits.
  constexpr bool has_any(std::uint32_t traits) const { return (seen_ & traits) != 0; }

  // Operations are compared by the hash of their name: with -fsanitize=undefined GCC compares no addresses in constant expressions.
  constexpr std::uint64_t kind(node_id id) const { return nodes_[id].kind; }
  constexpr bool is(node_id id, operation_info const& operation) const { return nodes_[id].kind == operation.id; }
  constexpr bool is_constant(node_id id) const { return nodes_[id].kind == constant_kind; }
  constexpr bool is_constant(node_id id, std::intmax_t value) const {
    if (nodes_[id].kind != constant_kind) return false;
    rational const& known = constants_[nodes_[id].first];
    return known.numerator == value && known.denominator == 1;
  }
  /// Whether a node is a finite number that does not depend on variables: 3, sqrt(pi); not log(0).
  constexpr bool is_fixed(node_id id) const { return (nodes_[id].traits & node_traits::is_fixed) != 0; }
  constexpr bool is_variable(node_id id) const { return nodes_[id].kind == variable_kind; }
  constexpr rational const& constant_value(node_id id) const { return constants_[nodes_[id].first]; }
  constexpr variable_info const& variable(node_id id) const { return *variables_[nodes_[id].first]; }

  constexpr node_id constant(rational value) { return number(constant_leaf, value); }
  constexpr node_id constant(std::intmax_t value) { return constant(rational{value, 1}); }
  /// The number 1, which every factor without a power has as exponent.
  constexpr node_id one() {
    if (one_ == no_node) one_ = constant(1);
    return one_;
  }

  /// A floating-point number: exact where it is a rational of 64 bits, and else a leaf of its own. The last one is remembered: loops
  /// repeat their numbers.
  constexpr node_id floating(double value) {
    auto const bits = std::bit_cast<std::uint64_t>(value);
    if (floating_ != no_node && bits == floating_bits_) return floating_;
    exact const known = exactly(value);
    floating_bits_ = bits;
    floating_ = known.known ? constant(known.value) : number(number_leaf, {std::bit_cast<std::intmax_t>(value), 0});
    return floating_;
  }
  constexpr bool is_number(node_id id) const { return nodes_[id].kind == number_leaf.id; }

  constexpr node_id variable(variable_info const& info) {
    auto const hash = static_cast<std::uint32_t>(hash_join(variable_leaf.id, info.hash));
    for (std::uint32_t at = buckets_[hash & mask_]; at != 0; at = nodes_[at - 1].next) {
      if (is_variable(at - 1) && variable(at - 1) == info) return at - 1;
    }
    variables_.push(&info);
    return insert(variable_leaf, variables_.size() - 1, 0, 0, hash);
  }

  /// The node of an operation exactly as written: nothing is rewritten, equal nodes are shared.
  constexpr node_id apply(operation_info const& operation, node_id const* operands, std::size_t count) {
    if (count == 2) return apply(operation, operands[0], operands[1]);
    if (count == 1) return apply(operation, operands[0]);
    std::uint32_t hash = static_cast<std::uint32_t>(operation.id);
    for (std::size_t i = 0; i < count; ++i) {
      hash = (hash ^ operands[i]) * 0x9E3779B1u;
      hash ^= hash >> 15;
    }
    for (std::uint32_t at = buckets_[hash & mask_]; at != 0; at = nodes_[at - 1].next) {
      node const& known = nodes_[at - 1];
      if (known.hash != hash || known.kind != operation.id || known.count != count) continue;
      bool equal = true;
      for (std::size_t i = 0; equal && i < count; ++i) equal = operands_[known.first + i] == operands[i];
      if (equal) return at - 1;
    }
    while (operand_count_ + count > operand_room_) grow_operands();
    std::uint32_t traits = operation.traits, all = node_traits::is_fixed, any = 0;
    for (std::size_t i = 0; i < count; ++i) {
      operands_[operand_count_ + i] = operands[i];
      all &= nodes_[operands[i]].traits;
      any |= nodes_[operands[i]].traits;
    }
    if (all && !(any & node_traits::is_zero)) traits |= node_traits::is_fixed;
    if (traits & node_traits::is_choice) {
      std::uint32_t const branches = nodes_[operands[1]].traits | nodes_[operands[2]].traits;
      if (branches & (node_traits::is_zero | node_traits::is_masked)) traits |= node_traits::is_masked;
    }
    operand_count_ += count;
    return insert(operation, operand_count_ - count, count, traits, hash);
  }
  // One and two operands are written out: most nodes of a long function are such. The hash is of small numbers, of which the compilers make fewer constants,
  // and odd in a where b goes with it.
  constexpr node_id apply(operation_info const& operation, node_id a) {
    std::uint32_t const hash = 757 * a + static_cast<std::uint32_t>(operation.id & 0xfff);
    for (std::uint32_t at = buckets_[hash & mask_]; at != 0;) {
      node const& known = nodes_[at - 1];
      if (known.hash == hash && known.kind == operation.id && known.count == 1 && operands_[known.first] == a) return at - 1;
      at = known.next;
    }
    std::uint32_t traits = operation.traits;
    if ((nodes_[a].traits & (node_traits::is_fixed | node_traits::is_zero)) == node_traits::is_fixed) traits |= node_traits::is_fixed;
    std::size_t const first = operand_count_;
    if (first + 1 > operand_room_) grow_operands();
    operands_[first] = a;
    operand_count_ = first + 1;
    return insert(operation, first, 1, traits, hash);
  }
  constexpr node_id apply(operation_info const& operation, node_id a, node_id b) {
    std::uint64_t const kind = operation.id;
    std::uint32_t const hash = 757 * a + 418 * b + static_cast<std::uint32_t>(kind & 0xfff);
    node const* const nodes = nodes_;
    for (std::uint32_t at = buckets_[hash & mask_]; at != 0;) {
      node const& known = nodes[at - 1];
      if (known.hash == hash && known.kind == kind && known.count == 2 && operands_[known.first] == a && operands_[known.first + 1] == b) {
        return at - 1;
      }
      at = known.next;
    }
    std::uint32_t const left = nodes[a].traits, right = nodes[b].traits;
    std::uint32_t traits = operation.traits;
    // Most operands are neither.
    if ((left | right) & (node_traits::is_fixed | node_traits::is_masked)) {
      if ((left & right & node_traits::is_fixed) && !((left | right) & node_traits::is_zero)) traits |= node_traits::is_fixed;
      if (traits & node_traits::is_sum) traits |= left & right & node_traits::is_masked;
      if (traits & node_traits::is_product) {
        if (left & node_traits::is_constant) traits |= node_traits::is_multiple;
        constexpr std::uint32_t number = node_traits::is_fixed | node_traits::is_constant;
        if ((left & number) == node_traits::is_fixed || (right & number) == node_traits::is_fixed) traits |= node_traits::has_fixed_factor;
      }
    }
    std::size_t const first = operand_count_;
    if (first + 2 > operand_room_) grow_operands();
    node_id* const place = operands_ + first;
    place[0] = a;
    place[1] = b;
    operand_count_ = first + 2;
    return insert(operation, first, 2, traits, hash);
  }
  /// What is in the graph now is the function itself, evaluated exactly as it is written; what comes is derivative code.
  constexpr void end_primal() {
    if (primal_size_ == no_node) primal_size_ = static_cast<node_id>(size_);
  }
  constexpr bool is_primal(node_id id) const { return id < primal_size_; }

  /// Says that what was added is tangents, by several sweeps from the inputs of the primal on.
  constexpr void add_tangents() { has_tangents_ = true; }
  constexpr bool has_tangents() const { return has_tangents_; }

  /// Whether what rules compute is noted down as it is, to be a partials_form.
  constexpr bool writes_forms() const { return writes_forms_; }
  constexpr void write_forms() { writes_forms_ = true; }
  constexpr partials_form* find_form(std::uint64_t kind, std::size_t count) {
    partials_form*& latest = latest_forms_[kind % form_places];
    if (latest && latest->kind == kind && latest->count == count) return latest;
    for (partials_form* form : forms_) {
      if (form->kind == kind && form->count == count) return latest = form;
    }
    return nullptr;
  }
  constexpr partials_form& new_form(std::uint64_t kind, std::size_t count) {
    forms_.push(new partials_form);
    forms_.back()->kind = kind;
    forms_.back()->count = count;
    return *forms_.back();
  }
  /// Memory of those who apply forms.
  growable<node_id> places;
  /// Of the last nodes, which others were replaced by: behind which node each runs (see reduce_strength).
  growable<node_id> behind;
  /// By node: the node of the function itself whose tangent it is part of, where a forward sweep has made it; 0 otherwise. Made by the first sweep: as one more
  /// member that is destroyed it led GCC 12 past its limit of steps, to 75 s and 8 GB for a proof that ends there (test/fail/limit_of_proof.cpp).
  growable<node_id>* moves_with = nullptr;

  /// The same node with other operands.
  constexpr node_id apply_again(node_id id, growable<node_id> const& operands) {
    return apply(*operation(id), operands.data(), operands.size());
  }

 private:
  constexpr node_id number(operation_info const& leaf, rational value) {
    auto const hash = static_cast<std::uint32_t>(hash_join(hash_join(leaf.id, static_cast<std::uint64_t>(value.numerator)),
                                                          static_cast<std::uint64_t>(value.denominator)));
    for (std::uint32_t at = buckets_[hash & mask_]; at != 0; at = nodes_[at - 1].next) {
      if (is(at - 1, leaf) && constant_value(at - 1) == value) return at - 1;
    }
    if (constant_count_ == constant_room_) {
      constants_ = moved(constants_, constant_count_, 2 * constant_room_);
      constant_room_ *= 2;
    }
    constants_[constant_count_++] = value;
    std::uint32_t traits = node_traits::is_fixed;
    if (leaf.id == constant_kind) {
      traits |= node_traits::is_constant;
      if (value.denominator == 1 && value.numerator == 0) traits |= node_traits::is_zero;
      if (value.denominator == 1 && value.numerator == 1) traits |= node_traits::is_one;
      if (value.denominator == 1 && value.numerator == -1) traits |= node_traits::is_minus_one;
    }
    return insert(leaf, constant_count_ - 1, 0, traits, hash);
  }

  constexpr node_id insert(operation_info const& operation, std::size_t first, std::size_t count, std::uint32_t traits,
                           std::uint32_t hash) {
    if (size_ == room_) grow();
    if (traits != 0) {
      // A number other than 0, 1 and -1 stands on the left of a product; nothing else follows from it.
      constexpr std::uint32_t telling = node_traits::is_zero | node_traits::is_one | node_traits::is_minus_one;
      constexpr std::uint32_t silent = node_traits::is_sum | node_traits::is_product;
      if (traits & ~silent) {
        if (traits & (traits & node_traits::is_constant ? telling : node_traits::asks_in_products)) traits |= node_traits::asks_on_left;
        if (traits & (node_traits::asks_in_products | node_traits::is_multiple)) traits |= node_traits::asks_on_right;
      }
      seen_ |= operation.traits | (traits & node_traits::has_fixed_factor);
    }
    auto const id = static_cast<node_id>(size_++);
    std::uint32_t& bucket = buckets_[hash & mask_];
    nodes_[id] = {&operation, operation.id, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(count), traits, hash, bucket};
    bucket = id + 1;
    return id;
  }

  constexpr void grow_operands() {
    operands_ = moved(operands_, operand_count_, 4 * operand_room_);
    operand_room_ *= 4;
  }

  /// Four times the room, and half as many buckets.
  constexpr void grow() {
    room_ *= 4;
    mask_ = room_ / 2 - 1;
    delete[] buckets_;
    buckets_ = new std::uint32_t[room_ / 2]{};
    nodes_ = moved(nodes_, size_, room_);
    for (node_id id = 0; id < size_; ++id) {
      std::uint32_t& bucket = buckets_[nodes_[id].hash & mask_];
      nodes_[id].next = bucket;
      bucket = id + 1;
    }
  }

  static constexpr std::uint32_t first_room = 64;

  node_id one_ = no_node;
  node_id primal_size_ = no_node;
  bool has_tangents_ = false;
  bool writes_forms_ = false;
  std::size_t size_ = 0;
  std::uint32_t room_ = first_room;
  std::uint32_t mask_ = first_room - 1;
  std::uint32_t seen_ = 0;
  node_id floating_ = no_node;
  recording recording_ = recording::all;
  bool asks_beyond_ = false, stands_for_many_ = false;
  std::uint64_t floating_bits_ = 0;
  node* nodes_ = new node[first_room];
  std::uint32_t* buckets_ = new std::uint32_t[first_room]{};
  std::size_t operand_count_ = 0, operand_room_ = 2 * first_room;
  node_id* operands_ = new node_id[2 * first_room];
  std::size_t constant_count_ = 0, constant_room_ = 16;
  rational* constants_ = new rational[16];
  growable<variable_info const*> variables_;
  static constexpr std::size_t form_places = 64;
  growable<partials_form*> forms_;
  partials_form* latest_forms_[form_places]{};
};

/// The value of a number as programs have it: an exact one, or, with the denominator 0, the bits of a double.
template <class Float>
constexpr Float nearest_to_number(rational number) {
  return number.denominator ? nearest<Float>(number) : static_cast<Float>(std::bit_cast<double>(number.numerator));
}

/// A node with each operand replaced by what stands at its place in a list; the node itself where that changes none.
constexpr node_id with_operands(graph& g, node_id id, node_id const* replaced) {
  node const& written = g.nodes()[id];
  std::size_t const count = written.count;
  node_id const* const own = g.all_operands() + written.first;
  if (count == 2) {
    node_id const a = own[0], b = own[1], left = replaced[a], right = replaced[b];
    return left == a && right == b ? id : g.apply(*written.operation, left, right);
  }
  bool changed = false;
  for (std::size_t k = 0; k < count; ++k) changed = changed || replaced[own[k]] != own[k];
  if (!changed) return id;
  growable<node_id> operands;
  for (std::size_t k = 0; k < count; ++k) operands.push(replaced[g.operand(id, k)]);
  return g.apply_again(id, operands);
}

/// A node with each operand changed.
template <class Change>
constexpr node_id with_each_operand(graph& g, node_id id, Change& change) {
  growable<node_id> operands;
  for (std::size_t k = 0; k < g.count(id); ++k) operands.push(change(g.operand(id, k)));
  return g.apply_again(id, operands);
}

/// What nodes have become, so that each is changed once.
class known_forms {
 public:
  constexpr node_id of(node_id id) const { return id < forms_.size() ? forms_[id] : no_node; }
  constexpr node_id remember(graph const& g, node_id id, node_id form) {
    forms_.resize(g.size(), no_node);
    return forms_[id] = form;
  }

 private:
  growable<node_id> forms_;
};

/// How often each node is used by what the outputs need, the outputs themselves counted; 0 for what is dead. As long as the last
/// output's place.
constexpr growable<std::uint32_t> count_uses(graph const& g, growable<node_id> const& outputs) {
  std::size_t size = 0;
  for (node_id output : outputs) size = output + 1 > size ? output + 1 : size;
  growable<std::uint32_t> uses(size, 0);
  for (node_id output : outputs) ++uses[output];
  std::uint32_t* const counts = uses.data();
  node const* const nodes = g.nodes();
  node_id const* const all_operands = g.all_operands();
  for (std::size_t i = size; i-- > 0;) {
    if (counts[i] == 0) continue;
    node const& user = nodes[i];
    std::size_t const first = user.first;
    for (std::size_t k = user.count; k-- > 0;) ++counts[all_operands[first + k]];
  }
  return uses;
}

}  // namespace nabla::detail
