// error: nabla: roots are found of polynomials of degree 1 and 2
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = critical_points(pow(x, 4_c) - x, x);
#else
[[maybe_unused]] inline constexpr auto good = critical_points(pow(x, 3_c) - x, x);
#endif
