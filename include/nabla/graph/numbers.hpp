#pragma once

#include <nabla/graph/identities.hpp>
#include <nabla/graph/residues.hpp>
#include <nabla/rules/sum.hpp>

namespace nabla::detail {

/// Whether derivative code is more than arithmetic: else no number has a function to go to.
constexpr bool derivatives_call_functions(graph const& g) {
  constexpr std::uint32_t arithmetic = node_traits::is_sum | node_traits::is_product | node_traits::is_negate | node_traits::is_divides | node_traits::is_fixed;
  node const* const nodes = g.nodes();
  for (std::size_t id = g.size(); id-- > 0 && !g.is_primal(static_cast<node_id>(id));) {
    if (!(nodes[id].traits & arithmetic) && nodes[id].count > 0) return true;
  }
  return false;
}

/// Numbers that are factors of derivative code go to the function with which they come: where 2/sqrt(pi) exp(-x^2) is needed in many products, as in a Hessian,
/// it is multiplied once and not in each of them. In a first sweep they went outward, for there they meet.
///
/// Each node n that is a multiple of one function's value, its source, is computed as s n, s being a number by which it is asked for: by u = c n with
/// c times what u is asked for, by sums and products with what they are, by the outputs with 1. A source that several ask for by one number takes it.
class gathered_numbers {
  /// The operands of a node, each with the number by which it is asked for; of a multiple of a source that source's alone.
  template <class Do>
  constexpr void for_each_operand(node_id id, Do use) {
    node_id const scale = sources_[id] != no_node ? scales_[id] : g_.one();
    if (is_multiple_of_source(id)) {
      std::size_t const k = g_.is_fixed(g_.operand(id, 0)) ? 1 : 0;
      return use(g_.operand(id, k), joined(id, g_.operand(id, 1 - k), scale));
    }
    bool const is_source = sources_[id] == no_node || sources_[id] == id;
    if (!is_source && (g_.traits(id) & (node_traits::is_product | node_traits::is_strong))) {
      // One factor takes the number, and that of the other one.
      std::size_t const k = sources_[g_.operand(id, 0)] != no_node ? 0 : 1;
      node_id const other = g_.operand(id, 1 - k);
      factors const apart = number_and_rest(other);
      node_id const taken = apart.number == no_node ? scale : joined(id, apart.number, scale);
      if (k == 0) use(g_.operand(id, 0), taken);
      use(apart.rest, g_.one());
      if (k == 1) use(g_.operand(id, 1), taken);
      return;
    }
    for (std::size_t k = 0; k < g_.count(id); ++k) use(g_.operand(id, k), is_source || (k > 0 && g_.kind(id) == kind_of_operation<divides>) ? g_.one() : scale);
  }

 public:
  constexpr gathered_numbers(graph& g, growable<node_id>& outputs) : g_(g), uses_(count_uses(g, outputs)) {
    std::size_t const size = uses_.size();
    sources_.resize(size, no_node);
    for (node_id id = 0; id < size; ++id) {
      if (uses_[id]) sources_[id] = source_of(id);
    }
    if (multiples_ < (g.stands_for_many() ? 1 : least_multiples)) return;
    scales_.resize(size, no_node);
    votes_.resize(size, 0);
    joined_.resize(size, no_node);
    for (node_id output : outputs) ask(output, g.one());
    for (node_id id = static_cast<node_id>(size); id-- > 0;) {
      if (uses_[id] && has_sources(id)) for_each_operand(id, [&](node_id operand, node_id scale) { ask(operand, scale); });
    }
    growable<node_id> forms(size, no_node), operands;
    for (node_id id = 0; id < size; ++id) {
      if (!uses_[id]) continue;
      if (!has_sources(id)) {
        forms[id] = g.is_primal(id) ? id : with_operands(g, id, forms.data());
        if (sources_[id] == id) forms[id] = scaled(forms[id], g.one(), scales_[id]);
        continue;
      }
      operands.shrink(0);
      for_each_operand(id, [&](node_id operand, node_id scale) { operands.push(scaled(forms[operand], scales_[operand], scale)); });
      if (is_multiple_of_source(id)) {
        forms[id] = operands[0];
      } else {
        // A product stays as it is, for identities would take the number outward; terms of a sum may have become alike.
        bool changes = false;
        for (std::size_t k = 0; k < operands.size(); ++k) changes = changes || operands[k] != g.operand(id, k);
        bool const is_sum = (g.traits(id) & node_traits::is_sum) != 0 && !g.is_primal(id);
        forms[id] = !changes ? id : is_sum ? make(g, *g.operation(id), operands.data(), 2) : g.apply_again(id, operands);
        if (sources_[id] == id) forms[id] = scaled(forms[id], g.one(), scales_[id]);
      }
    }
    for (node_id& output : outputs) output = scaled(forms[output], scales_[output], g.one());
  }

 private:
  static constexpr std::size_t least_multiples = 4;

  /// The function whose multiple a node is.
  constexpr node_id source_of(node_id id) {
    std::size_t const count = g_.count(id);
    if (count == 0 || g_.is_primal(id) || g_.is_fixed(id)) return no_node;
    node_id const a = sources_[g_.operand(id, 0)], b = count > 1 ? sources_[g_.operand(id, 1)] : no_node;
    switch (g_.kind(id)) {
      case kind_of_operation<times>:
      case kind_of_operation<strong_product>:
        if ((a != no_node && g_.is_fixed(g_.operand(id, 1))) || (b != no_node && g_.is_fixed(g_.operand(id, 0)))) ++multiples_;
        return a != no_node ? a : b;
      case kind_of_operation<plus>:
      case kind_of_operation<minus>: return a == b ? a : no_node;
      case kind_of_operation<negate>:
      case kind_of_operation<divides>: return a;
      case kind_of_operation<sum_op>:
      case kind_of_operation<select_op>:
      case kind_of_operation<yielding_factor>:
      case kind_of_operation<dominating_factor>:
      case kind_of_operation<power>: return no_node;
      default: return g_.operation(id)->is_condition ? no_node : id;
    }
  }

  constexpr bool is_multiple_of_source(node_id id) const {
    return sources_[id] != no_node && g_.kind(id) == kind_of_operation<times> && (g_.is_fixed(g_.operand(id, 0)) || g_.is_fixed(g_.operand(id, 1)));
  }

  struct factors {
    node_id number, rest;
  };
  constexpr factors number_and_rest(node_id id) const {
    if (!g_.is_primal(id) && g_.kind(id) == kind_of_operation<times> && sources_[id] == no_node) {
      if (is_multiple(g_, id)) return {g_.operand(id, 0), g_.operand(id, 1)};
      if (node_id const factor = fixed_factor(g_, id); factor != no_node) return {factor, other_operand(g_, id, factor)};
    }
    return {no_node, id};
  }

  /// By which number a node is computed is put to the vote.
  constexpr void ask(node_id id, node_id scale) {
    if (sources_[id] == no_node) return;
    if (scales_[id] == scale) {
      ++votes_[id];
    } else if (votes_[id] == 0) {
      scales_[id] = scale;
      votes_[id] = 1;
    } else {
      --votes_[id];
    }
  }

  constexpr node_id scaled(node_id form, node_id from, node_id to) {
    if (from == no_node) from = g_.one();
    if (from == to) return form;
    return g_.apply(info_of<times>, g_.is_constant(from, 1) ? to : make<divides>(g_, to, from), form);
  }

  /// The number by which a node asks for the operand that takes its numbers; found once.
  constexpr node_id joined(node_id id, node_id number, node_id scale) {
    if (joined_[id] == no_node) joined_[id] = g_.is_constant(scale, 1) ? representative(number) : representative(make<times>(g_, number, scale));
    return joined_[id];
  }

  /// Whether an operand of a node is a multiple of a source.
  constexpr bool has_sources(node_id id) const {
    node_id const* const operands = g_.operands(id);
    for (std::size_t k = g_.count(id); k-- > 0;) {
      if (sources_[operands[k]] != no_node) return true;
    }
    return false;
  }

  /// Numbers that are equal, as sqrt(1/2) sqrt(1/2) and 1/2 are, are one.
  constexpr node_id representative(node_id number) {
    if (known_.size() == 0) known_.push(g_.one());
    for (node_id known : known_) {
      if (known == number || residue_(g_, known) == residue_(g_, number)) return known;
    }
    known_.push(number);
    return number;
  }

  graph& g_;
  growable<std::uint32_t> uses_, votes_;
  growable<node_id> sources_, scales_, joined_, known_;
  residues residue_;
  std::size_t multiples_ = 0;
};

}  // namespace nabla::detail
