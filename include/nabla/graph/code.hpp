#pragma once

#include <type_traits>
#include <utility>

#include <nabla/config.hpp>
#include <nabla/graph/program.hpp>
#include <nabla/graph/scalar.hpp>
#include <nabla/math/domain.hpp>

namespace nabla::detail {

// The code of one step: a type that says what is computed from which inputs and slots, and nothing of the formula it came from.
// Its functions so have short names, and equal steps of different formulas are one function. (With the formula in the name of
// each step, names alone cost GCC three quarters of the compile time of a gradient by 64 variables.)

// `run<T>(inputs, slots)` takes the values that a code refers to; in a block of a long program (blocks.hpp) they are the block's values
// and a table of places.

/// Input K of the program.
template <std::uint32_t K>
struct input_code {
  template <class T, class Inputs, class Slots>
  NABLA_ALWAYS_INLINE static constexpr T const& run(Inputs inputs, Slots) {
    return inputs[K];
  }
};

/// What was stored in slot K.
template <std::uint32_t K>
struct slot_code {
  template <class T, class Inputs>
  NABLA_ALWAYS_INLINE static constexpr T const& run(Inputs, T const* slots) {
    return slots[K];
  }
};

template <std::intmax_t Numerator, std::intmax_t Denominator>
struct number_code {
  template <class T, class Inputs, class Slots>
  NABLA_ALWAYS_INLINE static constexpr T run(Inputs, Slots) {
    return number_as<T, rational{Numerator, Denominator}>();
  }
};

/// The value of an operation that has no more than a definition; in evaluate.hpp.
template <class Operation, class T, class... Operands>
constexpr T value_by_definition(Operands const&... operands);

/// A scalar that knows better how an operation is evaluated than its rule does says so.
template <class T, class Operation>
concept states_value_of = requires { requires T::template states_value_of<Operation>; };

/// The value of an operation in a constant evaluation, or the domain error that it, or an operand, is (math/domain.hpp).
template <class Operation, class T, class... Operands>
NABLA_ALWAYS_INLINE constexpr T value_or_domain_error(Operands const&... operands) {
  if (__builtin_is_constant_evaluated()) {
    auto error = math::domain_error::none;
    ((error = error == math::domain_error::none ? math::domain_error_in(operands) : error), ...);
    if constexpr (requires { Operation::domain_error; }) {
      if (error == math::domain_error::none) error = Operation::domain_error(operands...);
    }
    if (error != math::domain_error::none) return math::kernel::number_with<T>(error);
  }
  return static_cast<T>(Operation::value(operands...));
}

template <class Operation, class... Operands>
struct call_code {
  template <class T, class Inputs, class Slots>
  NABLA_ALWAYS_INLINE static constexpr auto run(Inputs inputs, Slots slots) {
    if constexpr (condition_operation<Operation>) {
      // A bool, or the mask of a pack. It is nothing that could carry an error on, so that one is refused here.
      return Operation::value(math::with_value(Operands::template run<T>(inputs, slots))...);
    } else if constexpr (states_value_of<T, Operation>) {
      return T::template value_of<Operation>(Operands::template run<T>(inputs, slots)...);
    } else if constexpr (math::carries_domain_errors<T> && requires { Operation::value; }) {
      return value_or_domain_error<Operation, T>(Operands::template run<T>(inputs, slots)...);
    } else if constexpr (requires { Operation::value; }) {
      return static_cast<T>(Operation::value(Operands::template run<T>(inputs, slots)...));
    } else if constexpr (!has_definition<Operation>) {
      static_assert(has_definition<Operation>, "nabla: a rule states the value of its function, or its definition by a formula");
      return T(0);
    } else {
      return value_by_definition<Operation, T>(Operands::template run<T>(inputs, slots)...);
    }
  }
};

template <class Condition, class T, class Inputs, class Slots>
inline constexpr bool decides_at_once =
    std::is_same_v<std::remove_cvref_t<decltype(Condition::template run<T>(std::declval<Inputs>(), std::declval<Slots>()))>, bool>;

// Choices and junctions evaluate what they need only, where their condition is a bool.

template <class Condition, class Then, class Otherwise>
struct call_code<select_op, Condition, Then, Otherwise> {
  template <class T, class Inputs, class Slots>
  NABLA_ALWAYS_INLINE static constexpr T run(Inputs inputs, Slots slots) {
    if constexpr (decides_at_once<Condition, T, Inputs, Slots>) {
      if (Condition::template run<T>(inputs, slots)) return Then::template run<T>(inputs, slots);
      return Otherwise::template run<T>(inputs, slots);
    } else {
      return select_op::value(Condition::template run<T>(inputs, slots), T(Then::template run<T>(inputs, slots)),
                              T(Otherwise::template run<T>(inputs, slots)));
    }
  }
};

template <class Left, class Right>
struct call_code<and_op, Left, Right> {
  template <class T, class Inputs, class Slots>
  NABLA_ALWAYS_INLINE static constexpr auto run(Inputs inputs, Slots slots) {
    return Left::template run<T>(inputs, slots) && Right::template run<T>(inputs, slots);
  }
};

template <class Left, class Right>
struct call_code<or_op, Left, Right> {
  template <class T, class Inputs, class Slots>
  NABLA_ALWAYS_INLINE static constexpr auto run(Inputs inputs, Slots slots) {
    return Left::template run<T>(inputs, slots) || Right::template run<T>(inputs, slots);
  }
};

/// Whether a condition holds, or does not, where its parent holds.
template <class Parent, class Condition, bool Holds>
struct literal_code {
  template <class T, class Inputs, class Slots>
  NABLA_ALWAYS_INLINE static constexpr bool run(Inputs inputs, Slots slots) {
    if constexpr (!std::is_void_v<Parent>) {
      if (!Parent::template run<T>(inputs, slots)) return false;
    }
    return Condition::template run<T>(inputs, slots) == Holds;
  }
  template <class T, class Inputs, class Slots>
  static constexpr bool decides = [] {
    if constexpr (std::is_void_v<Parent>) {
      return decides_at_once<Condition, T, Inputs, Slots>;
    } else {
      return decides_at_once<Condition, T, Inputs, Slots> && Parent::template decides<T, Inputs, Slots>;
    }
  }();
};

/// A stored step that is needed only where one of the alternatives holds. What is cheap is computed in any case, without a
/// branch; but not in constant evaluation, where an operation that overflows or has no value is an error.
template <bool Costly, class Computation, class... Alternatives>
struct guarded_code {
  template <class T, class Inputs, class Slots>
  NABLA_ALWAYS_INLINE static constexpr T run(Inputs inputs, Slots slots) {
    if constexpr ((Alternatives::template decides<T, Inputs, Slots> && ...)) {
      if ((Costly || std::is_constant_evaluated()) && !(Alternatives::template run<T>(inputs, slots) || ...)) return T(0);
    }
    return Computation::template run<T>(inputs, slots);
  }
};

/// A mathematical constant.
template <class Operation>
struct call_code<Operation> {
  template <class T, class Inputs, class Slots>
  NABLA_ALWAYS_INLINE static constexpr T run(Inputs, Slots) {
    return Operation::value(std::type_identity<T>{});
  }
};

/// What the code of an instruction is made of. A few classes for each instruction are most of the compile time of a long program,
/// so that the usual numbers of operands have no list of indices.
enum class code_kind { constant, number, variable, nullary, unary, binary, other, slot };

constexpr code_kind computation_kind(instruction const& step) {
  return step.operation == constant_leaf.id   ? code_kind::constant
         : step.operation == number_leaf.id   ? code_kind::number
         : step.operation == variable_leaf.id ? code_kind::variable
         : step.count == 0                    ? code_kind::nullary
         : step.count == 1                    ? code_kind::unary
         : step.count == 2                    ? code_kind::binary
                                              : code_kind::other;
}
constexpr code_kind value_kind(instruction const& step) {
  return step.slot != no_node ? code_kind::slot : computation_kind(step);
}

/// Where slots and inputs stand: in arrays of all of them.
struct whole_context {
  /// What an operand is read as.
  static constexpr code_kind kind_of(instruction const& step) { return value_kind(step); }
  template <std::uint32_t Slot>
  using slot_type = slot_code<Slot>;
  template <std::uint32_t Input>
  using input_type = input_code<Input>;
  /// The context of what follows an operand.
  template <class, std::uint32_t>
  using after = whole_context;
};

/// The code that gives the value of instruction I: its slot where it has one, its computation otherwise.
template <class Recipe, std::uint32_t I, class Context = whole_context, code_kind Kind = Context::kind_of(compiled<Recipe>::value.instructions[I])>
struct code_of;

/// The code that computes instruction I of a program.
template <class Recipe, std::uint32_t I, class Context>
using computation = code_of<Recipe, I, Context, computation_kind(compiled<Recipe>::value.instructions[I])>;

template <class Recipe, std::uint32_t I, class Context>
struct code_of<Recipe, I, Context, code_kind::slot> {
  using type = typename Context::template slot_type<compiled<Recipe>::value.instructions[I].slot>;
};
template <class Recipe, std::uint32_t I, class Context>
struct code_of<Recipe, I, Context, code_kind::constant> {
  static constexpr rational value = compiled<Recipe>::value.constants[compiled<Recipe>::value.instructions[I].first];
  using type = number_code<value.numerator, value.denominator>;
};
template <class Recipe, std::uint32_t I, class Context>
struct code_of<Recipe, I, Context, code_kind::number> {
  using type = call_code<typename floating_number<Recipe, I>::type>;
};
template <class Recipe, std::uint32_t I, class Context>
struct code_of<Recipe, I, Context, code_kind::variable> {
  using type = typename Context::template input_type<compiled<Recipe>::value.instructions[I].first>;
};
template <class Recipe, std::uint32_t I, class Context>
struct code_of<Recipe, I, Context, code_kind::nullary> {
  using type = call_code<operation_t<compiled<Recipe>::value.instructions[I].operation>>;
};
template <class Recipe, std::uint32_t I, class Context>
struct code_of<Recipe, I, Context, code_kind::unary> {
  using type = call_code<operation_t<compiled<Recipe>::value.instructions[I].operation>,
                         typename code_of<Recipe, compiled<Recipe>::value.operand(I, 0), Context>::type>;
};
template <class Recipe, std::uint32_t I, class Context>
struct code_of<Recipe, I, Context, code_kind::binary> {
  static constexpr std::uint32_t left = compiled<Recipe>::value.operand(I, 0), right = compiled<Recipe>::value.operand(I, 1);
  using type = call_code<operation_t<compiled<Recipe>::value.instructions[I].operation>, typename code_of<Recipe, left, Context>::type,
                         typename code_of<Recipe, right, typename Context::template after<Recipe, left>>::type>;
};

/// The operands of instruction I from K on, behind codes that are known.
template <class Recipe, std::uint32_t I, class Context, std::uint32_t K, std::uint32_t Count, class... Codes>
struct operation_code {
  static constexpr std::uint32_t operand = compiled<Recipe>::value.operand(I, K);
  using type = typename operation_code<Recipe, I, typename Context::template after<Recipe, operand>, K + 1, Count, Codes...,
                                       typename code_of<Recipe, operand, Context>::type>::type;
};
template <class Recipe, std::uint32_t I, class Context, std::uint32_t Count, class... Codes>
struct operation_code<Recipe, I, Context, Count, Count, Codes...> {
  using type = call_code<operation_t<compiled<Recipe>::value.instructions[I].operation>, Codes...>;
};
template <class Recipe, std::uint32_t I, class Context>
struct code_of<Recipe, I, Context, code_kind::other>
    : operation_code<Recipe, I, Context, 0, compiled<Recipe>::value.instructions[I].count> {};

/// The context behind what instruction I computes in place.
template <class Recipe, std::uint32_t I, class Context, std::uint32_t K = 0, bool Last = K == compiled<Recipe>::value.instructions[I].count>
struct context_behind {
  using type = typename context_behind<Recipe, I, typename Context::template after<Recipe, compiled<Recipe>::value.operand(I, K)>, K + 1>::type;
};
template <class Recipe, std::uint32_t I, class Context, std::uint32_t K>
struct context_behind<Recipe, I, Context, K, true> {
  using type = Context;
};

/// A literal and its parents, the literal's own condition first; `after` is the context behind them.
template <class Recipe, std::uint32_t Literal, class Context>
struct literal_code_of {
  static constexpr literal here = compiled<Recipe>::value.literals[Literal];
  using parent = literal_code_of<Recipe, here.parent, typename context_behind<Recipe, here.condition, Context>::type>;
  using type = literal_code<typename parent::type, typename code_of<Recipe, here.condition, Context>::type, here.holds>;
  using after = typename parent::after;
};
template <class Recipe, class Context>
struct literal_code_of<Recipe, 0, Context> {
  using type = void;
  using after = Context;
};

/// The code that computes a stored instruction I, where it is needed.
template <class Recipe, std::uint32_t I, class Context, std::uint32_t K, std::uint32_t Count, class... Alternatives>
struct guarded_computation {
  using alternative =
      literal_code_of<Recipe, compiled<Recipe>::value.alternatives[compiled<Recipe>::value.instructions[I].first_alternative + K],
                      typename Context::type>;
  struct next {
    using start = typename Context::start;
    using type = typename alternative::after;
  };
  using type = typename guarded_computation<Recipe, I, next, K + 1, Count, Alternatives..., typename alternative::type>::type;
};
template <class Recipe, std::uint32_t I, class Context, std::uint32_t Count, class... Alternatives>
struct guarded_computation<Recipe, I, Context, Count, Count, Alternatives...> {
  using type = guarded_code<compiled<Recipe>::value.instructions[I].is_costly,
                            typename computation<Recipe, I, typename Context::start>::type, Alternatives...>;
};
template <class Recipe, std::uint32_t I, class Start>
struct guard_contexts {
  using start = Start;
  using type = typename context_behind<Recipe, I, Start>::type;
};

template <class Recipe, std::uint32_t I, class Context = whole_context, bool Guarded = compiled<Recipe>::value.instructions[I].alternatives != 0>
struct stored_computation {
  using type = typename computation<Recipe, I, Context>::type;
};
template <class Recipe, std::uint32_t I, class Context>
struct stored_computation<Recipe, I, Context, true>
    : guarded_computation<Recipe, I, guard_contexts<Recipe, I, Context>, 0, compiled<Recipe>::value.instructions[I].alternatives> {};

}  // namespace nabla::detail
