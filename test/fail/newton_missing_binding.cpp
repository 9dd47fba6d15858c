// error: no value is bound to the variable named here
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = newton(x * x - y, x = 1.0);
#else
inline constexpr auto good = newton(x * x - y, x = 1.0, y = 2.0);
#endif
