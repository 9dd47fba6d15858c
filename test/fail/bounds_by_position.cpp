// error: nabla: bounds is told each variable by name: bounds(f, x = nabla::interval{0.0, 1.0}, y = 2.0)
#include <nabla/interval.hpp>
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto b = bounds(x * x, 0, 1);
#else
inline constexpr auto b = bounds(x * x, x = nabla::interval{0.0, 1.0});
#endif
