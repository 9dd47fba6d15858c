// error: nabla: equivalent is a proof about formulas: write 3_c for an exact number
#include <nabla/nabla.hpp>

using namespace nabla::literals;
constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] constexpr bool bad = equivalent(x - x + 3_c, 3);
#else
static_assert(equivalent(x - x + 3_c, 3_c));
#endif
