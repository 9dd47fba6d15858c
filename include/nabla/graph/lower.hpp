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

/// Lowering one formula type: the node of it in a graph.
template <class Formula>
struct lowering;

template <fixed_string Name, std::size_t... Index>
struct lowering<symbol<Name, Index...>> {
  static constexpr node_id run(graph& g, lowered_types&) { return g.variable(symbol<Name, Index...>::info); }
};

template <std::intmax_t Numerator, std::intmax_t Denominator>
struct lowering<constant<Numerator, Denominator>> {
  static constexpr node_id run(graph& g, lowered_types&) { return g.constant(constant<Numerator, Denominator>::value); }
};

template <class Operation, class... Operands>
struct lowering<apply<Operation, Operands...>> {
  using formula = apply<Operation, Operands...>;
  // Small formulas are walked faster than they are looked up.
  static constexpr bool remembered = formula::size > 4;

  static constexpr node_id run(graph& g, lowered_types& known) {
    if constexpr (remembered) {
      node_id const id = known.find(formula::hash, formula::size);
      if (id != no_node) return id;
    }
    node_id const operands[sizeof...(Operands) + 1] = {lowering<Operands>::run(g, known)..., no_node};
    node_id const id = g.apply(info_of<Operation>, operands, sizeof...(Operands));
    if constexpr (remembered) known.add(formula::hash, formula::size, id);
    return id;
  }
};

/// The node of a formula, exactly as it is written.
template <class Formula>
  requires(expression<Formula> || condition<Formula>)
constexpr node_id lower(graph& g) {
  lowered_types known;
  return lowering<Formula>::run(g, known);
}

}  // namespace nabla::detail
