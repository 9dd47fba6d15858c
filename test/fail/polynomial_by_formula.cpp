// error: nabla: one names variables here
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = is_polynomial(x, sin(x));
#else
[[maybe_unused]] inline constexpr auto good = is_polynomial(x, x);
#endif
