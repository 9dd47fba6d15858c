// error: called by name
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto f = x * y;
#ifdef EXPECT_ERROR
inline constexpr double bad = f(1.0, 2.0);
#else
inline constexpr double good = f(x = 1.0, y = 2.0);
#endif
