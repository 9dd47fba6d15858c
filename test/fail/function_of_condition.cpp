// error: nabla: a condition is no number: write select(condition, 1_c, 0_c)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto f = sin(x < y);
#else
inline constexpr auto f = sin(select(x < y, 1_c, 0_c));
#endif
