// error: nabla: substitute puts formulas in the place of others: write 3_c for an exact number
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = substitute(sin(x), sin(x), 3.0);
#else
[[maybe_unused]] inline constexpr auto good = substitute(sin(x), sin(x), 3_c);
#endif
