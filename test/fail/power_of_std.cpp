// error: functions of formulas are called without std::, as sin(x)
#include <nabla/nabla.hpp>

#include <cmath>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline auto const f = std::pow(x, 2_c);
#else
[[maybe_unused]] inline constexpr auto f = pow(x, 2_c);
#endif
