// error: takes one variable
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = nabla::derivative<3>(x * y, x, y);
#else
inline constexpr auto good = nabla::derivative<3>(x * y, x);
#endif
