// error: nabla: numerator takes a formula: a fraction is one of all variables together: numerator(f)
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto n = numerator(x / y, x);
#else
inline constexpr auto n = numerator(x / y);
#endif
