// error: nabla: max takes two operands: max(x, y); of more it is max(x, max(y, z))
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto f = max(x, y, 1_c);
#else
[[maybe_unused]] inline constexpr auto f = max(x, max(y, 1_c));
#endif
