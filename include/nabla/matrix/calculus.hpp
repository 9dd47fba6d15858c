#pragma once

#include <nabla/calculus/derivative.hpp>
#include <nabla/calculus/fields.hpp>
#include <nabla/calculus/gradient.hpp>
#include <nabla/calculus/hessian.hpp>
#include <nabla/calculus/jacobian.hpp>
#include <nabla/matrix/functors.hpp>

namespace nabla {

namespace detail {

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

}  // namespace nabla
