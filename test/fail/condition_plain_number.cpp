// error: nabla: a plain number cannot be part of a formula: write 2_c
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto c = x < 3;
#else
inline constexpr auto c = x < 3_c;
#endif
