#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>

#include <nabla/calculus/sparsity.hpp>
#include <nabla/graph/evaluate.hpp>

namespace nabla::detail {

// Where the user, or a result, keeps a vector or a matrix, seen as memory: a program stores its outputs there itself. What cannot be
// seen so (callables, other scalars, what has only out(i, j)) is written from a finished result.

// --- lines of numbers; `follows`: whether one place is the next behind another in memory

/// A vector, or a matrix row by row.
template <class T, std::size_t Rows, std::size_t Columns>
struct flat_rows {
  using scalar = T;
  T* first;

  NABLA_ALWAYS_INLINE constexpr T& entry(std::size_t row, std::size_t column) const { return first[row * Columns + column]; }
  static constexpr bool follows(place const& at, place const& next) {
    return next.row * Columns + next.column == at.row * Columns + at.column + 1;
  }
  NABLA_ALWAYS_INLINE constexpr void fill(T const& value) const {
    for (std::size_t k = 0; k < Rows * Columns; ++k) first[k] = value;
  }
  NABLA_ALWAYS_INLINE bool touches(T const* begin, T const* end) const {
    return rows_overlap<T>(first, first + Rows * Columns, begin, end);
  }
};

/// The rows of a result.
template <class T, std::size_t Rows, std::size_t Columns>
struct nested_rows {
  using scalar = T;
  std::array<T, Columns>* first;

  NABLA_ALWAYS_INLINE constexpr T& entry(std::size_t row, std::size_t column) const { return first[row][column]; }
  static constexpr bool follows(place const& at, place const& next) { return next.row == at.row && next.column == at.column + 1; }
  NABLA_ALWAYS_INLINE constexpr void fill(T const& value) const {
    for (std::size_t i = 0; i < Rows; ++i) first[i].fill(value);
  }
};

/// A matrix of Eigen: rows or columns, so far apart.
template <class T, std::size_t Rows, std::size_t Columns, bool ByRows, class Distance>
struct strided_lines {
  using scalar = T;
  static constexpr std::size_t lines = ByRows ? Rows : Columns, length = ByRows ? Columns : Rows;
  T* first;
  Distance distance;

  NABLA_ALWAYS_INLINE constexpr T& entry(std::size_t row, std::size_t column) const {
    return ByRows ? line(row)[column] : line(column)[row];
  }
  static constexpr bool follows(place const& at, place const& next) {
    return ByRows ? next.row == at.row && next.column == at.column + 1 : next.column == at.column && next.row == at.row + 1;
  }
  NABLA_ALWAYS_INLINE constexpr void fill(T const& value) const {
    for (std::size_t i = 0; i < lines; ++i) {
      for (std::size_t j = 0; j < length; ++j) line(i)[j] = value;
    }
  }
  NABLA_ALWAYS_INLINE bool touches(T const* begin, T const* end) const {
    return rows_overlap<T>(first, line(lines - 1) + length, begin, end);
  }

 private:
  NABLA_ALWAYS_INLINE constexpr T* line(std::size_t i) const { return first + static_cast<Distance>(i) * distance; }
};

template <class Out, class T>
concept has_memory_of = requires(Out& out) {
  { out.data() } -> std::same_as<T*>;
};
/// What Eigen keeps in memory says how far its elements are apart.
template <class Out>
concept strided = requires(Out& out) { out.innerStride(); };

/// A vector that stands in a row; or nothing.
template <class T, std::size_t Size, class Out>
NABLA_ALWAYS_INLINE constexpr auto vector_lines(Out& out) {
  if constexpr (!std::is_class_v<Out>) {  // a pointer, which is_pointer does not see where it is __restrict, or an array
    if constexpr (std::is_convertible_v<Out&, T*>) return flat_rows<T, 1, Size>{out};
  } else if constexpr (has_memory_of<Out, T>) {
    if constexpr (strided<Out>) {
      if constexpr (requires { requires Out::InnerStrideAtCompileTime == 1 && bool(Out::IsVectorAtCompileTime); }) {
        return flat_rows<T, 1, Size>{out.data()};
      }
    } else if constexpr (requires { { out[0] } -> std::same_as<T&>; }) {
      return flat_rows<T, 1, Size>{out.data()};
    }
  }
}

/// A matrix that stands in rows or columns; or nothing.
template <class T, std::size_t Rows, std::size_t Columns, class Out>
NABLA_ALWAYS_INLINE constexpr auto matrix_lines(Out& out) {
  if constexpr (strided<Out>) {
    if constexpr (requires { requires has_memory_of<Out, T> && Out::InnerStrideAtCompileTime == 1 && !bool(Out::IsVectorAtCompileTime); }) {
      return strided_lines<T, Rows, Columns, bool(Out::IsRowMajor), decltype(out.outerStride())>{out.data(), out.outerStride()};
    }
  } else if constexpr (!requires { out(0, 0); } && !std::is_void_v<decltype(vector_lines<T, Rows * Columns>(out))>) {
    return flat_rows<T, Rows, Columns>{vector_lines<T, Rows * Columns>(out).first};
  }
}

// --- sinks

/// The entries of a matrix that can be other than 0, in the order of its pattern, each at its place among all, and zeros elsewhere.
template <class Matrix, class Lines>
struct matrix_sink {
  using scalar = typename Lines::scalar;
  static constexpr std::size_t count = Matrix::entries;
  static constexpr bool is_mirrored = Matrix::is_symmetric;
  Lines lines;

  NABLA_ALWAYS_INLINE constexpr std::conditional_t<is_mirrored, two_places<scalar>, scalar&> at(std::size_t k) const {
    auto const [i, j] = Matrix::place_of(k);
    if constexpr (is_mirrored) {
      return {lines.entry(i, j), lines.entry(j, i)};
    } else {
      return lines.entry(i, j);
    }
  }
  NABLA_ALWAYS_INLINE constexpr scalar* row(std::size_t k) const {
    return &lines.entry(Matrix::place_of(k).row, Matrix::place_of(k).column);
  }
  static constexpr bool has_row(std::size_t k, std::size_t length) {
    if (is_mirrored || k + length > count) return false;
    bool follows = true;
    for (std::size_t n = 1; n < length && follows; ++n) follows = Lines::follows(Matrix::place_of(k + n - 1), Matrix::place_of(k + n));
    return follows;
  }
  NABLA_ALWAYS_INLINE constexpr void prepare() const {
    if constexpr (!Matrix::is_full) lines.fill(scalar(0));
  }
};

/// How a result gives a matrix: its entries side by side, its one row, or rows.
enum class layout { packed, vector, matrix };

/// Where a matrix is to be written to, as lines; or nothing.
template <class T, class Matrix, layout Layout, class Out>
NABLA_ALWAYS_INLINE constexpr auto lines_of(Out& out) {
  if constexpr (Layout == layout::matrix) {
    return matrix_lines<T, Matrix::rows, Matrix::columns>(out);
  } else {
    return vector_lines<T, Layout == layout::packed ? Matrix::entries : Matrix::columns>(out);
  }
}
template <class T, class Matrix, layout Layout, class Out>
inline constexpr bool stands_in_lines = !std::is_void_v<decltype(lines_of<T, Matrix, Layout>(std::declval<Out&>()))>;

template <class Lines>
inline constexpr bool are_flat_rows = false;
template <class T, std::size_t Rows, std::size_t Columns>
inline constexpr bool are_flat_rows<flat_rows<T, Rows, Columns>> = true;

template <class Matrix, layout Layout, class Lines>
NABLA_ALWAYS_INLINE constexpr auto sink_of(Lines lines) {
  if constexpr (Layout == layout::packed || (Matrix::is_full && !Matrix::is_symmetric && are_flat_rows<Lines>)) {
    return row_sink<typename Lines::scalar, Matrix::entries>{lines.first};
  } else {
    return matrix_sink<Matrix, Lines>{lines};
  }
}

// The same of a part of a result.
template <class Matrix, layout Layout, class T, std::size_t Size>
NABLA_ALWAYS_INLINE constexpr auto sink_of_part(std::array<T, Size>& part) {
  return sink_of<Matrix, Layout>(flat_rows<T, 1, Size>{part.data()});
}
template <class Matrix, layout Layout, class T, std::size_t Rows, std::size_t Columns>
NABLA_ALWAYS_INLINE constexpr auto sink_of_part(std::array<std::array<T, Columns>, Rows>& part) {
  return sink_of<Matrix, Layout>(nested_rows<T, Rows, Columns>{part.data()});
}
template <class T>
NABLA_ALWAYS_INLINE constexpr auto sink_of_value(T& value) {
  return row_sink<T, 1>{&value};
}
template <class T, std::size_t Size>
NABLA_ALWAYS_INLINE constexpr auto sink_of_value(std::array<T, Size>& values) {
  return row_sink<T, Size>{values.data()};
}

}  // namespace nabla::detail
