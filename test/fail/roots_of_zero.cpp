// error: nabla: this formula is 0 everywhere, so that every number is a root
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = roots((x + 1_c) * (x - 1_c) - x * x + 1_c, x);
#else
[[maybe_unused]] inline constexpr auto good = roots((x + 1_c) * (x - 1_c) - x * x, x);
#endif
