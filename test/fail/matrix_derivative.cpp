// error: by a vector or a matrix one says gradient(f, x), of x's shape, or jacobian(f, x)
#include <nabla/matrix.hpp>

inline constexpr auto A = nabla::matrix<"A", 3, 3>;
inline constexpr auto x = nabla::vector<"x", 3>;
#ifdef EXPECT_ERROR
inline constexpr auto bad = derivative(A * x, x);
#else
inline constexpr auto good = jacobian(A * x, x);
#endif
