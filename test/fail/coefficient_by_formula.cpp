// error: nabla: one names a variable here
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = coefficient(x * y, x * y, 1_c);
#else
[[maybe_unused]] inline constexpr auto good = coefficient(x * y, x, 1_c);
#endif
