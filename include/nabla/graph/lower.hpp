#pragma once

#include <nabla/graph/graph.hpp>

namespace nabla::detail {

/// Which formula types a graph has lowered already, so that a subexpression that the type repeats is walked once: a formula
/// squared thirty times is thirty nodes, though its type as a tree has a thousand million.
class lowered_types {
 public:
  /// What tells one formula type from another: the function that lowers it.
  using walk = node_id (*)(graph&, lowered_types&);

  constexpr lowered_types() : buckets_(64, no_node) {}

  constexpr node_id find(std::uint64_t hash, walk type) const {
    for (std::uint32_t at = buckets_[hash & (buckets_.size() - 1)]; at != no_node; at = entries_[at].next) {
      if (entries_[at].type == type) return entries_[at].id;
    }
    return no_node;
  }
  constexpr void add(std::uint64_t hash, walk type, node_id id) {
    if (entries_.size() == 2 * buckets_.size()) {
      std::size_t const room = 4 * buckets_.size();
      buckets_.shrink(0);
      buckets_.resize(room, no_node);
      for (std::uint32_t i = 0; i < entries_.size(); ++i) link(i);
    }
    entries_.push({hash, type, id, no_node});
    link(static_cast<std::uint32_t>(entries_.size() - 1));
  }

 private:
  struct entry {
    std::uint64_t hash;
    walk type;
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
      node_id const id = known.find(formula::hash, &run);
      if (id != no_node) return id;
    }
    node_id const operands[sizeof...(Operands) + 1] = {lowering<Operands>::run(g, known)..., no_node};
    node_id const id = g.apply(info_of<Operation>, operands, sizeof...(Operands));
    if constexpr (remembered) known.add(formula::hash, &run, id);
    return id;
  }
};

/// The node of a formula, exactly as it is written.
template <expression Formula>
constexpr node_id lower(graph& g) {
  lowered_types known;
  return lowering<Formula>::run(g, known);
}

}  // namespace nabla::detail
