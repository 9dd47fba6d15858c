// error: nabla: one names variables here
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = degree(x * x, x * x);
#else
[[maybe_unused]] inline constexpr auto good = degree(x * x, x);
#endif
