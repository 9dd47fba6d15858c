// error: functions of formulas are called without std::, as sin(x)
#include <cmath>

#include <nabla/nabla.hpp>

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline auto f() { return std::sin(x); }
#else
inline auto f() { return sin(x); }
#endif
