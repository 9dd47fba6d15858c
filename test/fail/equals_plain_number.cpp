// error: nabla: a plain number cannot be part of a formula: write 2_c
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto f = select(equals(x, 0), 1_c, 1_c / x);
#else
inline constexpr auto f = select(equals(x, 0_c), 1_c, 1_c / x);
#endif
