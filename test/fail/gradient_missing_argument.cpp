// error: not among the arguments of nabla::function
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = gradient(nabla::function(x * y, x))(1.0);
#else
inline constexpr auto good = gradient(nabla::function(x * y, x, y))(1.0, 2.0);
#endif
