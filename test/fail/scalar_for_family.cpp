// error: a family of variables takes an array
#include <nabla/nabla.hpp>

#include <array>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto q = nabla::variables<"q", 2>;
inline constexpr auto f = q[0_c] * q[1_c];
#ifdef EXPECT_ERROR
inline constexpr double bad = f(q = 1.0);
#else
inline constexpr double good = f(q = std::array{1.0, 2.0});
#endif
