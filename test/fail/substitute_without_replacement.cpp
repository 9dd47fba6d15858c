// error: substitute takes a formula, and what is put for what
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = substitute(x * y, x);
#else
inline constexpr auto good = substitute(x * y, x = y);
#endif
