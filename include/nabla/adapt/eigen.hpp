#pragma once

#include <nabla/calculus/hessian.hpp>

#include <Eigen/SparseCore>

// Sparse Jacobians and Hessians in Eigen's matrices. (Dense ones need no adapter: jacobian(F).into(matrix, in) writes to any
// Eigen matrix.)

namespace nabla {

/// Which entries of a symmetric matrix are kept.
enum class symmetric_entries { all, lower_triangle };

namespace detail {

/// Where the packed entries of a pattern stand among the values of a compressed Eigen matrix, and that matrix's own structure. Of a
/// symmetric matrix with all its entries, an entry below the diagonal stands in two places.
template <class Functor, bool RowMajor, bool Mirrored>
struct compressed_storage {
  using pattern_type = std::remove_cvref_t<decltype(Functor::sparsity())>;
  static constexpr auto const& pattern = Functor::sparsity();
  static constexpr std::size_t packed_size = pattern_type::size();
  static constexpr std::size_t rows = pattern_type::row_count(), columns = pattern_type::column_count();
  static constexpr std::size_t outer_size = RowMajor ? rows : columns;

  static constexpr std::size_t size = [] {
    std::size_t count = packed_size;
    for (std::size_t k = 0; Mirrored && k < packed_size; ++k) count += pattern.rows[k] != pattern.columns[k] ? 1 : 0;
    return count;
  }();

  struct tables {
    int starts[outer_size + 1]{};
    int inner[size + 1]{};
    std::size_t place[packed_size + 1]{};
    std::size_t mirrored_place[packed_size + 1]{};

    constexpr tables() {
      auto const outer_of = [](std::size_t k) { return Mirrored || RowMajor ? pattern.rows[k] : pattern.columns[k]; };
      auto const inner_of = [](std::size_t k) { return Mirrored || RowMajor ? pattern.columns[k] : pattern.rows[k]; };
      auto const is_mirrored = [](std::size_t k) { return Mirrored && pattern.rows[k] != pattern.columns[k]; };
      for (std::size_t k = 0; k < packed_size; ++k) {
        ++starts[outer_of(k) + 1];
        if (is_mirrored(k)) ++starts[inner_of(k) + 1];
      }
      for (std::size_t i = 0; i < outer_size; ++i) starts[i + 1] += starts[i];
      int next[outer_size + 1]{};
      for (std::size_t i = 0; i < outer_size; ++i) next[i] = starts[i];
      // The entries come row by row, so that within each column their rows ascend; and the mirrored ones of a row, which stand
      // behind the diagonal, come after all that stand before it.
      auto const put = [&](std::size_t outer, std::size_t inner_index) {
        auto const at = static_cast<std::size_t>(next[outer]++);
        inner[at] = static_cast<int>(inner_index);
        return at;
      };
      for (std::size_t k = 0; k < packed_size; ++k) place[k] = put(outer_of(k), inner_of(k));
      for (std::size_t k = 0; k < packed_size; ++k) mirrored_place[k] = is_mirrored(k) ? put(inner_of(k), outer_of(k)) : place[k];
    }
  };
  static constexpr tables table{};
};

template <class Functor>
concept sparse_functor = requires {
  Functor::sparsity();
  Functor::is_symmetric;
};

template <class Storage, class Matrix>
void set_structure(Matrix& matrix) {
  matrix.resize(static_cast<Eigen::Index>(Storage::rows), static_cast<Eigen::Index>(Storage::columns));
  matrix.resizeNonZeros(static_cast<Eigen::Index>(Storage::size));
  for (std::size_t i = 0; i <= Storage::outer_size; ++i) {
    matrix.outerIndexPtr()[i] = static_cast<typename Matrix::StorageIndex>(Storage::table.starts[i]);
  }
  for (std::size_t k = 0; k < Storage::size; ++k) {
    matrix.innerIndexPtr()[k] = static_cast<typename Matrix::StorageIndex>(Storage::table.inner[k]);
    matrix.valuePtr()[k] = typename Matrix::Scalar(0);
  }
}

template <class Storage, class T, std::size_t Entries>
void write_values(T* values, std::array<T, Entries> const& entries) {
  for (std::size_t k = 0; k < Entries; ++k) {
    values[Storage::table.place[k]] = entries[k];
    values[Storage::table.mirrored_place[k]] = entries[k];
  }
}

template <bool RowMajor, class Functor, class T, std::size_t Entries>
void write_values(T* values, std::size_t stored, std::array<T, Entries> const& entries) {
  if constexpr (Functor::is_symmetric) {
    if (stored != Entries) return write_values<compressed_storage<Functor, RowMajor, true>>(values, entries);
  }
  write_values<compressed_storage<Functor, RowMajor, false>>(values, entries);
}

/// Whether the matrix has the structure that `make_sparse_matrix` gives it, as far as the number of entries tells.
template <class Functor, class Matrix>
bool has_structure_of(Matrix const& matrix) {
  using lower = compressed_storage<Functor, bool(Matrix::IsRowMajor), false>;
  using all = compressed_storage<Functor, bool(Matrix::IsRowMajor), Functor::is_symmetric>;
  auto const stored = static_cast<std::size_t>(matrix.nonZeros());
  return matrix.isCompressed() && matrix.rows() == static_cast<Eigen::Index>(lower::rows) &&
         matrix.cols() == static_cast<Eigen::Index>(lower::columns) && (stored == lower::size || stored == all::size);
}

}  // namespace detail

/// A sparse matrix with the structure of a Jacobian or a Hessian and the values 0, to be filled at each point.
///
///     auto matrix = make_sparse_matrix(hessian(F));                          Eigen::SparseMatrix<double>, all entries
///     auto lower = make_sparse_matrix<float, Eigen::RowMajor>(hessian(F), symmetric_entries::lower_triangle);
///     fill(matrix, hessian(F), in);
///
/// @param f   jacobian(F) or hessian(F), or what gives values beside them
/// @cost      the only allocation: `fill` writes values alone, so that a factorisation's symbolic analysis can be kept
template <class T = double, int Options = Eigen::ColMajor, detail::sparse_functor Functor>
Eigen::SparseMatrix<T, Options> make_sparse_matrix(Functor const&, symmetric_entries kept = symmetric_entries::all) {
  constexpr bool row_major = Options & Eigen::RowMajorBit;
  Eigen::SparseMatrix<T, Options> matrix;
  if (Functor::is_symmetric && kept == symmetric_entries::all) {
    detail::set_structure<detail::compressed_storage<Functor, row_major, Functor::is_symmetric>>(matrix);
  } else {
    detail::set_structure<detail::compressed_storage<Functor, row_major, false>>(matrix);
  }
  return matrix;
}

/// Writes the values of a Jacobian or a Hessian into a matrix of `make_sparse_matrix`: its structure and memory stay.
///
///     fill(matrix, jacobian(F), in);
///     auto value = fill(matrix, value_and_jacobian(F), in);
///     auto [value, gradient] = fill(matrix, value_gradient_hessian(F), in);
///
/// @refuses   a matrix of another structure (eigen_assert)
template <class T, int Options, class Index, detail::sparse_functor Functor, class... Arguments>
auto fill(Eigen::SparseMatrix<T, Options, Index>& matrix, Functor const& f, Arguments const&... arguments) {
  constexpr bool row_major = Options & Eigen::RowMajorBit;
  eigen_assert(detail::has_structure_of<Functor>(matrix) && "nabla: the matrix is not one of make_sparse_matrix for this function");
  auto const stored = static_cast<std::size_t>(matrix.nonZeros());
  auto const write = [&]<class U, std::size_t Entries>(std::array<U, Entries> const& entries) {
    static_assert(std::is_same_v<T, U>, "nabla: the matrix has the scalar type of the arguments");
    if constexpr (std::is_same_v<T, U>) detail::write_values<row_major, Functor>(matrix.valuePtr(), stored, entries);
  };
  auto const result = f.packed(arguments...);
  if constexpr (requires { result.hessian; }) {
    write(result.hessian);
    return value_and_gradient_result<T, result.gradient.size()>{result.value, result.gradient};
  } else if constexpr (requires { result.jacobian; }) {
    write(result.jacobian);
    return result.value;
  } else {
    write(result);
  }
}

}  // namespace nabla
