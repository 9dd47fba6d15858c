// error: nabla: no value is bound to the variable named here
#include <nabla/nabla.hpp>

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
[[maybe_unused]] inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline void bad() { (void)newton(x * x - y, x = 1.0); }
#else
inline constexpr auto good = newton(x * x - y, x = 1.0, y = 2.0);
#endif
