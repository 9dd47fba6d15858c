// error: nabla: a formula is no number until its variables have values: call it, f(x = 1.0)
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr double value = x * x;
#else
inline constexpr double value = (x * x)(x = 1.0);
#endif
