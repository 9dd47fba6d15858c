// error: nabla: a formula is no number until its variables have values: call it, f(x = 1.0)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr float f = x * y;
#else
[[maybe_unused]] inline constexpr float f = (x * y)(x = 1.0f, y = 2.0f);
#endif
