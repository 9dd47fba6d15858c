#pragma once

#include <array>
#include <utility>

#include <nabla/config.hpp>
#include <nabla/graph/program.hpp>
#include <nabla/graph/scalar.hpp>

namespace nabla::detail {

/// Runs a program as straight-line code: one small function a step, found by its number, so that the optimiser sees what a
/// careful person would have written. `Inputs::get<K>()` is the value of variable K.
template <class Recipe, class T, class Inputs>
class machine {
 public:
  static constexpr auto const& program = compiled<Recipe>::value;

  NABLA_ALWAYS_INLINE constexpr explicit machine(Inputs const& inputs) : inputs_(inputs) {
    run(std::make_index_sequence<program.size.slots>{});
  }

  template <std::size_t Output>
  NABLA_ALWAYS_INLINE constexpr T output() const {
    return get<program.outputs[Output]>();
  }

  template <std::size_t... Output>
  NABLA_ALWAYS_INLINE constexpr std::array<T, sizeof...(Output)> outputs(std::index_sequence<Output...>) const {
    return {{output<Output>()...}};
  }

 private:
  template <std::size_t... Slot>
  NABLA_ALWAYS_INLINE constexpr void run(std::index_sequence<Slot...>) {
    // Braces, not a fold over a comma: a fold nests, and compilers limit its depth.
    [[maybe_unused]] bool const in_order[] = {true, store<Slot>()...};
  }

  template <std::size_t Slot>
  NABLA_ALWAYS_INLINE constexpr bool store() {
    slots_[Slot] = compute<program.stored[Slot]>();
    return true;
  }

  template <std::uint32_t I>
  NABLA_ALWAYS_INLINE constexpr decltype(auto) get() const {
    constexpr std::uint32_t slot = program.instructions[I].slot;
    if constexpr (slot == no_node) {
      return compute<I>();
    } else {
      return (slots_[slot]);
    }
  }

  template <std::uint32_t I>
  NABLA_ALWAYS_INLINE constexpr T compute() const {
    constexpr instruction step = program.instructions[I];
    if constexpr (step.operation == constant_leaf.id) {
      return number_as<T, program.constants[step.first]>();
    } else if constexpr (step.operation == variable_leaf.id) {
      return static_cast<T>(inputs_.template get<step.first>());
    } else if constexpr (step.count == 0) {
      return operation_t<step.operation>::value(std::type_identity<T>{});
    } else {
      return compute_operation<I>(std::make_index_sequence<step.count>{});
    }
  }

  template <std::uint32_t I, std::size_t... K>
  NABLA_ALWAYS_INLINE constexpr T compute_operation(std::index_sequence<K...>) const {
    using operation = operation_t<program.instructions[I].operation>;
    return static_cast<T>(operation::value(get<program.operand(I, K)>()...));
  }

  Inputs const& inputs_;
  T slots_[program.size.slots + 1];
};

}  // namespace nabla::detail
