// error: nabla: newton(f, x = 1.0) starts from a value of the unknown, by name
#include <nabla/nabla.hpp>

using namespace nabla::literals;

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline void bad() { (void)newton(x * x - 2_c, 1.0); }
#else
inline constexpr auto good = newton(x * x - 2_c, x = 1.0);
#endif
