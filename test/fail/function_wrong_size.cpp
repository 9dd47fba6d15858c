// error: another size than the function has variables
#include <nabla/nabla.hpp>

#include <array>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto F = nabla::function(x * y, x, y);
#ifdef EXPECT_ERROR
inline constexpr double bad = F(std::array{1.0, 2.0, 3.0});
#else
inline constexpr double good = F(std::array{1.0, 2.0});
#endif
