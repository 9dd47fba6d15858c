// error: nabla: a condition is no number, and has no derivative: differentiate select(condition, then, otherwise)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto f = gradient(x < y, x);
#else
[[maybe_unused]] inline constexpr auto f = gradient(select(x < y, y, x), x);
#endif
