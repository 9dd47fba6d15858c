// error: nabla: a variable stands twice among the arguments of nabla::function
#include <nabla/nabla.hpp>

constexpr auto x = nabla::variable<"x">;
constexpr auto z = nabla::variable<"z">;
#ifdef EXPECT_ERROR
constexpr double value = nabla::function(x * z, x, z, z)(1.0, 2.0, 3.0);
#else
constexpr double value = nabla::function(x * z, x, z)(1.0, 2.0);
#endif
static_assert(value > 0);
