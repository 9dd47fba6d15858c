// error: nabla: the point of a Taylor polynomial is a constant or a formula: write 0.5_c, not 0.5
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = nabla::taylor<3>(sin(x), x, 0.5);
#else
inline constexpr auto good = nabla::taylor<3>(sin(x), x, 0.5_c);
#endif
