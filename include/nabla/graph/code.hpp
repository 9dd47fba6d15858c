#pragma once

#include <type_traits>
#include <utility>

#include <nabla/config.hpp>
#include <nabla/graph/program.hpp>
#include <nabla/graph/scalar.hpp>

namespace nabla::detail {

// The code of one step: a type that says what is computed from which inputs and slots, and nothing of the formula it came from.
// Its functions so have short names, and equal steps of different formulas are one function. (With the formula in the name of
// each step, names alone cost GCC three quarters of the compile time of a gradient by 64 variables.)

/// Input K of the program.
template <std::uint32_t K>
struct input_code {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr T const& run(T const* inputs, T const*) {
    return inputs[K];
  }
};

/// What was stored in slot K.
template <std::uint32_t K>
struct slot_code {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr T const& run(T const*, T const* slots) {
    return slots[K];
  }
};

template <std::intmax_t Numerator, std::intmax_t Denominator>
struct number_code {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr T run(T const*, T const*) {
    return number_as<T, rational{Numerator, Denominator}>();
  }
};

/// The value of an operation that has no more than a definition; in evaluate.hpp.
template <class Operation, class T, class... Operands>
constexpr T value_by_definition(Operands const&... operands);

template <class Operation, class... Operands>
struct call_code {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr auto run(T const* inputs, T const* slots) {
    if constexpr (condition_operation<Operation>) {
      return Operation::value(Operands::template run<T>(inputs, slots)...);  // a bool, or the mask of a pack
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

template <class Condition, class T>
inline constexpr bool decides_at_once =
    std::is_same_v<std::remove_cvref_t<decltype(Condition::template run<T>(nullptr, nullptr))>, bool>;

// Choices and junctions evaluate what they need only, where their condition is a bool.

template <class Condition, class Then, class Otherwise>
struct call_code<select_op, Condition, Then, Otherwise> {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr T run(T const* inputs, T const* slots) {
    if constexpr (decides_at_once<Condition, T>) {
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
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr auto run(T const* inputs, T const* slots) {
    return Left::template run<T>(inputs, slots) && Right::template run<T>(inputs, slots);
  }
};

template <class Left, class Right>
struct call_code<or_op, Left, Right> {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr auto run(T const* inputs, T const* slots) {
    return Left::template run<T>(inputs, slots) || Right::template run<T>(inputs, slots);
  }
};

/// Whether a condition holds, or does not, where its parent holds.
template <class Parent, class Condition, bool Holds>
struct literal_code {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr bool run(T const* inputs, T const* slots) {
    if constexpr (!std::is_void_v<Parent>) {
      if (!Parent::template run<T>(inputs, slots)) return false;
    }
    return Condition::template run<T>(inputs, slots) == Holds;
  }
  template <class T>
  static constexpr bool decides = [] {
    if constexpr (std::is_void_v<Parent>) {
      return decides_at_once<Condition, T>;
    } else {
      return decides_at_once<Condition, T> && Parent::template decides<T>;
    }
  }();
};

/// A stored step that is needed only where one of the alternatives holds. What is cheap is computed in any case, without a
/// branch; but not in constant evaluation, where an operation that overflows or has no value is an error.
template <bool Costly, class Computation, class... Alternatives>
struct guarded_code {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr T run(T const* inputs, T const* slots) {
    if constexpr ((Alternatives::template decides<T> && ...)) {
      if ((Costly || std::is_constant_evaluated()) && !(Alternatives::template run<T>(inputs, slots) || ...)) return T(0);
    }
    return Computation::template run<T>(inputs, slots);
  }
};

/// A mathematical constant.
template <class Operation>
struct call_code<Operation> {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr T run(T const*, T const*) {
    return Operation::value(std::type_identity<T>{});
  }
};

/// The code that computes instruction I of a program.
template <class Recipe, std::uint32_t I, step_kind Kind = kind_of(compiled<Recipe>::value.instructions[I])>
struct computation;

/// The code that gives the value of instruction I: its slot where it has one, its computation otherwise.
template <class Recipe, std::uint32_t I, std::uint32_t Slot = compiled<Recipe>::value.instructions[I].slot>
struct code_of {
  using type = slot_code<Slot>;
};
template <class Recipe, std::uint32_t I>
struct code_of<Recipe, I, no_node> : computation<Recipe, I> {};

template <class Recipe, std::uint32_t I, class Indices = std::make_index_sequence<compiled<Recipe>::value.instructions[I].count>>
struct operation_code;
template <class Recipe, std::uint32_t I, std::size_t... K>
struct operation_code<Recipe, I, std::index_sequence<K...>> {
  using type = call_code<operation_t<compiled<Recipe>::value.instructions[I].operation>,
                         typename code_of<Recipe, compiled<Recipe>::value.operand(I, K)>::type...>;
};

template <class Recipe, std::uint32_t I>
struct computation<Recipe, I, step_kind::constant> {
  static constexpr rational value = compiled<Recipe>::value.constants[compiled<Recipe>::value.instructions[I].first];
  using type = number_code<value.numerator, value.denominator>;
};
template <class Recipe, std::uint32_t I>
struct computation<Recipe, I, step_kind::number> {
  using type = call_code<typename floating_number<Recipe, I>::type>;
};
template <class Recipe, std::uint32_t I>
struct computation<Recipe, I, step_kind::variable> {
  using type = input_code<compiled<Recipe>::value.instructions[I].first>;
};
template <class Recipe, std::uint32_t I>
struct computation<Recipe, I, step_kind::operation> : operation_code<Recipe, I> {};

template <class Recipe, std::uint32_t Literal>
struct literal_code_of {
  static constexpr literal here = compiled<Recipe>::value.literals[Literal];
  using type = literal_code<typename literal_code_of<Recipe, here.parent>::type, typename code_of<Recipe, here.condition>::type, here.holds>;
};
template <class Recipe>
struct literal_code_of<Recipe, 0> {
  using type = void;
};

/// The code that computes a stored instruction I, where it is needed.
template <class Recipe, std::uint32_t I, class Indices = std::make_index_sequence<compiled<Recipe>::value.instructions[I].alternatives>>
struct stored_computation;
template <class Recipe, std::uint32_t I>
struct stored_computation<Recipe, I, std::index_sequence<>> : computation<Recipe, I> {};
template <class Recipe, std::uint32_t I, std::size_t... K>
struct stored_computation<Recipe, I, std::index_sequence<K...>> {
  static constexpr instruction step = compiled<Recipe>::value.instructions[I];
  using type = guarded_code<
      step.is_costly, typename computation<Recipe, I>::type,
      typename literal_code_of<Recipe, compiled<Recipe>::value.alternatives[step.first_alternative + K]>::type...>;
};

}  // namespace nabla::detail
