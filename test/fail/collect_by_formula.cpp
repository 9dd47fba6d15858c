// error: nabla: one names variables here
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = collect(x * y, x * y);
#else
[[maybe_unused]] inline constexpr auto good = collect(x * y, x);
#endif
