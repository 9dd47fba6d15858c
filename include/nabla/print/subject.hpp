#pragma once

#include <nabla/calculus/joint.hpp>

namespace nabla::detail {

/// What a format of functions writes, a formula, a function or what an operator gives: the recipe of its graph, how its arguments are
/// given (an `argument_list`, or void for by name), and which output of the program stands where in the result. Output k is k + 1
/// there, and 0 the number 0.
template <class F>
struct print_subject {
  using source = source_t<F>;
  using recipe = typename source::value;
  using arguments = typename source::arguments;
  static constexpr bool is_vector = source::is_vector;

  static constexpr void append_layout(growable<std::uint32_t>& layout) {
    for (std::uint32_t k = 1; k <= source::outputs; ++k) layout.push(k);
  }
};

template <class Self, class Recipe, class ArgumentList>
std::type_identity<ArgumentList> arguments_of_functor(functor<Self, Recipe, ArgumentList> const&);

/// The entries of a result in the order in which it is written: value, gradient, matrices row by row.
template <class Entries>
constexpr void append_entries(growable<std::uint32_t>& layout, Entries const& entries) {
  if constexpr (std::is_integral_v<Entries>) {
    layout.push(entries);
  } else if constexpr (requires { entries.value; }) {
    append_entries(layout, entries.value);
    append_entries(layout, derivatives_of(entries));
    if constexpr (requires { entries.hessian; }) append_entries(layout, entries.hessian);
  } else {
    for (auto const& entry : entries) append_entries(layout, entry);
  }
}

template <joint_functor F>
struct print_subject<F> {
  using recipe = typename F::recipe;
  using arguments = typename decltype(arguments_of_functor(std::declval<F const&>()))::type;
  static constexpr bool is_vector = true;

  static constexpr void append_layout(growable<std::uint32_t>& layout) {
    std::array<std::uint32_t, compiled<recipe>::value.size.outputs> outputs{};
    for (std::uint32_t k = 0; k < outputs.size(); ++k) outputs[k] = k + 1;
    append_entries(layout, F::pack(outputs));
  }
};

template <class F>
concept printable_function = has_source<F> || joint_functor<F>;

}  // namespace nabla::detail
