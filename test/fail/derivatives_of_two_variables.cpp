// error: takes one variable
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = nabla::value_and_derivatives<2>(x * y, x, y);
#else
inline constexpr auto good = nabla::value_and_derivatives<2>(x * y, x);
#endif
