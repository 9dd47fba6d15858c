#pragma once

#include <nabla/formula/lift.hpp>

namespace nabla {

namespace detail {

inline constexpr std::size_t largest_size = std::size_t{1} << 40;

template <class Operation>
inline constexpr std::uint64_t operation_hash = hash_text(Operation::name);

/// Whether an operation makes a condition, and not a number.
template <class Operation>
concept condition_operation = requires { requires Operation::is_condition; };

template <class Operation, class Self>
struct base_of_apply {
  using type = expression_base<Self>;
};
template <condition_operation Operation, class Self>
struct base_of_apply<Operation, Self> {
  using type = condition_base<Self>;
};

}  // namespace detail

/// An operation applied to operands: the inner node of a formula. A named mathematical constant has no operands.
template <class Operation, class... Operands>
struct apply : detail::base_of_apply<Operation, apply<Operation, Operands...>>::type {
  /// Number of nodes of the formula as a tree, at most 2^40.
  static constexpr std::size_t size = [] {
    std::size_t const total = (Operands::size + ... + 1);
    return total < detail::largest_size ? total : detail::largest_size;
  }();
  /// Equal formulas have equal hashes.
  static constexpr std::uint64_t hash = [] {
    std::uint64_t result = detail::operation_hash<Operation>;
    ((result = detail::hash_join(result, Operands::hash)), ...);
    return result;
  }();
};

namespace detail {

template <class Operation>
concept has_exact_values = requires { Operation::exact_value; };

/// What an operation of terms can have as operands: numbers, terms and conditions.
template <class T>
concept applicable = operand<T> || condition<T>;

/// Operands that are types, as formulas, numbers and conditions on them are, and recorded ones are not.
template <class T>
concept typed = liftable<T> || (condition<T> && std::is_empty_v<std::remove_cvref_t<T>>);

template <class T>
struct lifted_operand {
  using type = std::remove_cvref_t<T>;
};
template <liftable T>
struct lifted_operand<T> {
  using type = lift_t<T>;
};

// A condition on numbers stays one: it is no number.
template <class Operation, class... Numbers>
constexpr exact exact_value_at() {
  if constexpr (has_exact_values<Operation> && !condition_operation<Operation>) {
    return Operation::exact_value(Numbers::value...);
  } else {
    return {};
  }
}

template <class Operation, class... Numbers>
constexpr auto apply_to_numbers() {
  constexpr exact value = exact_value_at<Operation, Numbers...>();
  if constexpr (value.known) {
    return make_constant<value.value>();
  } else {
    return apply<Operation, Numbers...>{};
  }
}

/// The formula type of an operation on formulas: numbers alone give a number where it is known exactly.
template <class Operation, class... Operands>
struct applied {
  using type = apply<Operation, Operands...>;
};
template <class Operation, std::intmax_t N, std::intmax_t D>
struct applied<Operation, constant<N, D>> {
  using type = decltype(apply_to_numbers<Operation, constant<N, D>>());
};
template <class Operation, std::intmax_t N1, std::intmax_t D1, std::intmax_t N2, std::intmax_t D2>
struct applied<Operation, constant<N1, D1>, constant<N2, D2>> {
  using type = decltype(apply_to_numbers<Operation, constant<N1, D1>, constant<N2, D2>>());
};
template <class Operation, class... Operands>
using applied_t = typename applied<Operation, Operands...>::type;

}  // namespace detail

/// Applies an operation to terms. Numbers alone give a number, exactly, where the operation knows it: `1_c / 3_c` is the
/// constant 1/3. Expressions give an expression; other terms say by argument-dependent lookup what they do.
template <class Operation, detail::applicable... Operands>
  requires(detail::typed<Operands> && ...)
constexpr auto apply_op(Operands const&...) {
  if constexpr ((expression<Operands> && ...)) {
    return detail::applied_t<Operation, Operands...>{};
  } else {
    return detail::applied_t<Operation, typename detail::lifted_operand<Operands>::type...>{};
  }
}

// The type is named, not deduced from the body: the partials of cos need sin's, and these cos's.
template <class Operation, detail::applicable... Operands>
  requires(!(detail::typed<Operands> && ...))
constexpr auto apply_op(Operands const&... operands)
    -> decltype(record_operation(static_cast<Operation*>(nullptr), operands...)) {
  return record_operation(static_cast<Operation*>(nullptr), operands...);
}

}  // namespace nabla
