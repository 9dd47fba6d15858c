// error: nabla: the numbers of these roots do not fit 64 bits
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto bad = roots(x * x - 9000000000000000000_c * x + 1_c, x);
#else
[[maybe_unused]] inline constexpr auto good = roots(x * x - 9000000000000000000_c, x);
#endif
