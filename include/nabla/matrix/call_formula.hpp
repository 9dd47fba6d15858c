#pragma once

#include <nabla/matrix/call.hpp>

// What `f(A = M, x = v)` and `f.into(out, A = M, x = v)` do.

namespace nabla::detail {

/// A std::tuple among the arguments of a call stands for its elements: bindings of a network's parameters, places for its gradients.
template <class T>
inline constexpr bool is_std_tuple = false;
template <class... T>
inline constexpr bool is_std_tuple<std::tuple<T...>> = true;

template <class T>
auto flat(T&& argument) {
  if constexpr (is_std_tuple<std::remove_cvref_t<T>>) {
    return std::apply([](auto&&... elements) { return std::tuple<decltype(elements)...>(static_cast<decltype(elements)>(elements)...); }, argument);
  } else {
    return std::tuple<T&&>(static_cast<T&&>(argument));
  }
}
template <class Call, class... Arguments>
decltype(auto) call_flat(Call call, Arguments&&... arguments) {
  if constexpr ((is_std_tuple<std::remove_cvref_t<Arguments>> || ...)) {
    return std::apply(call, std::tuple_cat(flat(static_cast<Arguments&&>(arguments))...));
  } else {
    return call(static_cast<Arguments&&>(arguments)...);
  }
}

/// The variable of a formula that has one.
template <class F>
constexpr std::size_t sole_variable() {
  auto const& program = matrix_compiled<value_of_shaped<F>>::value;
  std::size_t found = program.size.variables, count = 0;
  for (std::size_t k = 0; k < program.size.variables; ++k) {
    if (program.variables[k].index != matrix_index && program.variables[k].index != variable_info::none) continue;
    found = k;
    ++count;
  }
  return count == 1 ? found : program.size.variables;
}
template <class F, class... Arguments>
auto evaluate_shaped(Arguments const&... arguments) {
  return std::get<0>(evaluate_matrices<value_of_shaped<F>, shape_of<F>>(arguments...));
}

template <class F, class... Arguments>
constexpr auto call_shaped(F const&, Arguments const&... arguments) {
  if constexpr ((is_std_tuple<Arguments> || ...)) {
    return call_flat([](auto const&... flat_arguments) { return call_shaped(F{}, flat_arguments...); }, arguments...);
  } else if constexpr (sizeof...(Arguments) == 1 && !(is_binding_v<Arguments> && ...)) {
    constexpr std::size_t sole = sole_variable<F>();
    static_assert(sole != matrix_compiled<value_of_shaped<F>>::sizes.variables, "nabla: a formula of several variables is called by name: f(A = M, x = v)");
    if constexpr (sole != matrix_compiled<value_of_shaped<F>>::sizes.variables) {
      return call_shaped(F{}, (make_matrix_program_variable<value_of_shaped<F>, sole>() = arguments)...);
    } else {
      return refused_value<shape_of<F>>();
    }
  } else if constexpr (!(is_binding_v<Arguments> && ...)) {
    static_assert((every_argument_is_a_binding<Arguments> && ...), "nabla: a formula with matrices is called by name: f(A = M, x = v)");
    return refused_value<shape_of<F>>();
  } else if constexpr ((binds_a_formula<Arguments> || ...)) {
    return compose_shaped<F>(arguments...);
  } else if constexpr (check_bindings<Arguments...>()) {
    // Here and not where the program runs: a refusal names each function on the way to it.
    if constexpr (check_matrix_names<value_of_shaped<F>, bound_by<Arguments...>>()) {
      return evaluate_shaped<F>(arguments...);
    } else {
      return refused_value<shape_of<F>>();
    }
  } else {
    return refused_value<shape_of<F>>();
  }
}
template <class F, class Out, class... Arguments>
void shaped_into(F const&, Out& out, Arguments const&... arguments) {
  if constexpr ((is_std_tuple<Arguments> || ...)) {
    call_flat([&](auto const&... flat_arguments) { shaped_into(F{}, out, flat_arguments...); }, arguments...);
  } else if constexpr (check_bindings<Arguments...>()) {
    write_matrices<value_of_shaped<F>, shape_of<F>>(std::tuple<Out&>(out), arguments...);
  }
}

}  // namespace nabla::detail
