// error: an index is a number its type knows
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto q = nabla::variables<"q", 3>;
#ifdef EXPECT_ERROR
inline constexpr auto bad = q[1];
#else
inline constexpr auto good = q[1_c];
#endif
