// error: nabla: coefficient takes a formula, a variable and its power: coefficient(f, x, 2_c), or coefficient<2>(f, x)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto f = coefficient(x * x * y);
#else
[[maybe_unused]] inline constexpr auto f = coefficient(x * x * y, x, 2_c);
#endif
