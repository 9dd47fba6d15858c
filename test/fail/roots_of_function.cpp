// error: nabla: roots are found of polynomials: written out, this formula is none in the variable
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = roots(x - cos(x), x);
#else
[[maybe_unused]] inline constexpr auto good = roots(x - cos(y), x);
#endif
