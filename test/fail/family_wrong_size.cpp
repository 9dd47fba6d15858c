// error: another size than the family
#include <nabla/nabla.hpp>

#include <array>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto q = nabla::variables<"q", 3>;
inline constexpr auto f = q[0_c] * q[2_c];
#ifdef EXPECT_ERROR
inline constexpr double bad = f(q = std::array{1.0, 2.0});
#else
inline constexpr double good = f(q = std::array{1.0, 2.0, 3.0});
#endif
