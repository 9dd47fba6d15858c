// error: nabla: a plain number cannot be part of a formula: write 2_c
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
inline constexpr auto f = log_sum_exp(x, y, 1.0);
#else
inline constexpr auto f = log_sum_exp(x, y, 1_c);
#endif
