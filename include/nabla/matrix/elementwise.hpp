#pragma once

#include <Eigen/Core>

#include <nabla/graph/code.hpp>
#include <nabla/rules/hyperbolic.hpp>
#include <nabla/rules/piecewise.hpp>
#include <nabla/rules/trigonometric.hpp>

// Operations element by element, as Eigen's array expressions: those that Eigen has kernels of vector units for by its own functions, all
// others by the value of their rule.

namespace nabla::detail {

template <class Operation, class T, class... Scalars>
NABLA_ALWAYS_INLINE T value_of_scalars(Scalars const&... scalars) {
  if constexpr (requires { Operation::value; }) {
    return static_cast<T>(Operation::value(scalars...));
  } else {
    return value_by_definition<Operation, T>(scalars...);
  }
}

template <class Operation, class T>
struct value_functor {
  template <class... Scalars>
  NABLA_ALWAYS_INLINE T operator()(Scalars const&... scalars) const {
    return value_of_scalars<Operation, T>(scalars...);
  }
};
template <class Operation, class T>
struct condition_functor {
  template <class... Scalars>
  NABLA_ALWAYS_INLINE bool operator()(Scalars const&... scalars) const {
    return static_cast<bool>(Operation::value(scalars...));
  }
};

template <class T>
concept eigen_array = std::is_base_of_v<Eigen::DenseBase<T>, T>;

/// The number of rows and columns of a result, with what is known to types.
template <int Rows, int Columns>
struct array_size {
  Eigen::Index rows, columns;
};

/// A scalar as an array; an array as it is.
template <class T, int Rows, int Columns, class Operand>
NABLA_ALWAYS_INLINE auto stretched(array_size<Rows, Columns> size, Operand const& operand) {
  if constexpr (eigen_array<Operand>) {
    return operand;
  } else {
    return Eigen::Array<std::conditional_t<std::is_same_v<Operand, bool>, bool, T>, Rows, Columns, (Rows == 1 && Columns != 1 ? Eigen::RowMajor : Eigen::ColMajor)>::Constant(
        size.rows, size.columns, operand);
  }
}

/// Eigen's own functions stand for the standard library's where they are vectorised: within a few units in the last place.
template <class Operation, class T>
inline constexpr bool has_vector_kernel =
    (std::is_same_v<T, float> || std::is_same_v<T, double>)&&(
        std::is_same_v<Operation, exp_op> || std::is_same_v<Operation, log_op> || std::is_same_v<Operation, sqrt_op> ||
        std::is_same_v<Operation, abs_op> || std::is_same_v<Operation, relu_op> ||
        (std::is_same_v<T, float> && (std::is_same_v<Operation, tanh_op> || std::is_same_v<Operation, sin_op> || std::is_same_v<Operation, cos_op>)));

template <class Operation, class T, class Array>
NABLA_ALWAYS_INLINE auto vector_kernel(Array const& a) {
  if constexpr (std::is_same_v<Operation, exp_op>) {
    return a.exp();
  } else if constexpr (std::is_same_v<Operation, log_op>) {
    return a.log();
  } else if constexpr (std::is_same_v<Operation, sqrt_op>) {
    return a.sqrt();
  } else if constexpr (std::is_same_v<Operation, abs_op>) {
    return a.abs();
  } else if constexpr (std::is_same_v<Operation, relu_op>) {
    return a.binaryExpr(Array::PlainObject::Constant(a.rows(), a.cols(), T(0)), Eigen::internal::scalar_max_op<T, T, Eigen::PropagateNaN>{});
  } else if constexpr (std::is_same_v<Operation, tanh_op>) {
    return a.tanh();
  } else if constexpr (std::is_same_v<Operation, sin_op>) {
    return a.sin();
  } else {
    return a.cos();
  }
}

/// One operation on arrays and scalars, at least one an array; the result is an expression.
template <class Operation, class T, int Rows, int Columns, class... Operands>
NABLA_ALWAYS_INLINE auto apply_to_arrays(array_size<Rows, Columns> size, Operands const&... operands) {
  if constexpr (std::is_same_v<Operation, plus>) {
    return (operands + ...);
  } else if constexpr (std::is_same_v<Operation, minus>) {
    return (operands - ...);
  } else if constexpr (std::is_same_v<Operation, times>) {
    return (operands * ...);
  } else if constexpr (std::is_same_v<Operation, divides>) {
    return (operands / ...);
  } else if constexpr (std::is_same_v<Operation, negate>) {
    return (-(operands), ...);
  } else if constexpr (std::is_same_v<Operation, select_op>) {
    return [&](auto const& condition, auto const& then, auto const& otherwise) {
      return stretched<T>(size, condition).select(stretched<T>(size, then), stretched<T>(size, otherwise));
    }(operands...);
  } else if constexpr (sizeof...(Operands) == 1 && has_vector_kernel<Operation, T>) {
    return vector_kernel<Operation, T>(operands...);
  } else if constexpr (sizeof...(Operands) == 1) {
    return (operands.unaryExpr(std::conditional_t<condition_operation<Operation>, condition_functor<Operation, T>, value_functor<Operation, T>>{}), ...);
  } else if constexpr (sizeof...(Operands) == 2) {
    using functor = std::conditional_t<condition_operation<Operation>, condition_functor<Operation, T>, value_functor<Operation, T>>;
    return [&](auto const& a, auto const& b) { return stretched<T>(size, a).binaryExpr(stretched<T>(size, b), functor{}); }(operands...);
  } else {
    auto const arrays = std::make_tuple(stretched<T>(size, operands)...);
    return Eigen::Array<T, Rows, Columns, (Rows == 1 && Columns != 1 ? Eigen::RowMajor : Eigen::ColMajor)>::NullaryExpr(
        size.rows, size.columns, [arrays](Eigen::Index i, Eigen::Index j) {
          return std::apply([&](auto const&... array) { return value_of_scalars<Operation, T>(T(array.coeff(i, j))...); }, arrays);
        });
  }
}

}  // namespace nabla::detail
