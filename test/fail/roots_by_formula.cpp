// error: nabla: one names a variable here
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = roots(x * y, x * y);
#else
[[maybe_unused]] inline constexpr auto good = roots(x * y, x);
#endif
