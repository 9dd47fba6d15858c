#pragma once

#include <type_traits>

#include <nabla/formula/apply.hpp>
#include <nabla/formula/symbol.hpp>

namespace nabla::detail {

class graph;

/// What the engine knows of an operation as a value. The engine has no list of operations: a node points to one of these, and
/// `operation_t` finds the type again by the hash of the name.
struct operation_info {
  text name;
  text latex;
  std::uint64_t id;
  bool is_commutative;
  bool is_odd;
  bool is_even;
  bool has_exact_value;
  exact (*exact_value)(rational const* operands);
  /// Appends the partials of a node to the graph: operands and result in, a node for each operand out.
  void (*partials)(graph& g, std::uint32_t const* operands, std::uint32_t result, std::uint32_t* partials);
};

inline constexpr operation_info constant_leaf{"constant", "", 1, false, false, false, false, nullptr, nullptr};
inline constexpr operation_info variable_leaf{"variable", "", 2, false, false, false, false, nullptr, nullptr};

// From the hash of a name back to the type of the operation: `operation_of` is declared for each hash and defined where an
// operation is first used. A program is thereby open to operations of its users, and a graph needs no list of types.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <std::uint64_t Id>
struct operation_id {
  friend constexpr auto operation_of(operation_id);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

template <class Operation>
struct registration {
  static constexpr std::uint64_t id = hash_text(Operation::name);
  friend constexpr auto operation_of(operation_id<id>) { return std::type_identity<Operation>{}; }
};

template <std::uint64_t Id>
using operation_t = typename decltype(operation_of(operation_id<Id>{}))::type;

template <class Operation>
constexpr void append_partials(graph& g, std::uint32_t const* operands, std::uint32_t result, std::uint32_t* partials);

template <class Operation>
constexpr exact call_exact_value(rational const* operands) {
  if constexpr (requires { Operation::exact_value(rational{}); }) {
    return Operation::exact_value(operands[0]);
  } else {
    return Operation::exact_value(operands[0], operands[1]);
  }
}

template <class Operation>
constexpr operation_info make_operation_info() {
  operation_info info{Operation::name, Operation::name, registration<Operation>::id, false, false, false, false, nullptr, nullptr};
  if constexpr (requires { Operation::latex; }) info.latex = Operation::latex;
  if constexpr (requires { Operation::is_commutative; }) info.is_commutative = Operation::is_commutative;
  if constexpr (requires { Operation::is_odd; }) info.is_odd = Operation::is_odd;
  if constexpr (requires { Operation::is_even; }) info.is_even = Operation::is_even;
  if constexpr (has_exact_values<Operation>) {
    info.has_exact_value = true;
    info.exact_value = &call_exact_value<Operation>;
  }
  if constexpr (requires { Operation::partials; }) info.partials = &append_partials<Operation>;
  return info;
}

template <class Operation>
inline constexpr operation_info info_of = make_operation_info<Operation>();

}  // namespace nabla::detail
