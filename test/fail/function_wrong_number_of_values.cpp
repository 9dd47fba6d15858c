// error: a function takes one value for each of its variables
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto F = nabla::function(x * y, x, y);
#ifdef EXPECT_ERROR
inline constexpr double bad = F(1.0, 2.0, 3.0);
#else
inline constexpr double good = F(1.0, 2.0);
#endif
