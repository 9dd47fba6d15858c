// error: select takes a condition, and a formula
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = select(x < y, 1_c);
#else
inline constexpr auto good = select(x < y, 1_c, 2_c);
#endif
