#pragma once

#include <nabla/graph/identities.hpp>

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
    if (live > most_nodes || rewritable < 2 || g.stands_for_many()) return;
    for (node_id id = 0; id < size; ++id) {
      if (uses_[id] && !is_inner_[id] && g.is(id, info_of<times>)) add_chain(id);
    }
    for (chain const& among : chains_) note_pairs(among, 1);
    while (join_pair_found_most()) {}
    growable<node_id> forms(size, no_node);
    std::size_t next = 0;
    for (node_id id = 0; id < size; ++id) {
      if (!uses_[id]) continue;
      bool const is_chain = next < chains_.size() && chains_[next].root == id;
      forms[id] = g.is_primal(id) ? id : is_chain && chains_[next].changed ? multiplied(chains_[next], forms) : with_operands(g, id, forms.data());
      if (is_chain) ++next;
    }
    for (node_id& output : outputs) output = forms[output];
  }

 private:
  static constexpr std::size_t most_nodes = 256;

  struct chain {
    node_id root = no_node;
    std::size_t first = 0, count = 0, end = 0;  // its factors; behind `count` of them are those that are fixed
    bool changed = false;
  };
  struct pair {
    node_id a, b;             // a <= b
    std::uint32_t found = 0;  // in how many longer products
    std::uint32_t next = 0;   // 1 + the one before it in its bucket, or 0
    bool is_needed = false;   // their product is needed in any case
  };

  constexpr bool is_derived_product(node_id id) const { return g_.is(id, info_of<times>) && !g_.is_primal(id) && !g_.is_fixed(id); }

  constexpr void add_chain(node_id root) {
    chain added{root, factors_.size(), 0, 0, false};
    growable<node_id> pending(1, root), numbers;
    while (pending.size() > 0) {
      node_id const id = pending.back();
      pending.shrink(pending.size() - 1);
      if (id == root || is_inner_[id]) {
        pending.push(g_.operand(id, 1));
        pending.push(g_.operand(id, 0));
      } else if (g_.is_fixed(id)) {
        numbers.push(id);
      } else {
        factors_.push(id);
      }
    }
    added.count = factors_.size() - added.first;
    for (node_id number : numbers) factors_.push(number);
    added.end = factors_.size();
    chains_.push(added);
  }

  constexpr pair& pair_of(node_id a, node_id b) {
    if (b < a) return pair_of(b, a);
    std::uint32_t& bucket = buckets_[(757 * a + 418 * b) % buckets];
    for (std::uint32_t at = bucket; at != 0; at = pairs_[at - 1].next) {
      if (pairs_[at - 1].a == a && pairs_[at - 1].b == b) return pairs_[at - 1];
    }
    pairs_.push({a, b, 0, bucket, false});
    bucket = static_cast<std::uint32_t>(pairs_.size());
    return pairs_.back();
  }

  /// Counts the pairs of a product, or takes them out again.
  constexpr void note_pairs(chain const& among, std::uint32_t times_found) {
    node_id const* const factors = factors_.data() + among.first;
    if (among.count == 2) {
      pair_of(factors[0], factors[1]).is_needed = true;
      return;
    }
    for (std::size_t i = 0; i < among.count; ++i) {
      for (std::size_t j = i + 1; j < among.count; ++j) pair_of(factors[i], factors[j]).found += times_found;
    }
  }

  /// The product of two factors, in the order in which it is needed already.
  constexpr node_id product_of(node_id a, node_id b) {
    node_id const written = g_.apply(info_of<times>, a, b), turned = g_.apply(info_of<times>, b, a);
    return turned < uses_.size() && uses_[turned] != 0 && !is_inner_[turned] ? turned : written;
  }

  /// Whether there was one.
  constexpr bool join_pair_found_most() {
    std::uint32_t most = 1;
    node_id a = no_node, b = no_node;
    for (pair const& known : pairs_) {
      std::uint32_t const found = known.found + (known.is_needed ? 1 : 0);
      if (known.found == 0 || found <= most) continue;
      most = found;
      a = known.a;
      b = known.b;
    }
    if (a == no_node) return false;
    node_id const product = product_of(a, b);
    for (chain& among : chains_) {
      if (among.count < 3) continue;
      node_id* const factors = factors_.data() + among.first;
      std::size_t i = 0, j = among.count;
      while (i < among.count && factors[i] != a) ++i;
      while (j > 0 && factors[j - 1] != b) --j;
      if (i == among.count || j == 0 || i == j - 1) continue;
      note_pairs(among, static_cast<std::uint32_t>(-1));
      std::size_t const kept = i < j - 1 ? i : j - 1, lost = i < j - 1 ? j - 1 : i;
      factors[kept] = product;
      for (std::size_t k = lost; k + 1 < among.end - among.first; ++k) factors[k] = factors[k + 1];
      --among.count;
      --among.end;
      among.changed = true;
      note_pairs(among, 1);
    }
    return true;
  }

  constexpr node_id form_of(node_id id, growable<node_id> const& forms) {
    if (id < forms.size() && forms[id] != no_node) return forms[id];
    return g_.apply(info_of<times>, form_of(g_.operand(id, 0), forms), form_of(g_.operand(id, 1), forms));
  }
  constexpr node_id multiplied(chain const& whole, growable<node_id> const& forms) {
    node_id number = no_node, product = no_node;
    for (std::size_t k = whole.first; k < whole.end; ++k) {
      node_id& part = k < whole.first + whole.count ? product : number;
      node_id const form = form_of(factors_[k], forms);
      part = part == no_node ? form : g_.apply(info_of<times>, part, form);
    }
    return number == no_node ? product : g_.apply(info_of<times>, number, product);
  }

  graph& g_;
  growable<std::uint32_t> uses_;
  growable<char> is_inner_;
  growable<chain> chains_;
  static constexpr std::size_t buckets = 128;
  std::uint32_t buckets_[buckets]{};
  growable<pair> pairs_;
  growable<node_id> factors_;
};

}  // namespace nabla::detail
