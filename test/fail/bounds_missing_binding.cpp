// error: nabla: no value is bound to the variable named here
#include <nabla/interval.hpp>

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
[[maybe_unused]] inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = bounds(x * y, x = nabla::interval{0.0, 1.0});
#else
inline constexpr auto good = bounds(x * y, x = nabla::interval{0.0, 1.0}, y = 2);
#endif
