// error: an exact number is compared with an exact one
#include <nabla/exact.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr bool bad = exact_value(x * y, x = 1_c / 3_c, y = 1_c) == 1.0 / 3;
#else
inline constexpr bool good = exact_value(x * y, x = 1_c / 3_c, y = 1_c) == 1_c / 3_c;
#endif
