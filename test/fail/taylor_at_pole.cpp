// error: nabla: at the point of this Taylor polynomial the formula, or one of its derivatives, has no value
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = taylor<3>(log(x), x, 0_c);
#else
inline constexpr auto good = taylor<3>(log(x), x, 1_c);
#endif
