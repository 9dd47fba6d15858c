// error: nabla: a formula that has not one variable needs to be told which: roots(f, x), critical_points(f, x)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = critical_points(x * x * y - x);
#else
[[maybe_unused]] inline constexpr auto good = critical_points(x * x * y - x, x);
#endif
