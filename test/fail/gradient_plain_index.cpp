// error: an index is a number its type knows
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = gradient(x * y, x, y)[1];
#else
inline constexpr auto good = gradient(x * y, x, y)[1_c];
#endif
