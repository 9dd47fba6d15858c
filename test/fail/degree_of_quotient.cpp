// error: nabla: written out, this formula is no polynomial in these variables
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = degree(y / x);
#else
[[maybe_unused]] inline constexpr auto good = degree(y / x, y);
#endif
