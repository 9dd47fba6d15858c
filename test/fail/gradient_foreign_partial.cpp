// error: no partial by that variable
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto g = gradient(x * x * y, x);
#ifdef EXPECT_ERROR
inline constexpr auto bad = g[y];
#else
inline constexpr auto good = g[x];
#endif
