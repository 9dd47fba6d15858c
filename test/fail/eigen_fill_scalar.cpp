// error: the matrix has the scalar type of the arguments
#include <nabla/adapt/eigen.hpp>
#include <nabla/nabla.hpp>

#include <array>

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto F = nabla::function(x * y, x, y);
inline void fill_matrix() {
  auto matrix = nabla::make_sparse_matrix<float>(hessian(F));
#ifdef EXPECT_ERROR
  fill(matrix, hessian(F), std::array{1.0, 2.0});
#else
  fill(matrix, hessian(F), std::array{1.0f, 2.0f});
#endif
}
