// error: no value is bound to the variable named here
#include <nabla/exact.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = exact_value(x * y, x = 1_c);
#else
inline constexpr auto good = exact_value(x * y, x = 1_c, y = 2_c);
#endif
