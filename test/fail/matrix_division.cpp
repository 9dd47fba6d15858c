// error: nothing is divided by a matrix
// lines: 37   the operator in question is called through a macro, and the file that refuses lies deep in includes
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
