#pragma once

#include <nabla/calculus/derivative.hpp>
#include <nabla/calculus/gradient.hpp>
#include <nabla/calculus/hessian.hpp>
#include <nabla/calculus/jacobian.hpp>
#include <nabla/calculus/products.hpp>
#include <nabla/matrix/call.hpp>

namespace nabla {

namespace detail {

template <class X>
inline constexpr bool is_matrix_variable_v = is_matrix_symbol_v<std::remove_cvref_t<X>> || is_symbol_v<std::remove_cvref_t<X>>;
template <class... Variables>
inline constexpr bool are_variables_of_matrix_formulas = (is_matrix_variable_v<Variables> && ...);
template <class Shape>
inline constexpr bool the_formula_is_a_scalar = std::is_same_v<Shape, rows_by_columns<fixed_extent<1>, fixed_extent<1>>>;
template <class Shape>
inline constexpr bool the_formula_is_a_column_or_a_scalar = false;
template <class Shape>
inline constexpr bool the_variable_is_a_column = false;
template <class Formula, class Variable>
inline constexpr bool the_jacobian_has_a_form = false;
template <class Matrix>
inline constexpr bool matrix_known_to_the_type = false;
template <class Formula, class Variable>
inline constexpr bool derivatives_by_matrices_have_names = false;
template <class Expected, class Given>
inline constexpr bool the_direction_has_the_shape = std::is_same_v<Expected, Given>;

template <class... Variables>
constexpr bool check_matrix_variables() {
  static_assert(are_variables_of_matrix_formulas<Variables...>,
                "nabla: one differentiates matrix formulas by variables: nabla::vector<\"x\", 3>, nabla::matrix<\"A\", 3, 4>, nabla::variable<\"t\">");
  return are_variables_of_matrix_formulas<Variables...>;
}
template <class F>
constexpr bool check_scalar_formula() {
  constexpr shape_value shape = shape_of<F>;
  constexpr bool fits = shape.rows == unit_extent && shape.columns == unit_extent;
  static_assert(fits || the_formula_is_a_scalar<shape_type<shape>>, "nabla: a gradient is that of a scalar formula; of a column there is jacobian, of all vjp");
  return fits;
}
template <class Expected, class Given>
constexpr bool check_direction() {
  constexpr bool fits = shape_of<Given>.is_scalar() ? shape_of<Expected>.is_scalar()
                                                     : may_agree(shape_of<Expected>.rows, shape_of<Given>.rows) &&
                                                           may_agree(shape_of<Expected>.columns, shape_of<Given>.columns);
  static_assert(fits || the_direction_has_the_shape<shape_type_of<Expected>, shape_type_of<Given>>,
                "nabla: a direction has the shape of what changes along it");
  return fits;
}

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

template <class F>
using as_scalar_formula = std::conditional_t<shape_of<F>.is_scalar(), F, apply<element_op, F>>;

}  // namespace detail

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

template <class... Formulas>
struct joint_formulas_recipe : value_of_shaped<Formulas...> {};

template <class F, class J>
struct value_and_jacobian_of_matrix
    : matrix_functor<value_and_jacobian_of_matrix<F, J>, joint_formulas_recipe<F, J>, shape_of<F>, shape_of<J>> {
  template <class V, class M>
  static auto pack(std::tuple<V, M>&& r) {
    return matrix_value_and_jacobian<V, M>{std::get<0>(std::move(r)), std::get<1>(std::move(r))};
  }
};
template <class F, class Tangent>
struct jvp_of_matrix : matrix_functor<jvp_of_matrix<F, Tangent>, joint_formulas_recipe<F, Tangent>, shape_of<F>, shape_of<F>> {
  template <class V, class M>
  static auto pack(std::tuple<V, M>&& r) {
    return jvp_result<V, M>{std::get<0>(std::move(r)), std::get<1>(std::move(r))};
  }
};
template <class F, class Adjoint>
struct vjp_of_matrix : matrix_functor<vjp_of_matrix<F, Adjoint>, joint_formulas_recipe<F, Adjoint>, shape_of<F>, shape_of<Adjoint>> {
  template <class V, class M>
  static auto pack(std::tuple<V, M>&& r) {
    return vjp_result<V, M>{std::get<0>(std::move(r)), std::get<1>(std::move(r))};
  }
};

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
template <class... Variables>
inline constexpr bool names_the_variable_of_a_matrix_formula = sizeof...(Variables) > 0;

template <class F, class... Variables>
constexpr auto chosen_matrix_variables() {
  if constexpr (sizeof...(Variables) > 0) {
    return std::type_identity<std::tuple<Variables...>>{};
  } else {
    constexpr std::size_t sole = sole_variable<F>();
    if constexpr (sole == matrix_compiled<value_of_shaped<F>>::sizes.variables) {
      static_assert(names_the_variable_of_a_matrix_formula<Variables...>,
                    "nabla: a formula of several variables needs to be told which to differentiate by, in order");
    } else {
      return std::type_identity<std::tuple<decltype(make_matrix_program_variable<value_of_shaped<F>, sole>())>>{};
    }
  }
}

template <class F, class... Variables>
concept differentiates_matrices = (shaped_formula<F> || (liftable<F> && (is_matrix_symbol_v<std::remove_cvref_t<Variables>> || ...)));

template <class F>
using matrix_formula_t = shaped_operand<std::remove_cvref_t<F>>;

template <class F, class X>
constexpr bool check_jacobian() {
  constexpr shape_value f = shape_of<F>, x = shape_of<X>;
  constexpr bool of_column = f.columns == unit_extent || f.rows == unit_extent, by_column = x.columns == unit_extent;
  static_assert(of_column || the_formula_is_a_column_or_a_scalar<shape_type<f>>,
                "nabla: a Jacobian is that of a column or of a scalar; of a matrix there are jvp and vjp");
  static_assert(by_column || the_variable_is_a_column<shape_type<x>>,
                "nabla: a Jacobian is by a column or by a scalar; by a matrix there are gradient, jvp and vjp");
  if constexpr (of_column && by_column) {
    constexpr bool has_form = jacobian_rule::exists<F, X>();
    static_assert(has_form || the_jacobian_has_a_form<F, X>,
                  "nabla: this Jacobian has no form in matrix operations that is known here: use jvp with a column of the identity at a time, or vjp");
    return has_form;
  } else {
    return false;
  }
}

}  // namespace detail

// --- operators

/// Gradient of a scalar formula by vectors, matrices and scalars: each of its variable's shape.
///
///     gradient(f, x)                       a formula: called, compared, differentiated again
///     gradient(f, A, x)(A = M, x = v)      a std::tuple of matrices from one joint evaluation; gradient(f, A, x)[A] is a formula
///     gradient(f, x).into(out, A = M, x = v)
///
/// @return    df/dX_ij at (i, j); elements are varied one by one, also of a symmetric matrix
/// @cost      a small multiple of one evaluation of f, whatever the sizes
/// @refuses   a formula that is no scalar
/// @source    Magnus & Neudecker, Matrix Differential Calculus, 3rd ed. (2019)
template <class F, class... Variables>
  requires(detail::differentiates_matrices<F, Variables...>)
constexpr auto gradient(F const&, Variables const&...) {
  using formula = detail::matrix_formula_t<F>;
  if constexpr (detail::check_matrix_variables<Variables...>() && detail::check_scalar_formula<formula>()) {
    return []<class... X>(std::type_identity<std::tuple<X...>>) {
      if constexpr (sizeof...(X) == 1) {
        return derived<detail::gradient_rule, formula, X...>{};
      } else {
        return detail::gradients_of_matrix<formula, X...>{};
      }
    }(detail::chosen_matrix_variables<formula, Variables...>());
  } else {
    return detail::refused_formula{};
  }
}

/// Value and gradient of one joint evaluation.
///
///     auto [value, gradient] = value_and_gradient(f, x)(A = M, x = v);
///     double value = value_and_gradient(f, A, x).into(gradient_by_A, gradient_by_x, A = M, x = v);
template <class F, class... Variables>
  requires(detail::differentiates_matrices<F, Variables...>)
constexpr auto value_and_gradient(F const&, Variables const&...) {
  using formula = detail::matrix_formula_t<F>;
  if constexpr (detail::check_matrix_variables<Variables...>() && detail::check_scalar_formula<formula>()) {
    return []<class... X>(std::type_identity<std::tuple<X...>>) {
      if constexpr (sizeof...(X) == 1) {
        return detail::value_and_gradient_of_matrix<formula, X...>{};
      } else {
        return detail::value_and_gradients_of_matrix<formula, X...>{};
      }
    }(detail::chosen_matrix_variables<formula, Variables...>());
  }
}

/// In which order a Jacobian stands: a row for each output (numerator), or a column for each (denominator, its transpose).
enum class layout { numerator, denominator };

/// Jacobian of a column, or of a scalar, by a column: a formula.
///
///     jacobian(A * x, x) == A                                      a row for each output
///     jacobian<layout::denominator>(A * x, x) == transpose(A)
///
/// @return    m by n for f of m elements and x of n; a row for a scalar f
/// @refuses   matrices; the few that have no form in matrix operations, as of tanh(x * transpose(x)) * v
template <layout Layout = layout::numerator, class F, class... Variables>
  requires(detail::differentiates_matrices<F, Variables...> && sizeof...(Variables) <= 1)
constexpr auto jacobian(F const&, Variables const&...) {
  using formula = detail::matrix_formula_t<F>;
  if constexpr (detail::check_matrix_variables<Variables...>()) {
    return []<class X>(std::type_identity<std::tuple<X>>) {
      if constexpr (detail::check_jacobian<formula, X>()) {
        using result = derived<detail::jacobian_rule, formula, X>;
        if constexpr (Layout == layout::numerator) {
          return result{};
        } else {
          return transpose(result{});
        }
      } else {
        return detail::refused_formula{};
      }
    }(detail::chosen_matrix_variables<formula, Variables...>());
  } else {
    return detail::refused_formula{};
  }
}
/// Value and Jacobian from one evaluation.
template <class F, class X>
  requires(detail::differentiates_matrices<F, X>)
constexpr auto value_and_jacobian(F const& f, X const& x) {
  return detail::value_and_jacobian_of_matrix<detail::matrix_formula_t<F>, decltype(jacobian(f, x))>{};
}

/// Hessian of a scalar formula by a column: a formula, symmetric.
template <class F, class... Variables>
  requires(detail::differentiates_matrices<F, Variables...> && sizeof...(Variables) <= 1)
constexpr auto hessian(F const& f, Variables const&... variables) {
  return jacobian(gradient(f, variables...), variables...);
}
/// Value, gradient and Hessian from one evaluation: { value, gradient, hessian }.
template <class F, class X>
  requires(detail::differentiates_matrices<F, X>)
constexpr auto value_gradient_hessian(F const&, X const&) {
  using formula = detail::matrix_formula_t<F>;
  if constexpr (detail::check_matrix_variables<X>() && detail::check_scalar_formula<formula>()) {
    if constexpr (detail::check_jacobian<derived<detail::gradient_rule, formula, X>, X>()) {
      return detail::value_gradient_hessian_of_matrix<formula, X>{};
    }
  }
}

/// The change of a formula, of any shape, along a direction of its variable's shape: a formula. Cost: a small multiple of f.
template <class F, class V, class X>
  requires(detail::differentiates_matrices<F, X>)
constexpr auto directional_derivative(F const&, V const&, X const&) {
  if constexpr (detail::check_matrix_variables<X>() && detail::check_direction<X, detail::matrix_formula_t<V>>()) {
    return derived<detail::change_rule, detail::matrix_formula_t<F>, X, detail::matrix_formula_t<V>>{};
  } else {
    return detail::refused_formula{};
  }
}
/// Derivative of a formula of any shape by a scalar variable: a formula of that shape.
template <class F, class X>
  requires(shaped_formula<F> && is_symbol_v<std::remove_cvref_t<X>>)
constexpr auto derivative(F const& f, X const& x) {
  return directional_derivative(f, one, x);
}

/// Refused: which of gradient and Jacobian is meant has no answer that all agree on.
template <class F, class X>
  requires(detail::differentiates_matrices<F, X> && is_matrix_symbol_v<std::remove_cvref_t<X>>)
constexpr auto derivative(F const&, X const&) {
  static_assert(detail::derivatives_by_matrices_have_names<F, X>,
                "nabla: by a vector or a matrix one says gradient(f, x), of x's shape, or jacobian(f, x), a row for each output");
  return detail::refused_formula{};
}

/// v / norm(v), for directional_derivative(f, unit(v), x).
template <shaped_formula V>
constexpr auto unit(V const& v) {
  return v / norm(v);
}
/// The sum of the second partials by all elements of a column: the trace of the Hessian, a formula.
template <class F, class X>
  requires(detail::differentiates_matrices<F, X> && is_matrix_symbol_v<std::remove_cvref_t<X>>)
constexpr auto laplacian(F const& f, X const& x) {
  return trace(hessian(f, x));
}
/// The trace of the Jacobian of a column by a column of equal size: a formula.
template <shaped_formula F, class X>
  requires is_matrix_symbol_v<std::remove_cvref_t<X>>
constexpr auto divergence(F const& f, X const& x) {
  return trace(jacobian(f, x));
}

/// Jacobian-vector product: { value, tangent }, of formulas and variables of any shape, in one evaluation and without the Jacobian.
template <class F, class V, class X>
  requires(detail::differentiates_matrices<F, X>)
constexpr auto jvp(F const& f, V const& v, X const& x) {
  return detail::jvp_of_matrix<detail::matrix_formula_t<F>, decltype(directional_derivative(f, v, x))>{};
}
/// Vector-Jacobian product: { value, adjoint }, of formulas and variables of any shape; w has the shape of f.
template <class F, class W, class X>
  requires(detail::differentiates_matrices<F, X>)
constexpr auto vjp(F const&, W const&, X const&) {
  using formula = detail::matrix_formula_t<F>;
  if constexpr (detail::check_matrix_variables<X>() && detail::check_direction<formula, detail::matrix_formula_t<W>>()) {
    return detail::vjp_of_matrix<formula, derived<detail::pullback_rule, formula, X, detail::matrix_formula_t<W>>>{};
  }
}
/// Hessian-vector product of a scalar formula, by a variable of any shape, without the Hessian: a formula.
template <class F, class V, class X>
  requires(detail::differentiates_matrices<F, X>)
constexpr auto hvp(F const& f, V const& v, X const& x) {
  return directional_derivative(gradient(f, x), v, x);
}

// --- calls

namespace detail {

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


/// A function of one scalar, applied to every element of a matrix: each operation of it element by element.
struct map_rule {
  static constexpr fixed_string name = "map";
  template <class F, class V, class Element>
  static constexpr shape_value shape() {
    return shape_of<V>;
  }
  template <class F, class V, class Element>
  static constexpr node_id build(graph& g, lowered_types& known) {
    node_id const mapped = substitution_rule::build<F, bound_formula<Element, V>>(g, known);
    return shaped_graph(g).filled(mapped, shape_of<V>);
  }
};

template <class F>
inline constexpr bool maps_a_formula_of_one_variable = false;

/// The variable of a scalar formula of one.
template <class F>
constexpr auto variable_to_map() {
  using recipe = value_recipe<F>;
  constexpr std::size_t count = compiled<recipe>::value.size.variables;
  static_assert(count <= 1 || maps_a_formula_of_one_variable<F>, "nabla: map(f, v) takes a formula of one scalar variable, or a callable");
  if constexpr (count == 1) {
    return program_variable<recipe, 0>{};
  } else {
    return symbol<"element">{};
  }
}

template <class... Bindings>
inline constexpr bool binds_a_shaped_formula = false;
template <class Variable, class Value>
inline constexpr bool binds_a_shaped_formula<binding<Variable, Value>> = shaped_formula<typename binding<Variable, Value>::value_type>;

}  // namespace detail

/// A function of one scalar applied to each element: map(f, v), of the shape of v.
///
///     map(x * exp(-x), v)                             a formula in one variable
///     map([](auto t) { return t / (1_c + abs(t)); }, A)   generic code
///
/// Every elementary function has this by its own name too: tanh(A).
template <expression F, shaped_formula V>
constexpr auto map(F const&, V const&) {
  return derived<detail::map_rule, F, V, decltype(detail::variable_to_map<F>())>{};
}
template <class Callable, shaped_formula V>
  requires(!expression<Callable> && std::is_invocable_v<Callable, symbol<"element">>)
constexpr auto map(Callable const& callable, V const&) {
  using formula = lift_t<decltype(callable(symbol<"element">{}))>;
  return derived<detail::map_rule, formula, V, symbol<"element">>{};
}

/// A scalar formula with scalars made of matrices in the place of its variables: f(t = squared_norm(x)).
template <expression F, class... Arguments>
  requires((is_binding_v<Arguments> && ...) && (detail::binds_a_shaped_formula<Arguments> || ...))
constexpr auto call_expression(F, Arguments const&... arguments) {
  return detail::compose_shaped<F>(arguments...);
}

/// Whether a variable occurs in a formula as it is written.
template <shaped_formula F, class X>
  requires detail::is_matrix_variable_v<X>
constexpr bool depends_on(F const&, X const&) {
  auto const& program = detail::matrix_compiled<detail::value_of_shaped<F>>::value;
  for (std::size_t k = 0; k < program.size.variables; ++k) {
    if (program.variables[k].name == X::info.name && program.variables[k].index == X::info.index) return true;
  }
  return false;
}

// Refused: a matrix that only the running program knows is a variable, and is bound at the call.
#define NABLA_REFUSED_BESIDE_MATRICES(symbol_)                                                                                   \
  template <detail::eigen_expression Matrix, shaped_formula F>                                                                   \
  constexpr auto operator symbol_(Matrix const&, F const&) {                                                                     \
    static_assert(detail::matrix_known_to_the_type<Matrix>,                                                                      \
                  "nabla: a matrix of Eigen cannot be part of a formula: declare a variable, nabla::matrix<\"A\", m, n>, and bind " \
                  "the matrix to it at the call, f(A = M)");                                                                     \
    return detail::refused_formula{};                                                                                            \
  }                                                                                                                              \
  template <shaped_formula F, detail::eigen_expression Matrix>                                                                   \
  constexpr auto operator symbol_(F const&, Matrix const&) {                                                                     \
    static_assert(detail::matrix_known_to_the_type<Matrix>,                                                                      \
                  "nabla: a matrix of Eigen cannot be part of a formula: declare a variable, nabla::matrix<\"A\", m, n>, and bind " \
                  "the matrix to it at the call, f(A = M)");                                                                     \
    return detail::refused_formula{};                                                                                            \
  }
NABLA_REFUSED_BESIDE_MATRICES(+)
NABLA_REFUSED_BESIDE_MATRICES(-)
NABLA_REFUSED_BESIDE_MATRICES(*)
#undef NABLA_REFUSED_BESIDE_MATRICES

}  // namespace nabla
