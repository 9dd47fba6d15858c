#pragma once

#include <boost/hana/at.hpp>
#include <boost/hana/tuple.hpp>

#include <nabla/graph/lower.hpp>

namespace nabla {

namespace hana = boost::hana;

namespace detail {

// Defined in identities.hpp, which needs what is defined here: a rule is instantiated where its operation is first named, and
// by then all that it calls must be known.
constexpr node_id make(graph& g, operation_info const& operation, node_id const* operands, std::size_t count);

}  // namespace detail

/// A node as a scalar: what the rules' partials compute with. Operations on it append nodes to its graph.
struct recorded {
  using term_tag = recorded;
  detail::graph* owner;
  detail::node_id id;
};

namespace detail {

constexpr graph* owner_of(recorded const& value) { return value.owner; }
template <liftable T>
constexpr graph* owner_of(T const&) {
  return nullptr;
}

constexpr node_id node_of(graph&, recorded const& value) { return value.id; }
template <liftable T>
constexpr node_id node_of(graph& g, T const&) {
  return lower<lift_t<T>>(g);
}

}  // namespace detail

/// How `apply_op` records; numbers and formulas beside a recorded operand join its graph.
template <class Operation, class... Operands>
constexpr recorded record_operation(Operation*, Operands const&... operands) {
  detail::graph* owner = nullptr;
  ((owner = owner ? owner : detail::owner_of(operands)), ...);
  detail::node_id const ids[] = {detail::node_of(*owner, operands)...};
  return {owner, detail::make(*owner, detail::info_of<Operation>, ids, sizeof...(Operands))};
}

namespace detail {

template <class Operation, std::size_t... I>
constexpr void append_partials_of(graph& g, node_id const* operands, node_id result, node_id* partials,
                                  std::index_sequence<I...>) {
  auto const terms = Operation::partials(recorded{&g, operands[I]}..., recorded{&g, result});
  ((partials[I] = node_of(g, hana::at_c<I>(terms))), ...);
}

/// Number of operands that a rule's `partials` takes: one argument fewer, the result.
template <class Operation, std::size_t Arity = 1>
constexpr std::size_t arity_of() {
  constexpr bool fits = []<std::size_t... I>(std::index_sequence<I...>) {
    return requires { Operation::partials((static_cast<void>(I), recorded{})..., recorded{}); };
  }(std::make_index_sequence<Arity>{});
  if constexpr (fits) {
    return Arity;
  } else {
    static_assert(Arity < 16, "nabla: partials of a rule takes its operands and its result, each as a term");
    return arity_of<Operation, Arity + 1>();
  }
}

template <class Operation>
constexpr void append_partials(graph& g, node_id const* operands, node_id result, node_id* partials) {
  append_partials_of<Operation>(g, operands, result, partials, std::make_index_sequence<arity_of<Operation>()>{});
}

}  // namespace detail
}  // namespace nabla

#include <nabla/graph/identities.hpp>
