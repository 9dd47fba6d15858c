// error: to_c takes a formula, or what is evaluated of one, and a name
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = to_c(x * y);
#else
inline constexpr auto good = to_c(x * y, "f");
#endif
