#pragma once

#include <nabla/graph/graph.hpp>

namespace nabla::detail {

/// Which formula types a graph has lowered already, so that a subexpression that the type repeats is walked once: a formula
/// squared thirty times is thirty nodes, though its type as a tree has a thousand million. Types are told apart by a 64-bit hash of
/// their structure and their size; not by an address, which GCC does not compare in constant expressions with
/// -fsanitize=undefined.
class lowered_types {
 public:
  constexpr lowered_types() : buckets_(64, no_node) {}

  constexpr node_id find(std::uint64_t hash, std::size_t size) const {
    for (std::uint32_t at = buckets_[hash & (buckets_.size() - 1)]; at != no_node; at = entries_[at].next) {
      if (entries_[at].hash == hash && entries_[at].size == size) return entries_[at].id;
    }
    return no_node;
  }
  constexpr void add(std::uint64_t hash, std::size_t size, node_id id) {
    if (entries_.size() == 2 * buckets_.size()) {
      std::size_t const room = 4 * buckets_.size();
      buckets_.shrink(0);
      buckets_.resize(room, no_node);
      for (std::uint32_t i = 0; i < entries_.size(); ++i) link(i);
    }
    entries_.push({hash, size, id, no_node});
    link(static_cast<std::uint32_t>(entries_.size() - 1));
  }

 private:
  struct entry {
    std::uint64_t hash;
    std::size_t size;
    node_id id;
    std::uint32_t next;
  };
  constexpr void link(std::uint32_t at) {
    std::uint32_t& head = buckets_[entries_[at].hash & (buckets_.size() - 1)];
    entries_[at].next = head;
    head = at;
  }
  growable<entry> entries_;
  growable<std::uint32_t> buckets_;
};

/// Lowering a leaf of formula types: the node of it in a graph.
template <class Leaf>
struct lowering;

template <fixed_string Name, std::size_t... Index>
struct lowering<symbol<Name, Index...>> {
  static constexpr node_id run(graph& g, lowered_types&) { return g.variable(symbol<Name, Index...>::info); }
};

template <std::intmax_t Numerator, std::intmax_t Denominator>
struct lowering<constant<Numerator, Denominator>> {
  static constexpr node_id run(graph& g, lowered_types&) { return g.constant(constant<Numerator, Denominator>::value); }
};

inline constexpr std::size_t largest_size = std::size_t{1} << 40;

/// A formula type as a value: one constant for each type that is a part of it, so that one function lowers them all. (A function for each, and a
/// constant each for size and hash, took twice as long to compile as forming the formula.)
struct formula_tree {
  node_id (*leaf)(graph& g, lowered_types& known) = nullptr;
  operation_info const* operation = nullptr;
  std::size_t size = 1;  // number of nodes as a tree, at most 2^40
  std::uint64_t hash = 0;  // equal formulas have equal ones
  bool is_leaf = false;
  std::size_t count = 0;
  formula_tree const* first = nullptr;
  formula_tree const* second = nullptr;
  formula_tree const* const* operands = nullptr;  // where there are more than two

  constexpr formula_tree(node_id (*run)(graph&, lowered_types&), std::size_t tree_size, std::uint64_t tree_hash)
      : leaf(run), size(tree_size), hash(tree_hash), is_leaf(true) {}
  constexpr explicit formula_tree(operation_info const& applied) : operation(&applied), hash(applied.id) {}
  constexpr formula_tree(operation_info const& applied, formula_tree const& a) : formula_tree(applied) {
    add(a);
    first = &a;
  }
  constexpr formula_tree(operation_info const& applied, formula_tree const& a, formula_tree const& b) : formula_tree(applied) {
    add(a);
    add(b);
    first = &a;
    second = &b;
  }
  template <std::size_t Count>
  constexpr formula_tree(operation_info const& applied, formula_tree const* const (&list)[Count]) : formula_tree(applied) {
    for (formula_tree const* operand : list) add(*operand);
    operands = list;
  }

  constexpr node_id lower(graph& g, lowered_types& known) const {
    if (is_leaf) return leaf(g, known);
    // Small formulas are walked faster than they are looked up.
    bool const is_remembered = size > 4;
    if (is_remembered) {
      node_id const id = known.find(hash, size);
      if (id != no_node) return id;
    }
    node_id id = no_node;
    if (count == 2) {
      node_id const a = first->lower(g, known), b = second->lower(g, known);
      id = g.apply(*operation, a, b);
    } else if (count == 1) {
      id = g.apply(*operation, first->lower(g, known));
    } else {
      growable<node_id> ids;
      for (std::size_t k = 0; k < count; ++k) ids.push(operands[k]->lower(g, known));
      id = g.apply(*operation, ids.data(), count);
    }
    if (is_remembered) known.add(hash, size, id);
    return id;
  }

 private:
  constexpr void add(formula_tree const& operand) {
    size = size + operand.size < largest_size ? size + operand.size : largest_size;
    hash = hash_join(hash, operand.hash);
    ++count;
  }
};

template <class Formula>
inline constexpr formula_tree tree_of{&lowering<Formula>::run, Formula::size, Formula::hash};
template <class... Formulas>
inline constexpr formula_tree const* trees_of[] = {&tree_of<Formulas>...};
template <class Operation>
inline constexpr formula_tree tree_of<apply<Operation>>{info_of<Operation>};
template <class Operation, class A>
inline constexpr formula_tree tree_of<apply<Operation, A>>{info_of<Operation>, tree_of<A>};
template <class Operation, class A, class B>
inline constexpr formula_tree tree_of<apply<Operation, A, B>>{info_of<Operation>, tree_of<A>, tree_of<B>};
template <class Operation, class A, class B, class C, class... Others>
inline constexpr formula_tree tree_of<apply<Operation, A, B, C, Others...>>{info_of<Operation>, trees_of<A, B, C, Others...>};

/// The node of a formula, exactly as it is written, in a graph that knows others.
template <class Formula>
constexpr node_id lower(graph& g, lowered_types& known) {
  return tree_of<Formula>.lower(g, known);
}
template <class Formula>
  requires(expression<Formula> || condition<Formula>)
constexpr node_id lower(graph& g) {
  lowered_types known;
  return lower<Formula>(g, known);
}

/// Number of nodes of a formula as a tree, at most 2^40.
template <class Formula>
inline constexpr std::size_t tree_size = tree_of<Formula>.size;

}  // namespace nabla::detail
