// error: takes a formula and its variables in order
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = nabla::function(x * y, x, x + y);
#else
inline constexpr auto good = nabla::function(x * y, x, y);
#endif
