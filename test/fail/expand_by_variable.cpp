// error: nabla: expand takes a formula and nothing besides: expand(f); by the powers of a variable it is collect(f, x)
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
#ifdef EXPECT_ERROR
[[maybe_unused]] inline constexpr auto f = expand(x * (x + y), x);
#else
[[maybe_unused]] inline constexpr auto f = collect(expand(x * (x + y)), x);
#endif
