// error: nabla: the power of a coefficient is a number its type knows: coefficient(f, x, 2_c)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = coefficient(x * x, x, 2);
#else
[[maybe_unused]] inline constexpr auto good = coefficient(x * x, x, 2_c);
#endif
