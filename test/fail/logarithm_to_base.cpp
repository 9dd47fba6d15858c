// error: nabla: log takes one operand: log(x); to the base b it is log(x) / log(b)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto f = log(x, 2_c);
#else
[[maybe_unused]] inline constexpr auto f = log(x) / log(2_c) + log2(y);
#endif
