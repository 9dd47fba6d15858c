// error: nabla: a formula that has not one variable needs to be told which: roots(f, x)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = roots(x * y - 1_c);
#else
[[maybe_unused]] inline constexpr auto good = roots(x - 1_c);
#endif
