#pragma once

#include <nabla/matrix/bind.hpp>

namespace nabla::detail {

/// What was bound to one variable.
template <class Variable, class T, class Value>
struct bound_variable {
  using variable = Variable;
  static constexpr bool is_matrix = false;
  T value;
  explicit bound_variable(Value const& from) : value(static_cast<T>(from)) {}
};
template <class Variable, class T, class Value>
  requires is_matrix_symbol_v<Variable>
struct bound_variable<Variable, T, Value> {
  using variable = Variable;
  static constexpr bool is_matrix = true;
  bound_matrix<T, Variable::shape, Value> value;
  explicit bound_variable(Value const& from) : value(from) {}
};

/// Everything that a call has bound.
template <class T, class... Bindings>
class bound_variables {
 public:
  explicit bound_variables(Bindings const&... bindings) : all_(bindings.value...) {}

  static constexpr std::size_t count = sizeof...(Bindings);

  /// The number of the binding of a program's variable.
  static constexpr std::size_t find(matrix_variable const& variable) {
    std::size_t at = 0, found = count;
    ((matches<typename Bindings::variable>(variable) ? void(found = at) : void(), ++at), ...);
    return found;
  }
  static constexpr std::size_t times_bound(matrix_variable const& variable) {
    return (std::size_t{matches<typename Bindings::variable>(variable)} + ... + 0);
  }
  template <std::size_t K>
  decltype(auto) matrix() const {
    return std::get<K>(all_).value.get();
  }
  template <std::size_t K>
  T const& scalar() const {
    return std::get<K>(all_).value;
  }

  /// Whether a size is that of a matrix that is bound.
  static constexpr bool knows(extent_value extent) { return extent.is_number() || (has_extent<typename Bindings::variable>(extent) || ...); }
  /// A size at run time.
  template <extent_value Extent>
  Eigen::Index size() const {
    if constexpr (Extent.is_number()) {
      return static_cast<Eigen::Index>(Extent.size);
    } else {
      Eigen::Index found = 0;
      std::apply([&](auto const&... bound) { (find_size<Extent>(bound, found), ...); }, all_);
      return found;
    }
  }

  /// Refuses a place for a result that is a matrix, or part of one, that is read: it is written while that is still needed.
  template <class Out>
  void check_place(Out const& out) const {
    std::apply([&](auto const&... bound) { (check_overlap(bound, out), ...); }, all_);
  }

  /// Refuses matrices of other sizes than their variables, and names that stand for several sizes.
  void check() const {
    std::apply([&](auto const&... bound) { (check_one(bound), ...); }, all_);
  }

 private:
  template <class Variable>
  static constexpr bool matches(matrix_variable const& variable) {
    if constexpr (is_matrix_symbol_v<Variable>) {
      return variable.index == matrix_index && variable.name == Variable::info.name;
    } else if constexpr (is_symbol_v<Variable>) {
      return variable.index == Variable::info.index && variable.name == Variable::info.name;
    } else {
      return false;
    }
  }
  template <class Variable>
  static constexpr bool has_extent(extent_value extent) {
    if constexpr (is_matrix_symbol_v<Variable>) {
      return Variable::shape.rows == extent || Variable::shape.columns == extent;
    } else {
      return false;
    }
  }
  template <extent_value Extent, class Bound>
  static void find_size(Bound const& bound, Eigen::Index& found) {
    if constexpr (Bound::is_matrix) {
      if constexpr (Bound::variable::shape.rows == Extent) {
        found = bound.value.get().rows();
      } else if constexpr (Bound::variable::shape.columns == Extent) {
        found = bound.value.get().cols();
      }
    }
  }
  template <class Bound, class Out>
  static void check_overlap(Bound const& bound, Out const& out) {
    if constexpr (Bound::is_matrix && eigen_expression<Out>) {
      if constexpr (is_read_in_place<Out, T>()) {
        if (overlap(bound.value.get(), out)) refuse_overlap(Bound::variable::info.name);
      }
    }
  }
  template <class Bound>
  void check_one(Bound const& bound) const {
    if constexpr (Bound::is_matrix) {
      constexpr shape_value shape = Bound::variable::shape;
      Eigen::Index const rows = size<shape.rows>(), columns = size<shape.columns>();
      auto const& value = bound.value.get();
      if (value.rows() != rows || value.cols() != columns) {
        refuse_shape(Bound::variable::info.name, shape_text(rows, columns), shape_text(value.rows(), value.cols()));
      }
    }
  }

  std::tuple<bound_variable<typename Bindings::variable, T, typename Bindings::value_type>...> all_;
};

}  // namespace nabla::detail
