// error: nabla: sin takes one operand: sin(x)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto f = sin(x, y);
#else
[[maybe_unused]] inline constexpr auto f = sin(x) + sin(y);
#endif
