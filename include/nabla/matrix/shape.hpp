#pragma once

#include <nabla/matrix/symbol.hpp>

namespace nabla::detail {

/// What the shape of an operation is computed from, the shapes of its operands; and what they must fulfil.
class shape_context {
 public:
  static constexpr std::size_t most_operands = 8;

  constexpr void add(shape_value shape, extent_value number) {
    if (count_ == most_operands) return refuse();
    shapes_[count_] = shape;
    numbers_[count_++] = number;
  }

  constexpr std::size_t count() const { return count_; }
  constexpr shape_value const& operator[](std::size_t k) const { return shapes_[k]; }
  /// What an operand that is a size says: `block(A, 0_c, 0_c, 2_c, 2_c)`.
  constexpr extent_value number(std::size_t k) const { return numbers_[k]; }

  /// Two extents that must be equal; the better known one.
  constexpr extent_value same(extent_value a, extent_value b) {
    pairs_[pair_count_ < most_pairs ? pair_count_++ : most_pairs - 1] = {a, b};
    return joined_extent(a, b);
  }
  /// Rows from `first` on, `size` of them, that must be within `all`.
  constexpr void within(extent_value first, extent_value size, extent_value all) {
    if (first.is_number() && size.is_number() && all.is_number()) {
      if (first.size + size.size > all.size) is_outside_ = true;
    } else if (!(first == number_extent(0) && size == all)) {
      parts_[part_count_ < most_parts ? part_count_++ : most_parts - 1] = {first, size, all};
    }
  }
  constexpr void refuse() { refused_ = true; }

  struct pair {
    extent_value a, b;
  };
  static constexpr std::size_t most_pairs = 16;
  constexpr std::size_t pair_count() const { return pair_count_; }
  constexpr pair const& pair_at(std::size_t k) const { return pairs_[k]; }

  /// What types do not know to be within: compared at the call.
  struct part {
    extent_value first, size, all;
  };
  static constexpr std::size_t most_parts = 2;
  constexpr std::size_t part_count() const { return part_count_; }
  constexpr part const& part_at(std::size_t k) const { return parts_[k]; }

  constexpr bool agrees() const {
    for (std::size_t k = 0; k < pair_count_; ++k) {
      if (!may_agree(pairs_[k].a, pairs_[k].b)) return false;
    }
    return !refused_;
  }
  constexpr bool is_outside() const { return is_outside_; }

 private:
  shape_value shapes_[most_operands]{};
  extent_value numbers_[most_operands]{};
  pair pairs_[most_pairs]{};
  part parts_[most_parts]{};
  std::size_t count_ = 0, pair_count_ = 0, part_count_ = 0;
  bool is_outside_ = false, refused_ = false;
};

/// Of an operation element by element: the shape of the operands that are not scalars.
constexpr shape_value elementwise_shape(shape_context& c) {
  shape_value result;
  for (std::size_t k = 0; k < c.count(); ++k) {
    if (c[k].is_scalar()) continue;
    if (result.is_scalar()) {
      result = c[k];
    } else {
      result.rows = c.same(result.rows, c[k].rows);
      result.columns = c.same(result.columns, c[k].columns);
      if (c[k].kind != result.kind) result.kind = rank::matrix;
    }
  }
  return result;
}

template <class Operation>
constexpr shape_value shape_of_operation(shape_context& c) {
  if constexpr (matrix_operation<Operation>) {
    return Operation::shape(c);
  } else {
    return elementwise_shape(c);
  }
}

/// The shape of a formula: that of a scalar one is a scalar's.
template <class Formula>
inline constexpr shape_value shape_of{};
template <fixed_string Name, class Rows, class Columns, matrix_kind Kind>
inline constexpr shape_value shape_of<matrix_symbol<Name, Rows, Columns, Kind>> = matrix_symbol<Name, Rows, Columns, Kind>::shape;

/// The size that a formula stands for where it is one.
template <class Formula>
inline constexpr extent_value number_of_formula{static_cast<std::size_t>(-1), 0, false};
template <std::intmax_t Numerator, std::intmax_t Denominator>
  requires(Denominator == 1 && Numerator >= 0)
inline constexpr extent_value number_of_formula<constant<Numerator, Denominator>> = number_extent(static_cast<std::size_t>(Numerator));
template <extent_value Extent>
inline constexpr extent_value number_of_formula<extent_symbol<Extent>> = Extent;

template <class... Operands>
constexpr shape_context context_of() {
  shape_context c;
  (c.add(shape_of<Operands>, number_of_formula<Operands>), ...);
  return c;
}
template <class Operation, class... Operands>
constexpr shape_value applied_shape() {
  shape_context c = context_of<Operands...>();
  return shape_of_operation<Operation>(c);
}
template <class Operation, class... Operands>
inline constexpr shape_value shape_of<apply<Operation, Operands...>> = applied_shape<Operation, Operands...>();

/// Whether an operation fits the shapes of its operands, as far as types know them.
template <class Operation, class... Operands>
constexpr shape_context checked_context() {
  shape_context c = context_of<Operands...>();
  shape_of_operation<Operation>(c);
  return c;
}

}  // namespace nabla::detail
