// error: nabla: atan2 takes two operands, the ordinate first: atan2(y, x)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto f = atan2(x);
#else
[[maybe_unused]] inline constexpr auto f = atan2(y, x);
#endif
