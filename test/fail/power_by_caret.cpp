// error: nabla: ^ is no power: write pow(x, 2_c)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = x ^ 2;
#else
inline constexpr auto good = pow(x, 2_c);
#endif
