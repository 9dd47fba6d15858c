#pragma once

#include <nabla/graph/graph.hpp>

namespace nabla::detail {

/// In derivative code products of several factors are multiplied in an order in which two factors that stand together in several of them, or whose product is
/// needed anyway, are multiplied once: the pair found most often first, until none is found twice.
///
/// @source  M. A. Breuer, Generation of optimal code for expressions via factorization, Comm. ACM 12 (1969)
class shared_products {
 public:
  static constexpr std::size_t largest_graph = 2048;

  constexpr shared_products(graph& g, growable<node_id>& outputs) : g_(g), uses_(count_uses(g, outputs)), is_inner_(uses_.size(), 0) {
    std::size_t const size = uses_.size();
    std::size_t live = 0, rewritable = 0;
    for (node_id id = 0; id < size; ++id) {
      if (!uses_[id] || ++live > most_nodes) continue;
      if (!is_derived_product(id)) continue;
      for (std::size_t k = 0; k < 2; ++k) {
        node_id const operand = g.operand(id, k);
        if (is_derived_product(operand) && uses_[operand] == 1) is_inner_[operand] = 1, ++rewritable;
      }
    }
    if (live > most_nodes || rewritable < 2) return;
    for (node_id id = 0; id < size; ++id) {
      if (uses_[id] && !is_inner_[id] && g.is(id, info_of<times>)) add_chain(id);
    }
    while (join_pair_found_most()) {}
    growable<node_id> forms(size, no_node);
    std::size_t next = 0;
    for (node_id id = 0; id < size; ++id) {
      if (!uses_[id]) continue;
      bool const is_chain = next < chains_.size() && chains_[next].root == id;
      forms[id] = is_chain && chains_[next].changed ? multiplied(chains_[next], forms) : with_operands(g, id, forms.data());
      if (is_chain) ++next;
    }
    for (node_id& output : outputs) output = forms[output];
  }

 private:
  static constexpr std::size_t most_nodes = 256;

  struct chain {
    node_id root = no_node;
    std::size_t first = 0, count = 0;  // its factors
    bool changed = false;
  };

  constexpr bool is_derived_product(node_id id) const { return g_.is(id, info_of<times>) && !g_.is_primal(id) && !g_.is_fixed(id); }

  constexpr void add_chain(node_id root) {
    chain added{root, factors_.size(), 0, false};
    growable<node_id> pending(1, root);
    while (pending.size() > 0) {
      node_id const id = pending.back();
      pending.shrink(pending.size() - 1);
      if (id != root && !is_inner_[id]) {
        factors_.push(id);
      } else {
        pending.push(g_.operand(id, 1));
        pending.push(g_.operand(id, 0));
      }
    }
    added.count = factors_.size() - added.first;
    chains_.push(added);
  }

  /// The product of two factors, in the order in which it is needed already.
  constexpr node_id pair_of(node_id a, node_id b) {
    node_id const written = g_.apply(info_of<times>, a, b), turned = g_.apply(info_of<times>, b, a);
    bool const turn = is_live(written) == is_live(turned) ? b < a : is_live(turned);
    return turn ? turned : written;
  }
  constexpr bool is_live(node_id id) const { return id < uses_.size() && uses_[id] != 0 && !is_inner_[id]; }

  template <class Do>
  constexpr void for_each_pair(chain const& among, Do use) {
    for (std::size_t i = among.first; i < among.first + among.count; ++i) {
      for (std::size_t j = i + 1; j < among.first + among.count; ++j) {
        if (!g_.is_fixed(factors_[i]) && !g_.is_fixed(factors_[j])) use(i, j, pair_of(factors_[i], factors_[j]));
      }
    }
  }

  /// Whether there was one.
  constexpr bool join_pair_found_most() {
    growable<std::uint32_t> found;
    node_id best = no_node;
    std::uint32_t most = 1;
    for (int pass = 0; pass < 2; ++pass) {  // what is a product of two by itself says that the pair is needed anyway
      for (chain const& among : chains_) {
        if ((among.count == 2) != (pass == 0)) continue;
        for_each_pair(among, [&](std::size_t, std::size_t, node_id pair) {
          while (found.size() <= pair) found.push(0);
          std::uint32_t& times_found = found[pair];
          times_found = pass == 0 ? 1 : times_found + 1;
          if (pass == 1 && times_found > most) {
            most = times_found;
            best = pair;
          }
        });
      }
    }
    if (best == no_node) return false;
    for (chain& among : chains_) {
      if (among.count == 2) continue;
      bool joined = false;
      for_each_pair(among, [&](std::size_t i, std::size_t j, node_id pair) {
        if (joined || pair != best) return;
        joined = true;
        factors_[i] = pair;
        for (std::size_t k = j; k + 1 < among.first + among.count; ++k) factors_[k] = factors_[k + 1];
      });
      if (joined) --among.count, among.changed = true;
    }
    return true;
  }

  constexpr node_id form_of(node_id id, growable<node_id> const& forms) {
    if (id < forms.size() && forms[id] != no_node) return forms[id];
    return g_.apply(info_of<times>, form_of(g_.operand(id, 0), forms), form_of(g_.operand(id, 1), forms));
  }
  constexpr node_id multiplied(chain const& whole, growable<node_id> const& forms) {
    node_id number = no_node, product = no_node;
    for (std::size_t k = whole.first; k < whole.first + whole.count; ++k) {
      node_id& part = g_.is_fixed(factors_[k]) ? number : product;
      node_id const form = form_of(factors_[k], forms);
      part = part == no_node ? form : g_.apply(info_of<times>, part, form);
    }
    return number == no_node ? product : g_.apply(info_of<times>, number, product);
  }

  graph& g_;
  growable<std::uint32_t> uses_;
  growable<char> is_inner_;
  growable<chain> chains_;
  growable<node_id> factors_;
};

}  // namespace nabla::detail
