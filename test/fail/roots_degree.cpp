// error: nabla: roots are found of polynomials of degree 1 and 2
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = roots(x * x * x - x, x);
#else
[[maybe_unused]] inline constexpr auto good = roots((x + 1_c) * (x * x - x) - x * x * x, x);
#endif
