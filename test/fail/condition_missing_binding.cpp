// error: nabla: no value is bound to the variable named here
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto c = x < y;
#ifdef EXPECT_ERROR
inline constexpr bool b = c(x = 1.0);
#else
inline constexpr bool b = c(x = 1.0, y = 2.0);
#endif
