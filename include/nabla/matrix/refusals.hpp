#pragma once

#include <nabla/matrix/bind.hpp>

namespace nabla {

namespace detail {

template <class Matrix>
inline constexpr bool matrix_known_to_the_type = false;

}  // namespace detail

// Refused: a matrix that only the running program knows is a variable, and is bound at the call.
#define NABLA_REFUSED_BESIDE_MATRICES(symbol_)                                                                                   \
  template <detail::eigen_expression Matrix, shaped_formula F>                                                                   \
  constexpr auto operator symbol_(Matrix const&, F const&) {                                                                     \
    static_assert(detail::matrix_known_to_the_type<Matrix>,                                                                      \
                  "nabla: a matrix of Eigen cannot be part of a formula: declare a variable, nabla::matrix<\"A\", m, n>, and bind " \
                  "the matrix to it at the call, f(A = M)");                                                                     \
    return detail::refused_formula{};                                                                                            \
  }                                                                                                                              \
  template <shaped_formula F, detail::eigen_expression Matrix>                                                                   \
  constexpr auto operator symbol_(F const&, Matrix const&) {                                                                     \
    static_assert(detail::matrix_known_to_the_type<Matrix>,                                                                      \
                  "nabla: a matrix of Eigen cannot be part of a formula: declare a variable, nabla::matrix<\"A\", m, n>, and bind " \
                  "the matrix to it at the call, f(A = M)");                                                                     \
    return detail::refused_formula{};                                                                                            \
  }
NABLA_REFUSED_BESIDE_MATRICES(+)
NABLA_REFUSED_BESIDE_MATRICES(-)
NABLA_REFUSED_BESIDE_MATRICES(*)
#undef NABLA_REFUSED_BESIDE_MATRICES

}  // namespace nabla
