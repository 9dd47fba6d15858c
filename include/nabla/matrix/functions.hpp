#pragma once

#include <nabla/formula/operators.hpp>
#include <nabla/matrix/rules.hpp>
#include <nabla/rules/arithmetic.hpp>
#include <nabla/rules/exponential.hpp>
#include <nabla/rules/logistic.hpp>
#include <nabla/rules/sum.hpp>

// What users write. Every function here takes formulas with a shape, and the scalars that the rules compute with.

namespace nabla {

namespace detail {
class shaped_graph;
}

/// A node of a graph with shapes as a term: what the rules of matrices compute with.
struct recorded_matrix {
  using term_tag = recorded_matrix;
  detail::shaped_graph* owner;
  std::uint32_t id;
};
struct recorded_matrix_condition {
  using condition_tag = recorded_matrix_condition;
  detail::shaped_graph* owner;
  std::uint32_t id;
};

/// A term with a shape.
template <class T>
concept shaped_term =
    (shaped_formula<T> && requires { typename std::remove_cvref_t<T>::term_tag; }) || std::is_same_v<std::remove_cvref_t<T>, recorded_matrix>;

namespace detail {

template <class T>
inline constexpr bool is_recorded_matrix = std::is_same_v<T, recorded_matrix> || std::is_same_v<T, recorded_matrix_condition>;

// Each refusal is one sentence, with the shapes as types, so that a compiler prints `rows_by_columns<fixed_extent<3>, fixed_extent<4>>`.
template <class Left, class Right>
inline constexpr bool the_columns_on_the_left_are_the_rows_on_the_right = std::is_same_v<Left, void>;
template <class... Shapes>
inline constexpr bool all_operands_have_one_shape = sizeof...(Shapes) == 0;
template <class Operation, class... Shapes>
inline constexpr bool this_operation_takes_operands_of_these_shapes = sizeof...(Shapes) == 0;
template <class Left, class Right>
inline constexpr bool a_number_is_added_to_a_number = std::is_same_v<Left, void>;
template <class Left, class Right>
inline constexpr bool a_matrix_is_divided_by_a_number = std::is_same_v<Left, void>;
template <class Block>
inline constexpr bool the_block_is_within_the_matrix = std::is_same_v<Block, void>;

template <class Formula>
using shape_type_of = typename shape_type_for<shape_of<Formula>>::type;

/// What a refused operation gives, so that nothing more is said: 0 stands beside every shape.
using refused_formula = constant<0>;
template <class Formula>
inline constexpr bool is_constant_zero = std::is_same_v<Formula, constant<0>>;

template <class Operation, class... Operands>
constexpr auto checked_apply() {
  constexpr shape_context c = checked_context<Operation, Operands...>();
  if constexpr (!c.agrees()) {
    if constexpr (std::is_same_v<Operation, matrix_product_op>) {
      static_assert(the_columns_on_the_left_are_the_rows_on_the_right<shape_type_of<Operands>...>,
                    "nabla: a matrix product needs as many columns on the left as there are rows on the right; transpose(A) swaps them, "
                    "hadamard(A, B) multiplies element by element");
    } else if constexpr (matrix_operation<Operation>) {
      static_assert(this_operation_takes_operands_of_these_shapes<Operation, shape_type_of<Operands>...>,
                    "nabla: this operation does not take operands of these shapes");
    } else {
      static_assert(all_operands_have_one_shape<shape_type_of<Operands>...>,
                    "nabla: an operation element by element, as a sum is, needs operands of one shape");
    }
    return refused_formula{};
  } else if constexpr (c.is_outside()) {
    static_assert(the_block_is_within_the_matrix<apply<Operation, Operands...>>, "nabla: a block lies within its matrix: its rows and columns end "
                                                                                 "where those of the matrix do, or before");
    return refused_formula{};
  } else {
    return apply<Operation, Operands...>{};
  }
}

template <class Operation>
inline constexpr bool is_sum = std::is_same_v<Operation, plus> || std::is_same_v<Operation, minus>;

/// Operators that mean one thing between numbers and another between matrices.
template <class Operation>
inline constexpr bool is_arithmetic_operator =
    is_sum<Operation> || std::is_same_v<Operation, times> || std::is_same_v<Operation, divides>;

template <class T>
using shaped_operand = std::conditional_t<typed<T>, typename lifted_operand<T>::type, std::remove_cvref_t<T>>;

}  // namespace detail

/// How `apply_op` applies an operation to formulas of which some have a shape.
template <class Operation, class... Operands>
  requires((shaped_formula<Operands> || ...) && !(detail::is_recorded_matrix<Operands> || ...))
constexpr auto record_operation(Operation*, Operands const&...) {
  return detail::checked_apply<Operation, detail::shaped_operand<Operands>...>();
}
/// The same of + - * /, whose refusals stand here: each function between a mistake and its message is lines of that message.
template <class Operation, class A, class B>
  requires((shaped_formula<A> || shaped_formula<B>) && !detail::is_recorded_matrix<A> && !detail::is_recorded_matrix<B> &&
           detail::is_arithmetic_operator<Operation>)
constexpr auto record_operation(Operation*, A const&, B const&) {
  using Left = detail::shaped_operand<A>;
  using Right = detail::shaped_operand<B>;
  constexpr bool left = detail::shape_of<Left>.is_scalar(), right = detail::shape_of<Right>.is_scalar();
  if constexpr (detail::is_sum<Operation> && left != right && !detail::is_constant_zero<Left> && !detail::is_constant_zero<Right>) {
    static_assert(detail::a_number_is_added_to_a_number<detail::shape_type_of<Left>, detail::shape_type_of<Right>>,
                  "nabla: a number is not added to a matrix: write A + s * nabla::ones_like(A) to add it to every element");
    return detail::refused_formula{};
  } else if constexpr (std::is_same_v<Operation, divides> && !right) {
    static_assert(detail::a_matrix_is_divided_by_a_number<detail::shape_type_of<Left>, detail::shape_type_of<Right>>,
                  "nabla: nothing is divided by a matrix: write hadamard_quotient(A, B) for the elements, solve(A, B) for inverse(A) * B");
    return detail::refused_formula{};
  } else if constexpr (std::is_same_v<Operation, times> && !left && !right) {
    return detail::checked_apply<matrix_product_op, Left, Right>();
  } else {
    return detail::checked_apply<Operation, Left, Right>();
  }
}

namespace detail {

template <class Operation>
using recorded_matrix_t = std::conditional_t<condition_operation<Operation>, recorded_matrix_condition, recorded_matrix>;

// Defined with the graph: appends a node. The types are named, not deduced: the rules of two operations need each other.
template <class Operation, class... Operands>
constexpr recorded_matrix_t<Operation> record_elementwise(Operands const&... operands);
template <class Operation, class... Operands>
constexpr recorded_matrix record_matrix(Operands const&... operands);

/// An operation element by element, without the ranks that * and + look at: the Hadamard product is `times`.
template <class Operation, class... Operands>
constexpr auto apply_elementwise(Operands const&... operands) {
  if constexpr ((is_recorded_matrix<Operands> || ...)) {
    return record_elementwise<Operation>(operands...);
  } else {
    return checked_apply<Operation, shaped_operand<Operands>...>();
  }
}
template <class Operation, class... Operands>
struct matrix_result {
  using type = decltype(checked_apply<Operation, shaped_operand<Operands>...>());
};
template <class Operation, class... Operands>
  requires(is_recorded_matrix<Operands> || ...)
struct matrix_result<Operation, Operands...> {
  using type = recorded_matrix;
};
/// The type of an operation on matrices, without the body of the function that applies it.
template <class Operation, class... Operands>
using matrix_result_t = typename matrix_result<Operation, Operands...>::type;

/// An operation on matrices.
template <class Operation, class... Operands>
constexpr matrix_result_t<Operation, Operands...> apply_matrix(Operands const&... operands) {
  if constexpr ((is_recorded_matrix<Operands> || ...)) {
    return record_matrix<Operation>(operands...);
  } else {
    return {};
  }
}

template <extent_value Extent>
constexpr auto size_of_extent() {
  if constexpr (Extent.is_number()) {
    return constant<static_cast<std::intmax_t>(Extent.size)>{};
  } else {
    return extent_symbol<Extent>{};
  }
}
template <auto Extent>
constexpr auto declared_size() {
  static_assert(!std::is_same_v<std::remove_cvref_t<decltype(Extent)>, dynamic_t>,
                "nabla: ones and identity need a size: a number, nabla::extent<\"n\">, or that of a matrix, ones_like(A), identity_like(A)");
  return size_of_extent<decltype(declared_extent<"", true, Extent>())::value>();
}

// The sizes of a formula, and of a recorded node.
template <shaped_formula T>
constexpr auto rows_of(T const&) {
  return size_of_extent<shape_of<std::remove_cvref_t<T>>.rows>();
}
template <shaped_formula T>
constexpr auto columns_of(T const&) {
  return size_of_extent<shape_of<std::remove_cvref_t<T>>.columns>();
}
constexpr recorded_matrix rows_of(recorded_matrix const& a);
constexpr recorded_matrix columns_of(recorded_matrix const& a);

}  // namespace detail

/// The number of rows, or columns, of a formula with a shape, as a formula.
template <shaped_term A>
constexpr auto rows(A const& a) {
  return detail::rows_of(a);
}
template <shaped_term A>
constexpr auto columns(A const& a) {
  return detail::columns_of(a);
}

/// A', the transpose; of complex matrices without conjugation. A scalar stays.
template <shaped_term A>
constexpr detail::matrix_result_t<transpose_op, A> transpose(A const& a) {
  return detail::apply_matrix<transpose_op>(a);
}

/// The inner product of two columns (or rows), x' y; of complex ones without conjugation.
template <shaped_term A, shaped_term B>
constexpr auto dot(A const& a, B const& b) {
  return transpose(a) * b;
}
/// The outer product of two columns, x y'.
template <shaped_term A, shaped_term B>
constexpr auto outer(A const& a, B const& b) {
  return detail::apply_matrix<matrix_product_op>(a, transpose(b));
}
/// The cross product of two columns of three, cross_matrix(a) * b.
template <shaped_term A>
constexpr detail::matrix_result_t<cross_matrix_op, A> cross_matrix(A const& a) {
  return detail::apply_matrix<cross_matrix_op>(a);
}
template <shaped_term A>
constexpr detail::matrix_result_t<axial_vector_op, A> axial_vector(A const& a) {
  return detail::apply_matrix<axial_vector_op>(a);
}
template <shaped_term A, shaped_term B>
constexpr auto cross(A const& a, B const& b) {
  return cross_matrix(a) * b;
}

/// Product, and quotient, element by element.
template <class A, class B>
  requires(shaped_term<A> || shaped_term<B>)
constexpr auto hadamard(A const& a, B const& b) {
  return detail::apply_elementwise<times>(a, b);
}
template <class A, class B>
  requires(shaped_term<A> || shaped_term<B>)
constexpr auto hadamard_quotient(A const& a, B const& b) {
  return detail::apply_elementwise<divides>(a, b);
}

/// The sum of the diagonal of a square matrix.
template <shaped_term A>
constexpr detail::matrix_result_t<trace_op, A> trace(A const& a) {
  return detail::apply_matrix<trace_op>(a);
}
/// The sum of all elements.
template <shaped_term A>
constexpr detail::matrix_result_t<sum_of_elements_op, A> sum(A const& a) {
  return detail::apply_matrix<sum_of_elements_op>(a);
}
/// The mean of all elements.
template <shaped_term A>
constexpr auto mean(A const& a) {
  return sum(a) / (rows(a) * columns(a));
}
/// The sums of the rows, a column; and of the columns, a row.
template <shaped_term A>
constexpr auto row_sums(A const& a) {
  return detail::apply_matrix<matrix_product_op>(a, detail::apply_matrix<ones_op>(columns(a), one));
}
template <shaped_term A>
constexpr auto column_sums(A const& a) {
  return detail::apply_matrix<matrix_product_op>(transpose(detail::apply_matrix<ones_op>(rows(a), one)), a);
}

/// The sum of the squares of all elements; of a vector x' x.
template <shaped_term A>
constexpr auto squared_norm(A const& a) {
  return sum(hadamard(a, a));
}
template <shaped_term A>
constexpr auto squared_frobenius_norm(A const& a) {
  return squared_norm(a);
}
/// Its root, without overflow; the derivative at 0 is 0, a subgradient.
template <shaped_term A>
constexpr detail::matrix_result_t<norm_op, A> norm(A const& a) {
  return detail::apply_matrix<norm_op>(a);
}
template <shaped_term A>
constexpr auto frobenius_norm(A const& a) {
  return norm(a);
}

/// Determinant of a square matrix; log_determinant is its logarithm, without overflow, NaN where it is negative.
template <shaped_term A>
constexpr detail::matrix_result_t<determinant_op, A> determinant(A const& a) {
  return detail::apply_matrix<determinant_op>(a);
}
template <shaped_term A>
constexpr detail::matrix_result_t<log_determinant_op, A> log_determinant(A const& a) {
  return detail::apply_matrix<log_determinant_op>(a);
}
template <shaped_term A>
constexpr detail::matrix_result_t<inverse_op, A> inverse(A const& a) {
  return detail::apply_matrix<inverse_op>(a);
}
/// determinant(A) inverse(A), also where A is singular.
template <shaped_term A>
constexpr detail::matrix_result_t<adjugate_op, A> adjugate(A const& a) {
  return detail::apply_matrix<adjugate_op>(a);
}
/// inverse(A) B, by one decomposition of A.
template <shaped_term A, shaped_term B>
constexpr detail::matrix_result_t<solve_op, A, B> solve(A const& a, B const& b) {
  return detail::apply_matrix<solve_op>(a, b);
}

/// The diagonal of a square matrix as a column; and the matrix with a column as its diagonal.
template <shaped_term A>
constexpr detail::matrix_result_t<diagonal_op, A> diagonal(A const& a) {
  return detail::apply_matrix<diagonal_op>(a);
}
template <shaped_term A>
constexpr detail::matrix_result_t<as_diagonal_op, A> as_diagonal(A const& a) {
  return detail::apply_matrix<as_diagonal_op>(a);
}

/// Matrices of ones, `ones<3, 4>`, the column `ones<3>`; of the shape of another; and the identity matrix.
template <auto Rows, auto Columns = 1>
inline constexpr auto ones = detail::apply_matrix<ones_op>(detail::declared_size<Rows>(), detail::declared_size<Columns>());
template <auto Size>
inline constexpr auto identity = detail::apply_matrix<identity_op>(detail::declared_size<Size>());
template <shaped_term A>
constexpr auto ones_like(A const& a) {
  return detail::apply_matrix<ones_op>(rows(a), columns(a));
}
template <shaped_term A>
constexpr auto identity_like(A const& a) {
  return detail::apply_matrix<identity_op>(rows(a));
}
/// A column beside itself, as many times as `like` has columns: what is added to every row's elements.
template <shaped_term A, shaped_term V>
constexpr auto replicate_like(A const& like, V const& column) {
  return detail::apply_matrix<matrix_product_op>(column, transpose(detail::apply_matrix<ones_op>(columns(like), one)));
}
/// A column, transposed, as every row of a matrix with the rows of `like`: the bias of a layer whose rows are samples.
template <shaped_term A, shaped_term V>
constexpr auto rows_like(A const& like, V const& column) {
  return detail::apply_matrix<matrix_product_op>(detail::apply_matrix<ones_op>(rows(like), one), transpose(column));
}

/// Rows and columns from (row, column) on; sizes and places are numbers that types know, sizes also named.
///
///     block(A, 0_c, 1_c, 2_c, 2_c)     segment(x, 1_c, 3_c)     row(A, 0_c)     column(A, 2_c)     element(A, 0_c, 1_c)
template <shaped_term A, class I, class J, class Rows, class Columns>
constexpr detail::matrix_result_t<block_op, A, I, J, Rows, Columns> block(A const& a, I const& row, J const& column, Rows const& rows, Columns const& columns) {
  return detail::apply_matrix<block_op>(a, row, column, rows, columns);
}
template <shaped_term A, class I, class Rows>
constexpr auto segment(A const& a, I const& first, Rows const& size) {
  return detail::apply_matrix<block_op>(a, first, zero, size, one);
}
template <shaped_term A, class I>
constexpr auto row(A const& a, I const& row) {
  return detail::apply_matrix<block_op>(a, row, zero, one, columns(a));
}
template <shaped_term A, class J>
constexpr auto column(A const& a, J const& column) {
  return detail::apply_matrix<block_op>(a, zero, column, rows(a), one);
}
template <shaped_term A, class I, class J>
constexpr auto element(A const& a, I const& row, J const& column) {
  return detail::apply_matrix<element_op>(detail::apply_matrix<block_op>(a, row, column, one, one));
}
template <shaped_term A, class I>
constexpr auto element(A const& a, I const& row) {
  return element(a, row, zero);
}

// Steps of derivatives: a block in the shape of another matrix, and back.
template <class A, class G, class I, class J>
constexpr auto embed_like(A const& like, G const& block, I const& row, J const& column)
    -> detail::matrix_result_t<embed_op, G, I, J, decltype(rows(like)), decltype(columns(like))> {
  return detail::apply_matrix<embed_op>(block, row, column, rows(like), columns(like));
}
template <class A, class G, class I, class J>
constexpr auto block_like(A const& like, G const& from, I const& row, J const& column)
    -> detail::matrix_result_t<block_op, G, I, J, decltype(rows(like)), decltype(columns(like))> {
  return detail::apply_matrix<block_op>(from, row, column, rows(like), columns(like));
}

namespace detail {

template <class A>
constexpr bool is_vector() {
  return shape_of<A>.kind == rank::column;
}

}  // namespace detail

/// log of the sum of exp: of a matrix by row, a column; of a column of all its elements. Without overflow.
template <shaped_term A>
constexpr auto log_sum_exp(A const& a) {
  if constexpr (detail::is_vector<A>()) {
    return detail::apply_matrix<element_op>(detail::apply_matrix<row_log_sum_exp_op>(transpose(a)));
  } else {
    return detail::apply_matrix<row_log_sum_exp_op>(a);
  }
}
/// exp of each element over the sum of all: of a matrix by row, of a column as a whole. Without overflow.
template <shaped_term A>
constexpr auto softmax(A const& a) {
  if constexpr (detail::is_vector<A>()) {
    return exp(a - log_sum_exp(a) * ones_like(a));
  } else {
    return exp(a - replicate_like(a, log_sum_exp(a)));
  }
}

}  // namespace nabla
