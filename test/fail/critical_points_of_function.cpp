// error: nabla: roots are found of polynomials: written out, this formula is none in the variable
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = critical_points(sin(x), x);
#else
[[maybe_unused]] inline constexpr auto good = critical_points(x * x, x);
#endif
