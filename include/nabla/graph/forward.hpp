#pragma once

#include <nabla/graph/reverse.hpp>

namespace nabla::detail {

/// Forward accumulation, for any number of sweeps over one graph: each carries tangents from the inputs that it is given to the
/// outputs, and costs what lies between them. Adds nodes to the graph.
/// Source: Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), section 3.1.
class forward_sweeps {
 public:
  constexpr forward_sweeps(graph& g, std::size_t size, growable<node_id> const& outputs)
      : g_(g), outputs_(size, outputs), rank_(size, 0), first_user_(size + 1, 0), tangent_(size, no_node), pending_(size), partials_(size) {
    std::uint32_t* const rank = rank_.data();
    std::uint32_t* const first_user = first_user_.data();
    for (std::size_t i = 0; i < outputs.size(); ++i) rank[outputs[i]] = static_cast<std::uint32_t>(i + 1);
    for (std::size_t i = size; i-- > 0;) {
      auto const id = static_cast<node_id>(i);
      if (!carries(id)) continue;
      for (std::size_t k = g.count(id); k-- > 0;) {
        node_id const operand = g.operand(id, k);
        ++first_user[operand];
        if (rank[operand] < rank[i]) rank[operand] = rank[i];
      }
    }
    // From how many users each node has to where its users end, and, as they are filled in from the last, to where they begin.
    for (std::size_t i = 1; i <= size; ++i) first_user[i] += first_user[i - 1];
    users_.resize(size > 0 ? first_user[size] : 0, no_node);
    node_id* const users = users_.data();
    for (std::size_t i = size; i-- > 0;) {
      auto const id = static_cast<node_id>(i);
      if (!carries(id)) continue;
      for (std::size_t k = g.count(id); k-- > 0;) users[--first_user[g.operand(id, k)]] = id;
    }
  }

  /// Sets the tangent of a node, before a sweep.
  constexpr void seed(node_id id, node_id tangent) {
    if (id >= tangent_.size() || g_.is_constant(tangent, 0)) return;
    if (tangent_[id] == no_node) seeded_.push(id);
    tangent_[id] = tangent;
  }

  /// One sweep: the tangents of the outputs numbered from `from` on that are reached.
  ///
  /// @return  how many nodes it visited
  constexpr std::size_t run(growable<swept>& found, std::uint32_t from = 0) {
    std::size_t visits = 0;
    for (node_id id : seeded_) move(id, from, found);
    seeded_.shrink(0);
    for (node_id id = pending_.take(); id != no_node; id = pending_.take()) {
      if (tangent_[id] != no_node) continue;  // seeded
      ++visits;
      if (!g_.moves_with) g_.moves_with = new growable<node_id>;
      g_.moves_with->resize(g_.size(), 0);
      tangent_[id] = tangent_of(id);
      g_.moves_with->resize(g_.size(), id);
      if (tangent_[id] != no_node) move(id, from, found);
    }
    for (node_id id : moved_) tangent_[id] = no_node;
    moved_.shrink(0);
    return visits;
  }

  /// How many nodes a sweep from a node would visit at most.
  constexpr std::size_t count_visits(node_id input, std::uint32_t from = 0) {
    std::size_t visits = 0;
    if (input >= tangent_.size()) return visits;
    add_users(input, from);
    for (node_id id = pending_.take(); id != no_node; id = pending_.take()) {
      ++visits;
      add_users(id, from);
    }
    return visits;
  }

 private:
  constexpr bool carries(node_id id) const { return rank_[id] != 0 && has_partials_at(g_, id); }

  constexpr void move(node_id id, std::uint32_t from, growable<swept>& found) {
    moved_.push(id);
    for (std::uint32_t output = outputs_.first(id); output != no_node; output = outputs_.next(output)) {
      if (output >= from) found.push({output, tangent_[id]});
    }
    add_users(id, from);
  }

  constexpr void add_users(node_id id, std::uint32_t from) {
    node_id const* const users = users_.data();
    for (std::size_t at = first_user_[id], end = first_user_[id + 1]; at < end; ++at) {
      if (rank_[users[at]] > from) pending_.add(users[at]);
    }
  }

  constexpr node_id tangent_of(node_id id) {
    std::size_t const partials = partials_.of(g_, id), count = g_.count(id);
    node_id tangent = no_node;
    bool is_kept = false;
    for (std::size_t k = 0; k < count; ++k) {
      node_id const operand = g_.operand(id, k), moved = tangent_[operand], partial = partials_[partials + k];
      if (moved == no_node || g_.is_constant(partial, 0)) continue;
      // What other users need as it is stays a term: to take a number out of it, as out of h u + h v, would be one operation more.
      bool const is_opposite = g_.is_constant(partial, -1);
      bool const is_needed = (is_opposite || g_.is_constant(partial, 1)) && first_user_[operand + 1] - first_user_[operand] > 1;
      node_id const term = is_needed && tangent != no_node ? moved : make<times>(g_, moved, partial);
      is_kept = is_kept || is_needed;
      if (tangent == no_node) {
        tangent = term;
      } else if (is_kept && is_multiple(g_, term) && split_coefficient(g_, tangent).rest != split_coefficient(g_, term).rest) {
        tangent = g_.apply(is_needed && is_opposite ? info_of<minus> : info_of<plus>, tangent, term);
      } else {
        tangent = is_needed && is_opposite ? make<minus>(g_, tangent, term) : make<plus>(g_, tangent, term);
      }
    }
    return tangent;
  }

  graph& g_;
  node_numbers outputs_;
  growable<std::uint32_t> rank_;  // 1 + the greatest number of an output that needs a node, or 0
  growable<std::uint32_t> first_user_;
  growable<node_id> users_, tangent_, seeded_, moved_;
  pending_nodes<sweep_order::ascending> pending_;
  local_partials partials_;
};

/// The tangents of the outputs, given tangents of the inputs, in one sweep over the graph from the inputs to the outputs.
constexpr growable<node_id> forward_sweep(graph& g, growable<node_id> const& written, growable<node_id> const& inputs,
                                          growable<node_id> const& tangents) {
  growable<node_id> const outputs = smooth_outputs(g, written);
  forward_sweeps sweeps(g, extent_of(outputs), outputs);
  for (std::size_t i = 0; i < inputs.size(); ++i) sweeps.seed(inputs[i], tangents[i]);
  growable<swept> found;
  sweeps.run(found);
  growable<node_id> result(outputs.size(), g.constant(0));
  for (swept const& tangent : found) result[tangent.number] = tangent.node;
  return result;
}

}  // namespace nabla::detail
