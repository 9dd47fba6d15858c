// error: a matrix product needs as many columns on the left as there are rows on the right
#include <nabla/matrix.hpp>

using namespace nabla::literals;

inline constexpr auto A = nabla::matrix<"A", 3, 4>;
inline constexpr auto B = nabla::matrix<"B", 3, 3>;
inline constexpr auto x = nabla::vector<"x", 3>;
inline constexpr auto y = nabla::vector<"y", 4>;
#ifdef EXPECT_ERROR
inline constexpr auto bad = A * x;
#else
inline constexpr auto good = A * y;
#endif
