// error: nabla: the order of a function is a whole number that the type knows, from 0 to a million: write 2_c
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto f = polygamma(0.5_c, x);
#else
inline constexpr auto f = polygamma(2_c, x);
#endif
