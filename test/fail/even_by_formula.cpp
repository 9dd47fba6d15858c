// error: nabla: one names a variable here
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = is_even(x * x, x * x);
#else
[[maybe_unused]] inline constexpr auto good = is_even(x * x, x);
#endif
