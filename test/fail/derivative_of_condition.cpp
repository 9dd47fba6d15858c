// error: nabla: a condition is no number, and has no derivative
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto f = derivative(x < y, x);
#else
inline constexpr auto f = derivative(select(x < y, y, x), x);
#endif
