// error: nabla: the power of a coefficient is a whole number from 0
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = coefficient(x * x, x, 0.5_c);
#else
[[maybe_unused]] inline constexpr auto good = coefficient(x * x, x, 2_c);
#endif
