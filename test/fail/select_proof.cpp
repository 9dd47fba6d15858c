// error: nabla: select(condition, then, otherwise) takes a condition on formulas, as in x < 0_c or equals(x, y); x == y is a proof
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto f = select(x == y, x, y);
#else
inline constexpr auto f = select(equals(x, y), x, y);
#endif
