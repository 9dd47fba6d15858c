// error: simplify takes a formula and nothing besides
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = simplify(x * y, x);
#else
inline constexpr auto good = simplify(x * y);
#endif
