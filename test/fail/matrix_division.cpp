// error: nothing is divided by a matrix
#include <nabla/matrix.hpp>

using namespace nabla::literals;

inline constexpr auto A = nabla::matrix<"A", 3, 4>;
inline constexpr auto B = nabla::matrix<"B", 3, 3>;
inline constexpr auto x = nabla::vector<"x", 3>;
inline constexpr auto y = nabla::vector<"y", 4>;
#ifdef EXPECT_ERROR
inline constexpr auto bad = x / B;
#else
inline constexpr auto good = solve(B, x);
#endif
