// error: nabla: no value is bound to the variable named here
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = gradient_descent(x * x + y * y, {.rate = 0.1, .epochs = 3}, x = 1.0);
#else
inline constexpr auto good = gradient_descent(x * x + y * y, {.rate = 0.1, .epochs = 3}, x = 1.0, y = 1.0);
#endif
