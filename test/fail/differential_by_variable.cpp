// error: one divides by the differential of a variable
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = d(x * y) / x;
#else
inline constexpr auto good = d(x * y) / d(x);
#endif
