// error: nabla: the function named here has no bounds
#include <nabla/interval.hpp>

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = bounds(tgamma(x), x = nabla::interval{1.0, 2.0});
#else
inline constexpr auto good = bounds(erf(x), x = nabla::interval{1.0, 2.0});
#endif
