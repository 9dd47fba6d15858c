#pragma once

#include <nabla/graph/lower.hpp>
#include <nabla/graph/recorded.hpp>
#include <nabla/matrix/functions.hpp>

namespace nabla::detail {

class shaped_graph;

/// What the engine knows of an operation on matrices as a value.
struct matrix_rules {
  shape_value (*shape)(shape_context&);
  bool (*is_linear)(std::size_t operand);
  /// The change of a result where operand number k, in which the operation is not linear, changes by d.
  node_id (*differential)(shaped_graph& g, node_id const* operands, node_id result, std::size_t k, node_id d);
  /// What a linear operand gets of an adjoint of the result.
  node_id (*adjoint)(shaped_graph& g, node_id const* operands, std::size_t k, node_id adjoint);
};

template <class Operation, std::size_t... I>
constexpr node_id differential_of(shaped_graph& g, node_id const* operands, node_id result, std::size_t k, node_id d, std::index_sequence<I...>);
template <class Operation, std::size_t... I>
constexpr node_id adjoint_of(shaped_graph& g, node_id const* operands, std::size_t k, node_id adjoint, std::index_sequence<I...>);

/// Number of operands of an operation on matrices.
template <class Operation>
constexpr std::size_t matrix_arity() {
  if constexpr (requires { Operation::arity; }) {
    return Operation::arity;
  } else {
    return 1;
  }
}

template <class Operation>
struct matrix_rules_for {
  using indices = std::make_index_sequence<matrix_arity<Operation>()>;
  static constexpr shape_value shape(shape_context& c) { return Operation::shape(c); }
  static constexpr bool is_linear(std::size_t k) { return Operation::is_linear(k); }
  static constexpr node_id differential(shaped_graph& g, node_id const* operands, node_id result, std::size_t k, node_id d) {
    return differential_of<Operation>(g, operands, result, k, d, indices{});
  }
  static constexpr node_id adjoint(shaped_graph& g, node_id const* operands, std::size_t k, node_id adjoint) {
    return adjoint_of<Operation>(g, operands, k, adjoint, indices{});
  }
  static constexpr matrix_rules value{&shape, &is_linear, &differential, &adjoint};
};

template <class Operation>
constexpr matrix_rules const* matrix_rules_of() {
  return &matrix_rules_for<Operation>::value;
}

/// A graph whose nodes have shapes: each as its operation says, or element by element. Functions here make nodes, simpler ones where they can.
class shaped_graph {
 public:
  constexpr explicit shaped_graph(graph& of) : g(of) {}

  /// By value: shapes of nodes that come later move the others.
  constexpr shape_value shape(node_id id) {
    find_shapes(id);
    return shapes_[id];
  }
  constexpr bool is_scalar(node_id id) {
    find_shapes(id);
    return shapes_[id].is_scalar();
  }

  /// The conditions on the shapes of a node's operands.
  constexpr shape_context context(node_id id) {
    shape_context c;
    shape_in(c, id);
    return c;
  }

  constexpr node_id size_node(extent_value extent) {
    if (extent.is_number()) return g.constant(static_cast<std::intmax_t>(extent.size));
    for (node_id id = 0; id < g.size(); ++id) {
      if (is_extent(id) && static_cast<extent_info const&>(g.variable(id)).extent == extent) return id;
      if (!g.is_variable(id) || !is_matrix_variable(g.variable(id))) continue;
      matrix_info const& info = static_cast<matrix_info const&>(g.variable(id));
      if (info.shape.rows == extent) return g.variable(*info.rows);
      if (info.shape.columns == extent) return g.variable(*info.columns);
    }
    return no_node;  // not reached: every extent is that of a variable
  }
  constexpr node_id rows(node_id id) { return size_node(shape(id).rows); }
  constexpr node_id columns(node_id id) { return size_node(shape(id).columns); }

  /// Element by element, with the identities of scalars. `like` has the shape of the result: what becomes a number loses it.
  constexpr node_id elementwise(operation_info const& operation, node_id const* operands, std::size_t count);
  constexpr node_id elementwise(operation_info const& operation, node_id a, node_id b) {
    node_id const operands[] = {a, b};
    return elementwise(operation, operands, 2);
  }

  /// A number, or a matrix of one number, as the matrix that it stands for; 0 may stay a number, which every sum and product takes.
  constexpr node_id shaped(node_id id, shape_value like);
  /// The same, 0 too.
  constexpr node_id filled(node_id id, shape_value like);
  constexpr node_id ones(shape_value like);

  constexpr bool is(node_id id, std::uint64_t kind) const { return g.kind(id) == kind; }

  /// An operation on matrices.
  constexpr node_id matrix(operation_info const& operation, node_id const* operands, std::size_t count) {
    switch (operation.id) {
      case kind_of_operation<matrix_product_op>: return product(operands[0], operands[1]);
      case kind_of_operation<transpose_op>: return transposed(operands[0]);
      case kind_of_operation<trace_op>: return trace(operands[0]);
      case kind_of_operation<sum_of_elements_op>:
      case kind_of_operation<element_op>:
        if (is_scalar(operands[0])) return operands[0];
        return linear(operation, operands, count);
      case kind_of_operation<diagonal_op>:
        if (is(operands[0], kind_of_operation<as_diagonal_op>)) return g.operand(operands[0], 0);
        return linear(operation, operands, count);
      default: return linear(operation, operands, count);
    }
  }

  /// A * B by what stands beside what: a scalar scales, else it is the matrix product.
  constexpr node_id multiply(node_id a, node_id b);

  constexpr node_id product(node_id a, node_id b);

  constexpr node_id transposed(node_id a);

  constexpr node_id trace(node_id a);

  constexpr node_id negated(node_id a);

  /// Whether a node is known to equal its transpose.
  constexpr bool is_symmetric(node_id id) {
    if (g.is_variable(id)) return is_matrix_variable(g.variable(id)) && static_cast<matrix_info const&>(g.variable(id)).is_symmetric;
    if (is(id, kind_of_operation<identity_op>) || is(id, kind_of_operation<as_diagonal_op>)) return true;
    if (is(id, kind_of_operation<inverse_op>) || is(id, kind_of_operation<adjugate_op>)) return is_symmetric(g.operand(id, 0));
    if (is(id, kind_of_operation<ones_op>)) return shape(id).rows == shape(id).columns;
    if (g.count(id) == 0 || g.operation(id)->is_matrix_operation) return false;
    for (std::size_t k = 0; k < g.count(id); ++k) {
      node_id const operand = g.operand(id, k);
      if (!is_scalar(operand) && !is_symmetric(operand)) return false;
    }
    return true;
  }

  struct scaled {
    node_id factor = no_node;
    node_id rest = no_node;
  };
  /// The scalar factor of a product element by element.
  constexpr scaled split(node_id id) {
    if (!is(id, kind_of_operation<times>) || g.count(id) != 2) return {};
    node_id const a = g.operand(id, 0), b = g.operand(id, 1);
    if (is_scalar(a) == is_scalar(b)) return {};
    return is_scalar(a) ? scaled{a, b} : scaled{b, a};
  }

  graph& g;

 private:
  constexpr bool is_extent(node_id id) const {
    if (!g.is_variable(id)) return false;
    std::size_t const index = g.variable(id).index;
    return index == extent_index || index == rows_index || index == columns_index;
  }
  constexpr extent_value number(node_id id) {
    if (g.is_constant(id) && g.constant_value(id).denominator == 1 && g.constant_value(id).numerator >= 0) {
      return number_extent(static_cast<std::size_t>(g.constant_value(id).numerator));
    }
    return is_extent(id) ? static_cast<extent_info const&>(g.variable(id)).extent : number_extent(static_cast<std::size_t>(-1));
  }
  constexpr void find_shapes(node_id last) {
    while (shapes_.size() <= last) shapes_.push(shape_of_node(static_cast<node_id>(shapes_.size())));
  }
  constexpr shape_value shape_of_node(node_id id) {
    if (g.is_variable(id) && is_matrix_variable(g.variable(id))) return static_cast<matrix_info const&>(g.variable(id)).shape;
    shape_context c;
    return shape_in(c, id);
  }
  /// The shape of a node, and in the context what its operands must fulfil.
  constexpr shape_value shape_in(shape_context& c, node_id id) {
    if (g.count(id) == 0) return {};
    for (std::size_t k = 0; k < g.count(id); ++k) c.add(shape(g.operand(id, k)), number(g.operand(id, k)));
    return g.operation(id)->is_matrix_operation ? g.operation(id)->matrix->shape(c) : elementwise_shape(c);
  }
  /// A linear operation in its first operand: numbers go out.
  constexpr node_id linear(operation_info const& operation, node_id const* operands, std::size_t count) {
    if (count > 0 && operation.matrix->is_linear(0) && g.is_constant(operands[0], 0)) return operands[0];
    return g.apply(operation, operands, count);
  }

  growable<shape_value> shapes_;
};

// --- terms that record

constexpr node_id node_of(shaped_graph&, recorded_matrix const& a) { return a.id; }
constexpr node_id node_of(shaped_graph&, recorded_matrix_condition const& a) { return a.id; }
template <typed T>
constexpr node_id node_of(shaped_graph& g, T const&) {
  return lower<typename lifted_operand<T>::type>(g.g);
}
template <class T>
  requires is_recorded_matrix<T>
constexpr shaped_graph* shaped_owner(T const& a) {
  return a.owner;
}
template <typed T>
constexpr shaped_graph* shaped_owner(T const&) {
  return nullptr;
}

template <class... Operands>
constexpr shaped_graph& owner_among(Operands const&... operands) {
  shaped_graph* owner = nullptr;
  ((owner = owner ? owner : shaped_owner(operands)), ...);
  return *owner;
}

template <class Operation, class... Operands>
constexpr recorded_matrix_t<Operation> record_elementwise(Operands const&... operands) {
  shaped_graph& g = owner_among(operands...);
  node_id const ids[] = {node_of(g, operands)...};
  return {&g, g.elementwise(info_of<Operation>, ids, sizeof...(Operands))};
}
template <class Operation, class... Operands>
constexpr recorded_matrix record_matrix(Operands const&... operands) {
  shaped_graph& g = owner_among(operands...);
  node_id const ids[] = {node_of(g, operands)...};
  return {&g, g.matrix(info_of<Operation>, ids, sizeof...(Operands))};
}

constexpr recorded_matrix rows_of(recorded_matrix const& a) { return {a.owner, a.owner->rows(a.id)}; }
constexpr recorded_matrix columns_of(recorded_matrix const& a) { return {a.owner, a.owner->columns(a.id)}; }

}  // namespace nabla::detail

namespace nabla {

/// How `apply_op` records on terms with shapes.
template <class Operation, class... Operands>
  requires(detail::is_recorded_matrix<Operands> || ...)
constexpr detail::recorded_matrix_t<Operation> record_operation(Operation*, Operands const&... operands) {
  if constexpr (std::is_same_v<Operation, times>) {
    detail::shaped_graph& g = detail::owner_among(operands...);
    detail::node_id const ids[] = {detail::node_of(g, operands)...};
    return {&g, g.multiply(ids[0], ids[1])};
  } else {
    return detail::record_elementwise<Operation>(operands...);
  }
}

namespace detail {

template <class Operation, std::size_t... I>
constexpr node_id differential_of(shaped_graph& g, node_id const* operands, node_id result, std::size_t k, node_id d, std::index_sequence<I...>) {
  node_id made = no_node;
  auto const at = [&](auto number) {
    if constexpr (requires { Operation::differential(number, recorded_matrix{&g, operands[I]}..., recorded_matrix{}, recorded_matrix{}); }) {
      if (k == number) {
        made = node_of(g, Operation::differential(number, recorded_matrix{&g, operands[I]}..., recorded_matrix{&g, result}, recorded_matrix{&g, d}));
      }
    }
  };
  (at(std::integral_constant<std::size_t, I>{}), ...);
  return made;
}
template <class Operation, std::size_t... I>
constexpr node_id adjoint_of(shaped_graph& g, node_id const* operands, std::size_t k, node_id adjoint, std::index_sequence<I...>) {
  node_id made = no_node;
  auto const at = [&](auto number) {
    if constexpr (requires { Operation::adjoint(number, recorded_matrix{&g, operands[I]}..., recorded_matrix{}); }) {
      if (k == number && Operation::is_linear(number)) {
        made = node_of(g, Operation::adjoint(number, recorded_matrix{&g, operands[I]}..., recorded_matrix{&g, adjoint}));
      }
    }
  };
  (at(std::integral_constant<std::size_t, I>{}), ...);
  return made;
}

// What names operations comes after their rules: a compiler makes those where the operation is first named.

constexpr node_id shaped_graph::ones(shape_value like) {
  node_id const rows = size_node(like.rows), columns = size_node(like.columns);
  return g.apply(info_of<ones_op>, rows, columns);
}

constexpr node_id shaped_graph::elementwise(operation_info const& operation, node_id const* operands, std::size_t count) {
  if (operation.id == kind_of_operation<times>) {
    // Ones, and numbers times ones, are numbers beside a matrix.
    for (std::size_t k = 0; k < 2; ++k) {
      node_id const ones = operands[k], other = operands[1 - k];
      if (is_scalar(other)) continue;
      if (is(ones, kind_of_operation<ones_op>)) return other;
      if (scaled const s = split(ones); s.factor != no_node && is(s.rest, kind_of_operation<ones_op>)) return elementwise(operation, s.factor, other);
    }
  }
  shape_value like;
  for (std::size_t k = 0; k < count; ++k) {
    if (!is_scalar(operands[k])) like = shape(operands[k]);
  }
  return shaped(make(g, operation, operands, count), like);
}

constexpr node_id shaped_graph::shaped(node_id id, shape_value like) {
  return g.is_constant(id, 0) ? id : filled(id, like);
}

constexpr node_id shaped_graph::filled(node_id id, shape_value like) {
  if (like.is_scalar() || !is_scalar(id)) return id;
  return g.apply(info_of<times>, id, ones(like));
}

constexpr node_id shaped_graph::multiply(node_id a, node_id b) {
  if (is_scalar(a) || is_scalar(b)) return elementwise(info_of<times>, a, b);
  return product(a, b);
}

constexpr node_id shaped_graph::product(node_id a, node_id b) {
  if (g.is_constant(a, 0)) return a;
  if (g.is_constant(b, 0)) return b;
  if (is_scalar(a) || is_scalar(b)) return elementwise(info_of<times>, a, b);
  if (is(a, kind_of_operation<identity_op>)) return b;
  if (is(b, kind_of_operation<identity_op>)) return a;
  // Scalars go out: they multiply what is smallest.
  if (scaled const s = split(a); s.factor != no_node) return elementwise(info_of<times>, s.factor, product(s.rest, b));
  if (scaled const s = split(b); s.factor != no_node) return elementwise(info_of<times>, s.factor, product(a, s.rest));
  if (is(a, kind_of_operation<negate>)) return negated(product(g.operand(a, 0), b));
  if (is(b, kind_of_operation<negate>)) return negated(product(a, g.operand(b, 0)));
  return g.apply(info_of<matrix_product_op>, a, b);
}

constexpr node_id shaped_graph::transposed(node_id a) {
  if (is_scalar(a)) return a;
  if (is(a, kind_of_operation<transpose_op>)) return g.operand(a, 0);
  if (is_symmetric(a)) return a;
  if (scaled const s = split(a); s.factor != no_node) return elementwise(info_of<times>, s.factor, transposed(s.rest));
  if (is(a, kind_of_operation<negate>)) return negated(transposed(g.operand(a, 0)));
  return g.apply(info_of<transpose_op>, a);
}

constexpr node_id shaped_graph::trace(node_id a) {
  if (is_scalar(a)) return a;
  if (scaled const s = split(a); s.factor != no_node) return elementwise(info_of<times>, s.factor, trace(s.rest));
  return g.apply(info_of<trace_op>, a);
}

constexpr node_id shaped_graph::negated(node_id a) {
  return elementwise(info_of<negate>, &a, 1);
}

}  // namespace detail
}  // namespace nabla
