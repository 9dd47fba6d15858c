// error: a formula of one variable takes one value
#include <nabla/nabla.hpp>

#include <array>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto f = x * x;
#ifdef EXPECT_ERROR
inline constexpr double bad = f(std::array{1.0, 2.0});
#else
inline constexpr double good = f(1.0);
#endif
