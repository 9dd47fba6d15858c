// error: has the members 0 to n - 1
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto q = nabla::variables<"q", 3>;
#ifdef EXPECT_ERROR
inline constexpr auto bad = q[3_c];
#else
inline constexpr auto good = q[2_c];
#endif
