#pragma once

#include <nabla/calculus/products.hpp>
#include <nabla/formula/sequence.hpp>
#include <nabla/matrix/call_formula.hpp>

// What operators with several results give: their outputs come from one program.

namespace nabla {

// --- results

/// Value and gradient of one joint evaluation: of several variables the gradient is a std::tuple, in their order.
template <class T, class Gradient>
struct matrix_value_and_gradient {
  T value;
  Gradient gradient;
};
template <class T, class Gradient, class Hessian>
struct matrix_value_gradient_hessian {
  T value;
  Gradient gradient;
  Hessian hessian;
};
template <class Value, class Jacobian>
struct matrix_value_and_jacobian {
  Value value;
  Jacobian jacobian;
};

namespace detail {

/// Value and gradients of a scalar formula by several variables, in one graph.
template <bool WithValue, class F, class... Variables>
struct gradients_recipe {
  static constexpr void build(shaped_graph& sg, growable<node_id>& outputs) {
    lowered_types known;
    node_id const value = scalar_node<F>(sg, known);
    sg.g.end_primal();
    if (WithValue) outputs.push(value);
    growable<node_id> inputs, changes;
    (inputs.push(variable_node<Variables>(sg.g)), ...);
    (changes.push(change_node<Variables>(sg.g)), ...);
    for (node_id gradient : gradient_sweep(sg, value, inputs, changes)) outputs.push(gradient);
  }
};

/// What an operator with several results gives: called by name, or written in place.
template <class Self, class Recipe, shape_value... Shapes>
struct matrix_functor {
  using functor_tag = Self;

  template <class... Arguments>
  auto operator()(Arguments const&... arguments) const {
    return call_flat(
        [](auto const&... flat_arguments) {
          if constexpr (check_bindings<std::remove_cvref_t<decltype(flat_arguments)>...>()) {
            if constexpr (check_matrix_names<Recipe, bound_by<std::remove_cvref_t<decltype(flat_arguments)>...>>()) {
              return Self::pack(evaluate_matrices<Recipe, Shapes...>(flat_arguments...));
            } else {
              return Self::pack(std::make_tuple(refused_value<Shapes>()...));
            }
          } else {
            return Self::pack(std::make_tuple(refused_value<Shapes>()...));
          }
        },
        arguments...);
  }
};

/// Splits the arguments of `into`: first the places to write to, then the bindings.
template <std::size_t Outputs, class Recipe, shape_value... Shapes>
struct into_by_name {
  template <class... Arguments>
  static void run(Arguments&&... arguments) {
    split(std::make_index_sequence<Outputs>{}, std::make_index_sequence<sizeof...(Arguments) - Outputs>{},
          std::tuple<Arguments&&...>(static_cast<Arguments&&>(arguments)...));
  }

 private:
  template <std::size_t... O, std::size_t... B, class All>
  static void split(std::index_sequence<O...>, std::index_sequence<B...>, All const& all) {
    if constexpr (check_bindings<std::remove_cvref_t<std::tuple_element_t<Outputs + B, All>>...>()) {
      write_matrices<Recipe, Shapes...>(std::tuple<std::remove_reference_t<std::tuple_element_t<O, All>>&...>(std::get<O>(all)...),
                                        std::get<Outputs + B>(all)...);
    }
  }
};

template <class F, class X>
struct value_and_gradient_of_matrix
    : matrix_functor<value_and_gradient_of_matrix<F, X>, gradients_recipe<true, F, X>, shape_value{}, shape_of<X>> {
  template <class Results>
  static auto pack(Results&& results) {
    using T = std::remove_cvref_t<decltype(std::get<0>(results))>;
    using G = std::remove_cvref_t<decltype(std::get<1>(results))>;
    return matrix_value_and_gradient<T, G>{std::get<0>(results), std::get<1>(static_cast<Results&&>(results))};
  }
  /// Writes the gradient in place; returns the value.
  template <class Out, class... Arguments>
  auto into(Out&& out, Arguments const&... arguments) const {
    return call_flat(
        [](auto& place, auto const&... flat_arguments) {
          typename scalar_of_bindings<std::remove_cvref_t<decltype(flat_arguments)>...>::type value{};
          into_by_name<2, gradients_recipe<true, F, X>, shape_value{}, shape_of<X>>::run(value, place, flat_arguments...);
          return value;
        },
        out, arguments...);
  }
};

template <class F, class... Variables>
struct gradients_of_matrix : matrix_functor<gradients_of_matrix<F, Variables...>, gradients_recipe<false, F, Variables...>, shape_of<Variables>...> {
  using hana_tag = lazy_sequence_tag;
  static constexpr std::size_t length = sizeof...(Variables);

  template <class Results>
  static auto pack(Results&& results) {
    return static_cast<Results&&>(results);
  }
  /// Writes each gradient in place: `into(gradient_by_A, gradient_by_x, A = M, x = v)`.
  template <class... Arguments>
  void into(Arguments&&... arguments) const {
    call_flat(
        [](auto&&... flat_arguments) {
          into_by_name<sizeof...(Variables), gradients_recipe<false, F, Variables...>, shape_of<Variables>...>::run(
              static_cast<decltype(flat_arguments)>(flat_arguments)...);
        },
        static_cast<Arguments&&>(arguments)...);
  }
  /// The gradient by one of the variables, as a formula.
  template <class X>
    requires is_matrix_variable_v<X>
  constexpr auto operator[](X) const {
    static_assert((std::is_same_v<X, Variables> || ...), "nabla: this gradient has no part by that variable");
    return derived<gradient_rule, F, X>{};
  }
  template <std::size_t I>
  static constexpr auto get() {
    return derived<gradient_rule, F, std::tuple_element_t<I, std::tuple<Variables...>>>{};
  }
};

template <class F, class... Variables>
struct value_and_gradients_of_matrix
    : matrix_functor<value_and_gradients_of_matrix<F, Variables...>, gradients_recipe<true, F, Variables...>, shape_value{}, shape_of<Variables>...> {
  template <class T, class... G>
  static auto pack(std::tuple<T, G...>&& results) {
    return std::apply([](T const& value, auto&&... gradients) {
      return matrix_value_and_gradient<T, std::tuple<G...>>{value, std::tuple<G...>(static_cast<decltype(gradients)&&>(gradients)...)};
    }, static_cast<std::tuple<T, G...>&&>(results));
  }
  /// Writes each gradient in place, `into(gradient_by_A, gradient_by_x, A = M, x = v)`; returns the value.
  template <class... Arguments>
  auto into(Arguments&&... arguments) const {
    return call_flat(
        [](auto&&... flat_arguments) {
          using T = typename scalar_of_tail<sizeof...(Variables), std::remove_cvref_t<decltype(flat_arguments)>...>::type;
          T value{};
          into_by_name<sizeof...(Variables) + 1, gradients_recipe<true, F, Variables...>, shape_value{}, shape_of<Variables>...>::run(
              value, static_cast<decltype(flat_arguments)>(flat_arguments)...);
          return value;
        },
        static_cast<Arguments&&>(arguments)...);
  }
};

template <class F, class X>
struct second_order_recipe {
  static constexpr void build(shaped_graph& sg, growable<node_id>& outputs) {
    lowered_types known;
    outputs.push(scalar_node<F>(sg, known));
    sg.g.end_primal();
    outputs.push(gradient_rule::build<F, X>(sg.g, known));
    outputs.push(jacobian_rule::build<derived<gradient_rule, F, X>, X>(sg.g, known));
  }
};
template <class F, class X>
struct value_gradient_hessian_of_matrix
    : matrix_functor<value_gradient_hessian_of_matrix<F, X>, second_order_recipe<F, X>, shape_value{}, shape_of<X>,
                     shape_of<derived<jacobian_rule, derived<gradient_rule, F, X>, X>>> {
  template <class T, class G, class H>
  static auto pack(std::tuple<T, G, H>&& r) {
    return matrix_value_gradient_hessian<T, G, H>{std::get<0>(r), std::get<1>(std::move(r)), std::get<2>(std::move(r))};
  }
};

template <class F, class J>
struct value_and_jacobian_of_matrix
    : matrix_functor<value_and_jacobian_of_matrix<F, J>, value_of_shaped<F, J>, shape_of<F>, shape_of<J>> {
  template <class V, class M>
  static auto pack(std::tuple<V, M>&& r) {
    return matrix_value_and_jacobian<V, M>{std::get<0>(std::move(r)), std::get<1>(std::move(r))};
  }
};
template <class F, class Tangent>
struct jvp_of_matrix : matrix_functor<jvp_of_matrix<F, Tangent>, value_of_shaped<F, Tangent>, shape_of<F>, shape_of<F>> {
  template <class V, class M>
  static auto pack(std::tuple<V, M>&& r) {
    return jvp_result<V, M>{std::get<0>(std::move(r)), std::get<1>(std::move(r))};
  }
};
template <class F, class Adjoint>
struct vjp_of_matrix : matrix_functor<vjp_of_matrix<F, Adjoint>, value_of_shaped<F, Adjoint>, shape_of<F>, shape_of<Adjoint>> {
  template <class V, class M>
  static auto pack(std::tuple<V, M>&& r) {
    return vjp_result<V, M>{std::get<0>(std::move(r)), std::get<1>(std::move(r))};
  }
};

}  // namespace detail
}  // namespace nabla
