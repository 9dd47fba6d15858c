#pragma once

#include <nabla/formula/lift.hpp>

namespace nabla {

namespace detail {

template <class Operation>
inline constexpr std::uint64_t operation_hash = hash_text(Operation::name);

/// Whether an operation makes a condition, and not a number.
template <class Operation>
concept condition_operation = requires { requires Operation::is_condition; };

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

/// Whether no other operation has the name: asked once, before this one is defined for it.
template <class Operation, std::uint64_t Id>
inline constexpr bool has_a_name_of_its_own = !requires { operation_of(operation_id<Id>{}); };

template <class Operation, std::uint64_t Id, bool = has_a_name_of_its_own<Operation, Id>>
struct named_operation {
  friend constexpr auto operation_of(operation_id<Id>) { return std::type_identity<Operation>{}; }
};
template <class Operation, std::uint64_t Id>
struct named_operation<Operation, Id, false> {};

template <class Operation>
struct registration : named_operation<Operation, operation_hash<Operation>> {
  static constexpr std::uint64_t id = operation_hash<Operation>;
};

namespace library {
/// Whether an operation is one of namespace nabla.
template <class Operation>
inline constexpr bool has = requires { is_of_namespace_nabla(static_cast<Operation const*>(nullptr)); };
}  // namespace library

/// Registers an operation. Checked where it is applied, where the message is short, and again where its graph is made.
template <class Operation>
constexpr bool check_name() {
  constexpr std::uint64_t id = registration<Operation>::id;
  static_assert(has_a_name_of_its_own<Operation, id>,
                "nabla: operations are told apart by their names, and the one named here has that of another: give it a name of its own");
  return has_a_name_of_its_own<Operation, id>;
}

/// The lambdas of a rule, which derivatives need, are checked where it is applied, too; in graph/recorded.hpp. Not of the library's own, which need each
/// other: Clang would make one check in the middle of the other.
template <class Operation>
constexpr bool check_rule();
template <class Operation>
constexpr bool check_rule_of_user() {
  if constexpr (library::has<Operation>) {
    return true;
  } else {
    return check_rule<Operation>();
  }
}

/// Whether an operation has conditions among its operands, as `select` and `&&` have.
template <class Operation>
concept operation_on_conditions = requires { requires Operation::takes_conditions; };

template <class Operation, class... Operands>
inline constexpr bool operands_are_numbers = operation_on_conditions<Operation> || !(condition<Operands> || ...);

template <class Operation, class... Operands>
constexpr bool check_operands_are_numbers() {
  static_assert(operands_are_numbers<Operation, Operands...>,
                "nabla: a condition is no number: write select(condition, 1_c, 0_c) for 1 where it holds and 0 elsewhere");
  return operands_are_numbers<Operation, Operands...>;
}

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
struct apply : detail::base_of_apply<Operation, apply<Operation, Operands...>>::type {};

namespace detail {

template <class Operation>
concept has_exact_values = requires { Operation::exact_value; };

/// What an operation of terms can have as operands: numbers, terms and conditions.
template <class T>
concept applicable = operand<T> || condition<T>;

/// Operands that are types, as formulas, numbers and conditions on them are, and recorded ones are not.
template <class T>
concept typed = expression<T> || liftable<T> || (condition<T> && std::is_empty_v<std::remove_cvref_t<T>>);

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
  if constexpr (!detail::check_name<Operation>() || !detail::check_rule_of_user<Operation>()) {
    return constant<0>{};
  } else if constexpr ((expression<Operands> && ...)) {
    return detail::applied_t<Operation, Operands...>{};
  } else if constexpr (detail::check_operands_are_numbers<Operation, Operands...>()) {
    return detail::applied_t<Operation, typename detail::lifted_operand<Operands>::type...>{};
  } else if constexpr (detail::condition_operation<Operation>) {
    return apply<Operation, constant<0>, constant<0>>{};
  } else {
    return constant<0>{};
  }
}

// The type is named, not deduced from the body: the partials of cos need sin's, and these cos's.
template <class Operation, detail::applicable... Operands>
  requires(!(detail::typed<Operands> && ...))
constexpr auto apply_op(Operands const&... operands)
    -> decltype(record_operation(static_cast<Operation*>(nullptr), operands...)) {
  [[maybe_unused]] constexpr bool checked = detail::check_operands_are_numbers<Operation, Operands...>();
  return record_operation(static_cast<Operation*>(nullptr), operands...);
}

/// Declared behind detail::library::has, which finds it by an argument of this namespace alone.
template <class Operation>
void is_of_namespace_nabla(Operation const*);

}  // namespace nabla
