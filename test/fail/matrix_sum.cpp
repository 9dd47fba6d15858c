// error: an operation element by element, as a sum is, needs operands of one shape
#include <nabla/matrix.hpp>

using namespace nabla::literals;

inline constexpr auto A = nabla::matrix<"A", 3, 4>;
inline constexpr auto B = nabla::matrix<"B", 3, 3>;
inline constexpr auto x = nabla::vector<"x", 3>;
inline constexpr auto y = nabla::vector<"y", 4>;
#ifdef EXPECT_ERROR
inline constexpr auto bad = A + B;
#else
inline constexpr auto good = A + A;
#endif
