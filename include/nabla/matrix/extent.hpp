#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <nabla/detail/fixed_string.hpp>

namespace nabla {

/// In place of a number of rows or columns: the size is known only when a matrix is bound.
struct dynamic_t {};
inline constexpr dynamic_t dynamic{};

namespace detail {

/// The number of rows or columns of a shape as a value: a number, or what stands for one.
struct extent_value {
  std::size_t size = 0;
  std::uint64_t id = 0;     // of a name, or of "the rows of A"; 0 where the extent is a number
  bool is_dynamic = false;  // so that it may turn out equal to any other

  constexpr bool is_number() const { return id == 0; }
  friend constexpr bool operator==(extent_value const&, extent_value const&) = default;
};

constexpr extent_value number_extent(std::size_t size) { return {size, 0, false}; }
inline constexpr extent_value unit_extent{1, 0, false};

// From the id of an extent back to its name, as from the hash of an operation to its type: for messages and formulas.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <std::uint64_t Id>
struct extent_id {
  friend constexpr auto extent_type_of(extent_id);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

constexpr std::uint64_t id_of_extent(text name, std::uint64_t what) { return hash_join(hash_text(name), what) | 1; }

template <fixed_string Name>
struct named_extent {
  static constexpr extent_value value{0, id_of_extent(Name.view(), 1), false};
  static constexpr auto name = Name;
  friend constexpr auto extent_type_of(extent_id<value.id>) { return std::type_identity<named_extent>{}; }
};

/// The rows, or columns, of a matrix whose size is known only when it is bound.
template <fixed_string Matrix>
struct rows_of_dynamic {
  static constexpr extent_value value{0, id_of_extent(Matrix.view(), 2), true};
  static constexpr auto name = Matrix;
  friend constexpr auto extent_type_of(extent_id<value.id>) { return std::type_identity<rows_of_dynamic>{}; }
};
template <fixed_string Matrix>
struct columns_of_dynamic {
  static constexpr extent_value value{0, id_of_extent(Matrix.view(), 3), true};
  static constexpr auto name = Matrix;
  friend constexpr auto extent_type_of(extent_id<value.id>) { return std::type_identity<columns_of_dynamic>{}; }
};

/// A number of rows or columns.
template <std::size_t Size>
struct fixed_extent {
  static constexpr extent_value value = number_extent(Size);
};

template <extent_value Extent>
constexpr auto extent_type() {
  if constexpr (Extent.is_number()) {
    return std::type_identity<fixed_extent<Extent.size>>{};
  } else {
    return extent_type_of(extent_id<Extent.id>{});
  }
}
template <extent_value Extent>
using extent_type_t = typename decltype(extent_type<Extent>())::type;

/// What stands beside what in products: a scalar, a column, a row (a transposed column), or a matrix, of which one extent may be 1.
enum class rank { scalar, column, row, matrix };

/// Rows and columns.
struct shape_value {
  extent_value rows = unit_extent;
  extent_value columns = unit_extent;
  rank kind = rank::scalar;

  constexpr bool is_scalar() const { return kind == rank::scalar; }
  friend constexpr bool operator==(shape_value const&, shape_value const&) = default;
};

constexpr shape_value transposed(shape_value shape) {
  return {shape.columns, shape.rows,
          shape.kind == rank::column ? rank::row : shape.kind == rank::row ? rank::column : shape.kind};
}

/// Whether two extents are known to be equal, known to differ, or to be compared when they are bound.
enum class agreement { equal, different, unknown };

constexpr agreement agree(extent_value a, extent_value b) {
  if (a == b) return agreement::equal;
  return a.is_dynamic || b.is_dynamic ? agreement::unknown : agreement::different;
}
constexpr bool may_agree(extent_value a, extent_value b) { return agree(a, b) != agreement::different; }

/// The better known of two extents that agree.
constexpr extent_value joined_extent(extent_value a, extent_value b) {
  if (a.is_number()) return a;
  return b.is_number() || a.is_dynamic ? b : a;
}

/// The shape in a message: `rows_by_columns<fixed_extent<3>, named_extent<"n">>`.
template <class Rows, class Columns>
struct rows_by_columns {};
// A class, and not an alias: GCC 12 does not survive aliases of class-type template arguments that depend on others.
template <shape_value Shape>
struct shape_type_for {
  using type = rows_by_columns<typename decltype(extent_type<Shape.rows>())::type, typename decltype(extent_type<Shape.columns>())::type>;
};
template <shape_value Shape>
using shape_type = typename shape_type_for<Shape>::type;

template <auto Extent>
constexpr bool is_extent() {
  using type = std::remove_cvref_t<decltype(Extent)>;
  if constexpr (std::is_integral_v<type>) {
    return Extent >= 0;
  } else {
    return requires { type::extent_tag; } || std::is_same_v<type, dynamic_t>;
  }
}

}  // namespace detail
}  // namespace nabla
