#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <tuple>

#include <Eigen/Core>

#include <nabla/graph/arguments.hpp>
#include <nabla/matrix/program.hpp>

// What is bound to the variables of a matrix formula: Eigen's matrices, maps, blocks, expressions; arrays and vectors of the standard
// library for columns; numbers for scalar variables.

namespace nabla::detail {

// In a call of a scalar formula a matrix is one of the bindings that it does not need.
template <fixed_string Name, class Rows, class Columns, matrix_kind Kind>
struct variable_binding_info<matrix_symbol<Name, Rows, Columns, Kind>> {
  static constexpr variable_info info = matrix_symbol<Name, Rows, Columns, Kind>::info;
  static constexpr std::size_t members = 0;
};

// Deduced, as some of Eigen's classes derive from others: VectorBlock from Block.
template <class Derived>
void is_derived_from_eigen(Eigen::EigenBase<Derived> const&);
template <class Derived>
void is_matrix_of_eigen(Eigen::MatrixBase<Derived> const&);

template <class T>
concept eigen_expression = requires(std::remove_cvref_t<T> const& t) { is_derived_from_eigen(t); };

/// What holds its elements in a row: std::array, std::vector, std::span.
template <class T>
concept contiguous_values = !eigen_expression<T> && requires(T const& t) {
  t.data();
  t.size();
  t[0];
};

template <class T>
concept matrix_value = eigen_expression<T> || contiguous_values<T>;

template <class Value>
struct scalar_of_value {
  using type = element_t<Value>;
};
template <eigen_expression Value>
struct scalar_of_value<Value> {
  using type = typename std::remove_cvref_t<Value>::Scalar;
};

/// Number of rows or columns that a type fixes, or Eigen::Dynamic.
constexpr int eigen_extent(extent_value extent) { return extent.is_number() ? static_cast<int>(extent.size) : Eigen::Dynamic; }

/// Largest matrix, in bytes, whose size is part of its type: larger ones would not fit the stack, and gain nothing.
inline constexpr std::size_t largest_fixed = 16384;

template <class T, int Rows, int Columns>
constexpr bool is_fixed_matrix() {
  return Rows != Eigen::Dynamic && Columns != Eigen::Dynamic && static_cast<std::size_t>(Rows) * static_cast<std::size_t>(Columns) * sizeof(T) <= largest_fixed;
}
template <class T, int Rows, int Columns>
struct eigen_matrix {
  // One extent of 1 stays known.
  static constexpr bool is_fixed = is_fixed_matrix<T, Rows, Columns>();
  static constexpr int rows = is_fixed || Rows == 1 ? Rows : Eigen::Dynamic, columns = is_fixed || Columns == 1 ? Columns : Eigen::Dynamic;
  using type = Eigen::Matrix<T, rows, columns, (rows == 1 && columns != 1 ? Eigen::RowMajor : Eigen::ColMajor)>;
};
/// The matrix type of values of a shape.
template <class T, shape_value Shape>
struct eigen_matrix_for {
  using type = typename eigen_matrix<T, eigen_extent(Shape.rows), eigen_extent(Shape.columns)>::type;
};

/// Whether Eigen can read a matrix where it is, as T: what has an address and strides. (The flag for it is not set of every block.)
template <class Value, class T>
constexpr bool is_read_in_place() {
  if constexpr (std::is_same_v<typename Value::Scalar, T>) {
    return requires(Value const& value) {
      is_matrix_of_eigen(value);
      value.data();
      value.innerStride();
      value.outerStride();
    };
  } else {
    return false;
  }
}

/// A matrix that is bound to a variable: by reference where it is one already, and evaluated once where it is an expression.
template <class T, shape_value Shape, class Value>
class bound_matrix {
 public:
  explicit bound_matrix(Value const& value) : value_(convert(value)) {}
  auto const& get() const { return value_; }

 private:
  using plain = typename Value::PlainObject;
  using copy = Eigen::Matrix<T, plain::RowsAtCompileTime, plain::ColsAtCompileTime, plain::Options, plain::MaxRowsAtCompileTime, plain::MaxColsAtCompileTime>;
  static decltype(auto) convert(Value const& value) {
    if constexpr (is_read_in_place<Value, T>()) {
      return (value);
    } else if constexpr (std::is_same_v<typename Value::Scalar, T>) {
      return copy(value);
    } else {
      return copy(value.template cast<T>());
    }
  }
  std::conditional_t<is_read_in_place<Value, T>(), Value const&, copy const> value_;
};
template <class T, shape_value Shape, class Value>
  requires(!eigen_expression<Value>)
class bound_matrix<T, Shape, Value> {
  using element = typename scalar_of_value<Value>::type;
  using map = Eigen::Map<Eigen::Matrix<element, eigen_extent(Shape.rows), 1> const>;
  using held = std::conditional_t<std::is_same_v<element, T>, map, Eigen::Matrix<T, eigen_extent(Shape.rows), 1>>;

 public:
  explicit bound_matrix(Value const& value)
      : value_(convert(map(value.data(), static_cast<Eigen::Index>(value.size())))) {}
  auto const& get() const { return value_; }

 private:
  static held convert(map const& from) {
    if constexpr (std::is_same_v<element, T>) {
      return from;
    } else {
      return from.template cast<T>();
    }
  }
  held value_;
};

template <class Value>
constexpr int bound_rows() {
  if constexpr (eigen_expression<Value>) {
    return Value::RowsAtCompileTime;
  } else {
    return static_size<Value>() == static_cast<std::size_t>(-1) ? Eigen::Dynamic : static_cast<int>(static_size<Value>());
  }
}
template <class Value>
constexpr int bound_columns() {
  if constexpr (eigen_expression<Value>) {
    return Value::ColsAtCompileTime;
  } else {
    return 1;
  }
}
constexpr bool may_hold(extent_value extent, int bound) {
  return bound == Eigen::Dynamic || !extent.is_number() || extent.size == static_cast<std::size_t>(bound);
}

template <class Value>
inline constexpr bool is_a_matrix = matrix_value<Value>;
template <class Value>
inline constexpr bool is_a_number = !matrix_value<Value>;
template <class Declared, class Bound>
inline constexpr bool the_matrix_has_the_shape_of_its_variable = std::is_same_v<Declared, void>;

template <class Binding>
constexpr bool check_matrix_binding() {
  using value = typename Binding::value_type;
  using variable = typename Binding::variable;
  if constexpr (is_matrix_symbol_v<variable>) {
    static_assert(is_a_matrix<value>, "nabla: a matrix variable takes a matrix of Eigen, a map or an expression; a column also a std::array, std::vector or std::span");
    if constexpr (is_a_matrix<value>) {
      constexpr bool fits = may_hold(variable::shape.rows, bound_rows<value>()) && may_hold(variable::shape.columns, bound_columns<value>());
      if constexpr (!fits) {
        using declared = shape_type<variable::shape>;
        using given = rows_by_columns<fixed_extent<static_cast<std::size_t>(bound_rows<value>())>, fixed_extent<static_cast<std::size_t>(bound_columns<value>())>>;
        static_assert(the_matrix_has_the_shape_of_its_variable<declared, given>,
                      "nabla: the matrix bound to a variable has another shape than the variable");
      }
      return fits;
    } else {
      return false;
    }
  } else {
    static_assert(is_a_number<value>, "nabla: a scalar variable takes one value");
    return is_a_number<value>;
  }
}

// --- sizes at run time

inline std::string shape_text(Eigen::Index rows, Eigen::Index columns) { return std::to_string(rows) + "x" + std::to_string(columns); }

[[noreturn]] inline void refuse_shape(text name, std::string const& declared, std::string const& given) {
  throw std::invalid_argument("nabla: the variable " + std::string(name.data(), name.size()) + " is " + declared + ", and the matrix bound to it " + given);
}
[[noreturn]] inline void refuse_overlap(text name) {
  throw std::invalid_argument("nabla: the place for a result overlaps the matrix bound to " + std::string(name.data(), name.size()) +
                              ", which is read while the result is written: write to another matrix");
}

/// Whether two matrices share memory: where one begins where the other does, or where both are without gaps and meet.
template <class A, class B>
bool overlap(A const& a, B const& b) {
  if (a.size() == 0 || b.size() == 0) return false;
  if (static_cast<void const*>(a.data()) == static_cast<void const*>(b.data())) return true;
  auto const has_gaps = [](auto const& m) { return m.innerStride() != 1 || (m.outerSize() > 1 && m.outerStride() != m.innerSize()); };
  if (has_gaps(a) || has_gaps(b)) return false;
  std::less<void const*> const before;
  return before(a.data(), b.data() + b.size()) && before(b.data(), a.data() + a.size());
}

[[noreturn]] inline void refuse_operand(text operation, std::string const& shape) {
  throw std::invalid_argument("nabla: " + std::string(operation.data(), operation.size()) + " does not take an operand of shape " + shape);
}
[[noreturn]] inline void refuse_operands(text operation, std::string const& left, std::string const& right) {
  throw std::invalid_argument("nabla: " + std::string(operation.data(), operation.size()) + " does not take operands of shapes " + left + " and " + right);
}
[[noreturn]] inline void refuse_part(std::string const& part, std::string const& whole) {
  throw std::invalid_argument("nabla: a block of " + part + " ends outside of its matrix, which is " + whole);
}

}  // namespace nabla::detail
