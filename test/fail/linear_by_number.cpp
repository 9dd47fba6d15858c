// error: nabla: one names variables here
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = is_linear(x, 3_c);
#else
[[maybe_unused]] inline constexpr auto good = is_linear(x, x);
#endif
