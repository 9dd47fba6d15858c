// error: one differentiates by variables
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = gradient(x * y, x, x + y);
#else
inline constexpr auto good = gradient(x * y, x, y);
#endif
