// error: a _c literal is a decimal number
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = 012_c * x;
#else
inline constexpr auto good = 12_c * x;
#endif
