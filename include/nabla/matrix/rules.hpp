#pragma once

#include <boost/hana/tuple.hpp>

#include <nabla/matrix/shape.hpp>
#include <nabla/rules/condition.hpp>
#include <nabla/rules/power.hpp>

// What is known of each operation on matrices, once: its shape, and how it changes. As with scalars, everything else comes from these.
//
//     shape         of the result, from the shapes of the operands
//     is_linear     in operand number k: its change is then the operation itself, of the operand's change
//     adjoint       of a linear operand: what <g, f(.., d, ..)> is the inner product of d with. g has the shape of the result
//     differential  of an operand that is not linear: the change of the result y where the operand changes by d, written with
//                   linear operations
//
// Forward sweeps replace each operand by its change; reverse sweeps are the adjoints of forward ones, so that no rule is written twice.
// Source: Magnus & Neudecker, Matrix Differential Calculus, 3rd ed. (2019), ch. 8 and 9; Giles, An extended collection of matrix
// derivative results for forward and reverse mode algorithmic differentiation (2008).

namespace nabla {

namespace detail {

/// Of a block, or of what a block is put into: one column is a column, one row a row; one element what it was a part of.
constexpr rank rank_of_part(shape_context const& c) {
  bool const one_row = c.number(3) == unit_extent, one_column = c.number(4) == unit_extent;
  return one_row && one_column ? c[0].kind : one_column ? rank::column : one_row ? rank::row : rank::matrix;
}

}  // namespace detail

/// A B: of rows with columns, matrices with either. A row by a column is a scalar.
struct matrix_product_op {
  static constexpr fixed_string name = "matrix_product";
  static constexpr std::size_t arity = 2;
  static constexpr auto shape = [](detail::shape_context& c) {
    using detail::rank;
    auto const &a = c[0], &b = c[c.count() - 1];  // canonical forms have more than two
    for (std::size_t k = 1; k < c.count(); ++k) c.same(c[k - 1].columns, c[k].rows);
    rank kind = rank::matrix;
    if (a.kind == rank::row && b.kind == rank::column) kind = rank::scalar;
    if (a.kind == rank::row && b.kind == rank::matrix) kind = rank::row;
    if (a.kind == rank::matrix && b.kind == rank::column) kind = rank::column;
    // A column of one element beside a row, a row of one behind a column.
    if (a.kind == rank::column && b.kind == rank::row) {
      kind = a.rows == detail::unit_extent ? rank::row : b.columns == detail::unit_extent ? rank::column : rank::matrix;
    }
    return detail::shape_value{a.rows, b.columns, kind};
  };
  static constexpr bool is_linear(std::size_t) { return true; }
  template <std::size_t K>
  static constexpr auto adjoint(std::integral_constant<std::size_t, K>, auto a, auto b, auto g) {
    if constexpr (K == 0) {
      return g * transpose(b);
    } else {
      return transpose(a) * g;
    }
  }
};

/// A': rows as columns, of complex numbers too without conjugation, as derivatives of analytic functions want it.
struct transpose_op {
  static constexpr fixed_string name = "transpose";
  static constexpr auto shape = [](detail::shape_context& c) { return transposed(c[0]); };
  static constexpr bool is_linear(std::size_t) { return true; }
  static constexpr auto adjoint(auto, auto, auto g) { return transpose(g); }
};

/// The sum of the diagonal of a square matrix.
struct trace_op {
  static constexpr fixed_string name = "trace_of";
  static constexpr auto shape = [](detail::shape_context& c) {
    c.same(c[0].rows, c[0].columns);
    return detail::shape_value{};
  };
  static constexpr bool is_linear(std::size_t) { return true; }
  static constexpr auto adjoint(auto, auto a, auto g) { return g * identity_like(a); }
};

/// The sum of all elements.
struct sum_of_elements_op {
  static constexpr fixed_string name = "sum_of_elements";
  static constexpr auto shape = [](detail::shape_context&) { return detail::shape_value{}; };
  static constexpr bool is_linear(std::size_t) { return true; }
  static constexpr auto adjoint(auto, auto a, auto g) { return g * ones_like(a); }
};

/// The matrix of ones, of so many rows and columns: its operands are sizes.
struct ones_op {
  static constexpr fixed_string name = "ones";
  static constexpr std::size_t arity = 2;
  static constexpr auto shape = [](detail::shape_context& c) {
    detail::extent_value const rows = c.number(0), columns = c.number(1);
    using detail::rank;
    return detail::shape_value{rows, columns,
                               columns == detail::unit_extent ? rank::column : rows == detail::unit_extent ? rank::row : rank::matrix};
  };
  static constexpr bool is_linear(std::size_t) { return false; }
};

/// The identity matrix, of so many rows.
struct identity_op {
  static constexpr fixed_string name = "identity";
  static constexpr auto shape = [](detail::shape_context& c) {
    return detail::shape_value{c.number(0), c.number(0), detail::rank::matrix};
  };
  static constexpr bool is_linear(std::size_t) { return false; }
};

/// The diagonal of a square matrix, as a column.
struct diagonal_op {
  static constexpr fixed_string name = "diagonal";
  static constexpr auto shape = [](detail::shape_context& c) {
    return detail::shape_value{c.same(c[0].rows, c[0].columns), detail::unit_extent, detail::rank::column};
  };
  static constexpr bool is_linear(std::size_t) { return true; }
  static constexpr auto adjoint(auto, auto, auto g) { return as_diagonal(g); }
};

/// The matrix with a column as its diagonal, and 0 elsewhere.
struct as_diagonal_op {
  static constexpr fixed_string name = "as_diagonal";
  static constexpr auto shape = [](detail::shape_context& c) {
    c.same(c[0].columns, detail::unit_extent);
    return detail::shape_value{c[0].rows, c[0].rows, detail::rank::matrix};
  };
  static constexpr bool is_linear(std::size_t) { return true; }
  static constexpr auto adjoint(auto, auto, auto g) { return diagonal(g); }
};

/// Rows and columns from (i, j) on, so many of each.
struct block_op {
  static constexpr fixed_string name = "block";
  static constexpr std::size_t arity = 5;
  static constexpr auto shape = [](detail::shape_context& c) {
    c.within(c.number(1), c.number(3), c[0].rows);
    c.within(c.number(2), c.number(4), c[0].columns);
    return detail::shape_value{c.number(3), c.number(4), detail::rank_of_part(c)};
  };
  static constexpr bool is_linear(std::size_t k) { return k == 0; }
  static constexpr auto adjoint(auto, auto a, auto i, auto j, auto, auto, auto g) { return embed_like(a, g, i, j); }
};

/// A matrix of so many rows and columns that is 0 but for a block from (i, j) on.
struct embed_op {
  static constexpr fixed_string name = "embed";
  static constexpr std::size_t arity = 5;
  static constexpr auto shape = [](detail::shape_context& c) {
    return detail::shape_value{c.number(3), c.number(4), detail::rank_of_part(c)};
  };
  static constexpr bool is_linear(std::size_t k) { return k == 0; }
  static constexpr auto adjoint(auto, auto a, auto i, auto j, auto, auto, auto g) { return block_like(a, g, i, j); }
};

/// The element of a 1-by-1 matrix, and the 1-by-1 matrix of an element.
struct element_op {
  static constexpr fixed_string name = "element";
  static constexpr auto shape = [](detail::shape_context& c) {
    c.same(c[0].rows, detail::unit_extent);
    c.same(c[0].columns, detail::unit_extent);
    return detail::shape_value{};
  };
  static constexpr bool is_linear(std::size_t) { return true; }
  static constexpr auto adjoint(auto, auto a, auto g) { return g * ones_like(a); }
};

/// The matrix of the cross product: cross_matrix(a) b is a x b.
struct cross_matrix_op {
  static constexpr fixed_string name = "cross_matrix";
  static constexpr auto shape = [](detail::shape_context& c) {
    c.same(c[0].rows, detail::number_extent(3));
    c.same(c[0].columns, detail::unit_extent);
    return detail::shape_value{detail::number_extent(3), detail::number_extent(3), detail::rank::matrix};
  };
  static constexpr bool is_linear(std::size_t) { return true; }
  static constexpr auto adjoint(auto, auto, auto g) { return axial_vector(g); }
};

/// The column (G32 - G23, G13 - G31, G21 - G12): a . axial_vector(G) is the inner product of cross_matrix(a) and G.
struct axial_vector_op {
  static constexpr fixed_string name = "axial_vector";
  static constexpr auto shape = [](detail::shape_context& c) {
    c.same(c[0].rows, detail::number_extent(3));
    c.same(c[0].columns, detail::number_extent(3));
    return detail::shape_value{detail::number_extent(3), detail::unit_extent, detail::rank::column};
  };
  static constexpr bool is_linear(std::size_t) { return true; }
  static constexpr auto adjoint(auto, auto, auto g) { return cross_matrix(g); }
};

namespace detail {

inline constexpr auto square_shape = [](shape_context& c) {
  c.same(c[0].rows, c[0].columns);
  return shape_value{c[0].rows, c[0].columns, rank::matrix};
};
inline constexpr auto scalar_of_square_shape = [](shape_context& c) {
  c.same(c[0].rows, c[0].columns);
  return shape_value{};
};

}  // namespace detail

/// The inverse of a square matrix. Where there is none the values are what a division by 0 gives.
struct inverse_op {
  static constexpr fixed_string name = "inverse";
  static constexpr auto shape = detail::square_shape;
  static constexpr bool is_linear(std::size_t) { return false; }
  static constexpr auto differential(auto, auto, auto y, auto d) { return -(y * d * y); }
};

/// The matrix of cofactors, transposed: det(A) inverse(A), also where A has no inverse. A step of derivatives of determinants.
struct adjugate_op {
  static constexpr fixed_string name = "adjugate";
  static constexpr auto shape = detail::square_shape;
  static constexpr bool is_linear(std::size_t) { return false; }
  static constexpr auto differential(auto, auto a, auto y, auto d) {
    return (trace(y * d) * y - y * d * y) / determinant(a);
  }
};

/// Right where the matrix is singular too: its derivative is the adjugate, transposed.
struct determinant_op {
  static constexpr fixed_string name = "determinant";
  static constexpr auto shape = detail::scalar_of_square_shape;
  static constexpr bool is_linear(std::size_t) { return false; }
  static constexpr auto differential(auto, auto a, auto, auto d) { return trace(adjugate(a) * d); }
};

/// log(determinant(A)), without the determinant, which overflows soon; NaN where that is negative.
struct log_determinant_op {
  static constexpr fixed_string name = "log_determinant";
  static constexpr auto shape = detail::scalar_of_square_shape;
  static constexpr bool is_linear(std::size_t) { return false; }
  static constexpr auto differential(auto, auto a, auto, auto d) { return trace(inverse(a) * d); }
};

/// X of A X = B.
struct solve_op {
  static constexpr fixed_string name = "solve";
  static constexpr std::size_t arity = 2;
  static constexpr auto shape = [](detail::shape_context& c) {
    c.same(c.same(c[0].rows, c[0].columns), c[1].rows);
    return detail::shape_value{c[1].rows, c[1].columns, c[1].kind};
  };
  static constexpr bool is_linear(std::size_t k) { return k == 1; }
  static constexpr auto adjoint(auto, auto a, auto, auto g) { return solve(transpose(a), g); }
  static constexpr auto differential(auto, auto a, auto, auto y, auto d) { return -solve(a, d * y); }
};

/// sqrt of the sum of the squares of all elements, without overflow; its derivative at 0 is 0, a subgradient.
struct norm_op {
  static constexpr fixed_string name = "norm";
  static constexpr auto shape = [](detail::shape_context&) { return detail::shape_value{}; };
  static constexpr bool is_linear(std::size_t) { return false; }
  static constexpr auto differential(auto, auto a, auto y, auto d) {
    return select(equals(y, zero), zero, one / y) * sum(hadamard(a, d));
  }
};

/// log of the sum of exp of the elements of each row, a column; without overflow.
struct row_log_sum_exp_op {
  static constexpr fixed_string name = "row_log_sum_exp";
  static constexpr auto shape = [](detail::shape_context& c) {
    return detail::shape_value{c[0].rows, detail::unit_extent, detail::rank::column};
  };
  static constexpr bool is_linear(std::size_t) { return false; }
  static constexpr auto differential(auto, auto a, auto y, auto d) {
    return row_sums(hadamard(exp(a - replicate_like(a, y)), d));
  }
};

}  // namespace nabla
