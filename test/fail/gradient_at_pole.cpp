// error(gcc): domain_error::division_by_zero
// error(clang): must be initialized by a constant expression
#include <nabla/nabla.hpp>

using namespace nabla::literals;

inline constexpr auto x = nabla::variable<"x">;
inline constexpr auto y = nabla::variable<"y">;
inline constexpr auto f = sin(y) * log(1_c + x * x) / x;
#ifdef EXPECT_ERROR
inline constexpr auto bad = gradient(f, x, y)(x = 0.0, y = 1.0);
#else
inline constexpr auto good = gradient(f, x, y)(x = 0.5, y = 1.0);
#endif
