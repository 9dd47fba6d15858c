// error: a plain number cannot be part of a formula: write 2_c
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = 1 / 2 * x;
#else
inline constexpr auto good = 1_c / 2_c * x;
#endif
