// error: nabla: substitute puts formulas in the place of variables: write x = 3_c, or call f(x = 3.0) for a value
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = substitute(x * x, x = 3.0);
#else
[[maybe_unused]] inline constexpr auto good = substitute(x * x, x = 3_c);
#endif
