// error: compose takes formulas of one variable
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = compose(x * y, x);
#else
inline constexpr auto good = compose(x * x, y);
#endif
