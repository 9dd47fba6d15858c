// error: nabla: a condition on formulas is neither true nor false: choose by select(condition, then, otherwise)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
constexpr auto larger() {
  if (x < y) return y;
  return y;
}
#else
constexpr auto larger() { return select(x < y, y, x); }
#endif
