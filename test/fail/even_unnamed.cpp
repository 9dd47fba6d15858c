// error: nabla: is_even is told in which variable: is_even(f, x)
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
static_assert(is_even(x * x));
#else
static_assert(is_even(x * x, x));
#endif
