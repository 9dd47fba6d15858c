// error: bound twice in one call
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto f = x * x;
#ifdef EXPECT_ERROR
inline constexpr auto bad = f(x = y, x = y * y);
#else
inline constexpr auto good = f(x = y * y);
#endif
