// error: nabla: to_cpp writes one formula: an entry of a gradient or of a tuple
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto t = to_cpp(gradient(x * y, x, y));
#else
inline constexpr auto t = to_cpp(gradient(x * y, x, y)[x]);
#endif
