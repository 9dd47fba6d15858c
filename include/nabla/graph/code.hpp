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

template <class Operation, class... Operands>
struct call_code {
  template <class T>
  NABLA_ALWAYS_INLINE static constexpr T run(T const* inputs, T const* slots) {
    return static_cast<T>(Operation::value(Operands::template run<T>(inputs, slots)...));
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
struct computation<Recipe, I, step_kind::variable> {
  using type = input_code<compiled<Recipe>::value.instructions[I].first>;
};
template <class Recipe, std::uint32_t I>
struct computation<Recipe, I, step_kind::operation> : operation_code<Recipe, I> {};

}  // namespace nabla::detail
