#pragma once

#include <nabla/graph/graph.hpp>

namespace nabla::detail {

/// Which end of a graph comes first in a sweep.
enum class sweep_order { ascending, descending };

/// Nodes that wait for their turn in a sweep, in their order in the graph: one bit a node, so that a sweep costs what it touches and
/// not the size of the graph.
template <sweep_order Order>
class pending_nodes {
 public:
  constexpr explicit pending_nodes(std::size_t size) : words_(new std::uint64_t[size / 64 + 1]{}) {}
  pending_nodes(pending_nodes const&) = delete;
  pending_nodes& operator=(pending_nodes const&) = delete;
  constexpr ~pending_nodes() { delete[] words_; }

  constexpr void add(node_id id) {
    std::size_t const at = id / 64;
    std::uint64_t const bit = std::uint64_t{1} << id % 64;
    if (words_[at] & bit) return;
    words_[at] |= bit;
    if (count_++ == 0 || (is_descending ? at > next_ : at < next_)) next_ = at;
  }

  /// Takes out the node whose turn it is; no node where none waits.
  constexpr node_id take() {
    if (count_ == 0) return no_node;
    --count_;
    while (words_[next_] == 0) is_descending ? --next_ : ++next_;
    std::uint64_t const word = words_[next_];
    auto const place = static_cast<std::size_t>(is_descending ? 63 - __builtin_clzll(word) : __builtin_ctzll(word));
    words_[next_] = word ^ std::uint64_t{1} << place;
    return static_cast<node_id>(64 * next_ + place);
  }

 private:
  static constexpr bool is_descending = Order == sweep_order::descending;
  std::uint64_t* words_;
  std::size_t count_ = 0;
  std::size_t next_ = 0;
};

/// How many nodes of a graph, from the first on, are needed to hold the given ones.
constexpr std::size_t extent_of(growable<node_id> const& nodes) {
  std::size_t size = 0;
  for (node_id id : nodes) size = id + 1 > size ? id + 1 : size;
  return size;
}

/// Which numbers a node has in a list of nodes: none, one, or several where the list repeats it; the least first.
class node_numbers {
 public:
  constexpr node_numbers(std::size_t size, growable<node_id> const& nodes)
      : first_(size < extent_of(nodes) ? size : extent_of(nodes), no_node), next_(nodes.size(), no_node) {
    std::uint32_t* const first = first_.data();
    std::uint32_t* const next = next_.data();
    for (std::size_t i = nodes.size(); i-- > 0;) {
      node_id const id = nodes[i];
      if (id >= size) continue;
      next[i] = first[id];
      first[id] = static_cast<std::uint32_t>(i);
    }
  }
  constexpr std::uint32_t first(node_id id) const { return id < first_.size() ? first_.data()[id] : no_node; }
  constexpr std::uint32_t next(std::uint32_t number) const { return next_[number]; }

 private:
  growable<std::uint32_t> first_, next_;
};

/// What a sweep carries to the input, or output, of a number.
struct swept {
  std::uint32_t number;
  node_id node;
};

}  // namespace nabla::detail
