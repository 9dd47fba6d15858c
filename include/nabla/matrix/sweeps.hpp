#pragma once

#include <nabla/graph/reverse.hpp>
#include <nabla/matrix/shaped_graph.hpp>

// Derivatives of graphs with shapes. A forward sweep carries changes, and gives a graph that is linear in them; the reverse sweep is
// that graph read backward. Each operation says what it does to changes (elementary functions by their partials, matrix operations
// by their rules), and linear ones what they do to adjoints; everything else follows.

namespace nabla::detail {

/// The change of a variable, as a variable of the graph.
template <class Variable>
struct change_of;
template <fixed_string Name, class Rows, class Columns, matrix_kind Kind>
struct change_of<matrix_symbol<Name, Rows, Columns, Kind>> {
  // Not symmetric, also where the variable is: elements are varied one by one.
  static constexpr matrix_info info = make_matrix_info(Name.view(), change_index, matrix_symbol<Name, Rows, Columns, Kind>::shape, false,
                                                       info_of_extent<Rows::value>(), info_of_extent<Columns::value>());
};
template <fixed_string Name, std::size_t... Index>
struct change_of<symbol<Name, Index...>> {
  static constexpr matrix_info info = make_matrix_info(Name.view(), change_index - 1 - (Index + ... + 0), {}, false, nullptr, nullptr);
};

/// Whether nodes depend on some others.
constexpr growable<char> dependents(graph const& g, std::size_t size, growable<node_id> const& on) {
  growable<char> result(size, 0);
  for (node_id id : on) {
    if (id < size) result[id] = 1;
  }
  for (node_id id = 0; id < size; ++id) {
    for (std::size_t k = g.count(id); k-- > 0 && !result[id];) result[id] = result[g.operand(id, k)];
  }
  return result;
}

constexpr growable<node_id> operands_of(graph const& g, node_id id) {
  growable<node_id> result;
  for (std::size_t k = 0; k < g.count(id); ++k) result.push(g.operand(id, k));
  return result;
}

/// Partials of the elementwise operation of a node; of the root of a sum of squares the subgradient 0 at 0.
constexpr void append_elementwise_partials(shaped_graph& sg, node_id id, growable<node_id>& partials) {
  append_partials_of(sg.g, id, partials);
  if (!sg.is(id, kind_of_operation<sqrt_op>)) return;
  node_id const sum = sg.g.operand(id, 0);
  if (!sg.is(sum, kind_of_operation<sum_of_elements_op>) && !sg.is(sum, kind_of_operation<matrix_product_op>)) return;
  node_id const of = sg.g.operand(sum, 0);
  bool const squares = sg.is(sum, kind_of_operation<matrix_product_op>)
                           ? sg.transposed(of) == sg.g.operand(sum, 1)
                           : (sg.is(of, kind_of_operation<times>) && sg.g.operand(of, 0) == sg.g.operand(of, 1)) ||
                                 (sg.is(of, kind_of_operation<power>) && sg.g.is_constant(sg.g.operand(of, 1), 2));
  if (!squares) return;
  node_id const condition = make<equals_op>(sg.g, id, sg.g.constant(0));
  partials[0] = make_select(sg.g, condition, sg.g.constant(0), partials[0]);
}

/// The changes of the outputs where each input changes by its tangent: no_node where there is none.
///
/// @cost    a small multiple of the graph
constexpr growable<node_id> change_sweep(shaped_graph& sg, growable<node_id> const& outputs, growable<node_id> const& inputs,
                                         growable<node_id> const& tangents) {
  graph& g = sg.g;
  std::size_t const size = extent_of(outputs);
  growable<char> const depends = dependents(g, size, inputs);
  growable<std::uint32_t> const uses = count_uses(g, outputs);
  growable<node_id> change(size, no_node);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i] < size) change[inputs[i]] = tangents[i];
  }
  for (node_id id = 0; id < size; ++id) {
    if (!uses[id] || !depends[id] || change[id] != no_node || !has_partials_at(g, id)) continue;
    operation_info const& operation = *g.operation(id);
    growable<node_id> const operands = operands_of(g, id);
    growable<node_id> partials;
    if (!operation.is_matrix_operation) append_elementwise_partials(sg, id, partials);
    node_id total = no_node;
    for (std::size_t k = 0; k < operands.size(); ++k) {
      node_id const moved = change[operands[k]];
      if (moved == no_node) continue;
      node_id term = no_node;
      if (!operation.is_matrix_operation) {
        term = sg.elementwise(info_of<times>, moved, partials[k]);
      } else if (operation.matrix->is_linear(k)) {
        growable<node_id> changed(operands);
        changed[k] = moved;
        term = sg.matrix(operation, changed.data(), changed.size());
      } else {
        term = operation.matrix->differential(sg, operands.data(), id, k, moved);
      }
      if (term == no_node || g.is_constant(term, 0)) continue;
      total = total == no_node ? term : sg.elementwise(info_of<plus>, total, term);
    }
    if (total != no_node && !g.is_constant(total, 0)) change[id] = sg.shaped(total, sg.shape(id));
  }
  growable<node_id> result;
  for (node_id output : outputs) result.push(change[output]);
  return result;
}

/// The adjoints of some nodes, given adjoints of others that are linear in them.
///
/// @return  for each of `inputs` its adjoint, or no_node
constexpr growable<node_id> adjoint_sweep(shaped_graph& sg, growable<node_id> const& outputs, growable<node_id> const& seeds,
                                          growable<node_id> const& inputs) {
  graph& g = sg.g;
  std::size_t const size = extent_of(outputs) > extent_of(inputs) ? extent_of(outputs) : extent_of(inputs);
  growable<char> const depends = dependents(g, size, inputs);
  growable<node_id> adjoint(size, no_node);
  auto const add = [&](node_id id, node_id term) {
    if (g.is_constant(term, 0)) return;
    // A scalar that was stretched over a matrix gets the sum over its elements.
    if (sg.is_scalar(id) && !sg.is_scalar(term)) term = sg.matrix(info_of<sum_of_elements_op>, &term, 1);
    adjoint[id] = adjoint[id] == no_node ? term : sg.elementwise(info_of<plus>, adjoint[id], term);
  };
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (outputs[i] != no_node && depends[outputs[i]]) add(outputs[i], seeds[i]);
  }
  for (std::size_t at = size; at-- > 0;) {
    node_id const id = static_cast<node_id>(at);
    if (adjoint[id] == no_node || !has_partials_at(g, id)) continue;
    operation_info const& operation = *g.operation(id);
    growable<node_id> const operands = operands_of(g, id);
    growable<node_id> partials;
    if (!operation.is_matrix_operation) append_partials_of(g, id, partials);
    for (std::size_t k = 0; k < operands.size(); ++k) {
      if (!depends[operands[k]]) continue;
      if (operation.is_matrix_operation) {
        node_id const term = operation.matrix->adjoint(sg, operands.data(), k, adjoint[id]);
        if (term != no_node) add(operands[k], sg.shaped(term, sg.shape(operands[k])));
      } else if (!g.is_constant(partials[k], 0)) {
        node_id const term = sg.elementwise(info_of<times>, adjoint[id], partials[k]);
        add(operands[k], sg.is_scalar(operands[k]) ? term : sg.shaped(term, sg.shape(operands[k])));
      }
    }
  }
  growable<node_id> result;
  for (node_id input : inputs) result.push(adjoint[input]);
  return result;
}

/// What a node's adjoint gives to some variables, each of its variable's shape; a number 0 where the node does not depend on one. With
/// the adjoint 1 of a scalar these are its gradients.
constexpr growable<node_id> pullback_sweep(shaped_graph& sg, node_id value, node_id adjoint, growable<node_id> const& inputs,
                                           growable<node_id> const& changes) {
  growable<node_id> const change = change_sweep(sg, growable<node_id>(1, value), inputs, changes);
  growable<node_id> result(inputs.size(), sg.g.constant(0));
  if (change[0] == no_node) return result;
  growable<node_id> const adjoints = adjoint_sweep(sg, change, growable<node_id>(1, adjoint), changes);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (adjoints[i] != no_node) result[i] = adjoints[i];
  }
  return result;
}
constexpr growable<node_id> gradient_sweep(shaped_graph& sg, node_id value, growable<node_id> const& inputs, growable<node_id> const& changes) {
  return pullback_sweep(sg, value, sg.g.constant(1), inputs, changes);
}

/// The matrix J of a change that is J d, for a column d: a row for each element of the change. Written with matrix operations; no_node
/// where that does not go, as where a matrix that depends on d is multiplied element by element.
class jacobian_matrix {
 public:
  constexpr jacobian_matrix(shaped_graph& sg, node_id change) : sg_(sg), g_(sg.g), change_(change) {}

 private:
  // First, as a compiler makes it where it is named.
  template <class Change>
  constexpr node_id each(node_id id, growable<node_id> const& operands, Change change) {
    growable<node_id> changed;
    for (node_id operand : operands) {
      changed.push(depends(operand) ? change(operand) : g_.constant(0));
      if (changed.back() == no_node) return no_node;
    }
    operation_info const& operation = *g_.operation(id);
    return sg_.elementwise(operation, changed.data(), changed.size());
  }

 public:
  /// Of a column, a row (then that of its transpose) or a scalar.
  constexpr node_id operator()(node_id id) {
    if (id == change_) return sg_.is_scalar(id) ? g_.constant(1) : identity();
    if (sg_.is_scalar(id)) return transpose(adjoint_of(id, g_.constant(1)));
    std::uint64_t const kind = g_.kind(id);
    growable<node_id> const operands = operands_of(g_, id);
    std::size_t const k = dependent_operand(operands);
    if (kind == kind_of_operation<plus> || kind == kind_of_operation<minus> || kind == kind_of_operation<negate>) {
      return each(id, operands, [&](node_id operand) { return (*this)(operand); });
    }
    if (kind == kind_of_operation<times> || kind == kind_of_operation<divides>) {
      node_id const other = operands[1 - k], factor = kind == kind_of_operation<divides> ? reciprocal(other) : other;
      if (sg_.is_scalar(operands[k])) return product(as_column(factor), (*this)(operands[k]));
      return scaled(factor, (*this)(operands[k]));
    }
    if (kind == kind_of_operation<select_op>) return selected(operands);
    if (kind == kind_of_operation<transpose_op>) return is_vector(operands[0]) ? (*this)(operands[0]) : no_node;
    if (kind == kind_of_operation<matrix_product_op>) {
      bool const of_row = is_row(id);
      if (k == 1 && !of_row) return product(operands[0], (*this)(operands[1]));
      if (k == 0 && of_row && is_vector(operands[0])) return product(transpose(operands[1]), (*this)(operands[0]));
      if (of_row) return applied(operands[1], transpose(operands[0]), true);
      return applied(operands[0], operands[1], false);
    }
    if (kind == kind_of_operation<solve_op>) return matrix(info_of<solve_op>, operands[0], (*this)(operands[1]));
    if (kind == kind_of_operation<as_diagonal_op>) return no_node;
    if (kind == kind_of_operation<block_op> && is_vector(operands[0])) return part(info_of<block_op>, id, operands);
    if (kind == kind_of_operation<embed_op> && is_vector(operands[0])) return part(info_of<embed_op>, id, operands);
    return no_node;
  }

 private:
  constexpr bool depends(node_id id) {
    while (depends_.size() <= id) {
      node_id const next = static_cast<node_id>(depends_.size());
      bool any = next == change_;
      for (std::size_t k = 0; k < g_.count(next) && !any; ++k) any = depends_[g_.operand(next, k)];
      depends_.push(any);
    }
    return depends_[id];
  }
  constexpr bool is_vector(node_id id) { return sg_.shape(id).columns == unit_extent || sg_.shape(id).rows == unit_extent; }
  constexpr bool is_row(node_id id) { return sg_.shape(id).rows == unit_extent && !(sg_.shape(id).columns == unit_extent && sg_.shape(id).kind == rank::column); }
  constexpr bool is_column(node_id id) { return sg_.shape(id).columns == unit_extent; }
  constexpr std::size_t dependent_operand(growable<node_id> const& operands) {
    for (std::size_t k = 0; k < operands.size(); ++k) {
      if (depends(operands[k])) return k;
    }
    return 0;
  }
  constexpr node_id identity() {
    node_id const size = sg_.rows(change_);
    return g_.apply(info_of<identity_op>, size);
  }
  constexpr node_id transpose(node_id id) { return id == no_node ? no_node : sg_.transposed(id); }
  constexpr node_id as_column(node_id id) { return is_row(id) ? sg_.transposed(id) : id; }
  constexpr node_id product(node_id a, node_id b) { return a == no_node || b == no_node ? no_node : sg_.multiply(a, b); }
  constexpr node_id matrix(operation_info const& operation, node_id a, node_id b) {
    if (a == no_node || b == no_node) return no_node;
    node_id const operands[] = {a, b};
    return sg_.matrix(operation, operands, 2);
  }
  constexpr node_id reciprocal(node_id id) { return sg_.elementwise(info_of<divides>, g_.constant(1), id); }

  /// diag(factor) J, or factor J where that is a scalar.
  constexpr node_id scaled(node_id factor, node_id jacobian) {
    if (jacobian == no_node) return no_node;
    if (sg_.is_scalar(factor)) return sg_.elementwise(info_of<times>, factor, jacobian);
    return product(diagonal_matrix(as_column(factor)), jacobian);
  }
  constexpr node_id diagonal_matrix(node_id column) {
    if (sg_.is(column, kind_of_operation<ones_op>)) {
      node_id const size = sg_.rows(column);
      return g_.apply(info_of<identity_op>, size);
    }
    return sg_.matrix(info_of<as_diagonal_op>, &column, 1);
  }

  /// A row of so many elements: the adjoint of d, transposed.
  constexpr node_id adjoint_of(node_id id, node_id seed) {
    growable<node_id> const adjoint = adjoint_sweep(sg_, growable<node_id>(1, id), growable<node_id>(1, seed), growable<node_id>(1, change_));
    return adjoint[0];
  }

  /// A choice, element by element, between changes.
  constexpr node_id selected(growable<node_id> const& operands) {
    node_id total = no_node;
    for (std::size_t k = 1; k < 3; ++k) {
      if (!depends(operands[k])) continue;
      node_id const mask = make_select(g_, operands[0], g_.constant(k == 1 ? 1 : 0), g_.constant(k == 1 ? 0 : 1));
      node_id const term = scaled(mask, (*this)(operands[k]));
      if (term == no_node) return no_node;
      total = total == no_node ? term : sg_.elementwise(info_of<plus>, total, term);
    }
    return total;
  }
  /// Rows of a Jacobian, or 0 but for those.
  constexpr node_id part(operation_info const& operation, node_id id, growable<node_id> const& operands) {
    node_id const of = (*this)(operands[0]);
    if (of == no_node) return no_node;
    node_id const first = is_row(id) ? operands[2] : operands[1];
    node_id const size = is_row(id) ? operands[4] : operands[3];
    node_id const all[] = {of, first, g_.constant(0), size, sg_.rows(change_)};
    return sg_.matrix(operation, all, 5);
  }

  /// The Jacobian of M v, or of M' v, for a matrix M that depends on d and a column v that does not.
  constexpr node_id applied(node_id m, node_id v, bool transposed) {
    if (!is_column(v)) return no_node;
    if (is_vector(m)) {  // an outer product with one element, or an inner one
      if (is_row(m) != transposed) return product(transpose(v), (*this)(m));
      return no_node;
    }
    std::uint64_t const kind = g_.kind(m);
    growable<node_id> const operands = operands_of(g_, m);
    std::size_t const k = dependent_operand(operands);
    if (kind == kind_of_operation<transpose_op>) return applied(operands[0], v, !transposed);
    if (kind == kind_of_operation<plus> || kind == kind_of_operation<minus> || kind == kind_of_operation<negate>) {
      return each(m, operands, [&](node_id operand) { return applied(operand, v, transposed); });
    }
    if (kind == kind_of_operation<times> || kind == kind_of_operation<divides>) {
      node_id const other = operands[1 - k], factor = kind == kind_of_operation<divides> ? reciprocal(other) : other;
      if (sg_.is_scalar(operands[k])) return product(product(transposed ? transpose(factor) : factor, v), (*this)(operands[k]));
      if (sg_.is_scalar(factor)) return scaled(factor, applied(operands[k], v, transposed));
      return hadamard_applied(transposed ? transpose(factor) : factor, operands[k], v, transposed);
    }
    if (kind == kind_of_operation<as_diagonal_op>) return scaled(v, (*this)(operands[0]));
    if (kind == kind_of_operation<matrix_product_op>) {
      node_id const p = transposed ? transpose(operands[1]) : operands[0], q = transposed ? transpose(operands[0]) : operands[1];
      bool const second = transposed ? k == 0 : k == 1;  // M = p q
      if (second) return product(p, applied_or_vector(q, v));
      node_id const w = sg_.multiply(q, v);
      if (sg_.is_scalar(w)) return scaled(w, (*this)(p));
      return applied(p, w, false);
    }
    return no_node;
  }
  constexpr node_id applied_or_vector(node_id q, node_id v) {
    if (is_row(q)) return product(transpose(v), (*this)(q));
    return applied(q, v, false);
  }
  /// The Jacobian of (H o (u w')) v, of which u or w depends on d: diag(H (w o v)) u and diag(u) H diag(v) w.
  constexpr node_id hadamard_applied(node_id h, node_id m, node_id v, bool transposed) {
    if (sg_.is(m, kind_of_operation<transpose_op>)) return hadamard_applied(h, g_.operand(m, 0), v, !transposed);
    if (!sg_.is(m, kind_of_operation<matrix_product_op>)) return no_node;
    node_id const u = transposed ? transpose(g_.operand(m, 1)) : g_.operand(m, 0), w = transposed ? g_.operand(m, 0) : transpose(g_.operand(m, 1));
    if (!is_column(u) || !is_column(w)) return no_node;
    if (depends(u)) return scaled(sg_.multiply(h, sg_.elementwise(info_of<times>, w, v)), (*this)(u));
    return scaled(u, product(product(h, diagonal_matrix(v)), (*this)(w)));
  }

  shaped_graph& sg_;
  graph& g_;
  node_id change_;
  growable<char> depends_;
};

}  // namespace nabla::detail
