// error: a plain number cannot be part of a formula: write 2_c
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto f = 2.0 * x;
#else
inline constexpr auto f = 2_c * x;
#endif
