// error: nabla: hypot takes two or three operands: hypot(x, y)
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto f = hypot(x);
#else
inline constexpr auto f = hypot(x, y);
#endif
