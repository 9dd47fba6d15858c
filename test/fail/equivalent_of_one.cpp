// error: equivalent takes two formulas
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr bool bad = equivalent(x * y);
#else
inline constexpr bool good = equivalent(x * y, y * x);
#endif
