// error: nabla: is_odd is told in which variable: is_odd(f, x)
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
static_assert(is_odd(x * x * x));
#else
static_assert(is_odd(x * x * x, x));
#endif
