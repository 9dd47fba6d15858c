// error: nabla: what is differentiated is a formula, and f(x = 1.0) is a number: differentiate first, gradient(f, x, y)(x = 1.0, y = 2.0)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto f = gradient((x * y)(x = 1.0, y = 2.0), x, y);
#else
[[maybe_unused]] inline constexpr auto f = gradient(x * y, x, y)(x = 1.0, y = 2.0);
#endif
