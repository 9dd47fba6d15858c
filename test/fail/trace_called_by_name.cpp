// error: nabla: a traced function has no names
#include <nabla/nabla.hpp>

constexpr auto x = nabla::variable<"x">;
constexpr auto f = nabla::trace<1>([](auto t) { return t * t; });
#ifdef EXPECT_ERROR
constexpr auto value = f(x = 1.0);
#else
static_assert(f(1.0) == x(1.0));
#endif
