// error: taylor takes a degree, a formula, a variable and a point
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = taylor(sin(x * y), x, 0_c);
#else
inline constexpr auto good = taylor<1>(sin(x * y), x, 0_c);
#endif
