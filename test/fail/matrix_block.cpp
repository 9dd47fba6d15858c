// error: a block lies within its matrix
#include <nabla/matrix.hpp>

using namespace nabla::literals;

inline constexpr auto A = nabla::matrix<"A", 3, 4>;
inline constexpr auto B = nabla::matrix<"B", 3, 3>;
inline constexpr auto x = nabla::vector<"x", 3>;
inline constexpr auto y = nabla::vector<"y", 4>;
#ifdef EXPECT_ERROR
inline constexpr auto bad = block(A, 0_c, 3_c, 2_c, 2_c);
#else
inline constexpr auto good = block(A, 0_c, 2_c, 2_c, 2_c);
#endif
