// error: nabla: what is named here is not rational
#include <nabla/exact.hpp>

using namespace nabla::literals;

[[maybe_unused]] inline constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
inline constexpr auto bad = exact_value(nabla::pi * x, x = 1_c / 3_c);
#else
inline constexpr auto good = exact_value(3_c * x, x = 1_c / 3_c);
#endif
