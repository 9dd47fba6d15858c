// error: a formula has no remainder
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = x % 2_c + y;
#else
inline constexpr auto good = x / 2_c + y;
#endif
