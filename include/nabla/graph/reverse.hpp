#pragma once

#include <nabla/graph/pending.hpp>
#include <nabla/graph/recorded.hpp>
#include <nabla/graph/smooth.hpp>
#include <nabla/graph/vanish.hpp>

namespace nabla::detail {

/// Not constexpr: where it is reached the compiler names it.
inline void the_rule_of_a_function_states_neither_partials_nor_a_definition() {}

/// Whether a node has partials: leaves have none, and neither have conditions.
constexpr bool has_partials_at(graph const& g, node_id id) { return g.count(id) > 0 && !g.operation(id)->is_condition; }

/// Appends the partials of a node by its operands to the graph, and to a list.
constexpr void append_partials_of(graph& g, node_id id, growable<node_id>& partials) {
  std::size_t const count = g.count(id), first = partials.size();
  if (!g.operation(id)->has_partials) the_rule_of_a_function_states_neither_partials_nor_a_definition();
  partials.resize(first + count, no_node);
  partials_form const* const form = g.find_form(g.kind(id), count);
  // Copied: the list of operands moves as nodes are added.
  if (count <= 2) {
    node_id const* const own = g.operands(id);
    node_id const operands[] = {own[0], count == 2 ? own[1] : no_node};
    if (form) {
      apply_form(g, *form, operands, count, id, partials.data() + first);
    } else {
      g.operation(id)->partials(g, operands, count, id, partials.data() + first);
    }
  } else {
    growable<node_id> operands;
    for (std::size_t k = 0; k < count; ++k) operands.push(g.operand(id, k));
    g.operation(id)->partials(g, operands.data(), count, id, partials.data() + first);
  }
  if (g.is(id, info_of<sqrt_op>) && is_sum_of_squares(g, g.operand(id, 0))) {
    // The subgradient 0 of a length of 0, as hypot has it.
    node_id const condition = make<equals_op>(g, id, g.constant(0));
    partials[first] = make_select(g, condition, g.constant(0), partials[first]);
  }
}

/// The partials of each node by its operands, appended to the graph when they are first asked for.
class local_partials {
 public:
  constexpr explicit local_partials(std::size_t size) : first_(size, no_node) {}

  /// Where the partials of a node begin.
  constexpr std::size_t of(graph& g, node_id id) {
    if (first_[id] == no_node) {
      first_[id] = static_cast<std::uint32_t>(partials_.size());
      append_partials_of(g, id, partials_);
    }
    return first_[id];
  }
  constexpr node_id operator[](std::size_t at) const { return partials_[at]; }

 private:
  growable<std::uint32_t> first_;
  growable<node_id> partials_;
};

/// How many sweeps there are over one graph. A single one walks the nodes, several step from one that waits to the next.
enum class sweep_count { one, several };

/// Reverse accumulation, for any number of sweeps over one graph: each carries adjoints from the outputs that it is given to the
/// inputs, and costs what lies between them. Adds nodes to the graph.
/// Source: Griewank & Walther, Evaluating Derivatives, 2nd ed. (2008), section 3.2.
class reverse_sweeps {
 public:
  /// Every input.
  static constexpr std::uint32_t all = no_node - 1;

  /// @param size  the nodes that adjoints pass through: those of the graph before the sweeps
  constexpr reverse_sweeps(graph& g, std::size_t size, growable<node_id> const& inputs, sweep_count sweeps)
      : g_(g), size_(size), walks_(sweeps == sweep_count::one), inputs_(size, inputs), least_(size, no_node), adjoint_(size, no_node),
        pending_(walks_ ? 0 : size), partials_(walks_ ? 0 : size) {
    std::uint32_t* const least = least_.data();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (inputs[i] < size && least[inputs[i]] > i) least[inputs[i]] = static_cast<std::uint32_t>(i);
    }
    node const* const nodes = g.nodes();
    node_id const* const operands = g.all_operands();
    for (node_id id = 0; id < size; ++id) {
      std::size_t const count = nodes[id].count;
      if (count == 0) continue;
      std::size_t const first = nodes[id].first;
      std::uint32_t known = least[id];
      for (std::size_t at = first + count; at-- > first;) {
        std::uint32_t const other = least[operands[at]];
        if (other < known) known = other;
      }
      if (known != no_node) least[id] = known;
    }
  }

  /// Adds to the adjoint of a node, before a sweep.
  constexpr void seed(node_id id, node_id adjoint) {
    if (least_[id] <= all) add(id, adjoint);
  }

  /// One sweep: the adjoints of the inputs numbered 0 to `last` that are reached.
  ///
  /// @return  how many nodes it visited
  constexpr std::size_t run(growable<swept>& found, std::uint32_t last = all) {
    node_id* const adjoint = adjoint_.data();
    std::size_t visits = 0;
    if (walks_) {
      for (std::size_t i = size_; i-- > 0;) {
        if (adjoint[i] != no_node) visits += visit(static_cast<node_id>(i), last);
      }
    } else {
      for (node_id id = pending_.take(); id != no_node; id = pending_.take()) visits += visit(id, last);
    }
    for (node_id id : reached_) {
      for (std::uint32_t input = inputs_.first(id); input <= last; input = inputs_.next(input)) found.push({input, adjoint[id]});
      adjoint[id] = no_node;
    }
    reached_.shrink(0);
    return visits;
  }

  /// How many nodes a sweep from a node would visit at most.
  constexpr std::size_t count_visits(node_id from, std::uint32_t last = all) {
    std::uint32_t const* const least = least_.data();
    std::size_t visits = 0;
    pending_.add(from);
    for (node_id id = pending_.take(); id != no_node; id = pending_.take()) {
      if (least[id] > last || !has_partials_at(g_, id)) continue;
      ++visits;
      for (std::size_t k = g_.count(id); k-- > 0;) {
        if (g_.count(g_.operand(id, k)) > 0) pending_.add(g_.operand(id, k));
      }
    }
    return visits;
  }

 private:
  /// Carries the adjoint of a node to its operands; whether it has partials.
  constexpr bool visit(node_id id, std::uint32_t last) {
    std::uint32_t const* const least = least_.data();
    node_id* const adjoints = adjoint_.data();
    node_id const adjoint = adjoints[id];
    bool carries = false;
    if (least[id] <= last) {
      node const& visited = g_.nodes()[id];
      std::size_t const count = visited.count, first = visited.first;
      carries = count > 0 && !visited.operation->is_condition && !(g_.traits(adjoint) & node_traits::is_zero);
      partials_form const* const form = carries ? g_.find_form(visited.kind, count) : nullptr;
      bool const is_plain = form && form->is_plain;
      node_id const* const numbers = is_plain ? form->numbers.data() : nullptr;
      std::uint32_t const* const places = is_plain ? form->partials.data() : nullptr;
      std::size_t partials = 0;
      if (carries && !is_plain) partials = append_partials_of(id);
      node_id pending = no_node;  // of two operands that are one node: like terms meet here, before they come among others
      for (std::size_t k = 0; carries && k < count; ++k) {
        // Asked for again: the list of operands moves as nodes are added.
        node_id const* const operands = g_.all_operands() + first;
        node_id const operand = operands[k];
        if (least[operand] > last) continue;
        node_id partial = no_node;
        if (!is_plain) {
          partial = walks_ ? own_partials_[k] : partials_[partials + k];
        } else if (partial = numbers[k]; partial == no_node) {
          partial = places[k] < count ? operands[places[k]] : id;
        }
        std::uint32_t const traits = g_.nodes()[partial].traits;
        if (traits & node_traits::is_zero) continue;
        node_id const term = traits & node_traits::is_one ? adjoint : make<times>(g_, adjoint, partial);
        if (k == 0 && count == 2 && operand == g_.all_operands()[first + 1]) {
          pending = term;
        } else {
          add(operand, pending == no_node ? term : make<plus>(g_, pending, term));
          pending = no_node;
        }
      }
      if (pending != no_node) add(g_.operand(id, 0), pending);
    }
    if (inputs_.first(id) == no_node) {
      adjoints[id] = no_node;
    } else {
      reached_.push(id);
    }
    return carries;
  }

  /// Where the partials of a node begin, among those that are kept where nodes are visited more than once.
  constexpr std::size_t append_partials_of(node_id id) {
    if (!walks_) return partials_.of(g_, id);
    own_partials_.shrink(0);
    detail::append_partials_of(g_, id, own_partials_);
    return 0;
  }

  /// Leaves do not wait: nothing is behind them.
  constexpr void add(node_id id, node_id term) {
    node_id& adjoint = adjoint_.data()[id];
    if (adjoint != no_node) {
      bool const vanishes = g_.has_any(node_traits::is_exponential) && vanishes_(g_, adjoint, term);
      adjoint = vanishes ? g_.constant(0) : make<plus>(g_, adjoint, term);
      return;
    }
    adjoint = term;
    if (walks_) return;
    if (g_.count(id) > 0) {
      pending_.add(id);
    } else {
      reached_.push(id);
    }
  }

  graph& g_;
  std::size_t size_;
  bool walks_;
  node_numbers inputs_;
  growable<std::uint32_t> least_;  // the least number of an input that a node depends on
  growable<node_id> adjoint_, reached_;
  pending_nodes<sweep_order::descending> pending_;
  local_partials partials_;
  growable<node_id> own_partials_;  // of the node that is visited
  vanishing_sums vanishes_;
};

/// The adjoints of the inputs, given adjoints of the outputs (the seeds), in one sweep over the graph from the outputs to the
/// inputs. An input on which nothing depends has the adjoint 0.
constexpr growable<node_id> reverse_sweep(graph& g, growable<node_id> const& written, growable<node_id> const& seeds,
                                          growable<node_id> const& inputs) {
  growable<node_id> const outputs = smooth_outputs(g, written);
  reverse_sweeps sweeps(g, extent_of(outputs), inputs, sweep_count::one);
  for (std::size_t i = 0; i < outputs.size(); ++i) sweeps.seed(outputs[i], seeds[i]);
  growable<swept> found;
  sweeps.run(found);
  growable<node_id> result(inputs.size(), g.constant(0));
  for (swept const& adjoint : found) result[adjoint.number] = adjoint.node;
  return result;
}

// In a graph of its own, so that the sweep walks the definition and not all that was recorded before.
constexpr void write_derived_form(graph& g, partials_form& form, operation_info const& operation, std::size_t count) {
  graph own;
  form_leaves const leaves(own, count);
  growable<node_id> const output(1, operation.definition(own, leaves.ids.data(), count)), seed(1, own.constant(1));
  growable<node_id> partials = reverse_sweep(own, output, seed, leaves.ids);
  partials.shrink(count);
  write_form(g, form, own, count + 1, partials);
}

}  // namespace nabla::detail
