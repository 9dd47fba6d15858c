#pragma once

#include <nabla/graph/identities.hpp>

namespace nabla::detail {

/// A condition that must hold, or must not, and what must hold before it is asked.
struct literal {
  std::uint32_t parent = 0;
  node_id condition = no_node;
  bool holds = true;
};

/// When a node is needed: where one of these literals holds with all its parents. Literal 0 is no condition at all: always.
struct guard {
  static constexpr std::size_t largest = 4;
  std::uint32_t alternatives[largest]{};
  std::uint32_t count = 0;

  constexpr bool is_always() const { return count == 0 || alternatives[0] == 0; }
};

/// Where the nodes of a graph are needed: what only a branch of a choice uses is needed only where that branch is taken, and is
/// not evaluated elsewhere, so that log(x) in the branch for x > 0 is no domain error in constant evaluation and costs nothing
/// at run time.
class guards {
 public:
  constexpr guards(graph const& g, growable<std::uint32_t> const& uses, growable<node_id> const& outputs) : g_(g) {
    if (!g.has_any(node_traits::is_choice | node_traits::is_junction)) return;
    for (node_id id = 0; id < uses.size() && !any_; ++id) any_ = uses[id] && decides(id);
    if (!any_) return;
    literals_.push({});
    of_.resize(uses.size(), guard{});
    for (node_id output : outputs) add(of_[output], 0);
    for (std::size_t i = uses.size(); i-- > 0;) {
      auto const id = static_cast<node_id>(i);
      if (!uses[i]) continue;
      for (std::size_t k = 0; k < g.count(id); ++k) {
        for (std::size_t n = 0; n < of_[i].count; ++n) add(of_[g.operand(id, k)], literal_of_operand(id, k, of_[i].alternatives[n]));
      }
    }
  }

  constexpr bool any() const { return any_; }
  constexpr guard const& of(node_id id) const { return of_[id]; }
  constexpr literal const& operator[](std::uint32_t i) const { return literals_[i]; }

  /// The nodes in an order in which the conditions of a node's guard come before it, operands before their users. Where conditions
  /// need each other's guarded nodes there is none: those guards are then dropped that ask for what comes later.
  constexpr growable<node_id> order(growable<std::uint32_t> const& uses) {
    growable<node_id> result;
    if (in_order_as_recorded(uses)) {
      for (node_id id = 0; id < uses.size(); ++id) {
        if (uses[id]) result.push(id);
      }
      return result;
    }
    if (sort_by_need(uses, result)) return result;
    result.shrink(0);
    for (node_id id = 0; id < uses.size(); ++id) {
      if (!uses[id]) continue;
      result.push(id);
      guard const asked = of_[id];
      of_[id] = {};
      for (std::uint32_t n = 0; n < asked.count; ++n) add(of_[id], earlier_part(asked.alternatives[n], id));
    }
    return result;
  }

 private:
  /// Whether no node waits for a condition that was recorded after it.
  constexpr bool in_order_as_recorded(growable<std::uint32_t> const& uses) const {
    for (node_id id = 0; id < uses.size(); ++id) {
      guard const& asked = of_.data()[id];
      for (std::uint32_t n = 0; n < asked.count; ++n) {
        for (std::uint32_t l = asked.alternatives[n]; l != 0; l = literals_[l].parent) {
          if (literals_[l].condition > id) return false;
        }
      }
    }
    return true;
  }

  enum class progress : char { none, started, done };

  constexpr bool sort_by_need(growable<std::uint32_t> const& uses, growable<node_id>& result) const {
    growable<node_id> pending;
    growable<progress> state(uses.size(), progress::none);
    bool circular = false;
    auto const ask = [&](node_id id) {
      circular = circular || state[id] == progress::started;
      if (state[id] == progress::none) pending.push(id);
    };
    for (node_id root = 0; root < uses.size(); ++root) {
      if (uses[root]) ask(root);
      while (pending.size() > 0 && !circular) {
        node_id const id = pending.back();
        if (state[id] == progress::none) {
          state[id] = progress::started;
          for (std::size_t k = g_.count(id); k-- > 0;) ask(g_.operand(id, k));
          for (std::size_t n = 0; n < of_[id].count; ++n) {
            for (std::uint32_t l = of_[id].alternatives[n]; l != 0; l = literals_[l].parent) ask(literals_[l].condition);
          }
        } else {
          pending.shrink(pending.size() - 1);
          if (state[id] == progress::started) result.push(id);
          state[id] = progress::done;
        }
      }
    }
    return !circular;
  }

  /// The first of the ancestors of a literal, itself included, whose conditions all come before a node.
  constexpr std::uint32_t earlier_part(std::uint32_t asked, node_id id) const {
    std::uint32_t result = asked;
    for (std::uint32_t l = asked; l != 0; l = literals_[l].parent) {
      if (literals_[l].condition > id) result = literals_[l].parent;
    }
    return result;
  }

  constexpr bool decides(node_id id) const {
    return g_.is(id, info_of<select_op>) || g_.is(id, info_of<and_op>) || g_.is(id, info_of<or_op>);
  }

  constexpr std::uint32_t literal_of_operand(node_id user, std::size_t k, std::uint32_t parent) {
    if (k == 0 || !decides(user)) return parent;
    return literal_of(g_.operand(user, 0), g_.is(user, info_of<select_op>) ? k == 1 : g_.is(user, info_of<and_op>), parent);
  }

  /// What holds with a condition is taken apart: with a && b first a holds and then b.
  constexpr std::uint32_t literal_of(node_id condition, bool holds, std::uint32_t parent) {
    if (g_.is(condition, info_of<not_op>)) return literal_of(g_.operand(condition, 0), !holds, parent);
    if (g_.is(condition, holds ? info_of<and_op> : info_of<or_op>)) {
      return literal_of(g_.operand(condition, 1), holds, literal_of(g_.operand(condition, 0), holds, parent));
    }
    for (std::uint32_t l = parent; l != 0; l = literals_[l].parent) {
      if (literals_[l].condition == condition && literals_[l].holds == holds) return parent;
    }
    for (std::uint32_t i = 1; i < literals_.size(); ++i) {
      if (literals_[i].parent == parent && literals_[i].condition == condition && literals_[i].holds == holds) return i;
    }
    literals_.push({parent, condition, holds});
    return static_cast<std::uint32_t>(literals_.size() - 1);
  }

  /// Whether `b` holds only where `a` does.
  constexpr bool implied(std::uint32_t a, std::uint32_t b) const {
    while (b > a) b = literals_[b].parent;
    return a == b;
  }

  /// Where the same holds but for the last condition, which is the opposite: together they are their parent.
  constexpr bool opposite(std::uint32_t a, std::uint32_t b) const {
    return a != 0 && b != 0 && literals_[a].parent == literals_[b].parent && literals_[a].condition == literals_[b].condition &&
           literals_[a].holds != literals_[b].holds;
  }

  constexpr void add(guard& to, std::uint32_t added) {
    for (std::uint32_t n = 0; n < to.count; ++n) {
      if (implied(to.alternatives[n], added)) return;
      if (opposite(to.alternatives[n], added)) return add(to, literals_[added].parent);
    }
    std::uint32_t kept = 0;
    for (std::uint32_t n = 0; n < to.count; ++n) {
      if (!implied(added, to.alternatives[n])) to.alternatives[kept++] = to.alternatives[n];
    }
    if (kept == guard::largest) kept = added = 0;
    to.alternatives[kept] = added;
    to.count = kept + 1;
  }

  graph const& g_;
  bool any_ = false;
  growable<literal> literals_;
  growable<guard> of_;
};

}  // namespace nabla::detail
