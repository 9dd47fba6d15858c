#pragma once

#include <nabla/formula/lift.hpp>

namespace nabla {

namespace detail {

inline constexpr std::size_t largest_size = std::size_t{1} << 40;

constexpr std::size_t tree_size(std::initializer_list<std::size_t> sizes) {
  std::size_t total = 1;
  for (std::size_t size : sizes) total = total + size < largest_size ? total + size : largest_size;
  return total;
}

constexpr std::uint64_t tree_hash(std::uint64_t operation, std::initializer_list<std::uint64_t> hashes) {
  for (std::uint64_t hash : hashes) operation = hash_join(operation, hash);
  return operation;
}

}  // namespace detail

/// An operation applied to operands: the inner node of a formula. A named mathematical constant has no operands.
template <class Operation, class... Operands>
struct apply : expression_base<apply<Operation, Operands...>> {
  /// Number of nodes of the formula as a tree, at most 2^40.
  static constexpr std::size_t size = detail::tree_size({Operands::size...});
  /// Equal formulas have equal hashes.
  static constexpr std::uint64_t hash = detail::tree_hash(detail::hash_text(Operation::name), {Operands::hash...});
};

namespace detail {

template <class Operation>
concept has_exact_values = requires { Operation::exact_value; };

template <class Operation, class... Operands>
constexpr exact exact_value_of() {
  if constexpr (has_exact_values<Operation> && sizeof...(Operands) > 0 && (is_constant_v<Operands> && ...)) {
    return Operation::exact_value(Operands::value...);
  } else {
    return {};
  }
}

template <class Operation, class... Operands>
constexpr auto apply_to_expressions() {
  constexpr exact value = exact_value_of<Operation, Operands...>();
  if constexpr (value.known) {
    return make_constant<value.value>();
  } else {
    return apply<Operation, Operands...>{};
  }
}

}  // namespace detail

/// Applies an operation to terms. Numbers alone give a number, exactly, where the operation knows it: `1_c / 3_c` is the
/// constant 1/3. Expressions give an expression; other terms say by argument-dependent lookup what they do.
template <class Operation, operand... Operands>
constexpr auto apply_op(Operands const&... operands) {
  if constexpr ((liftable<Operands> && ...)) {
    return detail::apply_to_expressions<Operation, lift_t<Operands>...>();
  } else {
    return record_operation(static_cast<Operation*>(nullptr), operands...);
  }
}

}  // namespace nabla
