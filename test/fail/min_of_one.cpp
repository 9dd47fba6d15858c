// error: nabla: min takes two operands: min(x, y)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto f = min(x);
#else
[[maybe_unused]] inline constexpr auto f = min(x, y);
#endif
