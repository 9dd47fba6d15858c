// error: nabla: a condition is no number: write select(condition, 1_c, 0_c)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto f = (x < y) + 1_c;
#else
inline constexpr auto f = select(x < y, 1_c, 0_c) + 1_c;
#endif
