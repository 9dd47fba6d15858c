// error: nabla: a name is text between quotes: nabla::variable<"x">
#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = nabla::variable<x>;
#else
inline constexpr auto good = nabla::variable<"y">;
#endif
